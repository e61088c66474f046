"""An employee mends his own request and hands it in again: one act."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from mutasi.models import UsulanMutasi
from mutasi.services import usulan as acts
from organisasi.models import Pengguna


@transaction.atomic
def perbaiki_permintaan(usulan_id: UUID, *, oleh: Pengguna, per: date, **isi: Any) -> UsulanMutasi:
    """Both or neither: what was typed is not kept when it cannot be handed in."""
    acts.ubah_draf(usulan_id, oleh=oleh, per=per, **isi)
    return acts.ajukan(usulan_id, oleh=oleh, per=per)

"""The kinds of background work of this room: what the worker calls by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from organisasi.models import Pengguna
from organisasi.services.proses import Pekerjaan
from penilaian.services.cetak_abk_latar import CETAK, cetak_latar


def cetak_abk(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, str]:
    """Make a long ABK paper as of today."""
    return cetak_latar(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


PEKERJAAN = (Pekerjaan(CETAK, cetak_abk),)

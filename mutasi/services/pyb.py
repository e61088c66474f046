"""The PyB's step. When the case is his own or his kin's, the PPK takes it
(``policies.pengganti``)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mutasi.alur import Aksi
from mutasi.models import UsulanMutasi
from mutasi.services.putusan import Putusan, putuskan
from organisasi.models import Pengguna

AKSI = (Aksi.SETUJUI_PYB, Aksi.KEMBALIKAN_PYB, Aksi.TOLAK_PYB)


def setujui_pyb(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str = "") -> UsulanMutasi:
    """Endorse it: on to the letters, BKN, the permits or the PPK, by its gates."""
    return putuskan(usulan_id, Putusan(Aksi.SETUJUI_PYB, alasan), oleh=oleh, per=per)


def kembalikan_pyb(
    usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str, rantai_disadari: bool = False
) -> UsulanMutasi:
    """Back to BKD's study."""
    putusan = Putusan(Aksi.KEMBALIKAN_PYB, alasan, rantai_disadari)
    return putuskan(usulan_id, putusan, oleh=oleh, per=per)


def tolak_pyb(
    usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str, rantai_disadari: bool = False
) -> UsulanMutasi:
    """Refuse it; a first recommendation of the TPK only with its own reason (W10)."""
    putusan = Putusan(Aksi.TOLAK_PYB, alasan, rantai_disadari)
    return putuskan(usulan_id, putusan, oleh=oleh, per=per)

"""The PPK's step: what he decides becomes the decree. His own superior stands outside SERASI: for
kin of the PPK his letter decides, recorded from paper (``policies.pengganti``)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from mutasi.alur import Aksi
from mutasi.models import UsulanMutasi
from mutasi.services.putusan import Putusan, putuskan
from organisasi.models import Pengguna

AKSI = (Aksi.SETUJUI_PPK, Aksi.KEMBALIKAN_PPK, Aksi.TOLAK_PPK)


def setujui_ppk(usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str = "") -> UsulanMutasi:
    """Approve it; the decree follows."""
    return putuskan(usulan_id, Putusan(Aksi.SETUJUI_PPK, alasan), oleh=oleh, per=per)


def kembalikan_ppk(
    usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str, rantai_disadari: bool = False
) -> UsulanMutasi:
    """Back to BKD's study; he never edits himself."""
    putusan = Putusan(Aksi.KEMBALIKAN_PPK, alasan, rantai_disadari)
    return putuskan(usulan_id, putusan, oleh=oleh, per=per)


def tolak_ppk(
    usulan_id: UUID, *, oleh: Pengguna, per: date, alasan: str, rantai_disadari: bool = False
) -> UsulanMutasi:
    """Refuse it, against the TPK or the PyB only with a reason (W10)."""
    putusan = Putusan(Aksi.TOLAK_PPK, alasan, rantai_disadari)
    return putuskan(usulan_id, putusan, oleh=oleh, per=per)

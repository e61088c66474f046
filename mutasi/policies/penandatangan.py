"""Who may record signers of decrees; nobody records himself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import Penandatangan
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, NotYours, Policy, Refusal

DIRI = "Anda tidak dapat mencatat kewenangan Anda sendiri; orang lain yang mencatatnya."


@Policy
def kelola(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Keep the list."""
    if not memegang(pengguna, Izin.ALUR_TETAPKAN, per=per):
        yield NotAllowed("Penanda tangan dicatat Kepala BKPSDM dan Bagian Hukum.")


@Policy
def catat(siapa: Pengguna, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Record somebody: another person, who may set decrees."""
    yield from kelola.refusals(pengguna, per=per)
    if siapa.pk == pengguna.pk:
        yield NotYours(DIRI)
    if not siapa.is_active or not memegang(siapa, Izin.KEPUTUSAN_TETAPKAN, per=per):
        yield "Penanda tangan adalah PPK, PyB, atau Kepala BKPSDM yang akunnya aktif."


@Policy
def ubah(satu: Penandatangan, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Complete its permits, or end it."""
    yield from kelola.refusals(pengguna, per=per)
    if satu.pengguna_id == pengguna.pk:
        yield NotYours(DIRI)
    if satu.selesai is not None and satu.selesai <= per:
        yield "Kewenangan ini sudah berakhir."

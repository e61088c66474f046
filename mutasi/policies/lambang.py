"""Who may lay the emblems above an office's papers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import Lambang
from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def kelola(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Lay and withdraw them."""
    if not memegang(pengguna, Izin.ALUR_TETAPKAN, per=per):
        yield NotAllowed("Lambang naskah dipasang Kepala BKPSDM dan Bagian Hukum.")


@Policy
def cabut(satu: Lambang, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Withdraw one that is in use."""
    yield from kelola.refusals(pengguna, per=per)
    if satu.dicabut_pada is not None:
        yield "Lambang ini sudah dicabut."

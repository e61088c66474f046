"""How long somebody may act for another, and what of it is left.

A term is ``maks`` months and may be extended ``perpanjangan`` times. Letters that follow each other
without a real break count as one stretch: a new number does not begin a new term.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pegawai.kernel.masa import tambah_bulan

JEDA = timedelta(days=7)  # a week between two letters is paperwork, not an interruption


@dataclass(frozen=True)
class Batas:
    """The term in months and how often it may be extended, on one day."""

    maks: int
    perpanjangan: int

    def sekali(self, mulai: date) -> date:
        """The first day beyond one term."""
        return tambah_bulan(mulai, self.maks)

    def semua(self, mulai: date) -> date:
        """The first day beyond the term with every extension."""
        return tambah_bulan(mulai, self.maks * (1 + self.perpanjangan))


@dataclass(frozen=True)
class Masa:
    """One letter: until ``selesai`` (excluded)."""

    kunci: int
    mulai: date
    selesai: date


def sambungan(masa: Iterable[Masa]) -> Iterator[tuple[Masa, date]]:
    """Each letter of one person at one post with the day on which its stretch began."""
    awal: date | None = None
    akhir: date | None = None
    for satu in sorted(masa, key=lambda m: (m.mulai, m.selesai)):
        if awal is None or akhir is None or satu.mulai > akhir + JEDA:
            awal, akhir = satu.mulai, satu.selesai
        akhir = max(akhir, satu.selesai)
        yield satu, awal


def beririsan(mulai: date, selesai: date | None, lain: date, lain_selesai: date | None) -> bool:
    """Whether two spans share a day; no end is for ever."""
    return (selesai is None or lain < selesai) and (lain_selesai is None or mulai < lain_selesai)

"""Retirements year by year, from retirement dates that were already derived per person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

TAHUN_KE_DEPAN = 4


@dataclass
class Pensiun:
    """Retirements per status and calendar year, and who could not be counted."""

    per_status: dict[str, dict[int, int]] = field(default_factory=dict)
    tanpa_bup: int = 0
    lewat_bup: int = 0


def hitung_pensiun(
    baris: Iterable[tuple[str, date | None, int]], *, per: date, status: Iterable[str]
) -> Pensiun:
    """(status, TMT pensiun, how many) to counts by calendar year from ``per`` to +4.

    A TMT on or after ``per`` counts in its year; before it the person is past the BUP; without one
    the BUP of the post is unknown. Those two are counted apart, never guessed.
    """
    tahun = range(per.year, per.year + TAHUN_KE_DEPAN + 1)
    hasil = Pensiun(per_status={s: dict.fromkeys(tahun, 0) for s in status})
    for kode, tmt, banyak in baris:
        if tmt is None:
            hasil.tanpa_bup += banyak
        elif tmt < per:
            hasil.lewat_bup += banyak
        elif tmt.year in tahun:
            hasil.per_status[kode][tmt.year] += banyak
    return hasil

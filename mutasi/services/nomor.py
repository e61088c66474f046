"""Numbers of decrees and letters from the office's own gapless series."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.nomor import tulis_nomor
from mutasi.services.deret import berikut

DERET_SK = "SK"


def nomor_sk(pola: str, hari: date) -> str:
    """The next number of decrees in the year of that day; given back when the act fails."""
    return tulis_nomor(pola, berikut(DERET_SK, tahun=hari.year), hari)

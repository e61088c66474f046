"""How numbers of the scores are written: for machines one spelling, for people a comma."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.hitungan import angka

_DESIMAL_TAMPIL = 6


def teks_angka(nilai: Decimal) -> str:
    """The one spelling of a number: plain digits, no trailing zeros, never an exponent."""
    teks = f"{nilai:f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks


def bunyi_angka(nilai: Decimal, satuan: str = "") -> str:
    """As a sentence writes it: 99,13 %."""
    teks = angka(Fraction(nilai), _DESIMAL_TAMPIL)
    return f"{teks} {satuan}" if satuan else teks

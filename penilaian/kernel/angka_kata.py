"""How numbers of the scores are written: for machines one spelling, for people a comma."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_TAMPIL = Decimal("0.000001")


def teks_angka(nilai: Decimal) -> str:
    """The one spelling of a number: plain digits, no trailing zeros, never an exponent."""
    teks = f"{nilai:f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks == "-0" else teks


def bunyi_angka(nilai: Decimal, satuan: str = "") -> str:
    """As a sentence writes it, six decimals at most: 1.250,5 %."""
    teks = teks_angka(nilai)
    bulat, _, pecah = teks.partition(".")
    if len(pecah) > 6:
        bulat, _, pecah = teks_angka(nilai.quantize(_TAMPIL, ROUND_HALF_UP)).partition(".")
    tanda, digit = ("-", bulat[1:]) if bulat.startswith("-") else ("", bulat)
    if len(digit) > 3:
        digit = f"{int(digit):,}".replace(",", ".")
    tulis = f"{tanda}{digit},{pecah}" if pecah else f"{tanda}{digit}"
    return f"{tulis} {satuan}" if satuan else tulis

"""How a rule's sentence writes a day and a span; the same words everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip


def tanggal(hari: date) -> str:
    """1 Maret 2033."""
    return f"{hari.day} {_BULAN[hari.month - 1]} {hari.year}"


def daftar(kata: Iterable[str], sambung: str = "dan") -> str:
    """A, B, dan C."""
    semua = list(kata)
    if len(semua) < 3:
        return f" {sambung} ".join(semua)
    return f"{', '.join(semua[:-1])}, {sambung} {semua[-1]}"

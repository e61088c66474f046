"""The predicate that follows from two ratings (PermenPANRB 6/2022, annex: the 3 x 3 matrix)."""

from __future__ import annotations

_ATAS, _SESUAI, _BAWAH = "DI ATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "DI BAWAH EKSPEKTASI"
_BAIK, _BUTUH, _KURANG = "BAIK", "BUTUH PERBAIKAN", "KURANG"

# (hasil kerja, perilaku kerja)
MATRIKS: dict[tuple[str, str], str] = {
    (_ATAS, _BAWAH): _KURANG,
    (_ATAS, _SESUAI): _BAIK,
    (_ATAS, _ATAS): "SANGAT BAIK",
    (_SESUAI, _BAWAH): _KURANG,
    (_SESUAI, _SESUAI): _BAIK,
    (_SESUAI, _ATAS): _BAIK,
    (_BAWAH, _BAWAH): "SANGAT KURANG",
    (_BAWAH, _SESUAI): _BUTUH,
    (_BAWAH, _ATAS): _BUTUH,
}


def predikat(hasil: str, perilaku: str) -> str | None:
    """The predicate of the matrix; None when one of the ratings is not known."""
    return MATRIKS.get((hasil, perilaku))

"""The predicate that follows from two ratings (PermenPANRB 6/2022, annex: the 3 x 3 matrix)."""

from __future__ import annotations

from collections.abc import Mapping


def predikat(matriks: Mapping[str, str], hasil: str, perilaku: str) -> str | None:
    """The predicate of the matrix; None when one of the ratings is not known.

    ``matriks`` is the dated constant as stored: its cells are named "hasil kerja / perilaku kerja".
    """
    return matriks.get(f"{hasil} / {perilaku}")

"""Small counts are not told to the public: a few people could be recognised behind them."""

from __future__ import annotations

from collections.abc import Iterable

AMBANG = 5


def samarkan(n: int, ambang: int = AMBANG) -> str:
    """The count in words: none is told, a few are "kurang dari 5", more are counted."""
    if n == 0:
        return "tidak ada"
    return f"kurang dari {ambang}" if n < ambang else f"{n:,}".replace(",", ".")


def jumlah_samar(bagian: Iterable[int], ambang: int = AMBANG) -> str:
    """The sum of parts that are told beside it: when one of them is hidden, the sum does not give
    it away."""
    semua = list(bagian)
    terlihat = sum(n for n in semua if n >= ambang)
    if all(n == 0 or n >= ambang for n in semua):
        return samarkan(terlihat, ambang)
    return f"sedikitnya {samarkan(terlihat, ambang)}" if terlihat else "sedikit"


def median(nilai: Iterable[float]) -> float | None:
    """The middle value; between two, half way. None of nothing."""
    urut = sorted(nilai)
    if not urut:
        return None
    tengah = len(urut) // 2
    return urut[tengah] if len(urut) % 2 else (urut[tengah - 1] + urut[tengah]) / 2

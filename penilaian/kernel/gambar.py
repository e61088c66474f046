"""Geometry of charts: numbers to whole pixels. What is drawn stands in a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

LEBAR_PITA = 240
SERATUS = 100


@dataclass(frozen=True)
class Pita:
    """From the lightest to the heaviest post; ``penuh`` is where load equals the people."""

    kiri: int
    lebar: int
    tengah: int
    rata: int
    penuh: int
    terpotong: bool  # the heaviest lies beyond the right end


def pita(
    terendah: Fraction, tengah: Fraction, rata: Fraction, tertinggi: Fraction, *, skala_persen: int
) -> Pita:
    """A spread of EJ on a line whose right end is so many percent."""

    def x(nilai: Fraction) -> int:
        return min(round(nilai * SERATUS * LEBAR_PITA / skala_persen), LEBAR_PITA)

    kiri = x(terendah)
    return Pita(
        kiri=kiri,
        lebar=max(x(tertinggi) - kiri, 2),
        tengah=x(tengah),
        rata=x(rata),
        penuh=x(Fraction(1)),
        terpotong=tertinggi * SERATUS > skala_persen,
    )


def batang(nilai: Fraction, *, skala_persen: int) -> int:
    """Length of one EJ as a bar."""
    return min(round(nilai * SERATUS * LEBAR_PITA / skala_persen), LEBAR_PITA)


TINGGI, LEBAR = 200, 560
KIRI, ATAS, BAWAH = 64, 14, 30
_LANGKAH = (1, 2, 5)


@dataclass(frozen=True)
class Garis:
    """A line through the years: its points as an SVG attribute, and each with its value."""

    titik: str
    tempat: tuple[tuple[int, int, int], ...]  # x, y, value


@dataclass(frozen=True)
class Batang:
    """Two bars of one year, side by side, from one floor."""

    x_kurang: int
    y_kurang: int
    tinggi_kurang: int
    x_lebih: int
    y_lebih: int
    tinggi_lebih: int
    lebar: int
    kurang: int
    lebih: int
    tahun: int
    x_tahun: int


@dataclass(frozen=True)
class Sumbu:
    """Marks of the vertical axis: y and value; and where the floor lies."""

    tanda: tuple[tuple[int, int], ...]
    lantai: int


def langkah_bulat(rentang: int, banyak: int = 4) -> int:
    """The smallest of 1, 2, 5, 10, 20 ... that divides the span into at most so many steps."""
    pangkat = 1
    while True:
        for angka in _LANGKAH:
            if angka * pangkat * banyak >= rentang:
                return angka * pangkat
        pangkat *= 10


def sumbu(dari: int, sampai: int) -> tuple[Sumbu, int, int]:
    """The axis and the rounded ends it covers."""
    langkah = langkah_bulat(max(sampai - dari, 1))
    bawah = dari // langkah * langkah
    atas = -(-sampai // langkah) * langkah
    atas = atas if atas > bawah else bawah + langkah
    tanda = tuple((y(n, bawah, atas), n) for n in range(bawah, atas + 1, langkah))
    return Sumbu(tanda, TINGGI - BAWAH), bawah, atas


def y(nilai: int, bawah: int, atas: int) -> int:
    """Height of a value between the ends of the axis."""
    tinggi = TINGGI - ATAS - BAWAH
    return TINGGI - BAWAH - round((nilai - bawah) * tinggi / (atas - bawah))


def x(nomor: int, banyak: int) -> int:
    """Middle of the nth of so many years."""
    return KIRI + round((nomor + 0.5) * (LEBAR - KIRI) / banyak)


def garis(nilai: Sequence[int], bawah: int, atas: int) -> Garis:
    """Years from left to right."""
    tempat = tuple((x(i, len(nilai)), y(n, bawah, atas), n) for i, n in enumerate(nilai))
    return Garis(" ".join(f"{a},{b}" for a, b, _ in tempat), tempat)


def batang_kembar(
    baris: Sequence[tuple[int, int, int]], bawah: int, atas: int
) -> tuple[Batang, ...]:
    """(year, shortage, excess) side by side: two amounts, never one against the other."""
    lebar = min((LEBAR - KIRI) // len(baris) // 3, 34)
    hasil = []
    for i, (tahun, kurang, lebih) in enumerate(baris):
        tengah, yk, yl = x(i, len(baris)), y(kurang, bawah, atas), y(lebih, bawah, atas)
        lantai = TINGGI - BAWAH
        hasil.append(
            Batang(
                tengah - lebar - 1, yk, lantai - yk, tengah + 1, yl, lantai - yl,
                lebar, kurang, lebih, tahun, tengah,
            )
        )  # fmt: skip
    return tuple(hasil)

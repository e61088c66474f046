"""What every method of needs gives back: an exact number, rounded once, with all it came from.

Arithmetic is done in fractions. People and the four decimals that are stored come out at the very
end, so no result depends on the order of its tasks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Any, Generic, TypeVar

Bilangan = int | str | float | Decimal | Fraction
B = TypeVar("B", covariant=True)


def pecahan(nilai: Bilangan) -> Fraction:
    """Exactly what is written: 0.1 is one tenth, not its binary neighbour."""
    return Fraction(Decimal(str(nilai))) if isinstance(nilai, float) else Fraction(nilai)


def setengah_naik(nilai: Fraction) -> int:
    """Half-up for a number that is not negative: 0.5 is one."""
    return (2 * nilai.numerator + nilai.denominator) // (2 * nilai.denominator)


def desimal(nilai: Fraction, angka: int = 4) -> Decimal:
    """So many decimals, half away from zero, from the unrounded number."""
    atas, bawah = abs(nilai.numerator) * 10**angka, nilai.denominator
    skala = (2 * atas + bawah) // (2 * bawah)
    return Decimal(-skala if nilai < 0 else skala).scaleb(-angka)


def angka(nilai: Fraction | int, desimal_maks: int = 4) -> str:
    """A number as a sentence writes it: 1.250,5 and no trailing zeros."""
    bulat, _, pecah = str(desimal(Fraction(nilai), desimal_maks)).partition(".")
    pecah = pecah.rstrip("0")
    ribuan = f"{int(bulat):,}".replace(",", ".")
    tanda = "-" if nilai < 0 and not ribuan.startswith("-") and (pecah or int(bulat)) else ""
    return tanda + (f"{ribuan},{pecah}" if pecah else ribuan)


class Pembulatan(StrEnum):
    """How an exact need became people."""

    SETENGAH_NAIK = "setengah_naik"
    NAIK = "naik"
    WISN = "wisn"  # down while the fraction is no heavier than the whole posts can carry
    GURU = "guru"  # by the hours each teacher would then carry
    TABEL = "tabel"  # whole numbers of a published table


def bulatkan(nilai: Fraction, cara: Pembulatan, batas: Mapping[int, Fraction]) -> int:
    """People; ``batas`` is read by WISN only: the fraction still rounded down after n posts.

    The row of the largest n speaks for every larger one.
    """
    if cara is Pembulatan.SETENGAH_NAIK:
        return setengah_naik(nilai)
    if cara is Pembulatan.NAIK:
        return ceil(nilai)
    if cara is Pembulatan.WISN:
        utuh = floor(nilai)
        return utuh if nilai - utuh <= batas[min(utuh, max(batas))] else utuh + 1
    raise ValueError(f"pembulatan {cara.value} tidak berlaku untuk cara hitung ini")


class Metode(StrEnum):
    """How a need was computed."""

    HASIL_KERJA = "hasil_kerja"
    OBJEK_KERJA = "objek_kerja"
    PERALATAN_KERJA = "peralatan_kerja"
    TUGAS_PER_TUGAS = "tugas_per_tugas"
    WISN = "wisn"
    WISN_81 = "wisn_81"
    ABK_KES = "abk_kes"
    GURU = "guru"
    PUSKESMAS = "puskesmas"

    @property
    def sumber(self) -> str:
        """The source of `sumber.URUTAN` under which a need of this method is kept."""
        if self in {Metode.WISN, Metode.WISN_81}:
            return "wisn"
        return self.value if self in {Metode.GURU, Metode.PUSKESMAS} else "abk"


@dataclass(frozen=True)
class Tetapan:
    """A constant that was used: its name, its value as stored, the text it stands on."""

    nama: str
    nilai: Any
    dasar: str = ""


class Tingkat(StrEnum):
    """Whether a row can be used at all."""

    TOLAK = "tolak"
    PERINGATAN = "peringatan"


@dataclass(frozen=True)
class TemuanHitung:
    """Something odd, as a code for counting and a sentence for people; ``kolom`` as in the file.

    ``baris`` is the place of the line it speaks of, from 0; None when it speaks of the whole.
    """

    kode: str
    pesan: str
    tingkat: Tingkat = Tingkat.PERINGATAN
    kolom: str = ""
    baris: int | None = None


@dataclass(frozen=True)
class Hitungan(Generic[B]):
    """A need with its whole origin. ``baris`` are the lines of the method, in the order given."""

    metode: Metode
    nilai: Fraction
    bulat: int
    pembulatan: Pembulatan
    tetapan: tuple[Tetapan, ...]
    baris: tuple[B, ...]
    temuan: tuple[TemuanHitung, ...] = ()

    @property
    def mentah(self) -> Decimal:
        """The need as it is stored and shown: 4 decimals."""
        return desimal(self.nilai)

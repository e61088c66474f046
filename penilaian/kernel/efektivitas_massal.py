"""`efektivitas` for thousands of posts at once: the same exact values, in whole numbers.

A load in people is a numerator over a denominator, kept unreduced: what a Fraction spends on
finding common divisors at every step is most of an analysis. A test holds both ways against each
other.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from penilaian.kernel.tetapan import KetentuanKebutuhan

EMPAT = 10_000


class Orang(NamedTuple):
    """People, exactly: ``atas`` over ``bawah``, neither of them negative."""

    atas: int
    bawah: int

    @classmethod
    def dari_menit(cls, menit: str, jke: int) -> Orang:
        """A stored load of a year over the JKE it was computed with."""
        atas, _, bawah = menit.partition("/")
        if atas.isdecimal() and (bawah.isdecimal() or not bawah):
            return cls(int(atas), int(bawah or 1) * jke)
        return cls.dari(Fraction(menit) / jke)

    @classmethod
    def dari(cls, nilai: Fraction) -> Orang:
        """From an exact number."""
        return cls(nilai.numerator, nilai.denominator)

    def per(self, pemangku: int) -> Orang:
        """EJ: the share of this load that falls on each of the holders (at least one)."""
        return Orang(self.atas, self.bawah * pemangku)

    @property
    def teks(self) -> str:
        """4 decimals, half-up from the unrounded number."""
        skala = (2 * self.atas * EMPAT + self.bawah) // (2 * self.bawah)
        return f"{skala // EMPAT}.{skala % EMPAT:04d}"


def jumlahkan_orang(semua: Collection[Orang]) -> Orang:
    """The sum over the least common denominator."""
    sekutu = lcm(*{bawah for _, bawah in semua})
    return Orang(sum(atas * (sekutu // bawah) for atas, bawah in semua), sekutu)


class Kelas:
    """The classes of a day's constants, ready for many values."""

    def __init__(self, k: KetentuanKebutuhan) -> None:
        self._batas = [
            (s.kelas, s.batas.numerator, s.batas.denominator, s.termasuk) for s in k.kelas_ej
        ]

    def dari(self, ej: Orang) -> str:
        """The class of the unrounded value."""
        for kelas, atas, bawah, termasuk in self._batas:
            kiri, kanan = ej.atas * bawah, atas * ej.bawah
            if kiri > kanan or (termasuk and kiri == kanan):
                return kelas
        raise ValueError("batas kelas tidak mencakup nol")

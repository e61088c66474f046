"""Effective working time: from the calendar and the office week to minutes a year.

The arithmetic gives 1.233,75 or 1.255,625 hours; a regulation then adopts a round figure (1.250,
1.200). Both are kept: the derivation can be audited, the adopted figure is what counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.hitungan import Bilangan, Tetapan, desimal, pecahan
from penilaian.kernel.tetapan import KetentuanKebutuhan

MENIT_SEJAM = 60
_HARI_KALENDER = 365
_PEKAN = 52
_SEPEKAN = 7


@dataclass(frozen=True)
class Kalender:
    """Days of one year before and after what is taken off, each loss by its name."""

    hari_kotor: Fraction
    potongan: Mapping[str, Fraction]

    @classmethod
    def pekan(
        cls, hari_per_pekan: Bilangan, potongan: Mapping[str, Bilangan], *, pekan: Bilangan = _PEKAN
    ) -> Kalender:
        """As ABK-Kes and WISN count: weeks x working days (260, 312)."""
        return cls(pecahan(pekan) * pecahan(hari_per_pekan), _potongan(potongan))

    @classmethod
    def setahun(
        cls, libur_mingguan: Bilangan, potongan: Mapping[str, Bilangan],
        *, hari: Bilangan = _HARI_KALENDER,
    ) -> Kalender:  # fmt: skip
        """As KEP/75 counts: the calendar less the weekly days off (104, 52)."""
        return cls(pecahan(hari) - pecahan(libur_mingguan), _potongan(potongan))

    @property
    def hari_bersih(self) -> Fraction:
        """Days a person is at work."""
        return self.hari_kotor - sum(self.potongan.values(), Fraction())


def _potongan(isi: Mapping[str, Bilangan]) -> dict[str, Fraction]:
    return {nama: pecahan(hari) for nama, hari in isi.items()}


@dataclass(frozen=True)
class WaktuKerja:
    """Working time of a year. ``jam_per_pekan`` is None where the day's hours were given."""

    kalender: Kalender
    jam_per_pekan: Fraction | None
    jam_per_hari: Fraction
    tetapan: tuple[Tetapan, ...] = ()

    @property
    def hari(self) -> Fraction:
        """Working days a year."""
        return self.kalender.hari_bersih

    @property
    def jam(self) -> Fraction:
        """Hours a year."""
        return self.hari * self.jam_per_hari

    @property
    def menit(self) -> Fraction:
        """Minutes a year, as computed and not yet adopted."""
        return self.jam * MENIT_SEJAM

    @property
    def jam_setahun(self) -> Decimal:
        """Hours a year, 4 decimals."""
        return desimal(self.jam)


def jam_efektif(jam_formal: Bilangan, kelonggaran_persen: Bilangan) -> Fraction:
    """Formal hours less what rest, prayer and fatigue take."""
    return pecahan(jam_formal) * (1 - pecahan(kelonggaran_persen) / 100)


def waktu_kerja(
    kalender: Kalender, *, jam_formal_minggu: Bilangan, kelonggaran_persen: Bilangan,
    hari_per_pekan: Bilangan,
) -> WaktuKerja:  # fmt: skip
    """Days x effective hours a day, the week spread over its working days."""
    seminggu = jam_efektif(jam_formal_minggu, kelonggaran_persen)
    return WaktuKerja(kalender, seminggu, seminggu / pecahan(hari_per_pekan))


def waktu_tersedia(kalender: Kalender, *, jam_per_hari: Bilangan) -> WaktuKerja:
    """WISN's available working time: days x the hours of a day, no allowance taken yet."""
    return WaktuKerja(kalender, None, pecahan(jam_per_hari))


@dataclass(frozen=True)
class PenurunanJke:
    """How the JKE comes about: what arithmetic gives, and what was adopted."""

    dihitung: WaktuKerja
    ditetapkan_menit: Fraction
    tetapan: tuple[Tetapan, ...]

    @property
    def beda_menit(self) -> Fraction:
        """Adopted minus computed: administrative rounding, shown and not hidden."""
        return self.ditetapkan_menit - self.dihitung.menit


def turunkan_jke(k: KetentuanKebutuhan, *, hari_per_pekan: int) -> PenurunanJke:
    """The derivation behind the general JKE, for a week of 5 or 6 days."""
    kalender = Kalender.setahun(
        _PEKAN * (_SEPEKAN - hari_per_pekan),
        {"libur nasional": k.hari_libur_nasional, "cuti tahunan": k.hari_cuti_tahunan},
    )
    dihitung = waktu_kerja(
        kalender,
        jam_formal_minggu=k.menit_kerja_formal_minggu / MENIT_SEJAM,
        kelonggaran_persen=k.kelonggaran_persen,
        hari_per_pekan=hari_per_pekan,
    )
    nama = (
        "jke_menit", "menit_kerja_formal_minggu", "kelonggaran_persen", "hari_libur_nasional",
        "hari_cuti_tahunan",
    )  # fmt: skip
    return PenurunanJke(dihitung, k.jke_menit, k.pakai(*nama))

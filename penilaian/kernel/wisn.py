"""WISN: staff by workload (WHO 2010), and its older Indonesian form (Kepmenkes 81/2004).

WHO multiplies by the work all members share (CAF) and adds the work of some (IAF); Kepmenkes 81
adds one share for everything. Both read the same rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.abk import BarisTugas
from penilaian.kernel.hitungan import (
    Bilangan,
    Hitungan,
    Metode,
    Pembulatan,
    Tetapan,
    bulatkan,
    desimal,
    pecahan,
)
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.waktu import MENIT_SEJAM, WaktuKerja

_BULAN = 12


@dataclass(frozen=True)
class Kegiatan:
    """A health activity: how often a year, and the minutes one takes."""

    nama: str
    setahun: Fraction
    menit: Fraction

    @classmethod
    def isi(cls, nama: str, setahun: Bilangan, menit: Bilangan) -> Kegiatan:
        """From plain numbers."""
        return cls(nama, pecahan(setahun), pecahan(menit))


def dari_abk(baris: Sequence[BarisTugas]) -> tuple[Kegiatan, ...]:
    """The rows of an ABK as activities: ABK and WISN side by side from the same rows."""
    return tuple(Kegiatan(b.tugas.uraian, b.volume_setahun, b.tugas.norma) for b in baris)


@dataclass(frozen=True)
class BebanBaku:
    """An activity with its standard workload (SBK): how many one person manages in a year."""

    kegiatan: Kegiatan
    baku: Fraction

    @property
    def orang(self) -> Fraction:
        """Staff this activity alone asks for, before allowances."""
        return self.kegiatan.setahun / self.baku


def beban_baku(kegiatan: Kegiatan, waktu: WaktuKerja) -> BebanBaku:
    """Available minutes over minutes per unit; both in minutes, whatever the form printed."""
    if kegiatan.menit <= 0:
        raise ValueError(f"{kegiatan.nama}: waktu per kegiatan harus lebih dari nol.")
    return BebanBaku(kegiatan, waktu.menit / kegiatan.menit)


@dataclass(frozen=True)
class Kelonggaran:
    """Support work that all members share (CAS), as a share of working time."""

    nama: str
    bagian: Fraction

    @classmethod
    def menit_sehari(cls, nama: str, menit: Bilangan, waktu: WaktuKerja) -> Kelonggaran:
        """So many minutes of every working day."""
        return cls(nama, pecahan(menit) / (waktu.jam_per_hari * MENIT_SEJAM))

    @classmethod
    def jam_seminggu(cls, nama: str, jam: Bilangan, jam_kerja_seminggu: Bilangan) -> Kelonggaran:
        """So many hours of every working week."""
        return cls(nama, pecahan(jam) / pecahan(jam_kerja_seminggu))

    @classmethod
    def jam_sebulan(cls, nama: str, jam: Bilangan, waktu: WaktuKerja) -> Kelonggaran:
        """So many hours every month of the year."""
        return cls(nama, pecahan(jam) * _BULAN / waktu.jam)

    @classmethod
    def jam_setahun(cls, nama: str, jam: Bilangan, waktu: WaktuKerja) -> Kelonggaran:
        """So many hours a year."""
        return cls(nama, pecahan(jam) / waktu.jam)

    @classmethod
    def hari_setahun(cls, nama: str, hari: Bilangan, waktu: WaktuKerja) -> Kelonggaran:
        """So many days a year."""
        return cls(nama, pecahan(hari) / waktu.hari)


@dataclass(frozen=True)
class KelonggaranPerorangan:
    """Additional work of certain members (IAS): how many of them, hours a year each."""

    nama: str
    orang: Fraction
    jam_setahun: Fraction

    @classmethod
    def isi(cls, nama: str, orang: Bilangan, jam_setahun: Bilangan) -> KelonggaranPerorangan:
        """From plain numbers."""
        return cls(nama, pecahan(orang), pecahan(jam_setahun))


@dataclass(frozen=True)
class HitunganWisn(Hitungan[BebanBaku]):
    """A WISN need with its three terms: (A) basic, (B) category factor, (C) individual factor."""

    waktu: WaktuKerja | None = None
    dasar: Fraction = Fraction()
    faktor_kategori: Fraction = Fraction(1)
    faktor_perorangan: Fraction = Fraction()
    kelonggaran: tuple[Kelonggaran | KelonggaranPerorangan, ...] = ()


def wisn(
    kegiatan: Sequence[Kegiatan],
    waktu: WaktuKerja,
    k: KetentuanKebutuhan,
    *,
    kategori: Sequence[Kelonggaran] = (),
    perorangan: Sequence[KelonggaranPerorangan] = (),
    pembulatan: Pembulatan = Pembulatan.WISN,
) -> HitunganWisn:
    """WHO 2010: A x B + C."""
    baris = tuple(beban_baku(satu, waktu) for satu in kegiatan)
    dasar = sum((b.orang for b in baris), Fraction())
    kali = faktor_kategori(kategori)
    tambah = sum((p.orang * p.jam_setahun for p in perorangan), Fraction()) / waktu.jam
    nilai = dasar * kali + tambah
    bulat = bulatkan(nilai, pembulatan, k.wisn_batas_bulat)
    tetapan = k.pakai("wisn_batas_bulat") if pembulatan is Pembulatan.WISN else ()
    return HitunganWisn(
        Metode.WISN, nilai, bulat, pembulatan, tetapan, baris,
        waktu=waktu, dasar=dasar, faktor_kategori=kali, faktor_perorangan=tambah,
        kelonggaran=(*kategori, *perorangan),
    )  # fmt: skip


def wisn_81(
    kegiatan: Sequence[Kegiatan],
    waktu: WaktuKerja,
    *,
    kelonggaran: Sequence[Kelonggaran] = (),
    pembulatan: Pembulatan = Pembulatan.SETENGAH_NAIK,
) -> HitunganWisn:
    """Kepmenkes 81/2004: A + standar kelonggaran."""
    baris = tuple(beban_baku(satu, waktu) for satu in kegiatan)
    dasar = sum((b.orang for b in baris), Fraction())
    tambah = sum((satu.bagian for satu in kelonggaran), Fraction())
    nilai = dasar + tambah
    return HitunganWisn(
        Metode.WISN_81, nilai, bulatkan(nilai, pembulatan, {}), pembulatan, (), baris,
        waktu=waktu, dasar=dasar, faktor_perorangan=tambah, kelonggaran=tuple(kelonggaran),
    )  # fmt: skip


def faktor_kategori(kategori: Sequence[Kelonggaran]) -> Fraction:
    """CAF = 1 / (1 - sum of CAS); support work that fills the whole year leaves no time."""
    bagian = sum((satu.bagian for satu in kategori), Fraction())
    if bagian >= 1:
        raise ValueError("Kelonggaran menghabiskan seluruh waktu kerja tersedia.")
    return 1 / (1 - bagian)


@dataclass(frozen=True)
class RasioWisn:
    """Staff there are against staff required; below 1 the work presses."""

    tersedia: int
    kebutuhan: int
    rasio: Fraction | None
    keadaan: str
    tetapan: tuple[Tetapan, ...]

    @property
    def selisih(self) -> int:
        """Existing minus required; negative is a shortage."""
        return self.tersedia - self.kebutuhan

    @property
    def nilai(self) -> Decimal | None:
        """The ratio, 4 decimals; None where nothing is required."""
        return None if self.rasio is None else desimal(self.rasio)


def rasio_wisn(tersedia: int, kebutuhan: int, k: KetentuanKebutuhan) -> RasioWisn:
    """The WISN ratio and its name: kritis, hampir cukup, cukup, or berlebih."""
    tetapan = k.pakai("wisn_rasio_kritis")
    if kebutuhan == 0:
        return RasioWisn(tersedia, 0, None, "berlebih" if tersedia else "cukup", tetapan)
    rasio = Fraction(tersedia, kebutuhan)
    if rasio < k.wisn_rasio_kritis:
        keadaan = "kritis"
    elif rasio < 1:
        keadaan = "hampir cukup"
    else:
        keadaan = "cukup" if rasio == 1 else "berlebih"
    return RasioWisn(tersedia, kebutuhan, rasio, keadaan, tetapan)

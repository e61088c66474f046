"""Analisis beban kerja: the four approaches (metode-pengukuran 1.3).

A need is rounded once, on the total of the post, never per task. Hasil kerja and objek kerja are
tugas per tugas with a single task: standar kemampuan = waktu kerja / norma waktu.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

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


class Periode(StrEnum):
    """For which time a volume is stated."""

    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"


# What an import file of kind `abk` may say; the forms on screen know all six.
PERIODE_BERKAS = frozenset({Periode.HARI, Periode.MINGGU, Periode.BULAN, Periode.TAHUN})


class TidakSebanding(ValueError):
    """Two figures of different unit or period were put against each other; says which."""


@dataclass(frozen=True)
class Tugas:
    """One task of a post: how often it yields its result, and the minutes one result takes."""

    uraian: str
    satuan: str
    volume: Fraction
    periode: Periode
    norma: Fraction

    @classmethod
    def isi(
        cls, uraian: str, satuan: str, volume: Bilangan, periode: Periode, norma: Bilangan
    ) -> Tugas:
        """From plain numbers."""
        return cls(uraian, satuan, pecahan(volume), periode, pecahan(norma))


@dataclass(frozen=True)
class BarisTugas:
    """A task carried through: volume and minutes a year, and the people they make."""

    tugas: Tugas
    pengali: Fraction
    menit: Fraction
    orang: Fraction

    @property
    def volume_setahun(self) -> Fraction:
        """Results a year."""
        return self.tugas.volume * self.pengali

    @property
    def mentah(self) -> Decimal:
        """People, 4 decimals, for show only: sums are made from ``orang``."""
        return desimal(self.orang)


def dari_tugas(
    tugas: Sequence[Tugas],
    k: KetentuanKebutuhan,
    *,
    pembulatan: Pembulatan = Pembulatan.SETENGAH_NAIK,
    wajib: bool = False,
) -> Hitungan[BarisTugas]:
    """Tugas per tugas jabatan: sum of volume a year x norm, over the minutes one person works.

    ``wajib``: a post that must exist has at least one seat, whatever its load.
    """
    baris = tuple(_baris(satu, k) for satu in tugas)
    nilai = sum((b.orang for b in baris), Fraction())
    bulat = bulatkan(nilai, pembulatan, k.wisn_batas_bulat)
    nama = ["jke_menit", "pengali_periode"]
    if pembulatan is Pembulatan.WISN:
        nama.append("wisn_batas_bulat")
    return Hitungan(
        Metode.TUGAS_PER_TUGAS,
        nilai,
        max(bulat, 1) if wajib else bulat,
        pembulatan,
        k.pakai(*nama),
        baris,
    )


def _baris(tugas: Tugas, k: KetentuanKebutuhan) -> BarisTugas:
    pengali = k.pengali_periode[tugas.periode]
    menit = tugas.volume * pengali * tugas.norma
    return BarisTugas(tugas, pengali, menit, menit / k.jke_menit)


def menit_setahun(hitungan: Hitungan[BarisTugas]) -> Fraction:
    """The load of the post: what EJ sets against its holders."""
    return sum((b.menit for b in hitungan.baris), Fraction())


@dataclass(frozen=True)
class Takaran:
    """A count with its unit and its period: 50 berkas per hari."""

    jumlah: Fraction
    satuan: str
    periode: Periode

    @classmethod
    def isi(cls, jumlah: Bilangan, satuan: str, periode: Periode) -> Takaran:
        """From a plain number."""
        return cls(pecahan(jumlah), satuan, periode)

    def setahun(self, k: KetentuanKebutuhan) -> Takaran:
        """The same for a whole year: the explicit step before two periods may meet."""
        kali = k.pengali_periode[self.periode] / k.pengali_periode[Periode.TAHUN]
        return Takaran(self.jumlah * kali, self.satuan, Periode.TAHUN)


@dataclass(frozen=True)
class BarisTakaran:
    """A load against what one person manages."""

    beban: Takaran
    kemampuan: Takaran
    orang: Fraction


def dari_hasil_kerja(
    beban: Takaran,
    kemampuan: Takaran,
    *,
    pembulatan: Pembulatan = Pembulatan.SETENGAH_NAIK,
) -> Hitungan[BarisTakaran]:
    """Hasil kerja: results to be made over results one person makes, same unit and period."""
    return _takaran(Metode.HASIL_KERJA, beban, kemampuan, pembulatan)


def dari_objek_kerja(
    objek: Takaran,
    kemampuan: Takaran,
    *,
    pembulatan: Pembulatan = Pembulatan.SETENGAH_NAIK,
) -> Hitungan[BarisTakaran]:
    """Objek kerja: objects served over objects one person serves, same unit and period."""
    return _takaran(Metode.OBJEK_KERJA, objek, kemampuan, pembulatan)


def _takaran(
    metode: Metode, beban: Takaran, kemampuan: Takaran, pembulatan: Pembulatan
) -> Hitungan[BarisTakaran]:
    if beban.satuan.casefold() != kemampuan.satuan.casefold():
        raise TidakSebanding(
            f"Beban dihitung dalam {beban.satuan}, standar kemampuan dalam {kemampuan.satuan}. "
            "Keduanya harus memakai satuan yang sama."
        )
    if beban.periode is not kemampuan.periode:
        raise TidakSebanding(
            f"Beban dihitung per {beban.periode}, standar kemampuan per {kemampuan.periode}. "
            "Ubah salah satunya ke periode yang sama lebih dahulu."
        )
    if kemampuan.jumlah <= 0:
        raise TidakSebanding("Standar kemampuan harus lebih dari nol.")
    orang = beban.jumlah / kemampuan.jumlah
    bulat = bulatkan(orang, pembulatan, {})
    baris = (BarisTakaran(beban, kemampuan, orang),)
    return Hitungan(metode, orang, bulat, pembulatan, (), baris)


@dataclass(frozen=True)
class Alat:
    """Tools of one kind and how many people so many of them ask for (RPK): 1 orang per 5 mobil."""

    nama: str
    jumlah: Fraction
    orang: Fraction
    per_alat: Fraction

    @classmethod
    def isi(cls, nama: str, jumlah: Bilangan, *, orang: Bilangan, per_alat: Bilangan) -> Alat:
        """From plain numbers."""
        return cls(nama, pecahan(jumlah), pecahan(orang), pecahan(per_alat))


@dataclass(frozen=True)
class BarisAlat:
    """One kind of tool and the people it asks for."""

    alat: Alat
    orang: Fraction


def dari_peralatan(
    alat: Sequence[Alat],
    *,
    pembulatan: Pembulatan = Pembulatan.SETENGAH_NAIK,
) -> Hitungan[BarisAlat]:
    """Peralatan kerja: tools x people per tool, over every kind of tool the post operates.

    The ratio belongs to each tool as the agency set it, so it stands in the lines.
    """
    for satu in alat:
        if satu.per_alat <= 0:
            raise TidakSebanding(f"Rasio penggunaan {satu.nama} harus lebih dari nol.")
    baris = tuple(BarisAlat(a, a.jumlah * a.orang / a.per_alat) for a in alat)
    nilai = sum((b.orang for b in baris), Fraction())
    bulat = bulatkan(nilai, pembulatan, {})
    return Hitungan(Metode.PERALATAN_KERJA, nilai, bulat, pembulatan, (), baris)


def jke_sama(hitungan: Sequence[Hitungan[BarisTugas]]) -> bool:
    """Whether one round of ABK was computed with one JKE (metode-pengukuran 1.6, rule 6)."""
    return len({_jke(satu.tetapan) for satu in hitungan}) < 2


def _jke(tetapan: Sequence[Tetapan]) -> Fraction:
    return next(pecahan(t.nilai) for t in tetapan if t.nama == "jke_menit")

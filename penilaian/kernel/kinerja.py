"""Performance: the number of PP 30/2019, the matrix of PermenPANRB 6/2022, the pattern of a unit.

SKP are written and rated in e-Kinerja; here its results are checked against the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from penilaian.kernel.hitungan import angka
from penilaian.kernel.kata import daftar
from penilaian.kernel.tetapan_nilai import BatasPola, KetentuanPenilaian, Macam


class Rating(StrEnum):
    """Of hasil kerja and of perilaku kerja, as e-Kinerja writes it."""

    DI_ATAS = "DI ATAS EKSPEKTASI"
    SESUAI = "SESUAI EKSPEKTASI"
    DI_BAWAH = "DI BAWAH EKSPEKTASI"


class Predikat(StrEnum):
    """Of a person under PermenPANRB 6/2022."""

    SANGAT_BAIK = "SANGAT BAIK"
    BAIK = "BAIK"
    BUTUH_PERBAIKAN = "BUTUH PERBAIKAN"
    KURANG = "KURANG"
    SANGAT_KURANG = "SANGAT KURANG"


class PredikatOrganisasi(StrEnum):
    """Of a unit; it fixes the pattern of its people's predicates."""

    ISTIMEWA = "ISTIMEWA"
    BAIK = "BAIK"
    BUTUH_PERBAIKAN = "BUTUH PERBAIKAN"
    KURANG = "KURANG"
    SANGAT_KURANG = "SANGAT KURANG"


class NilaiMustahil(ValueError):
    """A number outside what the regulation knows; its text is the sentence to show."""


# --- PP 30/2019 ----------------------------------------------------------------------------------
PP30_TERBAIK = "SANGAT BAIK"  # asks for a new idea or way of working besides the number
PP30_TERENDAH = "SANGAT KURANG"  # whatever is below the last limit


def bobot_pp30(k: KetentuanPenilaian, *, rekan_dan_bawahan: bool) -> tuple[Decimal, Decimal]:
    """Percent of SKP and of perilaku, by whether peers and direct subordinates were asked."""
    kata = "dengan rekan dan bawahan" if rekan_dan_bawahan else "tanpa rekan dan bawahan"
    skp = k.pp30_bobot_skp[kata]
    return skp, 100 - skp


def nilai_pp30(skp: Decimal, perilaku: Decimal, bobot: tuple[Decimal, Decimal]) -> Decimal:
    """b1 x SKP + b2 x perilaku, exact; NilaiMustahil when the weights do not sum to 100."""
    if sum(bobot) != 100:
        kata = " dan ".join(angka(Fraction(satu)) for satu in bobot)
        raise NilaiMustahil(f"Bobot {kata} persen tidak berjumlah 100.")
    return (bobot[0] * skp + bobot[1] * perilaku) / 100


def predikat_pp30(nilai: Decimal, k: KetentuanPenilaian, *, inovasi: bool) -> str:
    """By the unrounded number; without ``inovasi`` the best a number can give is BAIK."""
    if not 0 <= nilai <= k.pp30_nilai_maks:
        raise NilaiMustahil(
            f"Nilai kinerja {angka(Fraction(nilai))} di luar 0 sampai "
            f"{angka(Fraction(k.pp30_nilai_maks))}."
        )
    for predikat, batas in k.pp30_batas_predikat.items():
        if nilai >= batas and (inovasi or predikat != PP30_TERBAIK):
            return predikat
    return PP30_TERENDAH


# --- PermenPANRB 6/2022 --------------------------------------------------------------------------
def predikat_matriks(hasil: str, perilaku: str, k: KetentuanPenilaian) -> str | None:
    """The predicate of the two ratings; None when one of them is not known."""
    return k.matriks_predikat.get((hasil, perilaku))


def bertentangan(hasil: str, perilaku: str, predikat: str, k: KetentuanPenilaian) -> str | None:
    """The sentence that shows a printed predicate against its matrix; None when they agree.

    A rating that is not known contradicts nothing: `predikat_matriks` is None then.
    """
    menurut = predikat_matriks(hasil, perilaku, k)
    if menurut is None or not predikat or menurut == predikat:
        return None
    return (
        f"Tercatat {predikat.title()}, sedangkan hasil kerja {hasil.lower()} dan perilaku "
        f"{perilaku.lower()} menurut matriks {menurut.title()}."
    )


@dataclass(frozen=True)
class HasilDistribusi:
    """A unit against its pattern. ``lolos`` None: nobody has a predicate yet."""

    lolos: bool | None
    kalimat: tuple[str, ...]
    jumlah: int
    toleransi: int  # persons by which a percentage may be missed


def periksa_distribusi(
    organisasi: str, banyak: Mapping[str, int], k: KetentuanPenilaian
) -> HasilDistribusi:
    """Warnings about how a unit's predicates are spread; they refuse nothing.

    ``banyak``: persons by predicate. Percentages are compared exactly. In a unit too small to meet
    them every limit may be missed by the tolerance, except a limit of zero percent: that one can
    always be met. LookupError for a predicate of an organisation without a pattern.
    """
    jumlah = sum(banyak.values())
    if any(orang < 0 for orang in banyak.values()):
        raise NilaiMustahil("Jumlah pegawai tidak dapat di bawah nol.")
    if not jumlah:
        return HasilDistribusi(None, ("Belum ada pegawai yang berpredikat.",), 0, 0)
    toleransi = k.distribusi_toleransi_orang if jumlah < k.distribusi_unit_kecil else 0
    kalimat = []
    for batas in k.distribusi[organisasi]:
        orang = sum(banyak.get(predikat, 0) for predikat in batas.predikat)
        if not _memenuhi(batas, orang, jumlah, toleransi):
            kalimat.append(_kalimat(batas, orang, jumlah, organisasi))
    return HasilDistribusi(not kalimat, tuple(kalimat), jumlah, toleransi)


def _memenuhi(batas: BatasPola, orang: int, jumlah: int, toleransi: int) -> bool:
    if batas.macam is Macam.ADA:
        return orang + toleransi >= batas.angka
    if batas.macam is Macam.MINIMAL:
        return (orang + toleransi) * 100 >= batas.angka * jumlah
    longgar = toleransi if batas.angka else 0
    return (orang - longgar) * 100 <= batas.angka * jumlah


def _kalimat(batas: BatasPola, orang: int, jumlah: int, organisasi: str) -> str:
    """What is, what the pattern asks: figures in the sentence."""
    sambung = "atau" if batas.macam is Macam.ADA else "dan"
    nama = daftar((satu.title() for satu in batas.predikat), sambung)
    pola = f"pada organisasi berpredikat {organisasi.title()}"
    if batas.macam is Macam.ADA:
        return f"{nama}: {orang} dari {jumlah} pegawai; {pola} paling sedikit {batas.angka} orang."
    kata = "paling banyak" if batas.macam is Macam.MAKSIMAL else "paling sedikit"
    persen = angka(Fraction(100 * orang, jumlah), 1)
    return f"{nama}: {orang} dari {jumlah} pegawai ({persen}%); {pola} {kata} {batas.angka}%."

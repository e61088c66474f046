"""ABK-Kes (Permenkes 33/2015): main tasks over their standard workload, times the support standard.

Support work is a factor here and a task in the general ABK: counted in one of them, never in both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from penilaian.kernel.abk import BarisTugas
from penilaian.kernel.hitungan import Bilangan, Hitungan, Metode, Pembulatan, bulatkan, pecahan
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.wisn import Kegiatan


@dataclass(frozen=True)
class Penunjang:
    """A support task of the kind of staff: minutes a year."""

    nama: str
    menit_setahun: Fraction

    @classmethod
    def isi(cls, nama: str, menit_setahun: Bilangan) -> Penunjang:
        """From a plain number."""
        return cls(nama, pecahan(menit_setahun))


@dataclass(frozen=True)
class BarisAbkKes:
    """A main task with its standard workload (SBK) and the staff it asks for (JKT)."""

    kegiatan: Kegiatan
    sbk: Fraction
    jkt: Fraction


@dataclass(frozen=True)
class HitunganAbkKes(Hitungan[BarisAbkKes]):
    """An ABK-Kes need with its support share (FTP) and support standard (STP)."""

    jkt: Fraction = Fraction()
    ftp: Fraction = Fraction()
    stp: Fraction = Fraction(1)
    penunjang: tuple[Penunjang, ...] = ()


def abk_kes(
    pokok: Sequence[Kegiatan],
    k: KetentuanKebutuhan,
    *,
    penunjang: Sequence[Penunjang] = (),
    pembulatan: Pembulatan = Pembulatan.SETENGAH_NAIK,
) -> HitunganAbkKes:
    """(sum of JKT) x STP, rounded once."""
    wkt = k.jke_menit_kesehatan
    baris = tuple(_baris(satu, wkt) for satu in pokok)
    jkt = sum((b.jkt for b in baris), Fraction())
    ftp = sum((p.menit_setahun for p in penunjang), Fraction()) / wkt
    if ftp >= 1:
        raise ValueError("Tugas penunjang menghabiskan seluruh waktu kerja tersedia.")
    stp = 1 / (1 - ftp)
    nilai = jkt * stp
    nama = ["jke_menit_kesehatan"]
    if pembulatan is Pembulatan.WISN:
        nama.append("wisn_batas_bulat")
    return HitunganAbkKes(
        Metode.ABK_KES, nilai, bulatkan(nilai, pembulatan, k.wisn_batas_bulat), pembulatan,
        k.pakai(*nama), baris, jkt=jkt, ftp=ftp, stp=stp, penunjang=tuple(penunjang),
    )  # fmt: skip


def _baris(kegiatan: Kegiatan, wkt: Fraction) -> BarisAbkKes:
    if kegiatan.menit <= 0:
        raise ValueError(f"{kegiatan.nama}: norma waktu harus lebih dari nol.")
    sbk = wkt / kegiatan.menit
    return BarisAbkKes(kegiatan, sbk, kegiatan.setahun / sbk)


def penunjang_dari_abk(baris: Sequence[BarisTugas]) -> tuple[Penunjang, ...]:
    """ABK rows that a person marked as support work."""
    return tuple(Penunjang(b.tugas.uraian, b.menit) for b in baris)

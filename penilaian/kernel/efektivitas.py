"""EJ and EU: load against the people there are, and the classes A to E (metode-pengukuran 1.5).

Class A is no praise: it says there is more work than people.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from penilaian.kernel.hitungan import TemuanHitung, Tetapan, desimal
from penilaian.kernel.kesenjangan import Jumlah, jumlahkan
from penilaian.kernel.tetapan import KetentuanKebutuhan


@dataclass(frozen=True)
class Efektivitas:
    """EJ of a post, or EU of a unit; without holders there is none, and no class."""

    nilai: Fraction | None
    kelas: str | None
    tetapan: tuple[Tetapan, ...]

    @property
    def ej(self) -> Decimal | None:
        """4 decimals half-up, from the unrounded value."""
        return None if self.nilai is None else desimal(self.nilai)


def kelas_ej(nilai: Fraction, k: KetentuanKebutuhan) -> str:
    """The class of the unrounded value: 0.8999 is C, whatever two decimals would print."""
    return next(satu.kelas for satu in k.kelas_ej if satu.memuat(nilai))


def efektivitas(menit: Fraction, pemangku: int, k: KetentuanKebutuhan) -> Efektivitas:
    """Load in minutes a year over the minutes the holders work."""
    tetapan = k.pakai("jke_menit", "kelas_ej")
    if pemangku == 0:
        return Efektivitas(None, None, tetapan)
    nilai = menit / (pemangku * k.jke_menit)
    return Efektivitas(nilai, kelas_ej(nilai, k), tetapan)


@dataclass(frozen=True)
class BebanPosisi:
    """One post whose load was measured: minutes a year, need as decided, holders."""

    menit: Fraction
    kebutuhan: int
    pemangku: int


@dataclass(frozen=True)
class EfektivitasUnit:
    """EU, and beside it the gaps it may hide, never netted."""

    eu: Efektivitas
    jumlah: Jumlah
    temuan: tuple[TemuanHitung, ...]


def efektivitas_unit(posisi: Iterable[BebanPosisi], k: KetentuanKebutuhan) -> EfektivitasUnit:
    """EU over the posts whose load was measured; holders of other posts say nothing about it."""
    semua = tuple(posisi)
    menit = sum((p.menit for p in semua), Fraction())
    eu = efektivitas(menit, sum(p.pemangku for p in semua), k)
    jumlah = jumlahkan((p.kebutuhan, p.pemangku) for p in semua)
    temuan: list[TemuanHitung] = []
    if jumlah.kekurangan and jumlah.kelebihan:
        temuan.append(
            TemuanHitung(
                "eu_menutupi_selisih",
                f"EU menutupi selisih yang berlawanan: {jumlah.posisi_kurang} jabatan kekurangan "
                f"{jumlah.kekurangan} orang, {jumlah.posisi_lebih} jabatan kelebihan "
                f"{jumlah.kelebihan} orang. Lihat per jabatan.",
            )
        )
    kosong = sum(1 for p in semua if p.pemangku == 0 and p.menit)
    if kosong:
        temuan.append(
            TemuanHitung(
                "jabatan_kosong",
                f"{kosong} jabatan berbeban tidak mempunyai pemangku; bebannya ikut dihitung.",
            )
        )
    return EfektivitasUnit(eu, jumlah, tuple(temuan))

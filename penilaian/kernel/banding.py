"""ABK, WISN and ABK-Kes from the same task rows: each reads the kinds of tasks its own way.

ABK adds all rows. WISN takes main tasks as activities, support work as a share of everybody's time
(CAS) and the additional work of some as hours beside it (IAS). ABK-Kes knows no additional work of
some: it counts as a main task there, so that no row falls out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from penilaian.kernel.abk import BarisTugas
from penilaian.kernel.abk_kes import HitunganAbkKes, abk_kes, penunjang_dari_abk
from penilaian.kernel.hitungan import Bilangan
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.waktu import (
    MENIT_SEJAM,
    Kalender,
    WaktuKerja,
    turunkan_jke,
    waktu_tersedia,
)
from penilaian.kernel.wisn import (
    HitunganWisn,
    Kelonggaran,
    KelonggaranPerorangan,
    dari_abk,
    wisn,
)

POKOK, PENUNJANG, PERORANGAN = "pokok", "penunjang", "perorangan"
_PEKAN, _SEPEKAN = 52, 7
_LIMA_HARI = 5


@dataclass(frozen=True)
class TugasBermacam:
    """A task carried through, and whose work it is."""

    baris: BarisTugas
    macam: str = POKOK


def _pilih(semua: Sequence[TugasBermacam], *macam: str) -> tuple[BarisTugas, ...]:
    return tuple(satu.baris for satu in semua if satu.macam in macam)


def wisn_dari_tugas(
    semua: Sequence[TugasBermacam], waktu: WaktuKerja, k: KetentuanKebutuhan
) -> HitunganWisn:
    """WHO 2010. Support rows are the time of each holder; raises ValueError when they fill it."""
    kategori = [
        Kelonggaran.jam_setahun(b.tugas.uraian, b.menit / MENIT_SEJAM, waktu)
        for b in _pilih(semua, PENUNJANG)
    ]
    perorangan = [
        KelonggaranPerorangan.isi(b.tugas.uraian, 1, b.menit / MENIT_SEJAM)
        for b in _pilih(semua, PERORANGAN)
    ]
    kegiatan = dari_abk(_pilih(semua, POKOK))
    return wisn(kegiatan, waktu, k, kategori=kategori, perorangan=perorangan)


def abk_kes_dari_tugas(semua: Sequence[TugasBermacam], k: KetentuanKebutuhan) -> HitunganAbkKes:
    """Permenkes 33/2015; raises ValueError when support work fills the year."""
    pokok = dari_abk(_pilih(semua, POKOK, PERORANGAN))
    return abk_kes(pokok, k, penunjang=penunjang_dari_abk(_pilih(semua, PENUNJANG)))


def gabung_abk_kes(semua: Sequence[HitunganAbkKes]) -> HitunganAbkKes:
    """Posts of one kind of staff together: each was rounded for itself, nothing is netted."""
    pertama = semua[0]
    if len(semua) == 1:
        return pertama
    return replace(
        pertama,
        nilai=sum((satu.nilai for satu in semua), Fraction()),
        bulat=sum(satu.bulat for satu in semua),
        baris=tuple(b for satu in semua for b in satu.baris),
    )


@dataclass(frozen=True)
class IsianWaktu:
    """Available working time as a person fills it in: days off by name, hours of a day."""

    hari_per_pekan: int
    potongan: Mapping[str, Fraction]
    jam_per_hari: Fraction

    @classmethod
    def isi(
        cls, hari_per_pekan: int, potongan: Mapping[str, Bilangan], jam_per_hari: Bilangan
    ) -> IsianWaktu:
        """From plain numbers."""
        hari = {nama: Fraction(nilai) for nama, nilai in potongan.items()}
        return cls(hari_per_pekan, hari, Fraction(jam_per_hari))

    @classmethod
    def dari_ketentuan(cls, k: KetentuanKebutuhan) -> IsianWaktu:
        """A week of five days, holidays and leave of the constants, effective hours of a day."""
        dihitung = turunkan_jke(k, hari_per_pekan=_LIMA_HARI).dihitung
        return cls(_LIMA_HARI, dihitung.kalender.potongan, dihitung.jam_per_hari)

    @property
    def waktu(self) -> WaktuKerja:
        """Days of the year less days off, times the hours of a day."""
        libur = _PEKAN * (_SEPEKAN - self.hari_per_pekan)
        return waktu_tersedia(
            Kalender.setahun(libur, self.potongan), jam_per_hari=self.jam_per_hari
        )

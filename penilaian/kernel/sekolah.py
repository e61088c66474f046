"""One school: the need of each post of teachers beside the teachers it has, never netted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from penilaian.kernel.beban_guru import BagiJam, bagi_jam
from penilaian.kernel.guru import (
    KEPALA_SEKOLAH,
    HitunganGuru,
    KebutuhanSekolah,
    PilihanGuru,
    guru_sd,
    guru_smp,
)
from penilaian.kernel.hitungan import TemuanHitung
from penilaian.kernel.mapel import BK, SD, SMP, agama, jabatan_mapel
from penilaian.kernel.tetapan import KetentuanKebutuhan


@dataclass(frozen=True)
class JamMapelSekolah:
    """Hours a week of one subject in one school, by who teaches them."""

    asn: Fraction = Fraction()
    non_asn: Fraction = Fraction()
    kosong: Fraction = Fraction()

    @property
    def semua(self) -> Fraction:
        """All hours, whoever teaches them."""
        return self.asn + self.non_asn + self.kosong


@dataclass(frozen=True)
class BahanSekolah:
    """What one school reported of one semester, added up. Subjects in one spelling."""

    jenjang: str
    khusus: bool = False
    rombel: Mapping[int, int] = field(default_factory=dict)
    murid: Mapping[int, int] = field(default_factory=dict)
    jam: Mapping[str, JamMapelSekolah] = field(default_factory=dict)
    tugas: Mapping[str, Sequence[str]] = field(default_factory=dict)  # subject -> extra duties
    ada: Mapping[str, int] = field(default_factory=dict)  # post -> ASN teachers of the school


@dataclass(frozen=True)
class BarisGuru:
    """One post of teachers. Without a way to compute it ``butuh`` is None, and so is the gap."""

    jabatan: str
    jam: JamMapelSekolah
    ada: int
    hitungan: HitunganGuru | None
    bagi: BagiJam | None

    @property
    def butuh(self) -> int | None:
        """Teachers needed."""
        return None if self.hitungan is None else self.hitungan.bulat

    @property
    def kurang(self) -> int:
        """Teachers missing."""
        return max((self.butuh or 0) - self.ada, 0)

    @property
    def lebih(self) -> int:
        """Teachers too many."""
        return 0 if self.butuh is None else max(self.ada - self.butuh, 0)

    @property
    def pilihan(self) -> tuple[PilihanGuru, ...]:
        """Both choices where the guide says "kasus per kasus", as teachers of the post."""
        if self.hitungan is None or len(self.hitungan.pilihan) < 2:
            return ()
        return pilihan_sah(self.hitungan)

    @property
    def terbuka(self) -> bool:
        """Whether somebody still has to choose."""
        return self.hitungan is not None and bool(self.hitungan.temuan and self.pilihan)


@dataclass(frozen=True)
class KeadaanSekolah:
    """All posts of one school with their gaps."""

    baris: tuple[BarisGuru, ...]
    temuan: tuple[TemuanHitung, ...] = ()

    @property
    def kurang(self) -> int:
        """Sum over the posts: another subject's surplus does not fill it."""
        return sum(satu.kurang for satu in self.baris)

    @property
    def lebih(self) -> int:
        """Sum over the posts."""
        return sum(satu.lebih for satu in self.baris)

    @property
    def berselisih(self) -> bool:
        """Whether some post has too few or too many."""
        return any(satu.kurang or satu.lebih for satu in self.baris)

    @property
    def butuh(self) -> int:
        """Teachers needed, over all posts."""
        return sum(satu.butuh or 0 for satu in self.baris)

    @property
    def terhitung(self) -> bool:
        """Whether the level of this school has a way to compute its need, and classes."""
        return any(satu.hitungan is not None for satu in self.baris)


def pilihan_sah(hitungan: HitunganGuru) -> tuple[PilihanGuru, ...]:
    """The choices counted with the seats of extra duties: what may be decided."""
    turun = hitungan.pilihan[0]
    # The exact need counts those seats already; the hours that are shared do not.
    seluruh = hitungan.nilai
    jam_sisa = turun.guru * turun.jtm_masing
    berkursi = seluruh - jam_sisa / _jtm_minimal(hitungan)
    return tuple(PilihanGuru(p.guru + int(berkursi), p.jtm_masing) for p in hitungan.pilihan)


def _jtm_minimal(hitungan: HitunganGuru) -> Fraction:
    return next(Fraction(t.nilai) for t in hitungan.tetapan if t.nama == "jtm_minimal")


def kebutuhan_sekolah(
    bahan: BahanSekolah, k: KetentuanKebutuhan, diputuskan: Mapping[str, int] | None = None
) -> KebutuhanSekolah | None:
    """None without classes, or for a level no guide computes. Choices that fit no more are left
    out: the hours changed since somebody chose."""
    if not sum(bahan.rombel.values()) or bahan.jenjang not in {SD, SMP}:
        return None
    hitung = _sd if bahan.jenjang == SD else _smp
    terbuka = hitung(bahan, k, {})
    sah = {
        satu.jabatan: {p.guru for p in pilihan_sah(satu)}
        for satu in terbuka.jabatan
        if len(satu.pilihan) > 1
    }
    pilih = {nama: n for nama, n in (diputuskan or {}).items() if n in sah.get(nama, ())}
    return hitung(bahan, k, pilih) if pilih else terbuka


def _sd(
    bahan: BahanSekolah, k: KetentuanKebutuhan, diputuskan: Mapping[str, int]
) -> KebutuhanSekolah:
    kelas = sum(bahan.rombel.values())
    jam = {
        jabatan_mapel(mapel, SD): isi.semua / kelas
        for mapel, isi in bahan.jam.items()
        if jabatan_mapel(mapel, SD).startswith(("guru PJOK", "guru agama"))
    }
    return guru_sd(
        [n for _, n in sorted(bahan.rombel.items())],
        [agama(mapel) for mapel in sorted(bahan.jam) if agama(mapel)],
        k,
        daerah="khusus" if bahan.khusus else "biasa",
        jam_per_rombel=jam,
        diputuskan=diputuskan,
    )


def _smp(
    bahan: BahanSekolah, k: KetentuanKebutuhan, diputuskan: Mapping[str, int]
) -> KebutuhanSekolah:
    mapel = {nama: [isi.semua] for nama, isi in sorted(bahan.jam.items()) if nama != BK}
    return guru_smp(
        [1], mapel, sum(bahan.murid.values()), k,
        tugas_tambahan=bahan.tugas, diputuskan=diputuskan,
    )  # fmt: skip


def keadaan_sekolah(
    bahan: BahanSekolah, k: KetentuanKebutuhan, diputuskan: Mapping[str, int] | None = None
) -> KeadaanSekolah:
    """Every post the school needs or has teachers for, in the order of the guide."""
    butuh = kebutuhan_sekolah(bahan, k, diputuskan)
    hitungan = {} if butuh is None else {satu.jabatan: satu for satu in butuh.jabatan}
    jam: dict[str, JamMapelSekolah] = {}
    for mapel, isi in sorted(bahan.jam.items()):
        jam[jabatan_mapel(mapel, bahan.jenjang)] = isi
    nama = dict.fromkeys([*hitungan, *jam, *bahan.ada])
    baris = tuple(
        _baris(satu, jam.get(satu), bahan.ada.get(satu, 0), hitungan.get(satu), k) for satu in nama
    )
    return KeadaanSekolah(baris, () if butuh is None else butuh.temuan)


def _baris(
    jabatan: str,
    jam: JamMapelSekolah | None,
    ada: int,
    hitungan: HitunganGuru | None,
    k: KetentuanKebutuhan,
) -> BarisGuru:
    isi = jam or JamMapelSekolah()
    berjam = jabatan not in {KEPALA_SEKOLAH, "guru BK", ""} and ada and isi.semua
    return BarisGuru(jabatan, isi, ada, hitungan, bagi_jam(isi.semua, ada, k) if berjam else None)

"""Teachers: classes (rombel), lesson hours (JTM) and subjects (Juknis Peraturan Bersama 2011).

Every need is one post's: a subject, class teachers, a religion, the head. They are never pooled,
for a teacher holds the one subject of his certificate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from penilaian.kernel.hitungan import (
    Bilangan,
    Hitungan,
    Metode,
    Pembulatan,
    TemuanHitung,
    Tetapan,
    angka,
    pecahan,
)
from penilaian.kernel.tetapan import KetentuanKebutuhan

# Sits on a seat of its own, so the hours it teaches need nobody else and add no seat.
KEPALA_SEKOLAH = "kepala sekolah"


class JenjangTidakDikenal(LookupError):
    """A level of schooling without a ratio of pupils in force; says which have one."""


@dataclass(frozen=True)
class Rombel:
    """Ideal classes of a school, grade by grade."""

    murid: tuple[int, ...]
    per_tingkat: tuple[int, ...]
    tetapan: tuple[Tetapan, ...]

    @property
    def jumlah(self) -> int:
        """All classes of the school."""
        return sum(self.per_tingkat)


def rombel_ideal(murid: Sequence[int], jenjang: str, k: KetentuanKebutuhan) -> Rombel:
    """Pupils of each grade over the ratio, each grade rounded up by itself."""
    rasio = k.murid_per_rombel.get(jenjang)
    if rasio is None:
        ada = ", ".join(k.murid_per_rombel)
        raise JenjangTidakDikenal(f"Jenjang '{jenjang}' tidak ada dalam rasio murid: {ada}.")
    per_tingkat = tuple(ceil(n / rasio) for n in murid)
    return Rombel(tuple(murid), per_tingkat, k.pakai("murid_per_rombel"))


@dataclass(frozen=True)
class JamMapel:
    """Lesson hours a week of one subject in the classes of one grade."""

    tingkat: str
    rombel: int
    jam: Fraction

    @classmethod
    def isi(cls, tingkat: str, rombel: int, jam: Bilangan) -> JamMapel:
        """From plain numbers."""
        return cls(tingkat, rombel, pecahan(jam))

    @property
    def jtm(self) -> Fraction:
        """Lesson hours to be taught."""
        return self.rombel * self.jam


@dataclass(frozen=True)
class PilihanGuru:
    """So many teachers, and the hours each would carry."""

    guru: int
    jtm_masing: Fraction


@dataclass(frozen=True)
class HitunganGuru(Hitungan[JamMapel]):
    """The need of one post of teachers. ``pilihan`` has two entries where the guide says
    "kasus per kasus"; then ``bulat`` is the lower one unless a person decided."""

    jabatan: str = ""
    jtm: Fraction = Fraction()
    pilihan: tuple[PilihanGuru, ...] = ()


def guru_mapel(
    mapel: str,
    jam: Sequence[JamMapel],
    k: KetentuanKebutuhan,
    *,
    tugas_tambahan: Sequence[str] = (),
    diputuskan: int | None = None,
) -> HitunganGuru:
    """KG = JTM / 24, rounded by the hours each teacher would carry (24 to 40).

    ``tugas_tambahan``: the extra duties held by teachers of this subject. They teach only the
    hours left to them; the others share the rest. ``diputuskan``: the choice somebody made where
    the guide leaves it open.
    """
    jtm = sum((satu.jtm for satu in jam), Fraction())
    dipikul = sum((k.jtm_tugas_tambahan[t] for t in tugas_tambahan), Fraction())
    berkursi = sum(1 for t in tugas_tambahan if t != KEPALA_SEKOLAH)
    sisa = max(jtm - dipikul, Fraction())
    pilihan = _pilihan(sisa, k)
    banyak = tuple(satu.guru + berkursi for satu in pilihan)
    if diputuskan is not None and diputuskan not in banyak:
        raise ValueError(f"{mapel}: pilihan yang sah {' atau '.join(map(str, banyak))} guru.")
    nama = ["jtm_minimal", "jtm_maksimal"] + ["jtm_tugas_tambahan"] * bool(tugas_tambahan)
    return HitunganGuru(
        Metode.GURU, sisa / k.jtm_minimal + berkursi,
        banyak[0] if diputuskan is None else diputuskan,
        Pembulatan.GURU, k.pakai(*nama), tuple(jam),
        () if len(pilihan) == 1 or diputuskan is not None else (_kasus(mapel, pilihan, k),),
        jabatan=mapel, jtm=jtm, pilihan=pilihan,
    )  # fmt: skip


def _pilihan(jtm: Fraction, k: KetentuanKebutuhan) -> tuple[PilihanGuru, ...]:
    """One choice while the whole teachers carry no more than the most allowed, else two."""
    if jtm <= 0:
        return (PilihanGuru(0, Fraction()),)
    guru = max(1, floor(jtm / k.jtm_minimal))
    turun = PilihanGuru(guru, jtm / guru)
    if turun.jtm_masing <= k.jtm_maksimal:
        return (turun,)
    return (turun, PilihanGuru(guru + 1, jtm / (guru + 1)))


def _kasus(mapel: str, pilihan: Sequence[PilihanGuru], k: KetentuanKebutuhan) -> TemuanHitung:
    turun, naik = pilihan
    return TemuanHitung(
        "kasus_per_kasus",
        f"{mapel}: {turun.guru} guru memikul {angka(turun.jtm_masing, 2)} jam (di atas "
        f"{angka(k.jtm_maksimal)}), {naik.guru} guru {angka(naik.jtm_masing, 2)} jam (di bawah "
        f"{angka(k.jtm_minimal)}). Putuskan salah satu.",
    )


def guru_bk(murid: int, k: KetentuanKebutuhan) -> HitunganGuru:
    """Counsellors: no more pupils each than the upper limit, rounded up."""
    paling_sedikit, paling_banyak = k.murid_per_guru_bk
    nilai = murid / paling_banyak
    guru = ceil(nilai)
    temuan: tuple[TemuanHitung, ...] = ()
    if guru and murid / guru < paling_sedikit:
        temuan = (
            TemuanHitung(
                "murid_bk_kurang",
                f"Guru BK: {angka(Fraction(murid, guru), 1)} murid per guru, di bawah "
                f"{angka(paling_sedikit)}.",
            ),
        )
    return HitunganGuru(
        Metode.GURU, nilai, guru, Pembulatan.NAIK, k.pakai("murid_per_guru_bk"), (), temuan,
        jabatan="guru BK",
    )  # fmt: skip


@dataclass(frozen=True)
class KebutuhanSekolah:
    """What one school needs, post by post."""

    jabatan: tuple[HitunganGuru, ...]
    temuan: tuple[TemuanHitung, ...]
    tetapan: tuple[Tetapan, ...] = ()  # of the check over the whole school

    def __getitem__(self, jabatan: str) -> HitunganGuru:
        """The need of one post by its name; KeyError when the school has no such post."""
        for satu in self.jabatan:
            if satu.jabatan == jabatan:
                return satu
        raise KeyError(jabatan)


def guru_sd(
    rombel: Sequence[int],
    agama: Sequence[str],
    k: KetentuanKebutuhan,
    *,
    daerah: str = "biasa",
    jam_per_rombel: Mapping[str, Bilangan] | None = None,
    diputuskan: Mapping[str, int] | None = None,
) -> KebutuhanSekolah:
    """Primary school: a class teacher per class, PJOK, a teacher per religion, the head.

    ``rombel`` per grade (from `rombel_ideal`, or as the school has them). Where the weekly hours
    of PJOK or a religion are known, a school too large for one teacher gets more. ``diputuskan``:
    the choices somebody made, by post, where the guide leaves them open.
    """
    tetap = k.guru_tetap_sd
    kelas = sum(rombel)
    jam, pilihan = jam_per_rombel or {}, diputuskan or {}
    agama_unik = [f"guru agama {satu}" for satu in dict.fromkeys(agama)]
    jabatan = (
        _tetap(KEPALA_SEKOLAH, tetap[KEPALA_SEKOLAH], k),
        _tetap("guru kelas", kelas * tetap["guru kelas per rombel"], k),
        _tetap_atau_jam("guru PJOK", tetap["guru PJOK"], kelas, jam, k, pilihan),
        *(
            _tetap_atau_jam(satu, tetap["guru agama"], kelas, jam, k, pilihan)
            for satu in agama_unik
        ),
    )
    guru = sum(satu.bulat for satu in jabatan if satu.jabatan != KEPALA_SEKOLAH)
    minimal = k.guru_minimal_sd[daerah]
    temuan: tuple[TemuanHitung, ...] = ()
    if guru < minimal:
        temuan = (
            TemuanHitung(
                "guru_di_bawah_minimal",
                f"Hitungan {guru} guru, di bawah minimal {minimal} guru per SD (daerah {daerah}).",
            ),
        )
    return KebutuhanSekolah(jabatan, temuan, k.pakai("guru_minimal_sd"))


def guru_smp(
    rombel: Sequence[int],
    mapel: Mapping[str, Sequence[Bilangan]],
    murid: int,
    k: KetentuanKebutuhan,
    *,
    tugas_tambahan: Mapping[str, Sequence[str]] | None = None,
    diputuskan: Mapping[str, int] | None = None,
) -> KebutuhanSekolah:
    """Secondary school: every subject by its hours in each grade, counsellors, the head.

    ``mapel``: hours a week per grade, in the order of ``rombel``. ``diputuskan``: the choices
    somebody made, by subject, where the guide leaves them open.
    """
    tambahan, pilihan = tugas_tambahan or {}, diputuskan or {}
    jabatan = []
    for nama, jam in mapel.items():
        baris = [
            JamMapel.isi(str(tingkat), kelas, jam_tingkat)
            for tingkat, (kelas, jam_tingkat) in enumerate(zip(rombel, jam, strict=True), 1)
        ]
        jabatan.append(
            guru_mapel(
                nama, baris, k, tugas_tambahan=tambahan.get(nama, ()),
                diputuskan=pilihan.get(nama),
            )
        )  # fmt: skip
    kepala = _tetap(KEPALA_SEKOLAH, k.guru_tetap_sd[KEPALA_SEKOLAH], k)
    return KebutuhanSekolah((kepala, *jabatan, guru_bk(murid, k)), ())


def _tetap(jabatan: str, orang: int, k: KetentuanKebutuhan) -> HitunganGuru:
    return HitunganGuru(
        Metode.GURU, Fraction(orang), orang, Pembulatan.TABEL, k.pakai("guru_tetap_sd"), (),
        jabatan=jabatan,
    )  # fmt: skip


def _tetap_atau_jam(
    jabatan: str,
    orang: int,
    kelas: int,
    jam: Mapping[str, Bilangan],
    k: KetentuanKebutuhan,
    diputuskan: Mapping[str, int],
) -> HitunganGuru:
    """The fixed number, or what the hours ask for (or leave to be decided) where that is more."""
    tetap = _tetap(jabatan, orang, k)
    if jabatan not in jam:
        return tetap
    baris = [JamMapel.isi("semua", kelas, jam[jabatan])]
    menurut_jam = guru_mapel(jabatan, baris, k)
    if all(satu.guru <= tetap.bulat for satu in menurut_jam.pilihan):
        lebih = replace(tetap, jtm=menurut_jam.jtm)
    else:
        lebih = guru_mapel(jabatan, baris, k, diputuskan=diputuskan.get(jabatan))
    return replace(lebih, tetapan=(*tetap.tetapan, *menurut_jam.tetapan))

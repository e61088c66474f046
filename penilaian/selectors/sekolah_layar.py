"""The pages of schools: where teachers are missing and too many, and one school whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from pegawai.models import Formasi, Pegawai
from penilaian.kernel.beban_guru import BebanGuru, KeadaanGuru, keadaan_guru
from penilaian.kernel.guru import KEPALA_SEKOLAH, rombel_ideal
from penilaian.kernel.sekolah import BarisGuru, KeadaanSekolah
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import PerhitunganKebutuhan
from penilaian.selectors.sekolah import (
    Aturan,
    DataSekolah,
    aturan_sekolah,
    muat_sekolah,
    sekolah_untuk,
)

TANDA = {
    "belum_bersertifikat": "belum bersertifikat",
    "mapel_bukan_sertifikat": "mengajar di luar sertifikat",
    "jtm_kurang": "kurang dari jam minimal",
    "jtm_lebih": "lebih dari jam maksimal",
}
KEADAAN: dict[str, Callable[[BarisSekolah], bool]] = {
    "kurang": lambda b: b.keadaan.kurang > 0,
    "lebih": lambda b: b.keadaan.lebih > 0,
    "pas": lambda b: b.keadaan.terhitung and not b.keadaan.kurang and not b.keadaan.lebih,
    "putuskan": lambda b: b.terbuka > 0,
    "belum": lambda b: not b.rombel,
}


@dataclass(frozen=True)
class BarisSekolah:
    """A school as the list shows it."""

    unit: UnitKerja
    semester: str
    rombel: int
    murid: int
    keadaan: KeadaanSekolah

    @property
    def terbuka(self) -> int:
        """Posts where somebody still has to choose."""
        return sum(1 for satu in self.keadaan.baris if satu.terbuka)

    @property
    def ada(self) -> int:
        """Teachers counted in posts that can be computed."""
        return sum(satu.ada for satu in self.keadaan.baris if satu.butuh is not None)


@dataclass(frozen=True)
class JumlahJabatan:
    """One post of teachers over many schools; shortage here is not filled by surplus there."""

    jabatan: str
    butuh: int
    ada: int
    kurang: int
    sekolah_kurang: int
    lebih: int
    sekolah_lebih: int


@dataclass(frozen=True)
class DaftarSekolah:
    """The answer of the list."""

    baris: Sequence[BarisSekolah]
    jabatan: Sequence[JumlahJabatan]
    saringan: str  # the post of teachers asked for

    @property
    def belum(self) -> int:
        """Schools that reported no class."""
        return sum(1 for b in self.baris if not b.rombel)

    @property
    def kurang(self) -> int:
        """Teachers missing."""
        return sum(b.keadaan.kurang for b in self.baris)

    @property
    def lebih(self) -> int:
        """Teachers too many."""
        return sum(b.keadaan.lebih for b in self.baris)

    @property
    def sekolah_kurang(self) -> int:
        """Schools where some are missing."""
        return sum(1 for b in self.baris if b.keadaan.kurang)

    @property
    def sekolah_lebih(self) -> int:
        """Schools that have too many of some."""
        return sum(1 for b in self.baris if b.keadaan.lebih)


def daftar_sekolah(pengguna: Pengguna, form: Any, *, per: date) -> DaftarSekolah:
    """Schools by the filters of the address, the shortest first."""
    unit = form.saring(sekolah_untuk(pengguna, per=per)).select_related("wilayah")
    aturan = aturan_sekolah(per=per)
    semua = [_baris(satu, aturan) for satu in muat_sekolah(unit, per=per).values()]
    jabatan = form.isi("jabatan")
    if jabatan:
        semua = [hanya for b in semua if (hanya := _hanya(b, jabatan)).keadaan.berselisih]
    pilih = KEADAAN.get(form.isi("keadaan"))
    baris = [b for b in semua if pilih is None or pilih(b)]
    baris.sort(key=lambda b: (-b.keadaan.kurang, -b.keadaan.lebih, b.unit.kiri))
    return DaftarSekolah(baris, _per_jabatan(baris), jabatan)


def _hanya(sekolah: BarisSekolah, jabatan: str) -> BarisSekolah:
    """The school as far as one post of teachers is concerned."""
    baris = tuple(satu for satu in sekolah.keadaan.baris if satu.jabatan == jabatan)
    return replace(sekolah, keadaan=KeadaanSekolah(baris))


def _baris(satu: DataSekolah, aturan: Aturan) -> BarisSekolah:
    murid = sum(kelas.murid for kelas in satu.kelas)
    return BarisSekolah(satu.unit, satu.semester, len(satu.kelas), murid, satu.keadaan(aturan))


def _per_jabatan(baris: Iterable[BarisSekolah]) -> list[JumlahJabatan]:
    kumpul: dict[str, list[BarisGuru]] = {}
    for sekolah in baris:
        for satu in sekolah.keadaan.baris:
            if satu.butuh is not None:
                kumpul.setdefault(satu.jabatan, []).append(satu)
    hasil = [
        JumlahJabatan(
            jabatan,
            butuh=sum(s.butuh or 0 for s in rows),
            ada=sum(s.ada for s in rows),
            kurang=sum(s.kurang for s in rows),
            sekolah_kurang=sum(1 for s in rows if s.kurang),
            lebih=sum(s.lebih for s in rows),
            sekolah_lebih=sum(1 for s in rows if s.lebih),
        )
        for jabatan, rows in kumpul.items()
    ]
    return sorted(hasil, key=lambda j: (-j.kurang, -j.lebih, j.jabatan))


@dataclass(frozen=True)
class BarisTingkat:
    """One grade: its classes beside those the ratio of pupils asks for."""

    tingkat: int
    rombel: int
    murid: int
    ideal: int | None

    @property
    def per_rombel(self) -> Fraction:
        """Pupils a class."""
        return Fraction(self.murid, self.rombel)


@dataclass(frozen=True)
class BarisPengajar:
    """A teacher of the school with his hours; without the right over him he has no name."""

    pegawai: Pegawai | None
    nama: str
    jabatan: str
    tamu: bool
    keadaan: KeadaanGuru

    @property
    def tanda(self) -> list[str]:
        """What is odd, in few words."""
        return [TANDA[satu.kode] for satu in self.keadaan.temuan]


@dataclass(frozen=True)
class HalamanSekolah:
    """One school: classes, subjects, teachers, computations."""

    data: DataSekolah
    keadaan: KeadaanSekolah
    tingkat: Sequence[BarisTingkat]
    pengajar: Sequence[BarisPengajar]

    @property
    def perhitungan(self) -> list[PerhitunganKebutuhan]:
        """The newest computation of each post of teachers."""
        semua = self.data.perhitungan.values()
        return sorted(semua, key=lambda p: (p.formasi.jabatan.nama, p.pk))

    @property
    def ideal(self) -> int | None:
        """Classes the ratio asks for, over all grades."""
        semua = [satu.ideal for satu in self.tingkat]
        return None if None in semua else sum(n or 0 for n in semua)

    @property
    def bernama(self) -> int:
        """Teachers shown by name."""
        return sum(1 for satu in self.pengajar if satu.pegawai is not None)


def halaman_sekolah(pengguna: Pengguna, pk: int, *, per: date) -> HalamanSekolah | None:
    """None when it is no school within reach."""
    unit = sekolah_untuk(pengguna, per=per).filter(pk=pk).select_related("wilayah", "opd")
    data = muat_sekolah(unit, per=per).get(pk)
    if data is None:
        return None
    aturan = aturan_sekolah(per=per)
    jangkauan = Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per)
    return HalamanSekolah(
        data=data,
        keadaan=data.keadaan(aturan),
        tingkat=_tingkat(data, aturan.k),
        pengajar=_pengajar(data, aturan.k, jangkauan),
    )


def _tingkat(data: DataSekolah, k: KetentuanKebutuhan) -> list[BarisTingkat]:
    kelas, per_tingkat = data.rombel, data.murid
    urut = sorted(kelas)
    murid = [per_tingkat[t] for t in urut]
    ideal: Sequence[int | None] = [None] * len(urut)
    if data.jenjang in k.murid_per_rombel:
        ideal = rombel_ideal(murid, data.jenjang, k).per_tingkat
    return [BarisTingkat(t, kelas[t], n, i) for t, n, i in zip(urut, murid, ideal, strict=True)]


def _pengajar(
    data: DataSekolah, k: KetentuanKebutuhan, jangkauan: Jangkauan
) -> list[BarisPengajar]:
    """Teachers of the school and guests who teach there, the oddest first."""
    ada = {guru for _, guru, _ in data.jam if guru is not None} | set(data.guru) | set(data.tugas)
    orang = Pegawai.objects.filter(pk__in=ada).select_related("unit", "jabatan")
    jabatan = data.jabatan_guru()
    hasil = []
    for nomor, satu in enumerate(orang.order_by("nama", "pk"), 1):
        tampak = jangkauan.memuat(satu.unit.kiri if satu.unit else None)
        nama = satu.nama_lengkap if tampak else f"Guru {nomor}"
        jam = data.jam_guru(satu.pk)
        milik = data.sertifikat.get(satu.pk, [])
        utama = next((m for m in milik if m in jam), milik[0] if milik else None)
        beban = BebanGuru(nama, jam, utama, data.tugas.get(satu.pk))
        hasil.append(
            BarisPengajar(
                satu if tampak else None, nama, jabatan.get(satu.pk, ""), satu.pk not in data.guru,
                keadaan_guru(beban, k),
            )
        )  # fmt: skip
    return sorted(hasil, key=lambda g: (-len(g.keadaan.temuan), g.nama))


@dataclass(frozen=True)
class PosGuru:
    """A post of teachers the need of a subject may be counted under, with its holders."""

    formasi: Formasi
    isi: int


def pos_guru(unit_id: int) -> list[PosGuru]:
    """Posts of teachers in the school, those of a JF without level first, then by holders."""
    rows = Formasi.objects.filter(unit=unit_id, jabatan__nama__istartswith="guru").with_names()
    pos = [PosGuru(f, f.isi_pns + f.isi_pppk + f.isi_pppk_pw) for f in rows]
    return sorted(
        pos, key=lambda p: (not p.formasi.jabatan.kelompok, -p.isi, p.formasi.jabatan.nama)
    )


def pos_bawaan(data: DataSekolah, pos: Sequence[PosGuru]) -> dict[str, int]:
    """The post each subject counts under unless somebody says otherwise: the JF without level
    where the school has one, else where most teachers of that subject are. A head keeps his own."""
    if not pos:
        return {}
    sah = {p.formasi.pk for p in pos}
    umum = pos[0].formasi
    hitung: dict[str, dict[int, int]] = {}
    for guru, jabatan in data.jabatan_guru().items():
        formasi = data.guru[guru].formasi
        if formasi in sah and formasi is not None:
            isi = hitung.setdefault(jabatan, {})
            isi[formasi] = isi.get(formasi, 0) + 1
    return {
        jabatan: (
            umum.pk
            if umum.jabatan.kelompok and jabatan != KEPALA_SEKOLAH
            else min(isi, key=lambda f: (-isi[f], f))
        )
        for jabatan, isi in hitung.items()
    }

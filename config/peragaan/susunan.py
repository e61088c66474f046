"""The invented Kabupaten Contoh: its offices, its nomenclature, and what each post needs.

Everything follows from a seed. The centre (kecamatan 0) is rich in people, the outer districts are
short of them, because that is what planners meet (metode-pengukuran section 10).
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

INSTANSI_ID = "C0FFEE00C0FFEE00C0FFEE00C0FFEE00"
NAMA = "Pemerintah Kabupaten Contoh"
KECAMATAN = (
    "Tirta Kencana", "Muara Selat", "Bukit Lestari", "Rantau Jaya", "Sungai Bening", "Padang Elok",
    "Teluk Damai", "Hulu Mekar", "Tanjung Harapan", "Lembah Asri", "Pulau Cermin", "Gunung Sari",
)  # fmt: skip
PUSAT = 2  # districts 0 and 1 are the centre
URUSAN_DINAS = (
    ("Dinas Pendidikan dan Kebudayaan", "Pendidikan"), ("Dinas Kesehatan", "Kesehatan"),
    ("Dinas Pekerjaan Umum dan Penataan Ruang", "Pekerjaan umum"),
    ("Dinas Perumahan dan Permukiman", "Perumahan"), ("Dinas Sosial", "Sosial"),
    ("Dinas Tenaga Kerja", "Tenaga kerja"), ("Dinas Pertanian dan Pangan", "Pertanian"),
    ("Dinas Lingkungan Hidup", "Lingkungan hidup"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "Kependudukan"),
    ("Dinas Pemberdayaan Masyarakat dan Desa", "Pemberdayaan desa"),
    ("Dinas Perhubungan", "Perhubungan"), ("Dinas Komunikasi dan Informatika", "Komunikasi"),
    ("Dinas Koperasi dan Usaha Mikro", "Koperasi"), ("Dinas Penanaman Modal", "Penanaman modal"),
    ("Dinas Perpustakaan dan Arsip", "Perpustakaan"), ("Dinas Perikanan", "Perikanan"),
    ("Dinas Pariwisata", "Pariwisata"), ("Dinas Perdagangan", "Perdagangan"),
    ("Badan Kepegawaian dan Pengembangan SDM", "Kepegawaian"),
    ("Badan Perencanaan Pembangunan Daerah", "Perencanaan"),
    ("Badan Pengelolaan Keuangan dan Aset", "Keuangan"), ("Badan Pendapatan Daerah", "Keuangan"),
    ("Badan Kesatuan Bangsa dan Politik", "Kesatuan bangsa"),
    ("Satuan Polisi Pamong Praja", "Ketenteraman"),
)  # fmt: skip
BESAR = 4000
POKOK = {
    "Dinas Pendidikan dan Kebudayaan", "Dinas Kesehatan", "Dinas Sosial",
    "Dinas Pekerjaan Umum dan Penataan Ruang", "Dinas Pertanian dan Pangan",
    "Dinas Kependudukan dan Pencatatan Sipil", "Dinas Komunikasi dan Informatika",
    "Badan Kepegawaian dan Pengembangan SDM", "Badan Perencanaan Pembangunan Daerah",
    "Badan Pengelolaan Keuangan dan Aset", "Satuan Polisi Pamong Praja",
}  # fmt: skip
JENJANG_AHLI = (("Ahli Pertama", "PT", 58), ("Ahli Muda", "MU", 58), ("Ahli Madya", "MA", 60))
JENJANG_TERAMPIL = (("Terampil", "TR", 58), ("Mahir", "MH", 58), ("Penyelia", "PY", 58))
JF_AHLI = (
    "Guru", "Dokter", "Perawat", "Bidan", "Analis Sumber Daya Manusia Aparatur", "Perencana",
    "Auditor", "Pranata Komputer", "Penyuluh Pertanian", "Arsiparis", "Analis Kebijakan",
    "Penyuluh Kesehatan Masyarakat", "Apoteker", "Pengawas Sekolah", "Analis Keuangan",
    "Dokter Gigi",
)  # fmt: skip
JF_TERAMPIL = (
    "Perawat", "Bidan", "Sanitarian", "Pranata Laboratorium Kesehatan", "Arsiparis", "Nutrisionis",
)  # fmt: skip
PELAKSANA = (
    "PENATA LAYANAN OPERASIONAL", "PENGOLAH DATA DAN INFORMASI", "PENGADMINISTRASI PERKANTORAN",
    "OPERATOR LAYANAN OPERASIONAL", "PENELAAH TEKNIS KEBIJAKAN", "PENGELOLA LAYANAN OPERASIONAL",
    "PENGELOLA UMUM OPERASIONAL", "PENATA KELOLA SISTEM DAN TEKNOLOGI INFORMASI",
)  # fmt: skip
LAMA = "PENGADMINISTRASI UMUM"  # an old name that no reference knows any more


@dataclass(frozen=True)
class Unit:
    """One office of the invented tree."""

    id: str
    nama: str
    induk: str | None
    kepala: str  # name of the structural post of its head
    eselon: str
    jenis: str
    urusan: str
    kecamatan: int


@dataclass(frozen=True)
class Jabatan:
    """One name of the nomenclature."""

    id: str
    nama: str
    jenis: str
    jenjang: str = ""
    bup: int = 58


@dataclass(frozen=True)
class Pos:
    """A post with its need and the number of people the generator puts there."""

    unit: Unit
    jabatan: Jabatan
    kebutuhan: int
    isi: int


@dataclass
class Kabupaten:
    """The whole invented agency, before its people."""

    unit: list[Unit] = field(default_factory=list)
    jabatan: dict[str, Jabatan] = field(default_factory=dict)
    pos: list[Pos] = field(default_factory=list)


def bangun(orang: int, *, benih: int, unit: int | None = None) -> Kabupaten:
    """Offices for so many people (or exactly about ``unit`` offices), posts and their needs."""
    acak = random.Random(benih)  # noqa: S311 - invented data, not a secret
    k = Kabupaten()
    # A small agency has fewer departments, or every post would have a need of one.
    dinas = URUSAN_DINAS if orang >= BESAR or unit else [d for d in URUSAN_DINAS if d[0] in POKOK]
    _pohon(k, acak, dinas, unit or max(150, min(1000, 120 + orang // 14)))
    _nomenklatur(k, acak)
    k.pos = list(_pos(k, acak, orang))
    return k


def _id(acak: random.Random, gaya: int) -> str:
    """SIASN mixes three styles of id: hex in upper case, in lower case, and with dashes."""
    nomor = uuid.UUID(int=acak.getrandbits(128))
    return (nomor.hex.upper(), nomor.hex, str(nomor))[gaya % 3]


def _pohon(
    k: Kabupaten, acak: random.Random, dinas_dinas: Sequence[tuple[str, str]], banyak: int
) -> None:
    def tambah(
        nama: str, induk: Unit | None, kepala: str, eselon: str, jenis: str, urusan: str = "",
        kecamatan: int = 0,
    ) -> Unit:  # fmt: skip
        hasil = Unit(
            _id(acak, len(k.unit)), nama, induk.id if induk else None, kepala, eselon, jenis,
            urusan or (k_urusan.get(induk.id, "") if induk else ""), kecamatan,
        )  # fmt: skip
        k_urusan[hasil.id] = hasil.urusan
        k.unit.append(hasil)
        return hasil

    k_urusan: dict[str, str] = {}
    akar = tambah(NAMA, None, "Bupati", "00", "pemda")
    setda = tambah("Sekretariat Daerah", akar, "Sekretaris Daerah", "21", "sekretariat", "Umum")
    for bagian in ("Organisasi", "Hukum", "Umum", "Pemerintahan"):
        tambah(f"Bagian {bagian}", setda, f"Kepala Bagian {bagian}", "31", "bagian")
    inspektorat = tambah("Inspektorat Daerah", akar, "Inspektur", "22", "inspektorat", "Pengawasan")
    for romawi in ("I", "II", "III"):
        tambah(f"Inspektur Pembantu {romawi}", inspektorat, f"Inspektur Pembantu {romawi}", "31",
               "bidang")  # fmt: skip
    induk: dict[str, Unit] = {}
    for nama, urusan in dinas_dinas:
        jenis = {"Di": "dinas", "Ba": "badan"}.get(nama[:2], "satpol")
        dinas = induk[urusan] = tambah(nama, akar, f"Kepala {nama}", "22", jenis, urusan)
        sekretariat = tambah(
            f"Sekretariat {nama}", dinas, f"Sekretaris {nama}", "31", "sekretariat"
        )
        for sub in ("Umum dan Kepegawaian", "Perencanaan dan Keuangan"):
            tambah(f"Subbagian {sub} {nama}", sekretariat, f"Kepala Subbagian {sub}", "41",
                   "subbagian")  # fmt: skip
        for nomor in range(1, 4):
            bidang = f"Bidang {_BIDANG[nomor - 1]} {nama.split(' ', 1)[1]}"
            tambah(bidang, dinas, f"Kepala {bidang}", "32", "bidang")
    rsud = tambah("RSUD Kabupaten Contoh", akar, "Direktur RSUD", "22", "rsud", "Kesehatan")
    tambah("Bidang Pelayanan Medis RSUD", rsud, "Kepala Bidang Pelayanan Medis", "32", "bidang")
    _wilayah(k, tambah, akar, induk, banyak)


_BIDANG = ("Pembinaan", "Pelayanan", "Pengembangan")


def _wilayah(
    k: Kabupaten, buat: Callable[..., Unit], akar: Unit, induk: dict[str, Unit], banyak: int
) -> None:
    """Districts with their offices; schools fill up until there are enough offices."""
    for i, nama in enumerate(KECAMATAN):
        camat = buat(
            f"Kecamatan {nama}", akar, f"Camat {nama}", "31", "kecamatan", "Kewilayahan", i
        )
        buat(
            f"Sekretariat Kecamatan {nama}",
            camat,
            "Sekretaris Kecamatan",
            "32",
            "sekretariat",
            "",
            i,
        )
        if i < PUSAT + 1:
            for n in ("Barat", "Timur"):
                buat(f"Kelurahan {nama} {n}", camat, f"Lurah {nama} {n}", "41", "kelurahan", "", i)
        pusk = buat(f"UPT Puskesmas {nama}", induk["Kesehatan"], "Kepala Puskesmas", "99",
                    "puskesmas", "", i)  # fmt: skip
        buat(f"Puskesmas Pembantu {nama}", pusk, "Kepala Pustu", "99", "pustu", "", i)
        buat(f"SMP Negeri 1 {nama}", induk["Pendidikan"], "Kepala Sekolah", "99", "smp", "", i)
    nomor = 1
    while len(k.unit) < banyak:
        for i, nama in enumerate(KECAMATAN):
            jenis, label = ("sd", "SD Negeri") if nomor % 5 else ("smp", "SMP Negeri")
            buat(f"{label} {nomor + 1} {nama}", induk["Pendidikan"], "Kepala Sekolah", "99", jenis,
                 "", i)  # fmt: skip
        nomor += 1


def _nomenklatur(k: Kabupaten, acak: random.Random) -> None:
    semua = [
        *((f"{jf} {j}", "2", kode, 60 if jf == "Guru" else bup)
          for jf in JF_AHLI for j, kode, bup in JENJANG_AHLI),
        *((f"{jf} {j}", "2", kode, bup) for jf in JF_TERAMPIL for j, kode, bup in JENJANG_TERAMPIL),
        *((nama, "4", "", 58) for nama in PELAKSANA),
    ]  # fmt: skip
    for i, (nama, jenis, jenjang, bup) in enumerate(semua):
        k.jabatan[nama] = Jabatan(_id(acak, i), nama, jenis, jenjang, bup)
    k.jabatan[LAMA] = Jabatan(_id(acak, 0), LAMA, "4")


# kind of office -> (post, weight of its need)
_KEBUTUHAN: dict[str, tuple[tuple[str, float], ...]] = {
    "sd": (("Guru Ahli Pertama", 5), ("Guru Ahli Muda", 3), ("PENGELOLA UMUM OPERASIONAL", 1)),
    "smp": (("Guru Ahli Pertama", 7), ("Guru Ahli Muda", 5), ("Guru Ahli Madya", 2),
            ("PENGADMINISTRASI PERKANTORAN", 1)),
    "puskesmas": (("Dokter Ahli Pertama", 2), ("Perawat Terampil", 5), ("Perawat Ahli Pertama", 3),
                  ("Bidan Terampil", 5), ("Bidan Ahli Pertama", 2), ("Sanitarian Terampil", 1),
                  ("Pranata Laboratorium Kesehatan Terampil", 1), ("Apoteker Ahli Pertama", 1),
                  ("Dokter Gigi Ahli Pertama", 0.7), ("Nutrisionis Terampil", 0.9),
                  ("Penyuluh Kesehatan Masyarakat Ahli Pertama", 0.9)),
    "pustu": (("Perawat Terampil", 1), ("Bidan Terampil", 1)),
    "rsud": (("Dokter Ahli Pertama", 10), ("Dokter Ahli Muda", 6), ("Perawat Terampil", 22),
             ("Perawat Mahir", 12), ("Perawat Ahli Pertama", 14), ("Bidan Ahli Pertama", 8),
             ("Apoteker Ahli Pertama", 4), ("OPERATOR LAYANAN OPERASIONAL", 8)),
    "kecamatan": (("PENGOLAH DATA DAN INFORMASI", 2), ("PENGADMINISTRASI PERKANTORAN", 2)),
    "kelurahan": (("PENGADMINISTRASI PERKANTORAN", 2), ("PENATA LAYANAN OPERASIONAL", 1)),
    "subbagian": (("PENGADMINISTRASI PERKANTORAN", 2), (LAMA, 0.4)),
    "bidang": (("PENELAAH TEKNIS KEBIJAKAN", 2), ("PENATA LAYANAN OPERASIONAL", 2),
               ("Analis Kebijakan Ahli Pertama", 1), ("Analis Kebijakan Ahli Muda", 1)),
    "bagian": (("PENELAAH TEKNIS KEBIJAKAN", 3), ("Perencana Ahli Pertama", 1),
               ("Arsiparis Terampil", 1)),
    "badan": (("Analis Sumber Daya Manusia Aparatur Ahli Pertama", 2), ("Perencana Ahli Muda", 1)),
    "dinas": (("Pranata Komputer Ahli Pertama", 1), ("Penyuluh Pertanian Ahli Pertama", 1)),
    "inspektorat": (("Auditor Ahli Pertama", 6), ("Auditor Ahli Muda", 4),
                    ("Auditor Ahli Madya", 2)),
}  # fmt: skip


def _pos(k: Kabupaten, acak: random.Random, orang: int) -> Iterator[Pos]:
    """Posts with needs, scaled so that about ``orang`` people hold them; the rest is adjusted."""
    berbobot = [
        (u, k.jabatan[nama], bobot, bobot * _rasio(u, acak))
        for u in k.unit
        for nama, bobot in _KEBUTUHAN.get(u.jenis, ())
    ]
    kursi = [
        Pos(u, Jabatan(u.id, u.kepala, "1"), 1, int(acak.random() < 0.95))
        for u in k.unit
        if u.eselon not in {"99", "00"}
    ]
    sisa = max(0, orang - sum(p.isi for p in kursi))
    skala = sisa / sum(isi for *_, isi in berbobot)
    hasil: list[list[Any]] = [
        [u, j, max(1, round(bobot * skala * 0.95)), int(isi * skala + acak.random())]
        for u, j, bobot, isi in berbobot
    ]
    kurang = sisa - sum(row[3] for row in hasil)
    while kurang:
        row = hasil[acak.randrange(len(hasil))]
        langkah = 1 if kurang > 0 else -1
        if row[3] + langkah >= 0:
            row[3] += langkah
            kurang -= langkah
    yield from _pas(kursi, orang)
    yield from (Pos(*row) for row in hasil)


def _pas(kursi: list[Pos], orang: int) -> Iterator[Pos]:
    """Never more heads than people."""
    sudah = 0
    for pos in kursi:
        isi = pos.isi if sudah < orang else 0
        sudah += isi
        yield Pos(pos.unit, pos.jabatan, 1, isi)


def _rasio(u: Unit, acak: random.Random) -> float:
    """Holders per seat: too many in the centre, too few far out."""
    if u.jenis in {"sd", "smp", "puskesmas", "pustu"}:
        dasar = 1.35 if u.kecamatan < PUSAT else 1.0 - 0.025 * u.kecamatan
        return dasar + acak.uniform(-0.1, 0.1)
    return acak.uniform(0.85, 1.2)

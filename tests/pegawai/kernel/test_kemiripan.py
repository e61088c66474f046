"""Similarity of names: the dirt of real files, levels kept apart, fast enough for a whole sheet."""

from __future__ import annotations

import time

import pytest

from pegawai.kernel.kemiripan import (
    Acuan,
    Bakuan,
    Lema,
    bakukan_jabatan,
    bakukan_unit,
    kemiripan_jabatan,
    kemiripan_unit,
)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        pytest.param("Pengadministrasi Umum", "PENGADMINISTRASI  UMUM", id="case and blanks"),
        pytest.param("Analis Rencana Program dan \nKegiatan", "ANALIS RENCANA PROGRAM & KEGIATAN",
                     id="line break, ampersand"),
        pytest.param("Pranata Komputer (JF)", "pranata komputer", id="kind in brackets"),
        pytest.param("Pengelola Pengadaan Barang dan Jasa", "Pengelola Pengadaan Barang/Jasa",
                     id="slash and word"),
        pytest.param("Analis SDM Aparatur", "Analis Sumber Daya Manusia Aparatur", id="SDM"),
        pytest.param("PPUPD AHLI  MUDA",
                     "Pengawas Penyelenggaraan Urusan Pemerintahan Daerah Ahli Muda", id="PPUPD"),
        pytest.param("Analis Kepegawaian Muda / Ahli Muda (JF)", "Analis Kepegawaian Ahli Muda",
                     id="both words for the level"),
        pytest.param("AHLI PERTAMA - PRANATA KOMPUTER", "Pranata Komputer Ahli Pertama",
                     id="level in front"),
        pytest.param("Perawat Pelaksana Lanjutan", "Perawat Mahir", id="old word for mahir"),
        pytest.param("Perawat Pelaksana/Terampil", "Perawat Terampil", id="old word beside new"),
        pytest.param("Perawat Pelaksana", "Perawat Terampil", id="old word for terampil"),
        pytest.param("Bidan Pelaksana Pemula", "Bidan Pemula", id="old word for pemula"),
        pytest.param("Penyuluh Sosial Pertama", "Penyuluh Sosial Ahli Pertama", id="without ahli"),
        pytest.param("KASUBAG UMPEG", "Kepala Sub Bagian Umum dan Kepegawaian", id="KASUBAG"),
        pytest.param("Ka. Sub Bag. Keu.", "Kepala Sub Bagian Keuangan", id="Ka. Sub Bag."),
        pytest.param("OPERATOR KOMPUTER TK. I", "Operator Komputer Tingkat I", id="TK. I"),
    ],
)  # fmt: skip
def test_spellings_of_one_job_name_are_the_same(satu: str, dua: str) -> None:
    assert kemiripan_jabatan(satu, dua) == 100


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("KASUBAG KEUANGAN", "Sub Bagian Keuangan"),
        ("Sekretaris", "SEKRETARIAT"),
        ("UPTD PKM Contoh", "UPT Puskesmas Contoh"),
        ("SDN 3 Contoh", "SD Negeri 3 Contoh"),
        ("Bid. Mutasi & Promosi", "Bidang Mutasi dan Promosi"),
        ("Camat Contoh", "Kecamatan Contoh"),
        ("Satpol PP", "Satuan Polisi Pamong Praja"),
    ],
)
def test_a_unit_is_known_by_its_abbreviation_and_by_its_head(satu: str, dua: str) -> None:
    assert kemiripan_unit(satu, dua) == 100


@pytest.mark.parametrize(
    ("nama", "hasil"),
    [
        ("Guru Ahli Madya", Bakuan(("guru",), "MA")),
        ("Penyuluh Pertanian Madya", Bakuan(("penyuluh", "pertanian"), "MA")),
        ("Pranata Komputer", Bakuan(("pranata", "komputer"), "")),
        ("Ahli Muda", Bakuan(("ahli",), "MU")),
        ("Pelaksana", Bakuan(("pelaksana",), "")),
        ("", Bakuan((), "")),
        ("dan", Bakuan(("dan",), "")),
    ],
)
def test_the_level_is_taken_from_the_name_but_never_the_whole_name(
    nama: str, hasil: Bakuan
) -> None:
    assert bakukan_jabatan(nama) == hasil


def test_a_misspelt_name_stays_near_and_another_one_stays_away() -> None:
    assert kemiripan_jabatan("Analis Lebijakan", "Analis Kebijakan") >= 85
    assert kemiripan_jabatan("Pengelolah data", "Pengelola Data") >= 85
    assert kemiripan_jabatan("PENGADMINISTRASIAN KEUANGAN", "Pengadministrasi Keuangan") >= 90
    assert kemiripan_jabatan("Pengelola Keuangan", "Pengelola Kepegawaian") < 80
    assert kemiripan_jabatan("Perawat", "Arsiparis") < 40
    assert kemiripan_jabatan("Perawat", "") == 0


def test_another_level_is_never_the_same_and_the_order_of_asking_does_not_matter() -> None:
    assert kemiripan_jabatan("Guru Ahli Muda", "Guru Ahli Madya") == 90
    for satu, dua in (("Guru Kelas Muda", "Guru Ahli Madya"), ("Ka. Seksi Tramtib", "Tramtib")):
        assert kemiripan_jabatan(satu, dua) == kemiripan_jabatan(dua, satu)
    assert bakukan_unit("Kota").kata == ()


REGISTER = [
    Lema(1, "Perawat Terampil", "TR"),
    Lema(2, "Perawat Mahir", "MH"),
    Lema("k", "Perawat (semua jenjang)", "", kelompok=True),
    Lema(3, "PENATA LAYANAN OPERASIONAL"),
    Lema(4, "Perekam Medis Mahir", "MH"),
]


def test_a_proposal_never_crosses_the_levels_of_a_jf() -> None:
    acuan = Acuan(REGISTER)

    assert [u.kunci for u in acuan.usulan("Perawat Pelaksana Lanjutan")] == [2]
    assert {u.kunci for u in acuan.usulan("Perawat Mahir", paling_kecil=0)} == {2, 3, 4}
    assert [u.kunci for u in acuan.usulan("Perawat", jenjang="TR")] == [1]
    assert acuan.usulan("Perawat Penyelia") == []


def test_without_a_level_the_jf_is_proposed_as_the_group_of_its_levels() -> None:
    acuan = Acuan([*REGISTER[:2], Lema("k", "Perawat", kelompok=True), *REGISTER[3:]])

    assert [(u.kunci, u.skor) for u in acuan.usulan("PERAWAT (JF)")] == [("k", 100)]
    assert acuan.usulan_banyak(["x" * 9, "x" * 9]) == {"x" * 9: []}


def test_a_known_kind_of_jabatan_keeps_proposals_within_it() -> None:
    acuan = Acuan([Lema(1, "Arsiparis", kelompok=True, jenis="2"), Lema(2, "ARSIPARIS", jenis="4")])

    assert [u.kunci for u in acuan.usulan("Arsiparis", jenis="4")] == [2]
    assert [u.kunci for u in acuan.usulan("Arsiparis")] == [2, 1]


def test_many_names_cost_a_fraction_each_of_comparing_one_by_one() -> None:
    kata = ["analis", "pengelola", "penata", "operator", "perawat", "teknisi", "pranata", "arsip"]
    bidang = ["data", "uang", "sehat", "tani", "sosial", "hukum", "jalan", "air", "hutan", "laut"]
    jenis = ["dasar", "lanjut", "khusus", "lapangan", "kantor", "daerah", "pusat", "tua", "baru"]
    akhir = ["i", "ii", "iii", "iv", "desa"]
    nama = [f"{a} {b} {c} {d}" for a in kata for b in bidang for c in jenis for d in akhir]
    acuan = Acuan(Lema(i, satu) for i, satu in enumerate(nama[:3000]))

    awal = time.process_time()
    for satu in nama[::3][:8]:
        max(kemiripan_jabatan(f"{satu}x", lain) for lain in nama[:3000])
    satu_satu = time.process_time() - awal
    awal = time.process_time()
    hasil = acuan.usulan_banyak(f"{satu}x" for satu in nama[::3][:400])

    assert (time.process_time() - awal) / 400 < satu_satu / 8 / 4
    assert sum(1 for usulan in hasil.values() if usulan) == 400

"""Rows of a needs sheet: every seat is somewhere, whatever the sheet looks like."""

from __future__ import annotations

import random
from collections import defaultdict
from decimal import Decimal

import pytest

from penilaian.kernel.lembar_abk import Macam, Mentah, Terbaca, baca_baris, neraca
from penilaian.kernel.lembar_kata import (
    KEPALA_UNIT,
    kunci_jalur,
    kunci_unit,
    nama_bagian,
    nama_jabatan,
    tingkat_judul,
)
from penilaian.kernel.lembar_pola import (
    Gabungan,
    Lembaran,
    Pola,
    cari_pernyataan,
    huruf_kolom,
    nomor_kolom,
    usulkan,
)


def _baca(*baris: Mentah) -> list[Terbaca]:
    return list(baca_baris(baris))


def _m(nomor: int, teks: str, kebutuhan: int | None = None, **lain: object) -> Mentah:
    jumlah = None if kebutuhan is None else Decimal(kebutuhan)
    return Mentah(nomor, teks, kebutuhan=jumlah, **lain)  # type: ignore[arg-type]


def test_a_heading_with_a_seat_is_the_seat_and_opens_the_unit() -> None:
    dinas, bagian, jf, penyuluh = _baca(
        _m(1, "DINAS SOSIAL KABUPATEN CONTOH"),
        _m(2, "KEPALA BIDANG\nREHABILITASI", 1),
        _m(3, "JABATAN FUNGSIONAL"),
        _m(4, "Penyuluh Sosial", 2),
    )
    assert (dinas.macam, bagian.macam, jf.macam) == (Macam.UNIT, Macam.POSISI, Macam.BAGIAN)
    assert (bagian.kursi, bagian.bagian) == (True, KEPALA_UNIT)
    assert kunci_jalur(penyuluh.jalur) == "DINAS SOSIAL › BIDANG REHABILITASI"
    assert penyuluh.bagian == "Jabatan fungsional"


def test_a_new_unit_closes_the_section_and_the_deeper_units() -> None:
    *_, seksi, bidang, pelaksana = _baca(
        _m(1, "DINAS SOSIAL"),
        _m(2, "BIDANG SATU", 1),
        _m(3, "FORMASI PPPK"),
        _m(4, "SEKSI PERTAMA", 1),
        _m(5, "BIDANG DUA", 1),
        _m(6, "Pengadministrasi Umum", 1),
    )
    assert kunci_jalur(seksi.jalur).endswith("BIDANG SATU › SEKSI PERTAMA")
    assert kunci_jalur(bidang.jalur) == "DINAS SOSIAL › BIDANG DUA"
    assert pelaksana.bagian == "Tanpa judul bagian"


def test_the_next_number_of_the_sheet_opens_an_opd_without_its_word() -> None:
    satu, dua, lain = _baca(
        _m(1, "DINAS SOSIAL", 1, urut=1),
        _m(2, "DAMPAL SELATAN", 1, urut=2),
        _m(3, "Administrator Kesehatan", 2, urut=2),
    )
    assert (satu.kursi, dua.kursi, lain.kursi) == (True, True, False)
    assert lain.jalur == ("DAMPAL SELATAN",)


def test_a_column_of_units_wins_over_the_words_of_the_heading() -> None:
    kepala, sub, staf = _baca(
        _m(1, "KEPALA BAGIAN PENGADAAN BARANG/ JASA", 1, unit="Bagian Pengadaan"),
        _m(2, "KASUBAG PENGELOLAAN", 1, unit="Bagian Pengadaan"),
        _m(3, "Pengadministrasi", 1, unit="Bagian Pengadaan"),
    )
    assert (kepala.jalur, staf.jalur) == (("Bagian Pengadaan",), ("Bagian Pengadaan",))
    assert sub.jalur == ("Bagian Pengadaan", "KASUBAG PENGELOLAAN")


def test_a_section_word_with_a_number_is_a_job_and_keeps_its_seats() -> None:
    (umum,) = _baca(_m(1, "Fungsional Umum", 3))
    assert (umum.macam, umum.kebutuhan) == (Macam.POSISI, Decimal(3))


_KATA = ("DINAS A", "BIDANG B", "SEKSI C", "JUMLAH", "PELAKSANA", "JABATAN FUNGSIONAL", "Guru",
         "Formasi PPPK", "", "TOTAL KESELURUHAN", "SEKRETARIS", "Pengadministrasi")  # fmt: skip


@pytest.mark.parametrize("benih", range(40))
def test_seats_of_the_sheet_are_the_need_column_without_the_sums(benih: int) -> None:
    acak = random.Random(benih)  # noqa: S311
    mentah = [
        Mentah(
            nomor=n,
            teks=acak.choice(_KATA),
            kebutuhan=acak.choice([None, Decimal(0), Decimal(acak.randint(-2, 9)), Decimal("1.5")]),
            unit=acak.choice(["", "", "BAGIAN X", "DINAS Y"]),
            jenis=acak.choice(["", "", "FT", "JFU"]),
            urut=acak.choice([None, None, 1, 2]),
        )
        for n in range(1, 120)
    ]
    baris = list(baca_baris(mentah))
    posisi = [b for b in baris if b.macam is Macam.POSISI]
    jumlah = sum(m.kebutuhan or 0 for m in mentah if m.teks not in ("JUMLAH", "TOTAL KESELURUHAN"))
    assert [b.nomor for b in baris] == [m.nomor for m in mentah]
    for kelompok in (lambda b: b.bagian, lambda b: kunci_jalur(b.jalur)):
        isi = [(kelompok(b), b.kebutuhan, acak.random() < 0.5) for b in posisi]
        hasil = neraca(isi)
        assert sum(k.lembar for k in hasil.values()) == jumlah
        assert all(k.lembar == k.cocok + k.sisa for k in hasil.values())
        cocok: dict[str, Decimal] = defaultdict(Decimal)
        for nama, n, ya in isi:
            cocok[nama] += (n or 0) if ya else 0
        assert {nama: k.cocok for nama, k in hasil.items()} == dict(cocok)


@pytest.mark.parametrize(
    ("tertulis", "kunci"),
    [
        ("KASUBAG UMUM", "SUB BAGIAN UMUM"),
        ("KEPALA SUB. BAGIAN UMUM", "SUB BAGIAN UMUM"),
        ("SEKTRETARIS", "SEKRETARIAT"),
        ("KANTOR KECAMATAN GALANG", "KECAMATAN GALANG"),
        ("DINAS SOSIAL KABUPATEN CONTOH", "DINAS SOSIAL"),
        ("UNIT PELAKSANA TEKNIS PUSKESMAS KOTA", "UPT PUSKESMAS KOTA"),
        ("INSPEKTORAT DAERAH KABUPATEN CONTOH", "INSPEKTORAT"),
    ],
)
def test_spellings_of_a_unit_share_a_key(tertulis: str, kunci: str) -> None:
    assert kunci_unit(tertulis) == kunci
    assert tingkat_judul(tertulis) is not None


def test_jobs_open_no_unit_and_sections_are_one_whatever_their_words() -> None:
    jabatan = ("Bidan Mahir", "Asisten Apoteker Terampil", "Pelaksana Operasional (SMP)",
               "Kepala Sekolah", "Sekretaris Desa")  # fmt: skip
    assert [tingkat_judul(j) for j in jabatan] == [None] * len(jabatan)
    assert [nama_bagian(j) for j in jabatan] == [""] * len(jabatan)
    assert nama_bagian("PELAKSANA/PEREMENPAN 41 TAHUN 2018") == "Pelaksana"
    assert nama_bagian("FORMASI P3K ( KEPMENPAN RB NO. 1197 TAHUN 2021") == "Formasi PPPK"
    assert nama_bagian("JFT/FORMASI P3K") == "Jabatan fungsional/formasi PPPK"
    assert nama_jabatan("Analis Kebijakan\nAhli Muda(JF)") == "Analis Kebijakan Ahli Muda"


_KEPALA: list[tuple[int, list[object]]] = [
    (2, ["NO", "UNIT KERJA", "NAMA JABATAN", "PEGAWAI", "", "PROYEKSI KEBUTUHAN"]),
    (3, ["", "", "", "Bezetting", "Kebutuhan ABK", "2027"]),
    (4, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]),
    (5, ["", "Dinas A", "Jumlah", 3.0, 7.0, ""]),
    (6, [1.0, "Dinas A", "Guru", 1.0, 2.0, 9.0]),
    (7, [2.0, "Dinas A", "Bidan", 2.0, 3.0, 9.0]),
]


def test_a_header_several_rows_deep_says_how_the_sheet_is_read() -> None:
    lembar = Lembaran("ABK", _KEPALA, [Gabungan(2, 3, 2, 4), Gabungan(2, 2, 3, 2)])
    kosong = Lembaran("LAIN", [(1, ["Catatan", "Isi"]), (2, ["a", "b"])])
    assert usulkan([kosong, lembar]) == Pola("ABK", 5, "C", "E", bezetting="D", unit="B")
    assert usulkan([kosong]) is None
    (jumlah,) = cari_pernyataan(lembar)
    assert (jumlah.sel, jumlah.nilai) == ("E5", 7.0)


def test_letters_of_columns_go_both_ways() -> None:
    assert [nomor_kolom(h) for h in ("A", "z", "AA", "AZ")] == [0, 25, 26, 51]
    assert [huruf_kolom(n) for n in (0, 25, 26, 51)] == ["A", "Z", "AA", "AZ"]

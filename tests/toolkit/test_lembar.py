"""The table in a sheet: which sheet, which row, and what stands against each row."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import pytest

from tests.helpers.xlsx import Galat, Rumus, baris_xml, buku, buku_xml, lembar_xml
from toolkit import nilai
from toolkit.lembar import KOLOM_ALASAN, Tabel
from toolkit.tabular import BerkasDitolak, Column, Problem
from toolkit.xlsx import baca_tabel

KOLOM = (
    Column("NIP BARU", "nip", nilai.nama, wajib=True),
    Column("NAMA", "nama", nilai.nama),
    Column("MK TAHUN", "mk", nilai.bulat),
)
KEPALA = ["NIP BARU", "NAMA", "MK TAHUN", "CATATAN"]


def tabel(isi: bytes) -> Tabel:
    return baca_tabel(io.BytesIO(isi), KOLOM)


def ditolak(isi: bytes) -> BerkasDitolak:
    with pytest.raises(BerkasDitolak) as galat:
        tabel(isi)
    return galat.value


def temuan(hasil: Tabel) -> list[tuple[int, str | None, str, str]]:
    return [(p.baris, p.kolom, p.kode, p.tingkat) for baris in hasil.baris() for p in baris.temuan]


def satu_lembar(baris: Iterable[Sequence[object]], **pilihan: object) -> Tabel:
    return tabel(buku([KEPALA, *baris], **pilihan))


@pytest.mark.parametrize("di_atas", [0, 3, 19])
def test_the_header_may_stand_in_any_of_the_first_twenty_rows(di_atas: int) -> None:
    hasil = tabel(buku([["Daftar pegawai"]] * di_atas + [KEPALA, ["1", "SITI"]]))

    assert hasil.baris_kepala == di_atas + 1
    assert [(b.nomor, b.nilai) for b in hasil.baris()] == [(di_atas + 2, ["1", "SITI", "", ""])]


def test_a_header_below_the_twentieth_row_is_not_found() -> None:
    galat = ditolak(buku([["judul"]] * 20 + [KEPALA, ["1"]]))

    assert galat.kode == "kepala_tidak_ditemukan"
    assert "NIP BARU" in galat.pesan
    assert "templat" in galat.pesan


def test_row_and_column_numbers_are_right_when_the_table_does_not_begin_in_a1() -> None:
    xml = baris_xml([KEPALA, ["1", "SITI", 5], ["2", Rumus("A1", "x")]], mulai=5, geser=3)
    hasil = tabel(buku_xml({"data": lembar_xml(xml)}))

    assert hasil.baris_kepala == 5
    assert list(hasil.posisi) == [3, 4, 5]
    assert [(b.nomor, b.nilai[3:6]) for b in hasil.baris()] == [
        (6, ["1", "SITI", 5.0]),
        (7, ["2", "x", ""]),
    ]
    assert temuan(hasil) == [(7, "NAMA", "sel_rumus", "tolak")]


def test_the_sheet_with_the_headers_is_taken_and_its_twin_is_named() -> None:
    data = lembar_xml(baris_xml([KEPALA, ["1", "SITI"]]))
    hasil = tabel(
        buku_xml({"Petunjuk": lembar_xml(baris_xml([["Isi NAMA"]])), "juni": data, "mei": data})
    )

    assert hasil.lembar.nama == "juni"
    assert hasil.lembar_lain == ("mei",)


def test_a_hidden_sheet_is_taken_only_when_no_visible_one_will_do() -> None:
    data = lembar_xml(baris_xml([KEPALA, ["1", "SITI"]]))
    sempit = lembar_xml(baris_xml([KEPALA[:2], ["1", "SITI"]]))

    dua = tabel(buku_xml({"lama": data, "kini": sempit}, tersembunyi=["lama"]))
    satu = tabel(buku_xml({"lama": data, "kini": lembar_xml("")}, tersembunyi=["lama"]))

    assert (dua.lembar.nama, satu.lembar.nama) == ("kini", "lama")


def test_a_table_without_its_needed_column_is_refused_and_the_column_named() -> None:
    galat = ditolak(buku([["NAMA", "MK TAHUN"], ["SITI", 5]]))

    assert galat.kode == "kolom_wajib_hilang"
    assert "NIP BARU" in galat.pesan
    assert "baris 1" in galat.pesan


def test_a_column_that_stands_twice_is_refused_and_named() -> None:
    galat = ditolak(buku([["NIP BARU", "NAMA", "nama"], ["1", "SITI", "TITI"]]))

    assert (galat.kode, "nama" in galat.pesan) == ("kolom_ganda", True)


@pytest.mark.parametrize(
    "baris",
    [
        pytest.param([], id="header only"),
        pytest.param([[" ", "\u00a0"], ["", "\n"]], id="only blanks below"),
    ],
)
def test_a_table_without_rows_is_refused(baris: list[list[str]]) -> None:
    assert ditolak(buku([KEPALA, *baris])).kode == "tidak_ada_baris_data"


def test_blank_rows_are_ignored_and_reported_only_between_rows() -> None:
    hasil = satu_lembar([["1"], [" ", "\u00a0"], [], ["2"], [" "]])
    kosong: list[Problem] = []

    nomor = [b.nomor for b in hasil.baris(kosong)]

    assert nomor == [2, 5]
    assert [(p.baris, p.kode, p.tingkat) for p in kosong] == [
        (3, "baris_kosong", "abaikan"),
        (4, "baris_kosong", "abaikan"),
    ]


def test_text_outside_the_headed_columns_makes_no_row() -> None:
    hasil = satu_lembar([["1", "SITI", 5, ""], [None, None, None, None, "di luar tabel"]])

    assert [b.nomor for b in hasil.baris()] == [2]


def test_a_formula_in_a_read_column_is_found_and_one_in_another_column_is_not() -> None:
    hasil = satu_lembar(
        [["1", Rumus("A1", "SITI"), Rumus("5+3", "8")], ["2", "B", 3, Rumus("1+1", "2")]]
    )

    assert temuan(hasil) == [
        (2, "NAMA", "sel_rumus", "tolak"),
        (2, "MK TAHUN", "sel_rumus", "tolak"),
    ]


def test_a_row_of_formulas_nobody_calculated_is_not_taken_for_blank() -> None:
    hasil = satu_lembar([["1"], [Rumus("A1"), Rumus("A1")], ["3"]])

    assert [b.nomor for b in hasil.baris()] == [2, 3, 4]
    assert {t[2] for t in temuan(hasil)} == {"sel_rumus"}


def test_cells_filled_by_an_array_formula_are_formulas_too() -> None:
    larik = Rumus("UNIQUE(X)", "A", atribut=' t="array" ref="B2:B3"')
    hasil = satu_lembar([["1", larik], ["2", "B"], ["3", "C"]])

    assert [t[:3] for t in temuan(hasil)] == [(2, "NAMA", "sel_rumus"), (3, "NAMA", "sel_rumus")]


def test_an_error_cell_is_not_an_empty_cell() -> None:
    assert temuan(satu_lembar([["1", Galat()]])) == [(2, "NAMA", "sel_galat", "tolak")]


def test_a_hidden_row_is_read_with_a_warning() -> None:
    hasil = satu_lembar([["1"], ["2"]], tersembunyi=[3])

    assert len(list(hasil.baris())) == 2
    assert temuan(hasil) == [(3, None, "baris_tersembunyi", "peringatan")]


def test_a_cell_under_a_merge_is_empty_whatever_a_program_left_in_it() -> None:
    hasil = satu_lembar(
        [["1", "SITI", 5], ["2", "SISA", 6], ["3", "TITI", 7]], gabungan=["B2:B3", "A4:B4"]
    )

    assert [b.nilai[:3] for b in hasil.baris()] == [
        ["1", "SITI", 5.0],
        ["2", "", 6.0],
        ["3", "", 7.0],
    ]
    assert temuan(hasil) == [
        (3, "NAMA", "sel_gabung", "peringatan"),
        (4, "NAMA", "sel_gabung", "peringatan"),
    ]


def test_the_finding_of_a_merge_names_the_range() -> None:
    hasil = satu_lembar([["1", "SITI"], ["2", ""]], gabungan=["B2:B3"])

    (masalah,) = [p for b in hasil.baris() for p in b.temuan]

    assert "B2:B3" in masalah.pesan


def test_rows_can_be_read_again_and_again() -> None:
    hasil = satu_lembar([["1", "SITI"], ["2", "TITI"]], gabungan=["B2:B3"], tersembunyi=[2])

    assert list(hasil.baris()) == list(hasil.baris())


def test_a_book_of_refused_rows_comes_back_without_its_reasons_being_called_unknown() -> None:
    hasil = tabel(buku([[KOLOM_ALASAN, *KEPALA], ["sebab", "1", "SITI"]]))

    assert hasil.kecocokan.asing == ("CATATAN",)


def test_a_person_may_map_headers_the_program_does_not_know() -> None:
    isi = io.BytesIO(buku([["Nomor", "Nama Lengkap"], ["1", "SITI"]]))

    hasil = baca_tabel(isi, KOLOM, padanan={"nomor": "NIP BARU", "NAMA LENGKAP": "NAMA"})

    assert hasil.kecocokan.cocok == ("NIP BARU", "NAMA")

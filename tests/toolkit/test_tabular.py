"""Columns meet the headers of a file; findings carry their address."""

from __future__ import annotations

import json
from datetime import date, time
from types import SimpleNamespace

import pytest

from toolkit import nilai
from toolkit.tabular import Cell, Column, Problem, cocokkan_kepala, tampil, urai

NIP = Column("NIP BARU", "nip", nilai.nama, wajib=True, aliases=("NIP",))
NAMA = Column("NAMA", "nama", nilai.nama, maks=255)
UNOR = Column("NAMA_UNOR", "unor", nilai.teks)
LAHIR = Column("TANGGAL LAHIR", "lahir", nilai.tanggal)
ALAMAT = Column("ALAMAT", "alamat", nilai.teks, simpan=False)
KOLOM = (NIP, NAMA, UNOR, LAHIR, ALAMAT)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("NAMA_UNOR", id="as declared"),
        pytest.param("NAMA UNOR", id="blank for underscore"),
        pytest.param("Nama_unor", id="other case"),
        pytest.param("  nama\n unor ", id="line break and edges"),
        pytest.param("'NAMA\u00a0UNOR", id="apostrophe and fixed blank"),
        pytest.param("NamaUnor", id="written together"),
    ],
)
def test_one_header_is_recognised_in_all_its_spellings(header: str) -> None:
    cocok = cocokkan_kepala([header], [UNOR])

    assert cocok.posisi == {0: UNOR}


def test_columns_are_found_in_any_order_and_the_rest_is_listed() -> None:
    cocok = cocokkan_kepala(["Catatan  Lokal", "nama", "", "NIP BARU"], KOLOM)

    assert cocok.posisi == {1: NAMA, 3: NIP}
    assert cocok.cocok == ("NAMA", "NIP BARU")
    assert cocok.hilang == ("NAMA_UNOR", "TANGGAL LAHIR", "ALAMAT")
    assert cocok.hilang_wajib == ()
    assert cocok.asing == ("Catatan Lokal",)


def test_a_needed_column_that_is_missing_is_named_apart() -> None:
    cocok = cocokkan_kepala(["NAMA"], KOLOM)

    assert cocok.hilang_wajib == ("NIP BARU",)


def test_an_alias_is_taken_when_the_proper_header_is_not_there() -> None:
    cocok = cocokkan_kepala(["nip", "NAMA"], KOLOM)

    assert cocok.posisi[0] is NIP


def test_the_proper_header_wins_over_an_alias_standing_before_it() -> None:
    cocok = cocokkan_kepala(["NIP", "NIP BARU"], KOLOM)

    assert cocok.posisi == {1: NIP}
    assert cocok.asing == ("NIP",)
    assert cocok.ganda == ()


def test_what_a_person_mapped_wins_over_a_header_of_the_same_name() -> None:
    cocok = cocokkan_kepala(["NAMA", "NAMA LENGKAP"], KOLOM, {"nama_lengkap": "NAMA"})

    assert cocok.posisi == {1: NAMA}
    assert cocok.asing == ("NAMA",)


def test_a_header_mapped_to_nothing_is_left_out() -> None:
    cocok = cocokkan_kepala(["NAMA", "ALAMAT"], KOLOM, {"ALAMAT": ""})

    assert cocok.posisi == {0: NAMA}
    assert cocok.asing == ("ALAMAT",)


def test_two_headers_for_one_column_are_reported_as_double() -> None:
    cocok = cocokkan_kepala(["NAMA", "NIP BARU", "Nama"], KOLOM)

    assert cocok.posisi[0] is NAMA
    assert cocok.ganda == ("Nama",)


def test_a_header_to_be_ignored_is_not_called_unknown() -> None:
    cocok = cocokkan_kepala(["ALASAN", "NAMA"], KOLOM, abaikan=["Alasan"])

    assert cocok.asing == ()


def test_every_cell_of_a_row_is_judged_and_unkept_columns_are_only_checked() -> None:
    posisi = cocokkan_kepala([k.header for k in KOLOM], KOLOM).posisi
    baris = ["'1234", "A\tB", "Bagian  Umum ", "31-02-2020", "x" * 1001]

    isi, masalah = urai(7, baris, posisi)

    assert isi == {"nip": "1234", "nama": "A\tB", "unor": "Bagian  Umum", "lahir": None}
    assert [(p.baris, p.kolom, p.kode) for p in masalah] == [
        (7, "NAMA", "karakter_kendali"),
        (7, "TANGGAL LAHIR", "tanggal_tidak_sah"),
        (7, "ALAMAT", "teks_terlalu_panjang"),
    ]


def test_a_column_without_a_parser_gives_the_cell_as_it_is() -> None:
    kolom = Column("X", "x")

    assert kolom.bersihkan(4.5) == (4.5, ())
    assert kolom.bersihkan("") == (None, ())


def test_a_column_takes_its_value_from_an_object_by_key_or_by_function() -> None:
    benda = SimpleNamespace(nama="SITI", unit=SimpleNamespace(nama="Bagian Umum"))

    assert NAMA.nilai_dari(benda) == "SITI"
    assert Column("UNIT", "unit_nama", ambil=lambda b: b.unit.nama).nilai_dari(benda) == (
        "Bagian Umum"
    )


@pytest.mark.parametrize(
    ("mentah", "harapan"),
    [
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="none"),
        pytest.param(779.0, "779", id="whole number"),
        pytest.param(1.5, "1.5", id="fraction"),
        pytest.param(date(2026, 1, 31), "2026-01-31", id="date"),
        pytest.param(time(8, 21), "08:21:00", id="time"),
        pytest.param("A\u202eB\x07", "A\\u202eB\\u0007", id="invisible made visible"),
        pytest.param("x" * 500, "x" * 199 + "…", id="long"),
    ],
)
def test_a_raw_value_is_shown_short_and_visible(mentah: object, harapan: str | None) -> None:
    assert tampil(mentah) == harapan


def test_a_problem_becomes_the_five_keys_of_the_command_and_can_be_written_as_json() -> None:
    masalah = Cell(12, "TMT PNS", date(2030, 1, 1)).masalah("tmt_masa_depan", "Terlalu jauh.")

    assert masalah == Problem(
        12, "TMT PNS", date(2030, 1, 1), "tmt_masa_depan", "Terlalu jauh.", "tolak"
    )
    assert json.loads(json.dumps(masalah.as_dict())) == {
        "baris": 12,
        "kolom": "TMT PNS",
        "nilai": "2030-01-01",
        "kode": "tmt_masa_depan",
        "pesan": "Terlalu jauh.",
    }

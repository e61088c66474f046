"""Workbooks out: what is written can be read, and nothing in it calculates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.xlsx import buku
from toolkit import nilai
from toolkit.lembar import KOLOM_ALASAN, Tabel
from toolkit.pindai import pindai
from toolkit.tabular import Column, urai
from toolkit.xlsx import (
    BarisTulis,
    LembarTulis,
    baca_buku,
    baca_tabel,
    baris_objek,
    lembar_ditolak,
    tulis_buku,
)

KOLOM = (
    Column("NIP BARU", "nip", nilai.nama, wajib=True),
    Column("NAMA", "nama", nilai.nama),
    Column("TANGGAL LAHIR", "lahir", nilai.tanggal, jenis="tanggal"),
    Column("MK TAHUN", "mk", nilai.bulat, jenis="bulat"),
    Column("VOLUME", "volume", nilai.desimal, jenis="desimal", lebar=30),
)


def tulis(baris: Iterable[Sequence[object] | BarisTulis], *, alasan: bool = False) -> io.BytesIO:
    wadah = io.BytesIO()
    tulis_buku(wadah, [LembarTulis("pns", KOLOM, baris, alasan)])
    wadah.seek(0)
    return wadah


def bagian(wadah: io.BytesIO, nama: str = "xl/worksheets/sheet1.xml") -> str:
    return zipfile.ZipFile(wadah).read(nama).decode()


def isi_tabel(tabel: Tabel) -> list[dict[str, object]]:
    hasil = []
    for baris in tabel.baris():
        isi, masalah = urai(baris.nomor, baris.nilai, tabel.posisi)
        assert not masalah
        hasil.append(isi)
    return hasil


def test_what_is_exported_can_be_imported_unchanged() -> None:
    orang = [
        {
            "nip": "198609262015051001",
            "nama": "SITI",
            "lahir": date(1986, 9, 26),
            "mk": 5,
            "volume": Decimal("1.5"),
        },
        {"nip": "000000000000000001", "nama": None, "lahir": None, "mk": 0, "volume": None},
    ]

    wadah = tulis(baris_objek(KOLOM, (SimpleNamespace(**o) for o in orang)))

    assert isi_tabel(baca_tabel(wadah, KOLOM)) == orang


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**18 - 1).map("{:018}".format),
            st.text(max_size=20),
            st.dates(min_value=date(1900, 3, 1)),
            st.integers(-(10**14), 10**14),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_text_and_any_day_survive_a_workbook(baris: list[tuple[object, ...]]) -> None:
    tabel = baca_tabel(tulis(baris), KOLOM)

    hasil = [tuple(urai(b.nomor, b.nilai, tabel.posisi)[0].values())[:4] for b in tabel.baris()]

    assert hasil == [(nip, nilai.nama(nama)[0], hari, mk) for nip, nama, hari, mk in baris]


@pytest.mark.parametrize(
    "teks",
    [
        "=1+1",
        "+A1",
        "-A1",
        "@A1",
        "\t=1",
        "\r=1",
        "{=A1}",
        "http://contoh.example",
        "mailto:a@contoh.example",
    ],
)
def test_text_becomes_neither_a_formula_nor_a_link(teks: str) -> None:
    wadah = tulis([["1", teks]])

    assert pindai(wadah).lembar["pns"].polos
    assert "<hyperlink" not in bagian(wadah)
    assert next(baca_tabel(wadah, KOLOM).baris()).nilai[1] == teks


@pytest.mark.parametrize(
    ("nilai_", "harapan"),
    [
        pytest.param(True, True, id="boolean"),
        pytest.param(198609262015051001, "198609262015051001", id="long number becomes text"),
        pytest.param(1.98111052006033e17, 1.98111052006033e17, id="spoilt number stays one"),
        pytest.param(float("nan"), "nan", id="not a number"),
        pytest.param(Decimal("2.25"), 2.25, id="exact number"),
        pytest.param(time(8, 21), time(8, 21), id="time"),
        pytest.param(timedelta(hours=1), time(1, 0), id="duration"),
        pytest.param(date(94, 8, 1), "01-08-0094", id="day before any spreadsheet's calendar"),
        pytest.param("x" * 40_000, "x" * 32_767, id="longer than a cell"),
    ],
)
def test_every_kind_of_value_finds_its_cell(nilai_: object, harapan: object) -> None:
    wadah = tulis([["1", nilai_]])

    assert next(baca_tabel(wadah, KOLOM).baris()).nilai[1] == harapan


def test_a_blank_template_has_headers_and_text_columns_and_no_rows() -> None:
    xml = bagian(tulis([]))

    assert xml.count("<row ") == 1
    assert "NIP BARU" in xml
    assert 'state="frozen"' in xml
    assert '<autoFilter ref="A1:E1"/>' in xml
    gaya = bagian(tulis([]), "xl/styles.xml")
    assert 'numFmtId="49"' in gaya  # "@": what is typed below stays text


def test_refused_rows_come_back_with_their_reasons_beside_them() -> None:
    asal = baca_tabel(
        io.BytesIO(
            buku(
                [
                    ["CATATAN", "NIP BARU", "TANGGAL LAHIR", "NAMA"],
                    ["a", 1.98111052006033e17, "31-02-2020", "=X"],
                ]
            )
        ),
        KOLOM,
    )
    baris = next(asal.baris())
    _, masalah = urai(baris.nomor, baris.nilai, asal.posisi)

    wadah = io.BytesIO()
    tulis_buku(wadah, [lembar_ditolak(asal, [(baris.nilai, masalah)])])
    (lembar,) = baca_buku(wadah).lembar
    kepala, isi = [nilai_ for _, nilai_ in lembar.baris()]

    assert kepala == [KOLOM_ALASAN, "CATATAN", "NIP BARU", "TANGGAL LAHIR", "NAMA"]
    assert isi[1:] == ["a", 1.98111052006033e17, "31-02-2020", "=X"]
    assert isi[0].startswith("TANGGAL LAHIR: Bukan tanggal")  # type: ignore[union-attr]
    assert "NAMA: Berawal seperti rumus" in isi[0]  # type: ignore[operator]
    assert baca_tabel(wadah, KOLOM).kecocokan.asing == ("CATATAN",)


def test_the_cells_a_reason_speaks_of_are_highlighted_even_when_empty() -> None:
    xml = bagian(
        tulis([BarisTulis(["1", None, None, 5, None], "sebab", frozenset({1, 3}))], alasan=True)
    )
    gaya = {alamat: xml.split(f'r="{alamat}"')[1].split(">")[0] for alamat in ("B2", "C2", "E2")}

    assert 'r="D2"' not in xml
    assert len(set(gaya.values())) == 3


def test_reasons_are_left_out_where_no_column_was_asked_for() -> None:
    tabel = baca_tabel(tulis([BarisTulis(["1", "SITI"], "sebab")]), KOLOM)

    assert next(tabel.baris()).nilai[:2] == ["1", "SITI"]


def test_sheets_get_names_a_spreadsheet_accepts(tmp_path: Path) -> None:
    berkas = tmp_path / "keluar.xlsx"
    nama = ["Bagian: A/B [x]?*", "n" * 40, "N" * 40, "", "'"]

    tulis_buku(berkas, [LembarTulis(n, KOLOM) for n in nama])

    assert [n.nama for n in baca_buku(berkas).lembar] == [
        "Bagian  A B  x",
        "n" * 31,
        "N" * 29 + " 2",
        "Lembar",
        "Lembar 2",
    ]


def test_the_same_rows_give_the_same_bytes_when_the_moment_is_given() -> None:
    def sekali() -> bytes:
        wadah = io.BytesIO()
        saat = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
        tulis_buku(wadah, [LembarTulis("pns", KOLOM, [["1", "SITI"]])], dibuat=saat)
        return wadah.getvalue()

    assert sekali() == sekali()

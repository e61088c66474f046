"""Workbooks in: what a cell is, and which file is which."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.helpers.xlsx import baris_xml, buku, buku_xml, lembar_xml, simpan
from toolkit import nilai, xlsx
from toolkit.tabular import BerkasDitolak, Column
from toolkit.xlsx import baca_buku, baca_tabel

KOLOM = (Column("NIP BARU", "nip", nilai.nama, wajib=True), Column("NAMA", "nama", nilai.nama))
KEPALA = ["NIP BARU", "NAMA"]


def sel(isi: object) -> object:
    tabel = baca_tabel(io.BytesIO(buku([KEPALA, ["1", isi]])), KOLOM)
    return next(tabel.baris()).nilai[1]


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        pytest.param("'196802011991122912", "'196802011991122912", id="text stays text"),
        pytest.param(198111052006033e3, 1.98111052006033e17, id="a number stays a number"),
        pytest.param(779, 779.0, id="whole numbers come as floats"),
        pytest.param(True, True, id="boolean"),
        pytest.param(date(1986, 9, 26), date(1986, 9, 26), id="date"),
        pytest.param("SITI_x0007_", "SITI\x07", id="escaped control character"),
        pytest.param("A_x005F_x0041_", "A_x0041_", id="escaped escape"),
        pytest.param(" SITI\n", " SITI\n", id="blanks are kept"),
        pytest.param("A & <B>", "A & <B>", id="signs of XML"),
    ],
)
def test_a_cell_keeps_its_kind(isi: object, harapan: object) -> None:
    hasil = sel(isi)

    assert (type(hasil), hasil) == (type(harapan), harapan)


def test_cells_without_an_address_are_counted() -> None:
    xml = baris_xml([KEPALA, ["1", "SITI"], [None, "TITI"]], alamat=False)
    tabel = baca_tabel(io.BytesIO(buku_xml({"data": lembar_xml(xml)})), KOLOM)

    assert [(b.nomor, b.nilai) for b in tabel.baris()] == [(2, ["1", "SITI"]), (3, ["", "TITI"])]


@pytest.mark.parametrize("nama", ["pns.xlsx", "pns.csv", "pns.xls", "pns"])
def test_a_workbook_is_a_workbook_under_any_name(tmp_path: Path, nama: str) -> None:
    berkas = simpan(tmp_path, buku([KEPALA, ["1", "SITI"]]), nama)

    for sumber in (berkas, str(berkas)):
        assert [b.nilai for b in baca_tabel(sumber, KOLOM).baris()] == [["1", "SITI"]]


def test_a_file_read_by_path_may_be_deleted_while_its_table_is_in_use(tmp_path: Path) -> None:
    berkas = simpan(tmp_path, buku([KEPALA, ["1", "SITI"], ["2", "TITI"]]))
    tabel = baca_tabel(berkas, KOLOM)

    berkas.unlink()

    assert len(list(tabel.baris())) == 2


def test_a_book_that_was_closed_lets_go_of_its_sheets() -> None:
    with baca_buku(io.BytesIO(buku([KEPALA, ["1", "SITI"]])), nama="x.xlsx") as isi:
        assert (isi.jenis, isi.nama, [n.nama for n in isi.lembar]) == ("xlsx", "x.xlsx", ["data"])
        assert isi.lembar[0].cuplikan(1) == [(1, KEPALA)]
        assert [n for n, _ in isi.lembar[0].baris()] == [1, 2]
    isi.close()


def test_a_sheet_the_reader_cannot_read_does_not_hide_a_sound_one() -> None:
    baik = lembar_xml(baris_xml([KEPALA, ["1", "SITI"]]))

    tabel = baca_tabel(
        io.BytesIO(buku_xml({"rusak": "<worksheet><sheetData>", "pns": baik})), KOLOM
    )

    assert tabel.lembar.nama == "pns"


def test_a_damaged_sheet_is_a_damaged_file() -> None:
    isi = buku_xml({"data": '<worksheet><sheetData><row r="1"><c r="A1"><v>1</c></row>'})

    with pytest.raises(BerkasDitolak) as galat:
        baca_tabel(io.BytesIO(isi), KOLOM)

    assert galat.value.kode == "berkas_rusak"


class PanicException(BaseException):
    """What the reader's core raises when it breaks; no `except Exception` sees it."""


def gagal(galat: BaseException) -> Callable[[object], object]:
    def muat(_: object) -> object:
        raise galat

    return muat


@pytest.mark.parametrize(
    ("galat", "kode"),
    [
        pytest.param(PanicException("oops"), "berkas_rusak", id="panic"),
        pytest.param(OSError("oops"), "berkas_rusak", id="reading"),
        pytest.param(xlsx.python_calamine.PasswordError("oops"), "berkas_terkunci", id="password"),
    ],
)
def test_whatever_breaks_in_the_reader_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, galat: BaseException, kode: str
) -> None:
    pembaca = SimpleNamespace(from_filelike=gagal(galat))
    monkeypatch.setattr(xlsx.python_calamine, "CalamineWorkbook", pembaca)

    with pytest.raises(BerkasDitolak) as ditolak:
        baca_tabel(io.BytesIO(buku([KEPALA, ["1", "SITI"]])), KOLOM)

    assert ditolak.value.kode == kode


def test_a_stop_by_the_person_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    pembaca = SimpleNamespace(from_filelike=gagal(KeyboardInterrupt()))
    monkeypatch.setattr(xlsx.python_calamine, "CalamineWorkbook", pembaca)

    with pytest.raises(KeyboardInterrupt):
        baca_tabel(io.BytesIO(buku([KEPALA, ["1", "SITI"]])), KOLOM)


def test_an_archive_without_parts_is_damage() -> None:
    with pytest.raises(BerkasDitolak) as galat:
        baca_buku(io.BytesIO(b"PK\x05\x06" + b"\0" * 18))

    assert galat.value.kode == "berkas_rusak"

"""Text tables: separators, encodings, quotes, and the row numbers people see."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import nilai
from toolkit.csvs import tulis_csv
from toolkit.lembar import Tabel
from toolkit.pindai_lembar import Batas
from toolkit.tabular import BerkasDitolak, Column
from toolkit.xlsx import baca_buku, baca_tabel

KOLOM = (
    Column("NIP BARU", "nip", nilai.nama, wajib=True),
    Column("NAMA", "nama", nilai.nama),
    Column("ALAMAT", "alamat", nilai.teks),
)
ISI = "NIP BARU{0}NAMA{0}ALAMAT\r\n'1985{0}SITI{0}JL. MAWAR\r\n'1986{0}TITI{0}null\r\n"


def tabel(isi: str | bytes, nama: str = "data.csv", batas: Batas | None = None) -> Tabel:
    bita = isi.encode() if isinstance(isi, str) else isi
    return baca_tabel(io.BytesIO(bita), KOLOM, nama=nama, batas=batas or Batas())


def baris(isi: str | bytes) -> list[tuple[int, list[object]]]:
    return [(b.nomor, list(b.nilai)) for b in tabel(isi).baris()]


def kode(isi: str | bytes, nama: str = "data.csv", batas: Batas | None = None) -> str:
    with pytest.raises(BerkasDitolak) as galat:
        tabel(isi, nama, batas)
    return galat.value.kode


@pytest.mark.parametrize("pemisah", ["|", ";", ",", "\t"])
def test_the_separator_is_the_one_that_shows_the_headers(pemisah: str) -> None:
    hasil = tabel(ISI.format(pemisah))

    assert hasil.lembar.pemisah == pemisah
    assert [(b.nomor, b.nilai) for b in hasil.baris()] == [
        (2, ["'1985", "SITI", "JL. MAWAR"]),
        (3, ["'1986", "TITI", "null"]),
    ]


def test_a_separator_that_occurs_more_often_in_the_text_does_not_win() -> None:
    assert tabel(ISI.format("|").replace("MAWAR", "A,,,;;;,,,;;;")).lembar.pemisah == "|"


@pytest.mark.parametrize(
    ("enkode", "harapan"),
    [
        pytest.param("utf-8", "utf-8", id="UTF-8"),
        pytest.param("utf-8-sig", "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param("cp1252", "cp1252", id="Windows"),
        pytest.param("utf-16", "utf-16", id="Excel's Unicode text"),
    ],
)
def test_letters_survive_every_encoding_offices_use(enkode: str, harapan: str) -> None:
    hasil = tabel(ISI.format(";").replace("SITI", "É. PEÑA").encode(enkode))

    assert hasil.lembar.enkode == harapan
    assert hasil.kepala[0] == "NIP BARU"
    assert next(hasil.baris()).nilai[1] == "É. PEÑA"


def test_a_line_break_inside_quotes_does_not_shift_the_row_numbers() -> None:
    isi = 'NIP BARU;NAMA;ALAMAT\r\n1;SITI;"JL. A\r\nRT 1\nRW 2"\r\n\r\n2;TITI;"B ""C"" D"\r\n'

    assert baris(isi) == [(2, ["1", "SITI", "JL. A\r\nRT 1\nRW 2"]), (4, ["2", "TITI", 'B "C" D'])]


def test_an_instruction_to_excel_in_the_first_line_is_no_row() -> None:
    hasil = tabel("sep=;\r\n" + ISI.format(";"))

    assert hasil.baris_kepala == 1
    assert [b.nomor for b in hasil.baris()] == [2, 3]


def test_one_separator_too_many_refuses_the_row_and_not_the_file() -> None:
    hasil = tabel("NIP BARU;NAMA;ALAMAT\n1;SITI;JL. A; RT 1\n2;TITI;JL. B;\n3;DITA\n")

    semua = list(hasil.baris())

    assert [(p.baris, p.kode, p.tingkat) for b in semua for p in b.temuan] == [
        (2, "jumlah_kolom_beda", "tolak")
    ]
    assert semua[2].nilai == ["3", "DITA", ""]


@pytest.mark.parametrize(
    "ekor",
    [
        pytest.param('3;"DITA;JL. C\n4;EKO;JL. D\n', id="until the end of the file"),
        pytest.param('3;"DITA;' + "x" * 200_000, id="longer than any cell"),
    ],
)
def test_quotes_that_are_never_closed_are_named_and_swallow_nothing(ekor: str) -> None:
    with pytest.raises(BerkasDitolak, match="baris 4") as galat:
        list(tabel("NIP BARU;NAMA;ALAMAT\n1;SITI;A\n2;TITI;B\n" + ekor).baris())

    assert galat.value.kode == "berkas_rusak"


def test_unclosed_quotes_far_down_are_found_when_the_reading_gets_there() -> None:
    hasil = tabel("NIP BARU;NAMA\n" + "1;A\n" * 30 + '2;"B\n3;C\n')

    with pytest.raises(BerkasDitolak, match="baris 32"):
        list(hasil.baris())


def test_a_quote_that_only_matters_for_another_separator_does_no_harm() -> None:
    hasil = tabel('NIP BARU|NAMA|ALAMAT\n1|SITI|JL. A,"B RT 1\n2|TITI|C\n')

    assert [b.nomor for b in hasil.baris()] == [2, 3]


def test_a_quote_inside_a_cell_is_only_a_letter() -> None:
    assert baris('NIP BARU;NAMA;ALAMAT\n1;SITI;PIPA 5" A\n') == [(2, ["1", "SITI", 'PIPA 5" A'])]


def test_too_many_rows_stop_the_reading() -> None:
    hasil = tabel("NIP BARU;NAMA\n" + "1;A\n" * 30, batas=Batas(baris=25))

    with pytest.raises(BerkasDitolak, match="25 baris") as galat:
        list(hasil.baris())

    assert galat.value.kode == "melebihi_batas_ukuran"


def test_a_line_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.csvs._BARIS_MAKS", 1000)

    assert kode("NIP BARU;NAMA\n1;" + "x" * 2000) == "melebihi_batas_ukuran"


@pytest.mark.parametrize(
    ("isi", "nama", "harapan"),
    [
        pytest.param("", "a.csv", "berkas_kosong", id="nothing"),
        pytest.param("\ufeff \r\n\r\n", "a.csv", "berkas_kosong", id="only blanks"),
        pytest.param("a;b\n1;2\n", "a.csv", "kepala_tidak_ditemukan", id="unknown headers"),
        pytest.param("NIP BARU;NAMA\n", "a.csv", "tidak_ada_baris_data", id="header only"),
        pytest.param("Bukan buku kerja.\n", "a.xlsx", "bukan_xlsx", id="text named xlsx"),
        pytest.param("<html><table>", "a.xls", "bukan_xlsx", id="a page named xls"),
        pytest.param(b"%PDF-1.7\n%", "a.csv", "bukan_xlsx", id="PDF"),
        pytest.param(b"\0\1\2\3", "a.csv", "bukan_xlsx", id="bytes"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..", "a.xls", "bukan_xlsx", id="old Excel"),
    ],
)
def test_a_file_that_is_no_table_is_refused_by_what_it_is(
    isi: str | bytes, nama: str, harapan: str
) -> None:
    assert kode(isi, nama) == harapan


def test_a_text_table_named_xlsx_is_read_as_what_it_is() -> None:
    hasil = tabel(ISI.format(";"), nama="pegawai.xlsx")

    assert hasil.lembar.pemisah == ";"


def test_a_text_file_shows_its_rows_before_anyone_knows_its_columns() -> None:
    buku = baca_buku(io.BytesIO(ISI.format("|").encode()), nama="pns.csv")

    assert (buku.jenis, buku.lembar[0].nama) == ("csv", "pns")
    assert buku.lembar[0].cuplikan(1) == [(1, ["NIP BARU", "NAMA", "ALAMAT"])]


@pytest.mark.parametrize(
    ("nilai_", "harapan"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("+800/1/2019", "'+800/1/2019", id="plus"),
        pytest.param("-S.Pd", "'-S.Pd", id="minus"),
        pytest.param("@A", "'@A", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("\r=1", '"\'\r=1"', id="carriage return"),
        pytest.param("-", "-", id="lone dash"),
        pytest.param(-5, "-5", id="negative number"),
        pytest.param(None, "", id="nothing"),
        pytest.param("", "", id="empty"),
    ],
)
def test_text_that_begins_like_a_formula_is_written_inert(nilai_: object, harapan: str) -> None:
    keluar = io.StringIO()

    tulis_csv(keluar, KOLOM[:2], [["1", nilai_]])

    assert keluar.getvalue() == f"NIP BARU;NAMA\r\n1;{harapan}\r\n"


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.from_regex(r"[0-9]{18}", fullmatch=True),
            st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1),
        ),
        min_size=1,
        max_size=5,
    ),
    st.sampled_from([";", ",", "|", "\t"]),
)
def test_what_is_written_is_read_back_the_same(isi: list[tuple[str, str]], pemisah: str) -> None:
    keluar = io.StringIO(newline="")
    tulis_csv(keluar, (KOLOM[0], KOLOM[2]), isi, pemisah)

    hasil = baca_tabel(io.BytesIO(keluar.getvalue().encode("utf-8-sig")), KOLOM)

    semua = [(b.nilai[0], nilai.teks(b.nilai[1])[0]) for b in hasil.baris()]
    assert semua == [(nip, nilai.teks(teks)[0]) for nip, teks in isi]

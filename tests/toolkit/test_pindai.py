"""The container: sizes that lie, names that repeat, parts that are missing."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from tests.helpers.xlsx import Rumus, baris_xml, buku, buku_xml, lembar_xml, simpan
from toolkit.pindai import pindai
from toolkit.pindai_lembar import Batas
from toolkit.tabular import BerkasDitolak

DATA = [["NIP", "NAMA"], ["1", "SITI"], ["2", Rumus("A1", "x")]]


def kode(isi: bytes, batas: Batas | None = None) -> str:
    with pytest.raises(BerkasDitolak) as galat:
        pindai(io.BytesIO(isi), batas or Batas())
    assert galat.value.pesan.endswith(".")
    return galat.value.kode


def test_sheets_are_found_by_the_names_of_their_tabs_in_order(tmp_path: Path) -> None:
    isi = buku_xml(
        {
            "Petunjuk & lain": lembar_xml(baris_xml([["a"]])),
            "pns": lembar_xml(baris_xml(DATA, tersembunyi=[2]), gabungan=["A2:A3"]),
        },
        tersembunyi=["Petunjuk & lain"],
    )

    hasil = pindai(simpan(tmp_path, isi))

    assert list(hasil.lembar) == ["Petunjuk & lain", "pns"]
    assert not hasil.lembar["Petunjuk & lain"].terlihat
    pns = hasil.lembar["pns"]
    assert (pns.terlihat, pns.jumlah_baris) == (True, 3)
    assert pns.sel_rumus() == {(3, 1)}
    assert pns.tersembunyi == {2}
    assert [str(g) for g in pns.gabungan] == ["A2:A3"]


def test_an_open_upload_is_read_from_its_start_and_left_open() -> None:
    unggahan = io.BytesIO(buku(DATA))
    unggahan.read()

    assert pindai(unggahan).lembar["data"].jumlah_baris == 3
    assert not unggahan.closed


@pytest.mark.parametrize(
    "sasaran",
    [
        "/xl/worksheets/sheet1.xml",
        "worksheets\\sheet1.xml",
        "./worksheets/../worksheets/sheet1.xml",
        "worksheets/SHEET1.XML",
        "xl/worksheets/sheet1.xml",
    ],
)
def test_a_sheet_is_found_however_its_part_is_named(sasaran: str) -> None:
    hubungan = (
        '<Relationships><Relationship Target="%s" Type="x/worksheet" Id="rId1"/></Relationships>'
    )
    lama = zipfile.ZipFile(io.BytesIO(buku(DATA)))
    baru = io.BytesIO()
    with zipfile.ZipFile(baru, "w") as zip_:
        for nama in lama.namelist():
            ganti = nama == "xl/_rels/workbook.xml.rels"
            zip_.writestr(nama, hubungan % sasaran if ganti else lama.read(nama))

    assert pindai(baru).lembar["data"].sel_rumus() == {(3, 1)}


def test_parts_may_be_stored_without_compression() -> None:
    isi = buku_xml({"data": lembar_xml(baris_xml(DATA))}, cara=zipfile.ZIP_STORED)

    assert pindai(io.BytesIO(isi)).lembar["data"].jumlah_baris == 3


def test_a_chart_is_no_sheet() -> None:
    lama = zipfile.ZipFile(io.BytesIO(buku(DATA)))
    baru = io.BytesIO()
    with zipfile.ZipFile(baru, "w") as zip_:
        for nama in lama.namelist():
            zip_.writestr(nama, lama.read(nama).replace(b'/worksheet"', b'/chartsheet"'))

    assert pindai(baru).lembar == {}


def test_unpacked_bytes_are_counted_and_not_believed() -> None:
    isi = bytearray(
        buku_xml({"data": lembar_xml("<row/>" * 50)}, tambahan={"x.bin": b"0" * 90_000})
    )
    letak = isi.rfind(b"PK\x01\x02", 0, isi.rfind(b"x.bin"))
    struct.pack_into("<I", isi, letak + 24, 10)  # the declared size, a lie

    assert kode(bytes(isi), Batas(bita_terbuka=80_000)) == "melebihi_batas_ukuran"
    assert pindai(io.BytesIO(bytes(isi))).bita_terbuka > 90_000


def test_a_small_file_that_unpacks_into_a_huge_one_is_refused() -> None:
    isi = buku_xml({"data": lembar_xml(" " * 3_000_000)})

    assert len(isi) < 10_000
    assert kode(isi, Batas(bita_terbuka=1 << 20)) == "melebihi_batas_ukuran"


def test_millions_of_empty_strings_beside_the_sheet_are_refused() -> None:
    isi = buku_xml(
        {"data": lembar_xml("<row/>")}, tambahan={"xl/sharedStrings.xml": "<si/>" * 3_000}
    )

    assert kode(isi, Batas(sel=1_000)) == "melebihi_batas_ukuran"


def test_a_wide_sheet_is_walked_again_before_it_is_refused() -> None:
    lebar = '<row r="1"><c r="A1"><v>1</v></c></row><row r="{0}"><c r="ZZ{0}"><v>1</v></c></row>'
    batas = Batas(baris=99_999, sel=1_000_000)

    dekat = buku_xml({"data": lembar_xml(lebar.format(9))})
    jauh = buku_xml({"data": lembar_xml(lebar.format(90_000))})

    assert pindai(io.BytesIO(dekat), batas).lembar["data"].jumlah_baris == 2
    assert kode(jauh, batas) == "melebihi_batas_ukuran"


def test_a_file_that_is_too_large_is_not_even_opened() -> None:
    assert kode(b"PK" + b"x" * 2_000_000, Batas(bita=1 << 20)) == "melebihi_batas_ukuran"


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        pytest.param(b"", "berkas_kosong", id="nothing"),
        pytest.param(b"PK\x03\x04 and no more", "berkas_rusak", id="only a beginning"),
        pytest.param(buku(DATA)[:-30], "berkas_rusak", id="cut at the end"),
        pytest.param(buku(DATA)[200:], "berkas_rusak", id="cut at the front"),
        pytest.param(
            buku_xml({}, tambahan={"xl/a.xml": "x"}).replace(b"xl/workbook", b"xl/workbuku"),
            "bukan_xlsx",
            id="an archive of something else",
        ),
    ],
)
def test_a_damaged_container_is_named(isi: bytes, harapan: str) -> None:
    assert kode(isi) == harapan


def test_bytes_spoiled_inside_a_part_are_damage_and_no_crash() -> None:
    isi = buku_xml({"data": lembar_xml(baris_xml(DATA * 200))})
    letak = isi.find(b"xl/worksheets/sheet1.xml") + 60

    hasil = {kode(isi[:letak] + bytes([b]) * 40 + isi[letak + 40 :]) for b in (0, 0x55, 0xFF)}

    assert hasil == {"berkas_rusak"}


def test_two_parts_of_one_name_are_refused() -> None:
    wadah = io.BytesIO(buku(DATA))
    with zipfile.ZipFile(wadah, "a") as zip_:
        zip_.writestr("xl/worksheets/SHEET1.xml", lembar_xml(""))

    assert kode(wadah.getvalue()) == "berkas_rusak"


def test_an_encrypted_part_asks_for_the_password_to_be_removed() -> None:
    isi = bytearray(buku(DATA))
    letak = isi.rfind(b"PK\x01\x02")
    isi[letak + 8] |= 1

    assert kode(bytes(isi)) == "berkas_terkunci"


def test_an_unusual_compression_is_refused() -> None:
    isi = buku_xml({"data": lembar_xml("<row/>")}, cara=zipfile.ZIP_LZMA)

    assert kode(isi) == "berkas_rusak"


def test_a_list_of_parts_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.pindai._DAFTAR_ISI_MAKS", 100)

    assert kode(buku(DATA)) == "berkas_rusak"


def test_a_list_of_sheets_that_is_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.pindai._BAGIAN_KECIL_MAKS", 100)

    assert kode(buku(DATA)) == "berkas_rusak"


def potongan(letak_awal: int) -> bytes:
    """A stored book whose first part claims to be longer than it is."""
    isi = bytearray(buku_xml({"data": lembar_xml(baris_xml(DATA))}, cara=zipfile.ZIP_STORED))
    pusat = isi.find(b"PK\x01\x02")
    struct.pack_into("<I", isi, pusat + letak_awal, 5_000_000)
    return bytes(isi)


@pytest.mark.parametrize(
    "isi",
    [
        pytest.param(potongan(20), id="length beyond the end of the file"),
        pytest.param(potongan(42), id="beginning beyond the end of the file"),
    ],
)
def test_a_part_that_points_out_of_the_file_is_damage(isi: bytes) -> None:
    assert kode(isi) == "berkas_rusak"


def test_a_packed_part_that_ends_too_early_is_damage() -> None:
    isi = bytearray(buku_xml({"data": lembar_xml(baris_xml(DATA * 100))}))
    pusat = isi.rfind(b"PK\x01\x02")
    panjang = struct.unpack_from("<I", isi, pusat + 20)[0]
    struct.pack_into("<I", isi, pusat + 20, panjang // 2)

    assert kode(bytes(isi)) == "berkas_rusak"


def test_a_list_of_parts_that_cannot_be_read_is_damage() -> None:
    isi = bytearray(buku(DATA))
    pusat = isi.find(b"PK\x01\x02")
    isi[pusat : pusat + 4] = b"PKxx"

    assert kode(bytes(isi)) == "berkas_rusak"


def test_two_tabs_of_one_name_are_refused() -> None:
    isi = buku_xml({"a": lembar_xml(""), "b": lembar_xml("")}, cara=zipfile.ZIP_STORED)

    assert kode(_tulis_ulang(isi, b'name="b"', b'name="a"')) == "berkas_rusak"


def test_a_sheet_no_tab_speaks_of_keeps_the_limits_too() -> None:
    lembar = {"a": lembar_xml("")}
    banyak = buku_xml(lembar, tambahan={"xl/media/x.svg": lembar_xml("<row/>" * 200)})
    sedikit = buku_xml(lembar, tambahan={"xl/x.xml": lembar_xml("<row/>")})

    assert kode(banyak, Batas(baris=100)) == "melebihi_batas_ukuran"
    assert list(pindai(io.BytesIO(sedikit)).lembar) == ["a"]


def _tulis_ulang(isi: bytes, dari: bytes, ke: bytes) -> bytes:
    lama = zipfile.ZipFile(io.BytesIO(isi))
    baru = io.BytesIO()
    with zipfile.ZipFile(baru, "w") as zip_:
        for nama in lama.namelist():
            zip_.writestr(nama, lama.read(nama).replace(dari, ke))
    return baru.getvalue()


def test_a_tab_whose_part_is_missing_is_no_sheet() -> None:
    lama = zipfile.ZipFile(io.BytesIO(buku_xml({"a": lembar_xml(""), "b": lembar_xml("")})))
    baru = io.BytesIO()
    with zipfile.ZipFile(baru, "w") as zip_:
        for nama in lama.namelist():
            if not nama.endswith("sheet2.xml"):
                zip_.writestr(nama, lama.read(nama))

    assert list(pindai(baru).lembar) == ["a"]

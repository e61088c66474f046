"""The walk through one sheet's XML, held against an XML parser and cut at every place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.xlsx import Galat, Rumus, baris_xml, lembar_xml
from toolkit.pindai_lembar import (
    BATAS,
    Batas,
    PemindaiLembar,
    PindaianLembar,
    Rentang,
    huruf_kolom,
    kolom_bit,
    rapikan,
)
from toolkit.tabular import BerkasDitolak

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def potong(xml: bytes, ukuran: int) -> Iterator[bytes]:
    for i in range(0, len(xml), ukuran):
        yield xml[i : i + ukuran]


def telusuri(
    xml: str | bytes, *, ukuran: int = 1 << 20, batas: Batas = BATAS, teliti: bool = False
) -> PindaianLembar:
    isi = xml.encode() if isinstance(xml, str) else xml
    pemindai = PemindaiLembar(batas, "data", teliti=teliti)
    for bagian in rapikan(potong(isi, ukuran)):
        pemindai.makan(bagian)
    return pemindai.hasil()


def menurut_parser(xml: str) -> tuple[set[tuple[int, int]], set[tuple[int, int]], set[int], int]:
    """The same questions asked of an XML parser: formulas, errors, hidden rows, number of rows."""
    rumus, galat, sembunyi = set(), set(), set()
    nomor = jumlah = 0
    for baris in ElementTree.fromstring(xml).iterfind(f"{{{NS}}}sheetData/{{{NS}}}row"):  # noqa: S314
        jumlah += 1
        nomor = int(baris.get("r", nomor + 1))
        if baris.get("hidden") == "1":
            sembunyi.add(nomor)
        letak = (nomor, -1)
        for sel in baris.iterfind(f"{{{NS}}}c"):
            letak = _letak(sel.get("r"), (nomor, letak[1] + 1))
            if sel.find(f"{{{NS}}}f") is not None:
                rumus.add(letak)
            if sel.get("t") == "e":
                galat.add(letak)
    return rumus, galat, sembunyi, jumlah


def _letak(acuan: str | None, lain: tuple[int, int]) -> tuple[int, int]:
    if acuan is None:
        return lain
    huruf, angka = re.fullmatch(r"([A-Z]+)(\d+)", acuan).groups()  # type: ignore[union-attr]
    kolom = 0
    for h in huruf:
        kolom = kolom * 26 + ord(h) - 64
    return int(angka), kolom - 1


@st.composite
def lembar_apa_saja(draw: Any) -> str:
    """Sheets of every shape the format allows, the usual ones and the odd ones mixed."""
    hasil = []
    nomor = 0
    for _ in range(draw(st.integers(0, 6))):
        nomor += draw(st.integers(1, 3))
        beralamat = draw(st.booleans())
        if not beralamat and hasil:
            nomor = int(hasil[-1][0]) + 1
        elif not beralamat:
            nomor = 1
        kolom, sel = -1, []
        for _ in range(draw(st.integers(0, 5))):
            kolom += draw(st.integers(1, 30))
            isi = draw(
                st.sampled_from(
                    ["<v>1</v>", "<f>A1</f><v>2</v>", "<f/>", '<f t="shared" si="0"/><v>3</v>']
                    + ["<is><t>a &lt;f&gt; b</t></is>", "<is><r><rPr><color/></rPr></r></is>", ""]
                )
            )
            atribut = [f'r="{huruf_kolom(kolom)}{nomor}"'] if beralamat else []
            atribut += draw(st.lists(st.sampled_from(['s="1"', 't="e"']), unique=True, max_size=2))
            if draw(st.integers(0, 5)) == 0:
                atribut.reverse()
            tanda = draw(st.sampled_from([" ", " ", " ", "\n  "])).join(["<c", *atribut])
            sel.append(f"{tanda}>{isi}</c>" if isi or draw(st.booleans()) else f"{tanda}/>")
        r = f' r="{nomor}"' if beralamat else ""
        hidden = draw(st.sampled_from(["", "", ' hidden="1"', ' spans="1:9"']))
        hasil.append((nomor, f"<row{r}{hidden}>{''.join(sel)}</row>"))
    return lembar_xml("".join(teks for _, teks in hasil))


@settings(max_examples=100, deadline=None)
@given(lembar_apa_saja(), st.integers(1, 200))
def test_both_walks_see_what_a_parser_sees_wherever_the_pieces_are_cut(
    xml: str, ukuran: int
) -> None:
    rumus, galat, sembunyi, jumlah = menurut_parser(xml)

    for teliti in (False, True):
        hasil = telusuri(xml, ukuran=ukuran, teliti=teliti)

        assert hasil.sel_rumus() == rumus
        assert {(b, k) for b, bit in hasil.galat.items() for k in kolom_bit(bit)} == galat
        assert hasil.tersembunyi == sembunyi
        assert hasil.jumlah_baris == jumlah


def test_a_prefixed_sheet_is_the_same_sheet() -> None:
    xml = lembar_xml(
        baris_xml([["a", Rumus("1+1", "2")], [Galat(), "b"]], tersembunyi=[2]), gabungan=["A1:B2"]
    )
    berawalan = re.sub(r"<(/?)(?=\w)", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")

    for ukuran in (7, 1 << 20):
        assert asdict(telusuri(berawalan, ukuran=ukuran)) == asdict(telusuri(xml))


def test_comments_and_character_data_are_no_cells() -> None:
    xml = lembar_xml(
        '<row r="1"><!-- <c r="B1"><f>1</f></c> </sheetData> --><c r="A1" t="inlineStr"><is><t>'
        "<![CDATA[<c><f>]]></t></is></c><?aneh <f> ?></row>"
        '<row r="2"><c r="A2"><f>1</f><v>1</v></c></row>'
    )

    for ukuran in (1, 5, 1 << 20):
        assert telusuri(xml, ukuran=ukuran).sel_rumus() == {(2, 0)}


def test_a_sheet_that_ends_inside_a_comment_is_left_to_the_reader() -> None:
    assert telusuri(lembar_xml("<row/>") + "<!-- ", ukuran=3).jumlah_baris == 1


@pytest.mark.parametrize("ukuran", [3, 1 << 20])
def test_a_document_type_is_refused_unread(ukuran: int) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>' + lembar_xml("<row/>")

    with pytest.raises(BerkasDitolak, match="DTD") as galat:
        telusuri(xml, ukuran=ukuran)

    assert galat.value.kode == "berkas_rusak"


def test_merges_and_array_formulas_stay_ranges_however_large() -> None:
    larik = Rumus("X", "1", atribut=' t="array" ref="B1:C3"')
    hasil = telusuri(lembar_xml(baris_xml([["a", larik]]), gabungan=["BC173:BC174", "A1:XFD9"]))

    assert [str(g) for g in hasil.gabungan] == ["BC173:BC174", "A1:XFD9"]
    assert hasil.larik == (Rentang(1, 1, 3, 2),)
    assert list(kolom_bit(hasil.larik[0].masker)) == [1, 2]
    assert not hasil.polos


def test_a_row_of_height_zero_is_hidden_too() -> None:
    hasil = telusuri(lembar_xml('<row r="1"/><row r="2" ht="0" customHeight="1"/><row r="3"/>'))

    assert hasil.tersembunyi == {2}


def test_an_empty_sheet_has_nothing() -> None:
    assert telusuri(f'<worksheet xmlns="{NS}"><sheetData/></worksheet>').polos
    assert telusuri(f'<worksheet xmlns="{NS}"/>').jumlah_baris == 0


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        pytest.param("<row/>" * 101, "100 baris", id="rows counted"),
        pytest.param('<row r="101"/>', "100 baris", id="row number"),
        pytest.param('<row r="1"><c r="A99999999999"/></row>', "tidak dapat", id="endless address"),
        pytest.param(
            '<row r="1"><c r="A9999999999"><v>1</v></c></row>', "100 baris", id="cell far below"
        ),
        pytest.param(
            '<row r="1"><c s="1" r="A5000000"><v>1</v></c></row>', "100 baris", id="odd cell below"
        ),
        pytest.param("<row>" + "<c/>" * 1001 + "</row>", "1.000 sel", id="cells counted"),
    ],
)
def test_a_sheet_beyond_a_limit_stops_the_walk(isi: str, sebab: str) -> None:
    with pytest.raises(BerkasDitolak, match=sebab) as galat:
        telusuri(lembar_xml(isi), batas=Batas(baris=100, sel=1000))

    assert galat.value.kode in ("melebihi_batas_ukuran", "berkas_rusak")


@pytest.mark.parametrize(
    "isi",
    [
        pytest.param('<row r="1"><c r="1A"/></row>', id="address the wrong way round"),
        pytest.param('<row r="1"><c r="AAAA1"/></row>', id="column beyond the last"),
        pytest.param('<row r="1"><c r="A1" r="XFD1048576"/></row>', id="two addresses"),
        pytest.param("<row r='x'><c/></row>", id="row without a number"),
        pytest.param('<row r="1"><c x="<" r="XFD9"><v>1</v></c></row>', id="tag inside a tag"),
        pytest.param("<row><f>1</f></row>", id="formula without a cell"),
        pytest.param(
            '<row><c x="<!--"/><c r="XFD9"><v>1</v></c><c y="-->"/></row>', id="quoted comment"
        ),
        pytest.param(
            '<row><c x="><!--"/><c r="XFD9"><v>1</v></c><c y="-->"/></row>', id="quoted end of tag"
        ),
    ],
)
def test_what_two_readers_could_read_differently_is_refused(isi: str) -> None:
    with pytest.raises(BerkasDitolak) as galat:
        telusuri(lembar_xml(isi))

    assert galat.value.kode == "berkas_rusak"


def test_a_stray_cell_far_out_asks_for_the_careful_walk_and_is_named() -> None:
    batas = Batas(baris=200, sel=2000)
    xml = lembar_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="150"><c r="ZZ150"><v>1</v></c></row>'
    )
    cepat = PemindaiLembar(batas, "data")
    for bagian in rapikan([xml.encode()]):
        cepat.makan(bagian)

    assert cepat.perlu_teliti()
    with pytest.raises(BerkasDitolak, match="ZZ150") as galat:
        telusuri(xml, batas=batas, teliti=True)
    assert galat.value.kode == "melebihi_batas_ukuran"


def test_styled_but_empty_cells_far_out_do_no_harm() -> None:
    xml = lembar_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="150"><c r="ZZ150" s="1"/></row>'
    )

    assert telusuri(xml, batas=Batas(baris=200, sel=2000), teliti=True).jumlah_baris == 2


def test_a_single_endless_row_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.pindai_lembar._BLOK_MAKS", 10_000)
    xml = lembar_xml("<row>" + "<c><v>1</v></c>" * 2000 + "</row>")

    with pytest.raises(BerkasDitolak, match="Satu baris") as galat:
        telusuri(xml, ukuran=1000)

    assert galat.value.kode == "melebihi_batas_ukuran"


def test_a_single_endless_cell_does_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.pindai_lembar._BLOK_MAKS", 10_000)
    xml = lembar_xml(f"<row><c><v>{'1' * 20_000}</v></c></row>")

    with pytest.raises(BerkasDitolak, match="Satu sel") as galat:
        telusuri(xml, ukuran=1000)

    assert galat.value.kode == "melebihi_batas_ukuran"


def test_too_many_merges_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.pindai_lembar._GABUNGAN_MAKS", 3)

    with pytest.raises(BerkasDitolak, match="gabungan"):
        telusuri(lembar_xml("", gabungan=["A1:B1"] * 4))


@pytest.mark.parametrize(
    ("kolom", "huruf"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_in_a_spreadsheet(kolom: int, huruf: str) -> None:
    assert huruf_kolom(kolom) == huruf

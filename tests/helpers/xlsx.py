"""A workbook from a list of rows, and from raw XML with the quirks no library would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006"
_ISI = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_GAYA = (
    f'<styleSheet xmlns="{_NS}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    "</styleSheet>"
)


@dataclass(frozen=True)
class Rumus:
    """A formula cell with the value a program calculated last, if any did."""

    isi: str
    nilai: str = ""
    atribut: str = ""


@dataclass(frozen=True)
class Galat:
    """An error cell such as #N/A."""

    isi: str = "#N/A"


def huruf(kolom: int) -> str:
    hasil = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil


def sel(nilai: object, alamat: str = "") -> str:
    """One `<c>` element; text goes in as it is, so `_x0007_` becomes what Excel makes of it."""
    r = f' r="{alamat}"' if alamat else ""
    if nilai is None:
        return f"<c{r}/>"
    if isinstance(nilai, Rumus):
        return f'<c{r} t="str"><f{nilai.atribut}>{escape(nilai.isi)}</f><v>{nilai.nilai}</v></c>'
    if isinstance(nilai, Galat):
        return f'<c{r} t="e"><v>{nilai.isi}</v></c>'
    if isinstance(nilai, bool):
        return f'<c{r} t="b"><v>{int(nilai)}</v></c>'
    if isinstance(nilai, date):
        hari = nilai.date() if isinstance(nilai, datetime) else nilai
        return f'<c{r} s="1"><v>{(hari - date(1899, 12, 30)).days}</v></c>'
    if isinstance(nilai, int | float):
        return f"<c{r}><v>{nilai!r}</v></c>"
    teks = escape(str(nilai))
    return f'<c{r} t="inlineStr"><is><t xml:space="preserve">{teks}</t></is></c>'


def baris_xml(
    baris: Iterable[Sequence[object]],
    *,
    mulai: int = 1,
    geser: int = 0,
    alamat: bool = True,
    tersembunyi: Iterable[int] = (),
) -> str:
    """Rows as XML; without `alamat` neither rows nor cells say where they stand."""
    sembunyi = set(tersembunyi)
    hasil = []
    for nomor, isi in enumerate(baris, mulai):
        r = f' r="{nomor}"' if alamat else ""
        hidden = ' hidden="1"' if nomor in sembunyi else ""
        sel2 = "".join(
            sel(nilai, f"{huruf(i)}{nomor}" if alamat else "")
            for i, nilai in enumerate(isi, geser)
            if nilai is not None or not alamat
        )
        hasil.append(f"<row{r}{hidden}>{sel2}</row>")
    return "".join(hasil)


def lembar_xml(isi: str, *, ekor: str = "", gabungan: Sequence[str] = ()) -> str:
    """A worksheet around `<row>` elements."""
    if gabungan:
        ref = "".join(f'<mergeCell ref="{g}"/>' for g in gabungan)
        ekor = f'<mergeCells count="{len(gabungan)}">{ref}</mergeCells>{ekor}'
    return f'<worksheet xmlns="{_NS}"><sheetData>{isi}</sheetData>{ekor}</worksheet>'


def buku_xml(
    lembar: Mapping[str, str | bytes],
    *,
    tersembunyi: Sequence[str] = (),
    tambahan: Mapping[str, str | bytes] | None = None,
    cara: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """A whole workbook around worksheets given as XML."""
    keadaan = dict.fromkeys(tersembunyi, ' state="hidden"')
    tanda = "".join(
        f'<sheet name={quoteattr(nama)} sheetId="{i}"{keadaan.get(nama, "")} r:id="rId{i}"/>'
        for i, nama in enumerate(lembar, 1)
    )
    hubungan = "".join(
        f'<Relationship Id="rId{i}" Type="{_REL}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(lembar) + 1)
    )
    bagian: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PAKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_ISI}.sheet.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PAKET}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_NS}" xmlns:r="{_REL}"><sheets>{tanda}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKET}/relationships">{hubungan}'
        "</Relationships>",
        "xl/styles.xml": _GAYA,
    }
    bagian |= {f"xl/worksheets/sheet{i}.xml": isi for i, isi in enumerate(lembar.values(), 1)}
    bagian |= tambahan or {}
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", cara) as zip_:
        for nama, isi in bagian.items():
            zip_.writestr(nama, isi)
    return wadah.getvalue()


def buku(baris: Iterable[Sequence[object]], *, nama: str = "data", **pilihan: object) -> bytes:
    """One sheet from a list of rows; options as in `baris_xml`, and `gabungan`."""
    gabungan = pilihan.pop("gabungan", ())
    return buku_xml(
        {nama: lembar_xml(baris_xml(baris, **pilihan), gabungan=gabungan)}  # type: ignore[arg-type]
    )


def simpan(folder: Path, isi: bytes | str, nama: str = "uji.xlsx") -> Path:
    """The bytes as a file, since people hand over files."""
    berkas = folder / nama
    berkas.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return berkas

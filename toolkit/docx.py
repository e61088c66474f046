"""Word templates an office edits: filled from plain data, and checked before they are trusted.

The only file that imports docxtpl (and jinja2, python-docx, lxml behind it). A template may name
variables, choose with ``if`` and repeat with one ``for``; it may not call, calculate or nest loops,
so that every template ends. The same template and data give the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from toolkit.tabular import BerkasDitolak

BITA_MAKS = 2 << 20
BITA_TERBUKA_MAKS = 20 << 20
BAGIAN_MAKS = 300
ULANG_MAKS = 30
SARINGAN = frozenset(
    {"upper", "lower", "title", "capitalize", "trim", "join", "length", "first", "last", "default"}
)
_BOLEH = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.Filter, nodes.Test,
)  # fmt: skip
_TERLARANG = re.compile(r"vbaProject|/embeddings/|/activeX/", re.IGNORECASE)
_HUBUNGAN_LUAR = re.compile(rb"<[^<>]*TargetMode\s*=\s*[\"']External[^<>]*>", re.IGNORECASE)
_TANGGAL_ZIP = (1980, 1, 1, 0, 0, 0)


class _TakDikenal(StrictUndefined):
    """Says in our words which name the data do not have."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return _kalimat_tak_dikenal([str(self._undefined_name)])


class _Terbatas(ImmutableSandboxedEnvironment):
    """A sandbox that also refuses, when it reads a template, whatever might not end."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        pohon = super()._parse(source, name, filename)
        for simpul in pohon.find_all(nodes.Node):
            if not isinstance(simpul, _BOLEH):
                raise _ditolak(simpul)
            if isinstance(simpul, nodes.Filter) and simpul.name not in SARINGAN:
                raise BerkasDitolak("templat_saringan", f"Saringan “{simpul.name}” tidak dikenal.")
        ulang = list(pohon.find_all(nodes.For))
        if len(ulang) > ULANG_MAKS or any(list(f.find_all(nodes.For)) for f in ulang):
            raise BerkasDitolak(
                "templat_ulang",
                f"Templat paling banyak memuat {ULANG_MAKS} pengulangan, dan pengulangan tidak "
                "boleh berada di dalam pengulangan lain.",
            )
        return pohon


def isi_templat_word(berkas: bytes, data: Mapping[str, Any]) -> bytes:
    """The document of a template and ``data`` (text, lists of mappings).

    BerkasDitolak with a sentence: no Word document, too large, with macros or foreign parts, a
    broken mark, a variable that ``data`` does not have.
    """
    _periksa_wadah(berkas)
    return _dengan_kalimat(lambda: _isi(berkas, data))


def periksa_templat_word(berkas: bytes, contoh: Mapping[str, Any]) -> list[str]:
    """Why a template cannot be used, tried with data of the shape of ``contoh``."""
    try:
        isi_templat_word(berkas, contoh)
    except BerkasDitolak as galat:
        return [str(galat)]
    return []


def _isi(berkas: bytes, data: Mapping[str, Any]) -> bytes:
    lingkungan = _Terbatas(undefined=_TakDikenal, autoescape=True)
    templat = DocxTemplate(BytesIO(berkas))
    kurang = templat.get_undeclared_template_variables(lingkungan, dict(data))
    if kurang:
        raise BerkasDitolak("templat_isian", _kalimat_tak_dikenal(sorted(kurang)))
    templat.render(dict(data), lingkungan, autoescape=True)
    hasil = BytesIO()
    templat.save(hasil)
    return _tanpa_jam(hasil.getvalue())


def _dengan_kalimat(kerja: Callable[[], bytes]) -> bytes:
    """Run ``kerja``; what the libraries raise becomes a sentence."""
    try:
        return kerja()
    except (UndefinedError, SecurityError) as galat:  # both carry the sentence of _TakDikenal
        raise BerkasDitolak("templat_isian", str(galat)) from galat
    except TemplateSyntaxError as galat:
        raise BerkasDitolak(
            "templat_tanda",
            "Ada tanda isian yang tidak lengkap atau salah tulis, misalnya {{ tanpa }} atau "
            "{% for %} tanpa {% endfor %}.",
        ) from galat
    except (TemplateError, etree.XMLSyntaxError, KeyError, ValueError, TypeError) as galat:
        raise BerkasDitolak(
            "templat_rusak",
            "Templat tidak dapat diisi. Buka di Word, simpan ulang sebagai .docx, lalu periksa "
            "letak tanda {{ }} dan {% %}.",
        ) from galat


def _kalimat_tak_dikenal(nama: list[str]) -> str:
    sebutan = ", ".join(f"“{satu}”" for satu in nama)
    return f"Isian {sebutan} tidak dikenal. Periksa ejaannya pada daftar isian naskah ini."


def _ditolak(simpul: nodes.Node) -> BerkasDitolak:
    apa = "perhitungan atau perintah"
    if isinstance(simpul, nodes.Call):
        apa = "pemanggilan fungsi"
    return BerkasDitolak(
        "templat_perintah",
        f"Templat memuat {apa} pada tanda isiannya. Yang boleh hanya nama isian, if, dan for.",
    )


def _periksa_wadah(berkas: bytes) -> None:
    """Refuse what no letter of an office is; unpacked bytes are counted, not believed."""
    if len(berkas) > BITA_MAKS:
        raise BerkasDitolak("templat_besar", f"Templat paling besar {BITA_MAKS >> 20} MB.")
    try:
        with zipfile.ZipFile(BytesIO(berkas)) as arsip:
            _periksa_bagian(arsip)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as galat:
        raise BerkasDitolak(
            "templat_bukan_word", "Berkas ini bukan dokumen Word (.docx)."
        ) from galat


def _periksa_bagian(arsip: zipfile.ZipFile) -> None:
    nama = arsip.namelist()
    if "word/document.xml" not in nama:
        raise BerkasDitolak("templat_bukan_word", "Berkas ini bukan dokumen Word (.docx).")
    if len(nama) > BAGIAN_MAKS or len(set(nama)) != len(nama):
        raise BerkasDitolak("templat_besar", "Templat memuat terlalu banyak bagian.")
    if any(_TERLARANG.search(satu) for satu in nama):
        raise BerkasDitolak(
            "templat_makro", "Templat tidak boleh memuat makro atau berkas sisipan."
        )
    terbuka = 0
    for satu in nama:
        isi = bytearray()
        with arsip.open(satu) as bagian:
            while potong := bagian.read(1 << 16):
                terbuka += len(potong)
                if terbuka > BITA_TERBUKA_MAKS:
                    raise BerkasDitolak("templat_besar", "Isi templat terlalu besar.")
                isi += potong
        if satu.endswith(".rels") and any(
            b"/hyperlink" not in h for h in _HUBUNGAN_LUAR.findall(bytes(isi))
        ):
            raise BerkasDitolak(
                "templat_luar", "Templat tidak boleh mengambil gambar atau templat dari luar."
            )


def _tanpa_jam(isi: bytes) -> bytes:
    """The same parts without the hour they were packed."""
    hasil = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(isi)) as lama,
        zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as baru,
    ):
        for nama in lama.namelist():
            info = zipfile.ZipInfo(nama, _TANGGAL_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            baru.writestr(info, lama.read(nama))
    return hasil.getvalue()


# --- templates built from plain words ------------------------------------------------------------
@dataclass(frozen=True)
class Alinea:
    """A paragraph; ``masuk``: its first line is indented; ``geser``: all of it, by millimetres."""

    teks: str
    rata: Literal["kiri", "tengah", "kanan"] = "kiri"
    tebal: bool = False
    masuk: bool = False
    titik: float = 11
    geser: float = 0


@dataclass(frozen=True)
class Pasangan:
    """Lines of "label : text" in columns without borders."""

    isi: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Berulang:
    """One paragraph per item of the list ``daftar``, which it calls ``x``."""

    daftar: str
    alinea: Alinea


@dataclass(frozen=True)
class TabelBerulang:
    """A table with one row per item of the list ``daftar``: heads, shares of the width, and cells
    written with ``x``."""

    daftar: str
    kolom: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True)
class GantiHalaman:
    """What follows stands on a new page."""


Bagian = Alinea | Pasangan | Berulang | TabelBerulang | GantiHalaman
_RATA = {
    "kiri": WD_ALIGN_PARAGRAPH.LEFT,
    "tengah": WD_ALIGN_PARAGRAPH.CENTER,
    "kanan": WD_ALIGN_PARAGRAPH.RIGHT,
}
_LEBAR_ISI = 165.0  # mm: F4 less its margins


def susun_templat(bagian: Iterable[Bagian]) -> bytes:
    """A Word template on F4 of these parts; the same parts give the same bytes."""
    dokumen = Document()
    halaman = dokumen.sections[0]
    halaman.page_width, halaman.page_height = Mm(215), Mm(330)
    halaman.left_margin, halaman.right_margin = Mm(30), Mm(20)
    halaman.top_margin, halaman.bottom_margin = Mm(20), Mm(20)
    gaya = dokumen.styles["Normal"]
    gaya.font.name, gaya.font.size = "Arial", Pt(11)
    gaya.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    gaya.paragraph_format.space_after = Pt(4)
    for satu in bagian:
        _BENTUK[type(satu)](dokumen, satu)
    hasil = BytesIO()
    dokumen.save(hasil)
    return _tanpa_jam(hasil.getvalue())


def _alinea(dokumen: Any, a: Alinea) -> None:
    p = dokumen.add_paragraph()
    p.alignment = _RATA[a.rata]
    if a.masuk:
        p.paragraph_format.first_line_indent = Mm(10)
    if a.geser:
        p.paragraph_format.left_indent = Mm(a.geser)
    jalan = p.add_run(a.teks)
    jalan.bold, jalan.font.size = a.tebal, Pt(a.titik)


def _pasangan(dokumen: Any, p: Pasangan) -> None:
    tabel = dokumen.add_table(rows=0, cols=3)
    tabel.autofit = False
    for label, isi in p.isi:
        sel = tabel.add_row().cells
        for satu, teks, lebar in zip(sel, (label, ":", isi), (32, 5, _LEBAR_ISI - 37), strict=True):
            satu.width = Mm(lebar)
            _rapat(satu.paragraphs[0], teks)
    dokumen.add_paragraph()


def _berulang(dokumen: Any, b: Berulang) -> None:
    dokumen.add_paragraph(f"{{%p for x in {b.daftar} %}}")
    _alinea(dokumen, b.alinea)
    dokumen.add_paragraph("{%p endfor %}")


def _tabel(dokumen: Any, t: TabelBerulang) -> None:
    tabel = dokumen.add_table(rows=4, cols=len(t.kolom))
    tabel.style, tabel.autofit = "Table Grid", False
    semua = sum(lebar for _, lebar, _ in t.kolom)
    _rapat(tabel.cell(1, 0).paragraphs[0], f"{{%tr for x in {t.daftar} %}}", titik=9)
    _rapat(tabel.cell(3, 0).paragraphs[0], "{%tr endfor %}", titik=9)
    for n, (judul, lebar, isi) in enumerate(t.kolom):
        _rapat(tabel.cell(0, n).paragraphs[0], judul, titik=9, tebal=True)
        _rapat(tabel.cell(2, n).paragraphs[0], isi, titik=9)
        for baris in range(4):
            tabel.cell(baris, n).width = Mm(_LEBAR_ISI * lebar / semua)
    dokumen.add_paragraph()


def _rapat(p: Paragraph, teks: str, *, titik: float = 11, tebal: bool = False) -> None:
    p.paragraph_format.space_after = Pt(1)
    jalan = p.add_run(teks)
    jalan.bold, jalan.font.size = tebal, Pt(titik)


def _ganti(dokumen: Any, _: GantiHalaman) -> None:
    dokumen.add_page_break()


_BENTUK: dict[type[Bagian], Callable[[Any, Any], None]] = {
    Alinea: _alinea, Pasangan: _pasangan, Berulang: _berulang, TabelBerulang: _tabel,
    GantiHalaman: _ganti,
}  # fmt: skip

"""What a PDF really holds, read by libraries that had no part in making it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, StreamObject

_PDFAID = "http://www.aiim.org/pdfa/ns/id/"


def cacat_pdfa(isi: bytes) -> list[str]:
    """What keeps a file from being PDF/A-2b, as far as metadata and structure tell."""
    pdf = PdfReader(BytesIO(isi), strict=True)
    akar = pdf.root_object
    cacat = []
    if pdf.is_encrypted:
        cacat.append("encrypted")
    if not isi.startswith(b"%PDF-1.7\n%") or min(isi[10:14]) < 128:
        cacat.append("header without binary comment")
    if "/ID" not in pdf.trailer:
        cacat.append("no file identifier")
    if _pengenal(pdf) != ("2", "B"):
        cacat.append(f"XMP says {_pengenal(pdf)}")
    if not any(_profil_warna(satu.get_object()) for satu in akar.get("/OutputIntents", ())):
        cacat.append("no output intent with a colour profile")
    for nama in ("/OpenAction", "/AA", "/AcroForm"):
        if nama in akar:
            cacat.append(f"{nama} in the catalog")
    if "/JavaScript" in akar.get("/Names", {}) or "/EmbeddedFiles" in akar.get("/Names", {}):
        cacat.append("scripts or files inside")
    huruf = list(_huruf(pdf))
    if not huruf:
        cacat.append("no fonts at all")
    return cacat + [f"font {nama} not embedded" for nama, tertanam in huruf if not tertanam]


def _pengenal(pdf: PdfReader) -> tuple[str, str]:
    xmp = pdf.xmp_metadata
    if xmp is None:
        return "", ""
    bagian = [
        "".join(
            getattr(n, "data", getattr(n, "value", "")) for n in (simpul.childNodes or [simpul])
        )
        for nama in ("part", "conformance")
        for simpul in xmp.get_element("", _PDFAID, nama)
    ]
    return (bagian[0].strip(), bagian[1].strip()) if len(bagian) == 2 else ("", "")


def _profil_warna(maksud: DictionaryObject) -> bool:
    profil = maksud.get("/DestOutputProfile")
    return maksud.get("/S") == "/GTS_PDFA1" and isinstance(
        profil.get_object() if profil else None, StreamObject
    )


def _huruf(pdf: PdfReader) -> Iterator[tuple[str, bool]]:
    """Every font of every page and of the drawings on it, and whether it is inside the file."""
    antre: list[Any] = [halaman.get("/Resources") for halaman in pdf.pages]
    sudah: set[int] = set()
    while antre:
        sumber = antre.pop()
        sumber = sumber.get_object() if sumber is not None else None
        if sumber is None or id(sumber) in sudah:
            continue
        sudah.add(id(sumber))
        for satu in (sumber.get("/Font") or {}).values():
            yield _satu_huruf(satu.get_object())
        for satu in (sumber.get("/XObject") or {}).values():
            antre.append(satu.get_object().get("/Resources"))


def _satu_huruf(huruf: DictionaryObject) -> tuple[str, bool]:
    nama = str(huruf.get("/BaseFont"))
    turunan = huruf.get("/DescendantFonts")
    dasar = turunan[0].get_object() if turunan else huruf
    uraian = dasar.get("/FontDescriptor")
    isi = uraian.get_object() if uraian else {}
    return nama, any(kunci in isi for kunci in ("/FontFile", "/FontFile2", "/FontFile3"))


def halaman_teks(isi: bytes) -> list[str]:
    """The words of every page, on one line each."""
    with pypdfium2.PdfDocument(isi) as pdf:
        return [
            " ".join(h.get_textpage().get_text_bounded().replace("\u200b", "").split()) for h in pdf
        ]


def tepi_huruf(isi: bytes) -> Iterator[tuple[float, float, float, float, float, float]]:
    """Per page: left, bottom, right, top of everything written, and width and height (points)."""
    with pypdfium2.PdfDocument(isi) as pdf:
        for halaman in pdf:
            teks = halaman.get_textpage()
            kotak = [teks.get_rect(n) for n in range(teks.count_rects())]
            kiri, bawah, kanan, atas = zip(*kotak, strict=True)
            yield (min(kiri), min(bawah), max(kanan), max(atas), *halaman.get_size())


def kode_pada(isi: bytes, halaman: int = 0) -> set[str]:
    """What the QR codes on a page say, read from its picture."""
    with pypdfium2.PdfDocument(isi) as pdf:
        gambar = pdf[halaman].render(scale=3, grayscale=True).to_numpy()
    return {kode.text for kode in zxingcpp.read_barcodes(gambar)}

"""A streaming look at a workbook before any reader opens it.

The reader shows neither formulas nor hidden rows, turns error cells into empty ones, and lays a
sheet out as a full rectangle, so that one stray cell in the last corner takes all memory. So the
parts are walked first, piece by piece, counting the bytes really unpacked (declared sizes lie).
"""

from __future__ import annotations

import html
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from toolkit.pindai_lembar import (
    BATAS,
    Batas,
    PemindaiLembar,
    PindaianLembar,
    rapikan,
    rusak,
    terlalu_besar,
)
from toolkit.tabular import BerkasDitolak

Sumber = Path | BinaryIO

_POTONG = 1 << 20
_DAFTAR_ISI_MAKS = 1 << 20
_BAGIAN_KECIL_MAKS = 4 << 20
_BUKU = "xl/workbook.xml"
_HUBUNGAN = "xl/_rels/workbook.xml.rels"
_UNSUR = re.compile(rb"<(?:[\w.-]+:)?(sheet|Relationship)(?=\s)([^<>]*)>")
_ATRIBUT = re.compile(rb"""(?:^|\s)(?:[\w.-]+:)?([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True)
class Pindaian:
    """What the scan knows of a workbook; sheets stand in the order of their tabs."""

    lembar: Mapping[str, PindaianLembar] = field(default_factory=dict)
    bita_terbuka: int = 0


class _Penghitung:
    """Counts what was really unpacked and stops at the limit."""

    def __init__(self, batas: Batas) -> None:
        self.bita = 0
        self.tanda = 0
        self.batas = batas

    def tambah(self, bita: int) -> None:
        self.bita += bita
        if self.bita > self.batas.bita_terbuka:
            raise terlalu_besar(
                f"Isi berkas setelah dibuka melebihi {self.batas.bita_terbuka >> 20} MB."
            )

    def tambah_tanda(self, tanda: int) -> None:
        """Tags outside the sheets: millions of empty shared strings unpack small and load large."""
        self.tanda += tanda
        if self.tanda > 2 * self.batas.sel:
            raise terlalu_besar("Berkas memuat terlalu banyak teks atau gaya yang berbeda.")


@contextmanager
def buka(sumber: Sumber) -> Iterator[BinaryIO]:
    """The bytes of a path or of an open upload; only what was opened here is closed here."""
    if isinstance(sumber, Path):
        with sumber.open("rb") as berkas:
            yield berkas
    else:
        sumber.seek(0)
        yield sumber


def ukuran(sumber: Sumber) -> int:
    """Length in bytes, without reading."""
    with buka(sumber) as berkas:
        return berkas.seek(0, 2)


def periksa_ukuran(sumber: Sumber, batas: Batas = BATAS) -> None:
    """Refuse an empty file and one that is larger than a real export ever is."""
    bita = ukuran(sumber)
    if not bita:
        raise BerkasDitolak(
            "berkas_kosong", "Berkas kosong (0 bita). Unduh atau simpan ulang, lalu unggah lagi."
        )
    if bita > batas.bita:
        raise terlalu_besar(
            f"Berkas berukuran {bita >> 20} MB; paling besar {batas.bita >> 20} MB."
        )


def pindai(sumber: Sumber, batas: Batas = BATAS) -> Pindaian:
    """Walk through every part of the workbook once; refuse what no reader should open."""
    periksa_ukuran(sumber, batas)
    with buka(sumber) as berkas:
        butir = _daftar_isi(berkas)
        hitung = _Penghitung(batas)
        lembar: dict[str, PindaianLembar] = {}
        bagian = _bagian_lembar(berkas, butir, hitung)
        for nama, (jalur, terlihat) in bagian.items():
            lembar[nama] = _pindai_lembar(berkas, butir[jalur], hitung, nama, terlihat)
        sudah = {jalur for jalur, _ in bagian.values()} | {_BUKU, _HUBUNGAN}
        for jalur, isi in butir.items():
            if jalur not in sudah:
                _hitung_bagian(berkas, isi, hitung)
        return Pindaian(lembar, hitung.bita)


def _hitung_bagian(berkas: BinaryIO, isi: zipfile.ZipInfo, hitung: _Penghitung) -> None:
    """Any other part. A sheet hidden from the list of tabs must keep the limits too."""
    ekor, lembar = b"", False
    for potong in _buka_bagian(berkas, isi, hitung):
        hitung.tambah_tanda(potong.count(b"<"))
        lembar = lembar or b"sheetData" in ekor + potong
        ekor = potong[-8:]
    if lembar:
        _pindai_lembar(berkas, isi, _Penghitung(hitung.batas), isi.filename, terlihat=False)


def _pindai_lembar(
    berkas: BinaryIO, isi: zipfile.ZipInfo, hitung: _Penghitung, nama: str, terlihat: bool
) -> PindaianLembar:
    pemindai = PemindaiLembar(hitung.batas, nama)
    for potong in rapikan(_buka_bagian(berkas, isi, hitung)):
        pemindai.makan(potong)
    if pemindai.perlu_teliti():
        # Wide sheets only: the quick walk knows an upper bound, this one the true rectangle.
        pemindai = PemindaiLembar(hitung.batas, nama, teliti=True)
        for potong in rapikan(_buka_bagian(berkas, isi, _Penghitung(hitung.batas))):
            pemindai.makan(potong)
    return pemindai.hasil(terlihat=terlihat)


def _daftar_isi(berkas: BinaryIO) -> dict[str, zipfile.ZipInfo]:
    """The parts by their name in lower case; two parts of one name hide something."""
    _periksa_ekor(berkas)
    try:
        with zipfile.ZipFile(berkas) as zip_:
            daftar = zip_.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error, OSError) as galat:
        raise rusak("Berkas rusak atau terpotong.") from galat
    butir: dict[str, zipfile.ZipInfo] = {}
    for isi in daftar:
        if isi.header_offset < 0:
            raise rusak("Berkas rusak atau terpotong.")
        if isi.flag_bits & 1:
            raise terkunci()
        jalur = isi.filename.replace("\\", "/").lstrip("/").casefold()
        if jalur in butir:
            raise rusak("Berkas memuat dua bagian bernama sama.")
        butir[jalur] = isi
    if _BUKU not in butir or _HUBUNGAN not in butir:
        raise BerkasDitolak(
            "bukan_xlsx",
            "Berkas ini bukan buku kerja Excel (.xlsx). Buka di Excel atau LibreOffice, "
            "Simpan Sebagai Excel Workbook (.xlsx), lalu unggah lagi.",
        )
    return butir


def _periksa_ekor(berkas: BinaryIO) -> None:
    """The list of parts is read into memory at once, so its length is looked at first."""
    panjang = berkas.seek(0, 2)
    berkas.seek(max(0, panjang - 65_557))
    ekor = berkas.read()
    letak = ekor.rfind(b"PK\x05\x06")
    if letak < 0 or len(ekor) < letak + 22 or ekor.count(b"PK\x05\x06") > 1:
        raise rusak("Berkas rusak atau terpotong.")
    if struct.unpack_from("<I", ekor, letak + 12)[0] > _DAFTAR_ISI_MAKS:
        raise rusak("Daftar isi berkas tidak wajar.")


def terkunci() -> BerkasDitolak:
    return BerkasDitolak(
        "berkas_terkunci",
        "Berkas dilindungi kata sandi. Buka, hapus kata sandinya, simpan, lalu unggah lagi.",
    )


def _buka_bagian(berkas: BinaryIO, isi: zipfile.ZipInfo, hitung: _Penghitung) -> Iterator[bytes]:
    """Unpack one part in pieces; unlike `zipfile` it does not stop at the declared size."""
    berkas.seek(isi.header_offset)
    kepala = berkas.read(30)
    if len(kepala) < 30 or kepala[:4] != b"PK\x03\x04":
        raise rusak("Berkas rusak atau terpotong.")
    berkas.seek(sum(struct.unpack_from("<HH", kepala, 26)), 1)
    if isi.compress_type == zipfile.ZIP_STORED:
        potongan = _mentah(berkas, isi.compress_size)
    elif isi.compress_type == zipfile.ZIP_DEFLATED:
        potongan = _mekar(_mentah(berkas, isi.compress_size))
    else:
        raise rusak("Berkas dimampatkan dengan cara yang tidak dikenal.")
    for potong in potongan:
        hitung.tambah(len(potong))
        yield potong


def _mentah(berkas: BinaryIO, sisa: int) -> Iterator[bytes]:
    while sisa > 0:
        potong = berkas.read(min(_POTONG, sisa))
        if not potong:
            raise rusak("Berkas terpotong.")
        sisa -= len(potong)
        yield potong


def _mekar(potongan: Iterator[bytes]) -> Iterator[bytes]:
    pengurai = zlib.decompressobj(-15)
    try:
        for masuk in potongan:
            while True:
                keluar = pengurai.decompress(masuk, _POTONG)
                if keluar:
                    yield keluar
                masuk = pengurai.unconsumed_tail
                if pengurai.eof or (not masuk and len(keluar) < _POTONG):
                    break
            if pengurai.eof:
                return
    except zlib.error as galat:
        raise rusak("Berkas rusak.") from galat
    if not pengurai.eof:
        raise rusak("Berkas terpotong.")


def _bagian_lembar(
    berkas: BinaryIO, butir: Mapping[str, zipfile.ZipInfo], hitung: _Penghitung
) -> dict[str, tuple[str, bool]]:
    """Tab name to the part that holds it and whether the tab can be seen."""
    sasaran = {
        atribut.get("Id", ""): atribut.get("Target", "")
        for atribut in _unsur(_bagian_kecil(berkas, butir[_HUBUNGAN], hitung), b"Relationship")
        if atribut.get("Type", "").endswith("/worksheet")
        and atribut.get("TargetMode") != "External"
    }
    bagian: dict[str, tuple[str, bool]] = {}
    for atribut in _unsur(_bagian_kecil(berkas, butir[_BUKU], hitung), b"sheet"):
        tujuan = sasaran.get(atribut.get("id", ""), "")
        if not tujuan:
            continue
        jalur = posixpath.normpath(posixpath.join("/xl", tujuan.replace("\\", "/")))
        jalur = jalur.lstrip("/").casefold()
        if jalur not in butir and tujuan.casefold() in butir:
            jalur = tujuan.casefold()
        if atribut.get("name", "") in bagian:
            raise rusak("Berkas memuat dua lembar bernama sama.")
        if jalur in butir:
            bagian[atribut.get("name", "")] = (
                jalur,
                atribut.get("state", "visible") == "visible",
            )
    return bagian


def _bagian_kecil(berkas: BinaryIO, isi: zipfile.ZipInfo, hitung: _Penghitung) -> bytes:
    hasil = b""
    for potong in _buka_bagian(berkas, isi, hitung):
        hasil += potong
        if len(hasil) > _BAGIAN_KECIL_MAKS:
            raise rusak("Daftar lembar tidak wajar.")
    return b"".join(rapikan([hasil]))


def _unsur(xml: bytes, nama: bytes) -> Iterator[dict[str, str]]:
    for temu in _UNSUR.finditer(xml):
        if temu[1] == nama:
            yield {
                kunci.decode(): html.unescape((ganda or tunggal).decode("utf-8", "replace"))
                for kunci, ganda, tunggal in _ATRIBUT.findall(temu[2])
            }

"""Text tables in and out: separator, encoding, and row numbers as a spreadsheet would show them."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from toolkit.lembar import Lembar
from toolkit.nilai import mirip_rumus
from toolkit.pindai import Sumber, buka
from toolkit.pindai_lembar import BATAS, Batas, rusak, terlalu_besar
from toolkit.tabular import BerkasDitolak, Column, Nilai

PEMISAH = ("|", ";", ",", "\t")
_UJI = 64 << 10
_BARIS_MAKS = 4 << 20


def lembar_csv(sumber: Sumber, nama: str, batas: Batas = BATAS) -> list[Lembar]:
    """One way to read the file per separator, the likeliest first; headers decide later."""
    enkode = _enkode(sumber)
    return [
        Lembar(nama, _Pembaca(sumber, pemisah, enkode, batas), pemisah=pemisah, enkode=enkode)
        for pemisah in _urut_pemisah(sumber, enkode)
    ]


def tulis_csv(
    tujuan: TextIO, kolom: Sequence[Column], baris: Iterable[Sequence[object]], pemisah: str = ";"
) -> None:
    """Rows under our headers; text a spreadsheet would calculate gets an apostrophe in front."""
    penulis = csv.writer(tujuan, delimiter=pemisah, lineterminator="\r\n")
    penulis.writerow([k.header for k in kolom])
    for isi in baris:
        penulis.writerow([_inert(n) for n in isi])


def _inert(nilai: object) -> object:
    """A leading tab or line break would bring the formula behind it back to life."""
    if isinstance(nilai, str) and (nilai[:1] in "\t\r\n" or mirip_rumus(nilai)):
        return f"'{nilai}" if nilai else ""
    return nilai


def _enkode(sumber: Sumber) -> str:
    """By the mark at the front, else UTF-8 when every byte of the file is, else Windows-1252."""
    with buka(sumber) as berkas:
        awal = berkas.read(4)
        if awal.startswith(codecs.BOM_UTF8):
            return "utf-8-sig"
        if awal.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        berkas.seek(0)
        pengurai = codecs.getincrementaldecoder("utf-8")()
        try:
            while potong := berkas.read(1 << 20):
                pengurai.decode(potong)
            pengurai.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _urut_pemisah(sumber: Sumber, enkode: str) -> list[str]:
    with buka(sumber) as berkas:
        contoh = berkas.read(_UJI).decode(enkode, "replace")
    if contoh[:4].casefold() == "sep=" and contoh[4:5] in PEMISAH:
        return [contoh[4]]
    return sorted(PEMISAH, key=lambda p: -contoh.count(p))


class _Pembaca:
    """Calling it reads the file from the start again."""

    def __init__(self, sumber: Sumber, pemisah: str, enkode: str, batas: Batas) -> None:
        self._sumber = sumber
        self._pemisah = pemisah
        self._enkode = enkode
        self._batas = batas

    def __call__(self) -> Iterator[tuple[int, list[Nilai]]]:
        with buka(self._sumber) as berkas:
            teks = io.TextIOWrapper(berkas, self._enkode, errors="replace", newline="")
            try:
                yield from self._baris(teks)
            finally:
                teks.detach()

    def _baris(self, teks: TextIO) -> Iterator[tuple[int, list[Nilai]]]:
        lacak = _Lacak(teks)
        baca = csv.reader(lacak, delimiter=self._pemisah)
        nomor = 0
        try:
            for isi in baca:
                if not nomor and isi and isi[0].casefold() == "sep=":
                    continue  # an instruction to Excel, which does not show it as a row
                nomor += 1
                if nomor > self._batas.baris:
                    jumlah = f"{self._batas.baris:,}".replace(",", ".")
                    raise terlalu_besar(f"Berkas memuat lebih dari {jumlah} baris.")
                if lacak.kutip_terbuka(isi):
                    raise _kutip_terbuka(nomor)
                lacak.mulai_baris()
                yield nomor, isi  # type: ignore[misc]
        except csv.Error as galat:
            raise _kutip_terbuka(nomor + 1) from galat


class _Lacak:
    """Passes lines on and remembers those of the running record."""

    def __init__(self, teks: TextIO) -> None:
        self._teks = teks
        self._kutip = 0
        self._habis = False

    def __iter__(self) -> Iterator[str]:
        for baris in self._teks:
            if len(baris) > _BARIS_MAKS:
                raise terlalu_besar("Satu baris di berkas ini tidak wajar panjangnya.")
            self._kutip += baris.count('"')
            yield baris
        self._habis = True

    def mulai_baris(self) -> None:
        self._kutip = 0

    def kutip_terbuka(self, isi: Sequence[str]) -> bool:
        """The file ended inside quotes: the last cell has swallowed what came after it."""
        return self._habis and self._kutip % 2 == 1 and bool(isi) and "\n" in isi[-1]


def _kutip_terbuka(nomor: int) -> BerkasDitolak:
    return rusak(f"Tanda kutip ganda pada baris {nomor} tidak ditutup.")

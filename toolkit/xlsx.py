"""Workbooks in and out; the only file that knows the libraries for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import python_calamine
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from toolkit.csvs import lembar_csv
from toolkit.isian import Isian
from toolkit.lembar import KOLOM_ALASAN, Lembar, Tabel, cari_tabel
from toolkit.pindai import Pindaian, Sumber, buka, periksa_ukuran, pindai, terkunci
from toolkit.pindai_lembar import BATAS, Batas, rusak
from toolkit.tabular import BerkasDitolak, Column, Nilai, Problem

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BUKAN_TEKS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf")
_MENGAKU_EXCEL = (".xlsx", ".xlsm", ".xls", ".xlsb")
_SARAN = "Simpan Sebagai Excel Workbook (.xlsx), lalu unggah lagi."


class Buku:
    """An opened file: its sheets, or the ways to read it as text. Close it, or use `with`."""

    def __init__(
        self,
        jenis: str,
        lembar: Sequence[Lembar],
        *,
        nama: str = "",
        tutup: Callable[[], None] | None = None,
    ) -> None:
        self.jenis = jenis
        self.nama = nama
        self.lembar = tuple(lembar)
        self._tutup = tutup

    def tabel(self, kolom: Sequence[Column], padanan: Mapping[str, str] | None = None) -> Tabel:
        """The table these columns stand in; `padanan` maps a header of the file to ours."""
        try:
            return cari_tabel(self.lembar, kolom, padanan)
        except BerkasDitolak as galat:
            if self.jenis == "csv" and self.nama.casefold().endswith(_MENGAKU_EXCEL):
                raise _bukan_xlsx("Isi berkas ini teks biasa, bukan buku kerja Excel.") from galat
            raise

    def close(self) -> None:
        if self._tutup is not None:
            self._tutup()
            self._tutup = None

    def __enter__(self) -> Buku:
        return self

    def __exit__(
        self,
        jenis: type[BaseException] | None,
        galat: BaseException | None,
        jejak: TracebackType | None,
    ) -> None:
        self.close()


def baca_buku(sumber: Sumber | str, *, nama: str = "", batas: Batas = BATAS) -> Buku:
    """Open a workbook or a text table, chosen by what the file is and not by how it is named."""
    if isinstance(sumber, str):
        sumber = Path(sumber)
    if not nama:
        nama = sumber.name if isinstance(sumber, Path) else str(getattr(sumber, "name", ""))
    periksa_ukuran(sumber, batas)
    with buka(sumber) as berkas:
        awal = berkas.read(4096)
    if awal.startswith(_ZIP):
        return _buku_xlsx(sumber, nama, pindai(sumber, batas))
    if awal.startswith(b"PK"):
        raise rusak("Berkas rusak atau kosong.")
    _periksa_teks(awal)
    return Buku("csv", lembar_csv(sumber, Path(nama).stem, batas), nama=nama)


def baca_tabel(
    sumber: Sumber | str,
    kolom: Sequence[Column],
    *,
    padanan: Mapping[str, str] | None = None,
    nama: str = "",
    batas: Batas = BATAS,
) -> Tabel:
    """`baca_buku` and `Buku.tabel` in one; what the table needs stays open with it."""
    return baca_buku(sumber, nama=nama, batas=batas).tabel(kolom, padanan)


def _periksa_teks(awal: bytes) -> None:
    if awal.startswith(_OLE):
        raise _bukan_xlsx(
            "Berkas ini berformat Excel lama (.xls) atau terkunci kata sandi. "
            "Buka di Excel atau LibreOffice."
        )
    if awal.startswith(_BUKAN_TEKS) or (
        b"\0" in awal and not awal.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        raise _bukan_xlsx("Berkas ini bukan buku kerja Excel dan bukan teks (CSV).")
    if awal.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise _bukan_xlsx("Berkas ini halaman web yang diberi nama Excel. Buka di Excel.")
    if len(awal) < 4096 and not awal.strip(b"\xef\xbb\xbf \t\r\n\0"):
        raise BerkasDitolak(
            "berkas_kosong", "Berkas tidak berisi apa-apa. Simpan ulang, lalu unggah lagi."
        )


def _bukan_xlsx(sebab: str) -> BerkasDitolak:
    return BerkasDitolak("bukan_xlsx", f"{sebab} {_SARAN}")


# --- reading ---------------------------------------------------------------------------------


class _BukuCalamine:
    """The reader with one sheet in memory at a time."""

    def __init__(self, sumber: Sumber) -> None:
        self._sumber = sumber
        self._buku: python_calamine.CalamineWorkbook | None = None
        self._lembar: python_calamine.CalamineSheet | None = None

    def buka(self, nama: str) -> Callable[[], Iterator[tuple[int, list[Nilai]]]]:
        def baris() -> Iterator[tuple[int, list[Nilai]]]:
            lembar = _jaga(lambda: self._muat(nama))
            # The reader begins at the first used column, but at row 1.
            geser = lembar.start[1] if lembar.start else 0
            depan: list[Nilai] = [""] * geser
            for nomor, nilai in enumerate(lembar.iter_rows(), 1):
                yield nomor, (depan + nilai if geser else nilai)

        return baris

    def _muat(self, nama: str) -> python_calamine.CalamineSheet:
        if self._lembar is None or self._lembar.name != nama:
            if self._buku is None:
                # Not by path: then the reader would go by the name's extension.
                with buka(self._sumber) as berkas:
                    self._buku = python_calamine.CalamineWorkbook.from_filelike(berkas)
            self._lembar = None
            self._lembar = self._buku.get_sheet_by_name(nama)
        return self._lembar

    def tutup(self) -> None:
        if self._buku is not None:
            self._buku.close()
        self._buku = self._lembar = None


def _buku_xlsx(sumber: Sumber, nama: str, pindaian: Pindaian) -> Buku:
    buku = _BukuCalamine(sumber)
    lembar = [
        Lembar(judul, buku.buka(judul), pindaian=isi) for judul, isi in pindaian.lembar.items()
    ]
    return Buku("xlsx", lembar, nama=nama, tutup=buku.tutup)


def _jaga(
    muat: Callable[[], python_calamine.CalamineSheet],
) -> python_calamine.CalamineSheet:
    """The reader's own faults, a panic of its core included, are faults of the file."""
    try:
        return muat()
    except python_calamine.PasswordError as galat:
        raise terkunci() from galat
    except (python_calamine.CalamineError, OSError) as galat:
        raise rusak("Berkas rusak.") from galat
    except BaseException as galat:
        if type(galat).__name__ == "PanicException":
            raise rusak("Berkas rusak.") from galat
        raise


# --- writing ---------------------------------------------------------------------------------

_SEL_TEKS_MAKS = 32_767
_NAMA_LEMBAR = re.compile(r"[\[\]:*?/\\]")
_LEBAR = {"teks": 20, "tanggal": 12, "bulat": 10, "desimal": 12}
_BILANGAN_TEPAT = 10**15


@dataclass(frozen=True)
class BarisTulis:
    """A row with the reasons beside it and the cells they speak of."""

    nilai: Sequence[object]
    alasan: str = ""
    sorot: frozenset[int] = frozenset()


@dataclass(frozen=True)
class LembarTulis:
    """A sheet to write; without rows it is a blank template. `alasan` puts that column first,
    `isian` says how people may fill it in."""

    nama: str
    kolom: Sequence[Column]
    baris: Iterable[Sequence[object] | BarisTulis] = ()
    alasan: bool = False
    isian: Isian | None = None


def baris_objek(kolom: Sequence[Column], objek: Iterable[Any]) -> Iterator[list[object]]:
    """Rows made of things, each value taken by its column."""
    for benda in objek:
        yield [k.nilai_dari(benda) for k in kolom]


def lembar_ditolak(
    tabel: Tabel, ditolak: Iterable[tuple[Sequence[object], Sequence[Problem]]]
) -> LembarTulis:
    """The refused rows as they came, the reasons in front; mended, the book can be imported."""
    kolom = [
        Column(judul, judul, jenis=tabel.posisi[i].jenis if i in tabel.posisi else "teks")
        for i, judul in enumerate(tabel.kepala)
    ]
    letak = {k.header: i for i, k in tabel.posisi.items()}

    def baris() -> Iterator[BarisTulis]:
        for nilai, masalah in ditolak:
            alasan = "\n".join(f"{p.kolom}: {p.pesan}" if p.kolom else p.pesan for p in masalah)
            sorot = frozenset(letak[p.kolom] for p in masalah if p.kolom in letak)
            yield BarisTulis(nilai, alasan, sorot)

    return LembarTulis(tabel.lembar.nama, kolom, baris(), alasan=True)


def tulis_buku(
    tujuan: Path | str | BinaryIO,
    lembar: Sequence[LembarTulis],
    *,
    dibuat: datetime | None = None,
) -> None:
    """Write sheets row by row in constant memory; no text ever becomes a formula or a link."""
    pilihan = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    buku = xlsxwriter.Workbook(str(tujuan) if isinstance(tujuan, Path) else tujuan, pilihan)
    if dibuat is not None:
        buku.set_properties({"created": dibuat})
    gaya = _Gaya(buku)
    terpakai: set[str] = set()
    for isi in lembar:
        judul = _nama_lembar(isi.nama, terpakai)
        _PenulisLembar(buku.add_worksheet(judul), gaya, isi).tulis()
    buku.close()


def _nama_lembar(nama: str, terpakai: set[str]) -> str:
    """Excel's rules: 31 characters, none of []:*?/\\, no two alike."""
    dasar = _NAMA_LEMBAR.sub(" ", nama).strip(" '")[:31] or "Lembar"
    judul, urut = dasar, 1
    while judul.casefold() in terpakai:
        urut += 1
        judul = f"{dasar[: 30 - len(str(urut))]} {urut}"
    terpakai.add(judul.casefold())
    return judul


class _Gaya:
    """The few formats, each once plain and once highlighted."""

    def __init__(self, buku: xlsxwriter.Workbook) -> None:
        sorot: dict[str, object] = {"bg_color": "#FFD9D9"}
        atas: dict[str, object] = {"valign": "top"}
        self.kepala = buku.add_format(
            {"bold": True, "bg_color": "#E7ECF3", "bottom": 1, "text_wrap": True, **atas}
        )
        self.alasan = buku.add_format({"text_wrap": True, "font_color": "#9C0006", **atas})
        rupa: dict[str, dict[str, object]] = {
            "teks": {"num_format": 49},  # the built-in text format
            "angka": {},
            "tanggal": {"num_format": "dd-mm-yyyy"},
            "jam": {"num_format": "hh:mm:ss"},
        }
        self.biasa = {k: buku.add_format({**r, **atas}) for k, r in rupa.items()}
        self.sorot = {k: buku.add_format({**r, **atas, **sorot}) for k, r in rupa.items()}
        abu: dict[str, object] = {"bg_color": "#E3E6EA", "font_color": "#505050"}
        self.kunci = {k: buku.add_format({**r, **atas, **abu}) for k, r in rupa.items()}
        self.buka = {k: buku.add_format({**r, **atas, "locked": 0}) for k, r in rupa.items()}

    def sel(self, kolom: Column, isian: Isian | None) -> Mapping[str, Format]:
        """Formats of the cells of one column: shut and grey, open to be filled in, or plain."""
        if isian is None:
            return self.biasa
        return self.kunci if kolom.key in isian.kunci else self.buka

    def kolom(self, kolom: Column, isian: Isian | None) -> Format:
        """What a person types below the rows gets the column's format, so a NIP stays text."""
        jenis = {"teks": "teks", "tanggal": "tanggal"}.get(kolom.jenis, "angka")
        return self.sel(kolom, isian)[jenis]


class _PenulisLembar:
    def __init__(self, ws: Worksheet, gaya: _Gaya, isi: LembarTulis) -> None:
        self._ws = ws
        self._gaya = gaya
        self._isi = isi
        self._geser = 1 if isi.alasan else 0
        self._biasa = [gaya.sel(k, isi.isian) for k in isi.kolom]

    def tulis(self) -> None:
        kolom = self._isi.kolom
        if self._isi.alasan:
            self._ws.set_column(0, 0, 60)
            self._ws.write_string(0, 0, KOLOM_ALASAN, self._gaya.kepala)
        for i, k in enumerate(kolom, self._geser):
            lebar = k.lebar or max(_LEBAR[k.jenis], min(len(k.header) + 2, 40))
            self._ws.set_column(i, i, lebar, self._gaya.kolom(k, self._isi.isian))
            self._ws.write_string(0, i, k.header, self._gaya.kepala)
        self._ws.freeze_panes(1, self._geser)
        nomor = 0
        for nomor, baris in enumerate(self._isi.baris, 1):
            self._baris(nomor, baris)
        if kolom:
            self._ws.autofilter(0, 0, nomor, len(kolom) - 1 + self._geser)
        if self._isi.isian is not None:
            self._pasang(self._isi.isian, nomor)

    def _pasang(self, isian: Isian, terakhir: int) -> None:
        """Shut the sheet but for its open cells, let rows below be added, and check what is typed.

        The protection has no password: it is against slips, and anybody may lift it.
        """
        akhir = terakhir + isian.tambahan
        for nomor in range(terakhir + 1, akhir + 1):
            for i in range(len(self._isi.kolom)):
                self._ws.write_blank(nomor, i + self._geser, None, self._gaya.buka["teks"])
        for i, k in enumerate(self._isi.kolom, self._geser):
            if k.key in isian.aturan and akhir:
                self._ws.data_validation(1, i, akhir, i, isian.aturan[k.key].pilihan())
        self._ws.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def _baris(self, nomor: int, baris: Sequence[object] | BarisTulis) -> None:
        if isinstance(baris, BarisTulis):
            if self._isi.alasan:
                self._ws.write_string(nomor, 0, baris.alasan[:_SEL_TEKS_MAKS], self._gaya.alasan)
            for i, nilai in enumerate(baris.nilai):
                gaya = self._gaya.sorot if i in baris.sorot else self._gaya.biasa
                self._sel(nomor, i + self._geser, nilai, gaya)
        else:
            for i, nilai in enumerate(baris):
                self._sel(nomor, i + self._geser, nilai, self._biasa[i])

    def _sel(self, nomor: int, i: int, nilai: object, gaya: Mapping[str, Format]) -> None:
        """By the value's own type: text stays text, and a number read as a number stays wrong."""
        ws = self._ws
        if nilai is None or nilai == "":
            if gaya is self._gaya.sorot:
                ws.write_blank(nomor, i, None, gaya["teks"])
        elif isinstance(nilai, str):
            ws.write_string(nomor, i, nilai[:_SEL_TEKS_MAKS], gaya["teks"])
        elif isinstance(nilai, bool):
            ws.write_boolean(nomor, i, nilai, gaya["angka"])
        elif _angka(nilai):
            ws.write_number(nomor, i, nilai, gaya["angka"])
        elif isinstance(nilai, date) and nilai.year >= 1900:
            ws.write_datetime(nomor, i, nilai, gaya["tanggal"])
        elif isinstance(nilai, time | timedelta):
            ws.write_datetime(nomor, i, nilai, gaya["jam"])
        elif isinstance(nilai, date):
            ws.write_string(nomor, i, f"{nilai:%d-%m-}{nilai.year:04d}", gaya["teks"])
        else:
            ws.write_string(nomor, i, str(nilai)[:_SEL_TEKS_MAKS], gaya["teks"])


def _angka(nilai: object) -> bool:
    """A number a cell can hold; a longer whole number is a name and would be rounded."""
    if isinstance(nilai, int):
        return abs(nilai) < _BILANGAN_TEPAT
    return isinstance(nilai, float | Decimal) and isfinite(nilai)

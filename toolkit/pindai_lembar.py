"""One worksheet's XML, walked in pieces: formulas, error cells, hidden rows, merges, its true size.

Two walks give the same answer. The quick one trusts a block only when every cell tag has the
plain shape all office programs write; any other block goes through the careful one, tag by tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from toolkit.tabular import BerkasDitolak


@dataclass(frozen=True)
class Batas:
    """How large a file may be; a real export of one office stays far below."""

    bita: int = 50 << 20
    bita_terbuka: int = 500 << 20
    baris: int = 100_000
    sel: int = 10_000_000


BATAS = Batas()

_BLOK_MAKS = 32 << 20
_GABUNGAN_MAKS = 100_000
_ATR = rb"""[^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*"""
# Every cell and row tag is found; one of another than the plain shape gives an empty group.
_SEL_BAKU = re.compile(
    rb'<c(?: r="([A-Za-z]{1,3}+)[0-9]{1,5}+"(?: [cpstv][hm]?="[A-Za-z0-9]*+")*+/?+>)?'
)
_SEL_GALAT = re.compile(rb'<c r="([A-Za-z]{1,3}[0-9]{1,5})"[^<>]* t="e"')
_ALAMAT_SEL = re.compile(rb'<c r="([A-Za-z]{1,3}[0-9]{1,5})"')
_BARIS = re.compile(rb"<row(?:(?=[\s/>])(" + _ATR + rb">))?")
_RUMUS = re.compile(rb"<f(?=[\s/>])(" + _ATR + rb")>")
_TANDA = re.compile(rb"<(row|c|f)(?=[\s/>])(" + _ATR + rb")>")
_AWAL_TANDA = re.compile(rb"<(?:row|c|f)(?=[\s/>])")
_ISI_LEMBAR = re.compile(rb"<sheetData(?=[\s/>])[^<>]*>")
_GABUNGAN = re.compile(rb"<mergeCell(?=\s)(" + _ATR + rb")>")
_R = re.compile(rb"""(?:^|\s)r\s*=\s*["']([^"']*)["']""")
_REF = re.compile(rb"""(?:^|\s)ref\s*=\s*["']([^"']*)["']""")
_T_GALAT = re.compile(rb"""(?:^|\s)t\s*=\s*["']e["']""")
_LARIK = re.compile(rb"""(?:^|\s)t\s*=\s*["'](?:array|dataTable)["']""")
_SEMBUNYI = re.compile(rb"""(?:^|\s)(?:hidden\s*=\s*["'](?:1|true|on)["']|ht\s*=\s*["']0["'])""")
_ALAMAT = re.compile(rb"\$?([A-Za-z]{1,3})\$?([0-9]{1,10})")
_POTONGAN_XML = re.compile(
    rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<[^!?<>]" + _ATR + rb">|[^<]+", re.DOTALL
)
_PENGECUALIAN = re.compile(rb"<[!?]")
_BERAWALAN = re.compile(rb":(?:row|c|f|sheetData|mergeCell)[\s/>]")
_AWALAN = re.compile(rb"<(/?)[^\s<>/:\"'=]+:(?=(?:row|c|f|sheetData|mergeCell)[\s/>])")


@dataclass(frozen=True, slots=True)
class Rentang:
    """A rectangle; rows as a person counts them, columns from 0."""

    baris_awal: int
    kolom_awal: int
    baris_akhir: int
    kolom_akhir: int

    def __str__(self) -> str:
        return (
            f"{huruf_kolom(self.kolom_awal)}{self.baris_awal}:"
            f"{huruf_kolom(self.kolom_akhir)}{self.baris_akhir}"
        )

    @property
    def masker(self) -> int:
        """The columns as bits."""
        return (2 << self.kolom_akhir) - (1 << self.kolom_awal)


@dataclass(frozen=True)
class PindaianLembar:
    """What the scan knows of one sheet. Cells of a row are bits: column 0 is bit 0."""

    nama: str = ""
    terlihat: bool = True
    jumlah_baris: int = 0
    rumus: Mapping[int, int] = field(default_factory=dict)
    larik: tuple[Rentang, ...] = ()
    galat: Mapping[int, int] = field(default_factory=dict)
    tersembunyi: frozenset[int] = frozenset()
    gabungan: tuple[Rentang, ...] = ()

    @property
    def polos(self) -> bool:
        return not (self.rumus or self.larik or self.galat or self.tersembunyi or self.gabungan)

    def sel_rumus(self) -> set[tuple[int, int]]:
        """Every formula cell as (row, column); for small sheets and tests."""
        return {(baris, kolom) for baris, bit in self.rumus.items() for kolom in kolom_bit(bit)}


def kolom_bit(bit: int) -> Iterator[int]:
    """The positions of the set bits, rising."""
    while bit:
        terendah = bit & -bit
        yield terendah.bit_length() - 1
        bit ^= terendah


def huruf_kolom(kolom: int) -> str:
    """0 is A, 26 is AA."""
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


@lru_cache(maxsize=20_000)
def _nomor_kolom(huruf: bytes) -> int:
    nomor = 0
    for bita in huruf.upper():
        nomor = nomor * 26 + bita - 64
    return nomor - 1


def rusak(sebab: str) -> BerkasDitolak:
    return BerkasDitolak(
        "berkas_rusak",
        f"{sebab} Unduh ulang, atau buka di Excel dan simpan ulang, lalu unggah lagi.",
    )


def terlalu_besar(sebab: str) -> BerkasDitolak:
    return BerkasDitolak(
        "melebihi_batas_ukuran",
        f"{sebab} Hapus baris dan kolom kosong di luar tabel, atau bagi menjadi beberapa berkas.",
    )


def rapikan(potongan: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces that end just before a tag: no tag is split; comments and prefixes are gone."""
    sisa = b""
    for potong in potongan:
        isi = sisa + potong
        if (b"!" in isi or b"?" in isi) and _PENGECUALIAN.search(isi):
            isi, sisa = _tanpa_pengecualian(isi)
        else:
            batas = max(isi.rfind(b"<"), 0)
            isi, sisa = isi[:batas], isi[batas:]
        if len(sisa) > _BLOK_MAKS:
            raise terlalu_besar("Satu sel di berkas ini tidak wajar panjangnya.")
        if isi:
            yield _tanpa_awalan(isi)
    if sisa:
        yield _tanpa_awalan(sisa)


def _tanpa_pengecualian(isi: bytes) -> tuple[bytes, bytes]:
    """Without comments, character data, instructions; and what is not yet complete.

    Token by token, for the reader takes `<!--` inside quotes for a value where we must too.
    """
    hasil: list[bytes] = []
    akhir = 0
    for temu in _POTONGAN_XML.finditer(isi):
        if temu.start() != akhir:
            break
        akhir = temu.end()
        if temu[0][:2] not in (b"<!", b"<?"):
            hasil.append(temu[0])
    sisa = isi[akhir:]
    if sisa[:2] == b"<!":
        awal = sisa[:9]
        if not (awal[:4] == b"<!--"[: len(awal)] or awal == b"<![CDATA["[: len(awal)]):
            raise rusak("Berkas memuat deklarasi XML (DTD) yang tidak diterima.")
    elif sisa[:2] != b"<?" and b"<" in sisa[1:]:
        raise rusak("Isi lembar tidak dapat dibaca.")
    return b"".join(hasil), sisa


def _tanpa_awalan(isi: bytes) -> bytes:
    return _AWALAN.sub(rb"<\1", isi) if _BERAWALAN.search(isi) else isi


class PemindaiLembar:
    """Feed it pieces from `rapikan`; it stops by refusing as soon as a limit is passed."""

    def __init__(self, batas: Batas, nama: str = "", *, teliti: bool = False) -> None:
        self._batas = batas
        self._nama = nama
        self._teliti = teliti
        self._fase = "awal"
        self._sisa = b""
        self._nomor = 0
        self._jumlah_baris = 0
        self._jumlah_sel = 0
        self._sel = (0, -1)
        self._kanan = -1
        self._kotak: tuple[int, int, int, int] | None = None
        self._rumus: dict[int, int] = {}
        self._galat: dict[int, int] = {}
        self._larik: list[Rentang] = []
        self._tersembunyi: set[int] = set()
        self._gabungan: list[Rentang] = []

    def makan(self, potong: bytes) -> None:
        if self._fase == "awal":
            temu = _ISI_LEMBAR.search(potong)
            if temu is None:
                return
            self._fase = "ekor" if temu[0].endswith(b"/>") else "isi"
            potong = potong[temu.end() :]
        if self._fase == "isi":
            akhir = potong.find(b"</sheetData")
            if akhir < 0:
                self._simpan_atau_telusuri(self._sisa + potong)
                return
            self._telusuri(self._sisa + potong[:akhir])
            self._sisa = b""
            self._fase = "ekor"
            potong = potong[akhir:]
        for temu in _GABUNGAN.finditer(potong):
            self._tambah_rentang(self._gabungan, temu[1])

    def perlu_teliti(self) -> bool:
        """Could the reader's rectangle be too large, as far as the quick walk can tell?"""
        baris = max(self._batas.baris, 99_999)
        return not self._teliti and baris * (self._kanan + 1) > self._batas.sel

    def hasil(self, *, terlihat: bool = True) -> PindaianLembar:
        return PindaianLembar(
            nama=self._nama,
            terlihat=terlihat,
            jumlah_baris=self._jumlah_baris,
            rumus=self._rumus,
            larik=tuple(self._larik),
            galat=self._galat,
            tersembunyi=frozenset(self._tersembunyi),
            gabungan=tuple(self._gabungan),
        )

    def _simpan_atau_telusuri(self, isi: bytes) -> None:
        """Walk the whole rows; keep the last, which may go on in the next piece."""
        batas = isi.rfind(b"<row")
        if batas > 0:
            self._telusuri(isi[:batas])
            isi = isi[batas:]
        if len(isi) > _BLOK_MAKS:
            raise terlalu_besar(f"Satu baris di lembar {self._nama} tidak wajar panjangnya.")
        self._sisa = isi

    def _telusuri(self, blok: bytes) -> None:
        if self._teliti or not self._cepat(blok):
            self._satu_satu(blok)
        if self._jumlah_sel > self._batas.sel:
            raise terlalu_besar(
                f"Lembar {self._nama} memakai lebih dari {self._batas.sel:,} sel.".replace(",", ".")
            )

    def _cepat(self, blok: bytes) -> bool:
        sel = _SEL_BAKU.findall(blok)
        huruf = set(sel)
        baris = _BARIS.findall(blok)
        if b"" in huruf or b"" in baris:
            return False
        for atribut in baris:
            self._catat_baris(atribut)
        self._jumlah_sel += len(sel)
        self._kanan = max(self._kanan, *map(_nomor_kolom, huruf), -1)
        if b"f" in blok and b"<f" in blok:  # one byte is found much faster than two
            for temu in _RUMUS.finditer(blok):
                alamat = _ALAMAT_SEL.match(blok, blok.rfind(b"<c r=", 0, temu.start()))
                if alamat is None:
                    raise rusak("Rumus tanpa sel.")
                self._catat_rumus(_alamat(alamat[1]), temu[1])
        if b't="e"' in blok:
            for galat in _SEL_GALAT.findall(blok):
                _tandai(self._galat, _alamat(galat))
        return True

    def _satu_satu(self, blok: bytes) -> None:
        jumlah = 0
        for temu in _TANDA.finditer(blok):
            jumlah += 1
            tanda, atribut = temu.groups()
            if tanda == b"c":
                self._catat_sel(atribut)
            elif tanda == b"row":
                self._catat_baris(atribut)
                self._sel = (self._nomor, -1)
            else:
                self._catat_rumus(self._sel, atribut)
        if jumlah != len(_AWAL_TANDA.findall(blok)):
            raise rusak("Isi lembar tidak dapat dibaca.")
        self._periksa_kotak()

    def _catat_baris(self, atribut: bytes) -> None:
        nomor = _satu(_R, atribut)
        if nomor is None:
            self._nomor += 1
        elif nomor.strip().isdigit():
            self._nomor = int(nomor[:12])
        else:
            raise rusak("Nomor baris tidak dapat dibaca.")
        self._jumlah_baris += 1
        if self._jumlah_baris > self._batas.baris or self._nomor > self._batas.baris:
            raise self._terlalu_panjang()
        if _SEMBUNYI.search(atribut):
            self._tersembunyi.add(self._nomor)

    def _terlalu_panjang(self) -> BerkasDitolak:
        baris = f"{self._batas.baris:,}".replace(",", ".")
        return terlalu_besar(f"Lembar {self._nama} memakai lebih dari {baris} baris.")

    def _catat_sel(self, atribut: bytes) -> None:
        """Cells without an address stand beside the one before, as the reader counts too."""
        alamat, kosong, galat = _urai_sel(atribut)
        baris, kolom = self._sel = alamat or (self._nomor, self._sel[1] + 1)
        if baris > self._batas.baris:
            raise self._terlalu_panjang()
        self._jumlah_sel += 1
        if galat:
            _tandai(self._galat, self._sel)
        if kosong:
            return
        if kolom > self._kanan:
            self._kanan = kolom
        if not self._teliti:
            return
        a, k, b, n = self._kotak or (baris, kolom, baris, kolom)
        self._kotak = (min(a, baris), min(k, kolom), max(b, baris), max(n, kolom))

    def _periksa_kotak(self) -> None:
        if not self._teliti or self._kotak is None:
            return
        atas, kiri, bawah, kanan = self._kotak
        if (bawah - atas + 1) * (kanan - kiri + 1) > self._batas.sel:
            jauh = f"{huruf_kolom(kanan)}{bawah}"
            raise terlalu_besar(f"Isi lembar {self._nama} tersebar sampai sel {jauh}.")

    def _catat_rumus(self, sel: tuple[int, int], atribut: bytes) -> None:
        if sel[1] < 0:
            raise rusak("Rumus tanpa sel.")
        _tandai(self._rumus, sel)
        if _LARIK.search(atribut):
            self._tambah_rentang(self._larik, atribut)

    def _tambah_rentang(self, daftar: list[Rentang], atribut: bytes) -> None:
        """Ranges stay ranges: one merge may span a whole sheet."""
        dari, _, sampai = (_satu(_REF, atribut) or b"").partition(b":")
        if not dari:
            return
        baris, kolom = _alamat(dari)
        baris2, kolom2 = _alamat(sampai or dari)
        daftar.append(
            Rentang(min(baris, baris2), min(kolom, kolom2), max(baris, baris2), max(kolom, kolom2))
        )
        if len(daftar) > _GABUNGAN_MAKS:
            raise terlalu_besar(f"Lembar {self._nama} memuat terlalu banyak sel gabungan.")


def _satu(pola: re.Pattern[bytes], atribut: bytes) -> bytes | None:
    """An attribute's value; one that stands there twice has two readings, so it is refused."""
    nilai = pola.findall(atribut)
    if not nilai:
        return None
    if len(nilai) > 1:
        raise rusak("Alamat sel tidak dapat dibaca.")
    return bytes(nilai[0])


@lru_cache(maxsize=4_096)
def _urai_sel(atribut: bytes) -> tuple[tuple[int, int] | None, bool, bool]:
    """Address, whether the cell is empty, whether it shows an error. Few shapes, so remembered."""
    acuan = _satu(_R, atribut)
    return (
        None if acuan is None else _alamat(acuan),
        atribut.endswith(b"/"),
        _T_GALAT.search(atribut) is not None,
    )


def _alamat(acuan: bytes) -> tuple[int, int]:
    temu = _ALAMAT.fullmatch(acuan.strip())
    if temu is None:
        raise rusak("Alamat sel tidak dapat dibaca.")
    return int(temu[2]), _nomor_kolom(temu[1])


def _tandai(peta: dict[int, int], sel: tuple[int, int]) -> None:
    peta[sel[0]] = peta.get(sel[0], 0) | 1 << sel[1]

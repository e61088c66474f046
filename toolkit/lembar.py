"""A sheet found to be a table: where its header stands, and its rows with what the scan knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from toolkit.pindai_lembar import PindaianLembar, Rentang, kolom_bit
from toolkit.tabular import (
    BerkasDitolak,
    Cell,
    Column,
    Kecocokan,
    Nilai,
    Problem,
    cocokkan_kepala,
    kunci_kepala,
)

KOLOM_ALASAN = "ALASAN DITOLAK"
"""Header of the reasons in a workbook of refused rows; such a book may come back as it is."""

_BARIS_KEPALA_MAKS = 20

BacaBaris = Callable[[], Iterator[tuple[int, list[Nilai]]]]


@dataclass(frozen=True)
class Lembar:
    """One sheet, or one way to read a text file: numbered rows of raw values."""

    nama: str
    buka: BacaBaris
    pindaian: PindaianLembar = field(default_factory=PindaianLembar)
    pemisah: str = ""
    enkode: str = ""

    def baris(self) -> Iterator[tuple[int, list[Nilai]]]:
        """Every row with the number a person sees beside it."""
        return self.buka()

    def cuplikan(self, jumlah: int = _BARIS_KEPALA_MAKS) -> list[tuple[int, list[Nilai]]]:
        """The first rows, for finding the header or for a person to point at it."""
        return list(islice(self.buka(), jumlah))


class Baris(NamedTuple):
    """A row with data: its number, its raw values, and what is wrong with it as a row."""

    nomor: int
    nilai: list[Nilai]
    temuan: list[Problem]


@dataclass(frozen=True)
class Tabel:
    """The rows below a header row; `nilai[i]` belongs to `kepala[i]`."""

    lembar: Lembar
    baris_kepala: int
    kepala: tuple[str, ...]
    kecocokan: Kecocokan
    lembar_lain: tuple[str, ...] = ()

    @property
    def posisi(self) -> Mapping[int, Column]:
        return self.kecocokan.posisi

    def baris(self, kosong: list[Problem] | None = None) -> Iterator[Baris]:
        """Rows with data, one by one. Blank rows between them go to `kosong` when it is given."""
        pemeriksa = _PemeriksaBaris(self)
        lebar = len(self.kepala)
        tunda: list[int] = []
        for nomor, nilai in self.lembar.buka():
            if nomor <= self.baris_kepala:
                continue
            if _semua_kosong(nilai, lebar) and not pemeriksa.ada_rumus(nomor):
                tunda.append(nomor)
                continue
            if tunda:
                if kosong is not None:
                    kosong.extend(_baris_kosong(n) for n in tunda)
                tunda.clear()
            temuan = pemeriksa.periksa(nomor, nilai)
            if len(nilai) != lebar:
                nilai = (nilai + [""] * (lebar - len(nilai)))[:lebar]
            yield Baris(nomor, nilai, temuan)


class _Sapuan:
    """Which ranges cross a row, when rows come in order."""

    def __init__(self, rentang: Sequence[Rentang]) -> None:
        self._belum = sorted(rentang, key=lambda r: r.baris_awal, reverse=True)
        self._kini: list[Rentang] = []

    def pada(self, nomor: int) -> list[Rentang]:
        if not self._belum and not self._kini:
            return self._kini
        while self._belum and self._belum[-1].baris_awal <= nomor:
            self._kini.append(self._belum.pop())
        self._kini = [r for r in self._kini if r.baris_akhir >= nomor]
        return self._kini


class _PemeriksaBaris:
    """What stands against a row before anyone reads its values."""

    def __init__(self, tabel: Tabel) -> None:
        self._pindaian = tabel.lembar.pindaian
        self._teks = bool(tabel.lembar.pemisah)
        self._lebar = len(tabel.kepala)
        self._judul = {i: kolom.header for i, kolom in tabel.posisi.items()}
        self._dibaca = sum(1 << i for i in tabel.posisi)
        self._gabungan = _Sapuan(self._pindaian.gabungan)
        self._larik = _Sapuan(self._pindaian.larik)
        self._polos = self._pindaian.polos

    def periksa(self, nomor: int, nilai: list[Nilai]) -> list[Problem]:
        """Empties the cells under a merge, whatever a program left in them."""
        if self._polos:
            return self._jumlah_kolom(nomor, nilai) if self._teks else []
        temuan = [
            *self._rumus(nomor, nilai),
            *self._galat(nomor, nilai),
            *self._di_bawah_gabungan(nomor, nilai),
        ]
        if nomor in self._pindaian.tersembunyi:
            pesan = "Baris ini tersembunyi di lembar kerja, tetapi tetap dibaca. Periksa isinya."
            temuan.append(Problem(nomor, None, None, "baris_tersembunyi", pesan, "peringatan"))
        return temuan

    def ada_rumus(self, nomor: int) -> bool:
        """A row of formulas nobody has calculated yet looks blank and is not."""
        return bool(self._pindaian.rumus.get(nomor, 0) & self._dibaca)

    def _sel(self, nomor: int, kolom: int, nilai: list[Nilai]) -> Cell:
        return Cell(nomor, self._judul[kolom], nilai[kolom] if kolom < len(nilai) else "")

    def _rumus(self, nomor: int, nilai: list[Nilai]) -> Iterator[Problem]:
        bit = self._pindaian.rumus.get(nomor, 0)
        for larik in self._larik.pada(nomor):
            bit |= larik.masker
        for kolom in kolom_bit(bit & self._dibaca):
            yield self._sel(nomor, kolom, nilai).masalah(
                "sel_rumus",
                "Sel ini berisi rumus. Salin kolomnya lalu tempel sebagai nilai (Paste Values).",
            )

    def _galat(self, nomor: int, nilai: list[Nilai]) -> Iterator[Problem]:
        for kolom in kolom_bit(self._pindaian.galat.get(nomor, 0) & self._dibaca):
            yield self._sel(nomor, kolom, nilai).masalah(
                "sel_galat",
                "Sel ini berisi galat Excel (misalnya #N/A). Isi dengan nilai yang benar.",
            )

    def _di_bawah_gabungan(self, nomor: int, nilai: list[Nilai]) -> Iterator[Problem]:
        for rentang in self._gabungan.pada(nomor):
            bit = rentang.masker
            if nomor == rentang.baris_awal:
                bit &= ~(1 << rentang.kolom_awal)
            for kolom in kolom_bit(bit & self._dibaca):
                if kolom < len(nilai):
                    nilai[kolom] = ""
                yield self._sel(nomor, kolom, nilai).masalah(
                    "sel_gabung",
                    f"Sel ini tertutup sel gabungan {rentang}, jadi dianggap kosong. "
                    "Pisahkan selnya (Unmerge Cells) lalu isi sendiri-sendiri.",
                    "peringatan",
                )

    def _jumlah_kolom(self, nomor: int, nilai: list[Nilai]) -> list[Problem]:
        """In a text file one separator too many shifts every value behind it."""
        if len(nilai) <= self._lebar or _semua_kosong(nilai[self._lebar :], len(nilai)):
            return []
        pesan = (
            f"Baris ini punya {len(nilai)} kolom, kepala tabel {self._lebar}. Ada tanda pemisah "
            "di dalam isi; apit isinya dengan tanda kutip ganda."
        )
        return [Problem(nomor, None, None, "jumlah_kolom_beda", pesan)]


def cari_tabel(
    calon: Sequence[Lembar],
    kolom: Sequence[Column],
    padanan: Mapping[str, str] | None = None,
) -> Tabel:
    """The sheet and the row with the needed and the most known headers; a hidden sheet last."""
    terbaik = (False, False, 0, 0)
    hasil: Tabel | None = None
    setara: list[str] = []
    gagal: BerkasDitolak | None = None
    for urutan, lembar in enumerate(calon):
        try:
            cuplikan = lembar.cuplikan()
        except BerkasDitolak as galat:
            # Another sheet, or the same text cut at another sign, may still be a sound table.
            gagal = gagal or galat
            continue
        for nomor, nilai in cuplikan:
            cocok = cocokkan_kepala(nilai, kolom, padanan, abaikan=(KOLOM_ALASAN,))
            if len(cocok.posisi) < min(2, len(kolom)):
                continue
            lengkap = not cocok.hilang_wajib
            skor = (lengkap, lembar.pindaian.terlihat, len(cocok.posisi), -urutan)
            if lembar.nama not in setara:
                setara.append(lembar.nama)
            if hasil is None or skor > terbaik:
                terbaik = skor
                hasil = Tabel(lembar, nomor, _judul(nilai), cocok)
    if hasil is None:
        raise gagal or _kepala_tidak_ditemukan(kolom)
    _periksa_kepala(hasil)
    lain = tuple(nama for nama in setara if nama != hasil.lembar.nama)
    return Tabel(hasil.lembar, hasil.baris_kepala, hasil.kepala, hasil.kecocokan, lain)


def _judul(nilai: Sequence[Nilai]) -> tuple[str, ...]:
    judul = [" ".join(str(n).lstrip("\ufeff").split()) for n in nilai]
    while judul and not kunci_kepala(judul[-1]):
        judul.pop()
    return tuple(judul)


def _kepala_tidak_ditemukan(kolom: Sequence[Column]) -> BerkasDitolak:
    contoh = ", ".join(k.header for k in sorted(kolom, key=lambda k: not k.wajib)[:4])
    return BerkasDitolak(
        "kepala_tidak_ditemukan",
        f"Kepala tabel tidak ditemukan pada {_BARIS_KEPALA_MAKS} baris pertama lembar mana pun. "
        f"Satu baris harus memuat nama kolom seperti {contoh}. Sisipkan baris itu, "
        "atau isi templat yang dapat diunduh.",
    )


def _periksa_kepala(tabel: Tabel) -> None:
    cocok = tabel.kecocokan
    letak = f"kepala tabel (baris {tabel.baris_kepala}, lembar {tabel.lembar.nama})"
    if cocok.hilang_wajib:
        raise BerkasDitolak(
            "kolom_wajib_hilang",
            f"Kolom {', '.join(cocok.hilang_wajib)} tidak ada pada {letak}. "
            "Tambahkan kolomnya, atau padankan dengan kolom yang ada.",
        )
    if cocok.ganda:
        raise BerkasDitolak(
            "kolom_ganda",
            f"Kolom {', '.join(cocok.ganda)} lebih dari satu pada {letak}. "
            "Sisakan satu saja, lalu unggah lagi.",
        )
    if next(tabel.baris(), None) is None:
        raise BerkasDitolak(
            "tidak_ada_baris_data",
            f"Tidak ada baris data di bawah {letak}. Isi datanya, lalu unggah lagi.",
        )


def _baris_kosong(nomor: int) -> Problem:
    return Problem(nomor, None, None, "baris_kosong", "Baris kosong dilewati.", "abaikan")


def _semua_kosong(nilai: Sequence[Nilai], lebar: int) -> bool:
    for i, n in enumerate(nilai):
        if i >= lebar:
            break
        if n.__class__ is not str or (n and not n.isspace()):
            return False
    return True

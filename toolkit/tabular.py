"""A column said once, a cell with its address, and what is wrong with it.

Import, export, table and blank template all read the same list of `Column`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import Any, Literal, NamedTuple

Tingkat = Literal["tolak", "peringatan", "abaikan"]
Nilai = str | float | bool | date | datetime | time | timedelta
"""What a reader hands over for one cell; an empty cell is the empty string."""

MAKS_TEKS = 1_000
_TAMPIL_MAKS = 200
_PENGISI = re.compile(r"[\s_]+")


class BerkasDitolak(Exception):
    """The file as a whole cannot be used; nothing in it was looked at row by row."""

    def __init__(self, kode: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kode = kode
        self.pesan = pesan


class Temuan(NamedTuple):
    """What a cleaner found in one value; it does not know where the value stood."""

    kode: str
    pesan: str
    tingkat: Tingkat = "tolak"


Hasil = tuple[Any, Sequence[Temuan]]
Pembersih = Callable[[object, int], Hasil]
BERSIH: tuple[Temuan, ...] = ()
"""The shared empty answer: a million clean cells make no million lists."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding with its address and its sentence."""

    baris: int
    kolom: str | None
    nilai: object
    kode: str
    pesan: str
    tingkat: Tingkat = "tolak"

    def as_dict(self) -> dict[str, object]:
        """The five keys that commands, files and pages show."""
        return {
            "baris": self.baris,
            "kolom": self.kolom,
            "nilai": tampil(self.nilai),
            "kode": self.kode,
            "pesan": self.pesan,
        }


@dataclass(frozen=True, slots=True)
class Cell:
    """A raw value and where a person finds it in the spreadsheet."""

    baris: int
    kolom: str
    nilai: object

    def masalah(self, kode: str, pesan: str, tingkat: Tingkat = "tolak") -> Problem:
        return Problem(self.baris, self.kolom, self.nilai, kode, pesan, tingkat)


def tampil(nilai: object) -> str | None:
    """A raw value as text for a report: short, and with nothing invisible left in it."""
    if nilai is None or nilai == "":
        return None
    if isinstance(nilai, float) and nilai.is_integer():
        teks = str(int(nilai))
    elif isinstance(nilai, date | time):
        teks = nilai.isoformat()
    else:
        teks = str(nilai)
    if len(teks) > _TAMPIL_MAKS:
        teks = teks[: _TAMPIL_MAKS - 1] + "…"
    if teks.isprintable():
        return teks
    return "".join(c if c.isprintable() or c == "\xa0" else _terlihat(c) for c in teks)


def _terlihat(huruf: str) -> str:
    return f"\\u{ord(huruf):04x}"


def _apa_adanya(mentah: object, maks: int) -> Hasil:
    return (None if mentah == "" else mentah), BERSIH


JenisKolom = Literal["teks", "tanggal", "bulat", "desimal"]


@dataclass(frozen=True)
class Column:
    """One column of a workbook, in both directions.

    `parse` makes the domain's value from a raw cell; `ambil` takes it from an object again
    (by default the attribute named `key`). With `simpan=False` the column is only checked.
    """

    header: str
    key: str
    parse: Pembersih = _apa_adanya
    wajib: bool = False
    aliases: tuple[str, ...] = ()
    simpan: bool = True
    maks: int = MAKS_TEKS
    jenis: JenisKolom = "teks"
    ambil: Callable[[Any], object] | None = None
    lebar: int | None = None

    def bersihkan(self, mentah: object) -> Hasil:
        return self.parse(mentah, self.maks)

    def nilai_dari(self, objek: Any) -> object:
        return (self.ambil or attrgetter(self.key))(objek)


def kunci_kepala(header: object) -> str:
    """What two spellings of one header share: `NAMA_UNOR`, `Nama Unor `, `'NAMA  UNOR`."""
    return _PENGISI.sub("", str(header).strip().lstrip("'\ufeff")).casefold()


@dataclass(frozen=True)
class Kecocokan:
    """How the headers of a file meet our columns; positions count from 0.

    `ganda` are headers that claim a column another header of the same rank already has.
    """

    posisi: Mapping[int, Column]
    hilang: tuple[str, ...]
    hilang_wajib: tuple[str, ...]
    asing: tuple[str, ...]
    ganda: tuple[str, ...]

    @property
    def cocok(self) -> tuple[str, ...]:
        return tuple(kolom.header for kolom in self.posisi.values())


def cocokkan_kepala(
    kepala: Sequence[object],
    kolom: Sequence[Column],
    padanan: Mapping[str, str] | None = None,
    abaikan: Iterable[str] = (),
) -> Kecocokan:
    """Match headers by name; what a person mapped wins over names, names win over aliases.

    A header mapped to the empty string is left out.
    """
    di_berkas = [kunci_kepala(h) for h in kepala]
    pilihan = {kunci_kepala(dari): kunci_kepala(ke) for dari, ke in (padanan or {}).items()}
    menurut_nama = {kunci_kepala(k.header): k for k in kolom}
    menurut_alias = {kunci_kepala(a): k for k in kolom for a in k.aliases}
    bebas = [(i, kunci) for i, kunci in enumerate(di_berkas) if kunci and kunci not in pilihan]
    dipilih = [(i, pilihan[kunci]) for i, kunci in enumerate(di_berkas) if kunci in pilihan]

    posisi, ganda = _isi_posisi(
        kepala, ((dipilih, menurut_nama), (bebas, menurut_nama), (bebas, menurut_alias))
    )
    terisi = {k.header for k in posisi.values()}
    dilewati = {kunci_kepala(a) for a in abaikan}
    return Kecocokan(
        posisi=dict(sorted(posisi.items())),
        hilang=tuple(k.header for k in kolom if k.header not in terisi),
        hilang_wajib=tuple(k.header for k in kolom if k.wajib and k.header not in terisi),
        asing=tuple(
            _rapi(kepala[i])
            for i, kunci in enumerate(di_berkas)
            if kunci and i not in posisi and kunci not in dilewati
        ),
        ganda=tuple(ganda),
    )


def _isi_posisi(
    kepala: Sequence[object],
    putaran: Iterable[tuple[list[tuple[int, str]], Mapping[str, Column]]],
) -> tuple[dict[int, Column], list[str]]:
    """Round by round: what an earlier round filled is closed, within a round it is double."""
    posisi: dict[int, Column] = {}
    ganda: list[str] = []
    terisi: set[str] = set()
    for calon, kamus in putaran:
        sebelumnya = frozenset(terisi)
        for i, kunci in calon:
            k = kamus.get(kunci)
            if k is None or i in posisi or k.header in sebelumnya:
                continue
            if k.header in terisi:
                ganda.append(_rapi(kepala[i]))
                continue
            posisi[i] = k
            terisi.add(k.header)
    return posisi, ganda


def _rapi(header: object) -> str:
    return " ".join(str(header).split())


def urai(
    nomor: int, nilai: Sequence[object], posisi: Mapping[int, Column]
) -> tuple[dict[str, Any], list[Problem]]:
    """Clean every matched cell of one row; a fault in one never stops the next."""
    isi: dict[str, Any] = {}
    masalah: list[Problem] = []
    for i, kolom in posisi.items():
        mentah = nilai[i]
        bersih, temuan = kolom.parse(mentah, kolom.maks)
        if kolom.simpan:
            isi[kolom.key] = bersih
        if temuan:
            masalah.extend(Problem(nomor, kolom.header, mentah, *t) for t in temuan)
    return isi, masalah

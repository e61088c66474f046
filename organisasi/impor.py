"""What a kind of import is, and what looking at a file gives. The machine: services/impor.py.

Each room declares its own kinds (``<room>/services/impor_*.py``); ``config/impor.py`` is the one
list of all, handed down here when the program starts, because a lower room may not import an upper
one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna

if TYPE_CHECKING:
    from toolkit.lembar import Tabel
    from toolkit.tabular import Column, Problem
    from toolkit.xlsx import Buku


_MAKS_NAMA = 38  # with the day it fits the column of the histories


class Dibatalkan(Exception):  # noqa: N818
    """The person pressed stop; nothing was written."""


def diam(persen: int, langkah: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True)
class Konteks:
    """Everything a kind may know besides the rows. ``kemajuan`` raises :class:`Dibatalkan`."""

    per: date
    oleh: Pengguna
    nama_berkas: str
    sha256: str
    parameter: Mapping[str, str] = field(default_factory=dict)
    kemajuan: Callable[[int, str], None] = diam
    impor_id: int | None = None

    @property
    def sumber(self) -> str:
        """How rows written by this import name their source: a file and its day."""
        return f"{self.nama_berkas[:_MAKS_NAMA]}, keadaan {self.per:%d-%m-%Y}"

    def jangkauan(self, izin: Izin) -> Jangkauan:
        """Whose rows the actor may bring by a right that is bound by reach."""
        if self.oleh.teknis:
            return Jangkauan(semua=True, rentang=())
        return Jangkauan.milik(self.oleh, izin)


@dataclass(frozen=True)
class Perubahan:
    """What one row of the file does: ``baru``, ``berubah`` (cell by cell) or ``keluar``."""

    macam: str
    kunci: str
    nama: str
    baris: int | None = None
    rincian: tuple[tuple[str, Any, Any], ...] = ()  # (column header, before, after)


@dataclass
class Hasil:
    """What looking at a file found; ``muatan`` is the kind's own plan for applying it.

    ``jenis``, ``konteks`` and the two lists of columns are filled in by the machine.
    """

    baris: int = 0
    diterima: int = 0
    ditolak: int = 0
    baru: int = 0
    berubah: int = 0
    sama: int = 0
    keluar: int = 0
    perubahan: dict[str, int] = field(default_factory=dict)
    galat: list[Problem] = field(default_factory=list)  # tingkat "tolak"
    peringatan: list[Problem] = field(default_factory=list)
    rincian: list[Perubahan] = field(default_factory=list)
    kolom_hilang: list[str] = field(default_factory=list)
    kolom_asing: list[str] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    muatan: Any = None
    jenis: str = ""
    konteks: Konteks | None = None


@dataclass(frozen=True)
class JenisImpor:
    """One kind of file: its columns, who may bring it, how it is looked at and applied.

    ``periksa`` writes nothing. ``terapkan`` runs inside the machine's transaction, after the file
    was read and looked at again; it writes the good rows, all of them or none, and its trail.
    """

    kode: str
    label: str
    keterangan: str
    izin: Izin
    kolom: tuple[Column, ...]
    periksa: Callable[[Tabel, Konteks], Hasil]
    terapkan: Callable[[Hasil, Konteks], None]
    isi_templat: Callable[[], Iterable[Sequence[Any]]] = tuple
    templat: tuple[Column, ...] = ()  # columns of our template, when fewer than ``kolom``
    petunjuk: tuple[tuple[str, str], ...] = ()  # second sheet of the template: what goes where
    susunan: tuple[tuple[Column, ...], ...] = ()  # layouts, when a file has one of several
    parameter: tuple[str, ...] = ()
    urutan: int = 100
    # A kind whose files have no header of ours: how its table is found in an opened workbook.
    cari_tabel: Callable[[Buku], Tabel] | None = None
    # The template of a kind bound by reach: filled with what this person may bring.
    isi_templat_untuk: Callable[[Pengguna], Iterable[Sequence[Any]]] | None = None
    pintu: str = ""  # URL name of the kind's own screens, when the common ones do not do

    def tabel(self, buku: Buku, pemetaan: Mapping[str, str] | None) -> Tabel:
        """The table of the file: by our headers, unless the kind finds it in its own way."""
        if self.cari_tabel is not None:
            return self.cari_tabel(buku)
        return buku.tabel(self.kolom, pemetaan)


JENIS: dict[str, JenisImpor] = {}


def daftarkan(semua: Iterable[JenisImpor]) -> None:
    """Called once by ``config`` with the one list of all kinds."""
    for jenis in semua:
        if jenis.kode in JENIS:
            raise ValueError(f"jenis impor {jenis.kode!r} didaftarkan dua kali")
        JENIS[jenis.kode] = jenis

"""Rows of an office's own needs sheet: what each is, its unit by its path, its section, its seats.

Unit headings, section words and jobs stand in one column; unit and section are carried down. A
heading with a seat of its own ("KEPALA BAGIAN HUKUM", 1, 1) is that seat and opens the unit. Every
number of the need column belongs to a job or to a sum: nothing is dropped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from penilaian.kernel.lembar_kata import (
    KEPALA_UNIT,
    SEKRETARIAT,
    TANPA_BAGIAN,
    baris_jumlah,
    bukan_milik_sekretariat,
    kunci_unit,
    nama_bagian,
    rapatkan,
    tingkat_judul,
)

_JENIS_JF = frozenset({"FT", "JFT", "JF"})
_JENIS_PELAKSANA = frozenset({"JFU", "JP", "PELAKSANA"})
_DI_BAWAH_OPD = 1


class Macam(StrEnum):
    """What a row is."""

    UNIT = "unit"
    BAGIAN = "bagian"
    POSISI = "posisi"
    JUMLAH = "jumlah"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Mentah:
    """The cells of one row that are read. ``rusak``: a number cell that cannot be used.

    ``unit`` and ``jenis`` come from columns of their own, where the sheet has them; ``urut`` is the
    running number that offices give their OPD.
    """

    nomor: int
    teks: str
    bezetting: Decimal | None = None
    kebutuhan: Decimal | None = None
    unit: str = ""
    jenis: str = ""
    urut: int | None = None
    rusak: bool = False

    @property
    def berangka(self) -> bool:
        """Whether it states seats or holders, zero included."""
        return self.rusak or self.bezetting is not None or self.kebutuhan is not None


@dataclass(frozen=True, slots=True)
class Terbaca:
    """One row understood. ``kursi``: the seat of the unit's own head."""

    nomor: int
    macam: Macam
    teks: str
    jalur: tuple[str, ...] = ()
    bagian: str = ""
    bezetting: Decimal | None = None
    kebutuhan: Decimal | None = None
    kursi: bool = False
    rusak: bool = False


@dataclass
class _Pembaca:
    """What is carried from row to row."""

    jalur: list[tuple[int, str]] = field(default_factory=list)
    bagian: str = ""
    unit_kolom: str = ""
    urut: int = 0

    def baca(self, satu: Mentah) -> Terbaca:
        """The row, with the unit and the section it stands in."""
        teks = rapatkan(satu.teks)
        if baris_jumlah(teks):
            return self._jadi(satu, Macam.JUMLAH)
        self._unit_dari_kolom(satu)
        tingkat = self._tingkat(satu, teks)
        if tingkat is not None:
            anak = self._buka_judul(satu, teks, tingkat)
            if satu.berangka:
                return self._jadi(satu, Macam.POSISI, bagian=KEPALA_UNIT, kursi=True, anak=anak)
            return self._jadi(satu, Macam.UNIT, anak=anak)
        if not satu.berangka:
            if not teks:
                return self._jadi(satu, Macam.LAIN)
            if judul := nama_bagian(teks):
                self.bagian = judul
                return self._jadi(satu, Macam.BAGIAN)
        return self._jadi(satu, Macam.POSISI, bagian=self.bagian or _bagian_jenis(satu.jenis))

    def _unit_dari_kolom(self, satu: Mentah) -> None:
        kunci = kunci_unit(satu.unit)
        if kunci and kunci != self.unit_kolom:
            tingkat = tingkat_judul(satu.unit)
            self._buka(satu.unit, _DI_BAWAH_OPD if tingkat is None else tingkat)
        self.unit_kolom = kunci or self.unit_kolom

    def _tingkat(self, satu: Mentah, teks: str) -> int | None:
        """How deep a unit the row opens; a row with a kind of job never opens one."""
        if not teks or satu.jenis.strip():
            return None
        # "DAMPAL SELATAN" without "Kecamatan": the next number of the sheet's own count says so.
        if satu.urut is not None and satu.urut == self.urut + 1:
            self.urut = satu.urut
            return 0
        return tingkat_judul(teks)

    def _buka_judul(self, satu: Mentah, teks: str, tingkat: int) -> str:
        """Open the unit of a heading. Where a column names the unit of every row, a deeper heading
        is the seat of a part of it, and the rows below still go by the column."""
        if not satu.unit.strip():
            self.unit_kolom = ""
            self._buka(teks, tingkat)
            return ""
        return teks if self.jalur and tingkat > self.jalur[-1][0] else ""

    def _buka(self, nama: str, tingkat: int) -> None:
        while self.jalur and self.jalur[-1][0] >= tingkat:
            self.jalur.pop()
        # Sheets of kecamatan list their sections right below the secretary's subdivisions.
        if self.jalur and bukan_milik_sekretariat(nama):
            while len(self.jalur) > 1 and kunci_unit(self.jalur[-1][1]).startswith(SEKRETARIAT):
                self.jalur.pop()
        self.jalur.append((tingkat, rapatkan(nama)))
        self.bagian = ""

    def _jadi(
        self,
        satu: Mentah,
        macam: Macam,
        *,
        bagian: str = "",
        kursi: bool = False,
        anak: str = "",
    ) -> Terbaca:
        jalur = [nama for _, nama in self.jalur] + [anak] * bool(anak)
        return Terbaca(
            nomor=satu.nomor,
            macam=macam,
            teks=rapatkan(satu.teks),
            jalur=tuple(jalur),
            bagian=bagian or self.bagian,
            bezetting=satu.bezetting,
            kebutuhan=satu.kebutuhan,
            kursi=kursi,
            rusak=satu.rusak,
        )


def _bagian_jenis(jenis: str) -> str:
    """Without a section heading the column of kinds says it."""
    besar = jenis.strip().upper()
    if besar in _JENIS_JF:
        return "Jabatan fungsional"
    return "Pelaksana" if besar in _JENIS_PELAKSANA else TANPA_BAGIAN


def baca_baris(mentah: Iterable[Mentah]) -> Iterator[Terbaca]:
    """Every row in order, each exactly once."""
    pembaca = _Pembaca()
    for satu in mentah:
        yield pembaca.baca(satu)


class Kursi(NamedTuple):
    """Seats of a group: all of the sheet, those matched, those that remain."""

    lembar: Decimal
    cocok: Decimal
    sisa: Decimal
    baris: int


def neraca(baris: Iterable[tuple[str, Decimal | None, bool]]) -> dict[str, Kursi]:
    """Seats by group from (group, need, whether matched); ``lembar`` is counted on its own."""
    cocok_di: dict[str, Decimal] = defaultdict(Decimal)
    sisa_di: dict[str, Decimal] = defaultdict(Decimal)
    banyak: dict[str, int] = defaultdict(int)
    lembar: dict[str, Decimal] = defaultdict(Decimal)
    for kelompok, kebutuhan, cocok in baris:
        kursi = kebutuhan or Decimal(0)
        lembar[kelompok] += kursi
        (cocok_di if cocok else sisa_di)[kelompok] += kursi
        banyak[kelompok] += 1
    return {
        k: Kursi(tepat(lembar[k]), tepat(cocok_di[k]), tepat(sisa_di[k]), banyak[k]) for k in lembar
    }


def tepat(nilai: Decimal) -> Decimal:
    """The same number without zeros behind its comma: 735, not 735.0000."""
    bulat = nilai.to_integral_value()
    return bulat if bulat == nilai else nilai.normalize()

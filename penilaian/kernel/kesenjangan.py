"""Bezetting against need: per post, never netted; and how far a number can be trusted.

Shortage and excess are computed per post (unit × jabatan) and then summed apart: an excess in one
unit does not fill a seat in another (metode-pengukuran 1.4).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Isi:
    """Holders of one post, by status."""

    pns: int = 0
    pppk: int = 0
    pppk_pw: int = 0

    @property
    def semua(self) -> int:
        """Everyone, whatever the switch for part-timers says."""
        return self.pns + self.pppk + self.pppk_pw

    def nominal(self, *, pw_mengisi: bool) -> int:
        """Seats filled; part-time PPPK count when the dated switch says so."""
        return self.semua if pw_mengisi else self.pns + self.pppk


def selisih(kebutuhan: int | None, bezetting: int) -> int | None:
    """Bezetting minus need; a post without any need has no gap (not a gap of zero)."""
    return None if kebutuhan is None else bezetting - kebutuhan


@dataclass(frozen=True)
class Jumlah:
    """Sums over posts, shortage and excess apart."""

    kebutuhan: int = 0
    bezetting: int = 0
    kekurangan: int = 0
    kelebihan: int = 0
    posisi_kurang: int = 0
    posisi_lebih: int = 0
    posisi_pas: int = 0
    posisi_tanpa_kebutuhan: int = 0


def jumlahkan(baris: Iterable[tuple[int | None, int]]) -> Jumlah:
    """Sum (need, bezetting) pairs; a post without need adds to bezetting only."""
    kebutuhan = bezetting = kurang = lebih = n_kurang = n_lebih = n_pas = n_tanpa = 0
    for butuh, isi in baris:
        bezetting += isi
        if butuh is None:
            n_tanpa += 1
            continue
        kebutuhan += butuh
        beda = isi - butuh
        if beda < 0:
            kurang -= beda
            n_kurang += 1
        elif beda > 0:
            lebih += beda
            n_lebih += 1
        else:
            n_pas += 1
    return Jumlah(kebutuhan, bezetting, kurang, lebih, n_kurang, n_lebih, n_pas, n_tanpa)


@dataclass(frozen=True)
class JenjangBeda:
    """Seats short and people over between levels of one JF in one unit."""

    kurang: int
    lebih: int

    @property
    def bukan_pindah_orang(self) -> int:
        """So many of them are solved by a rise (or a correction) of level, not by moving people."""
        return min(self.kurang, self.lebih)


def antar_jenjang(
    baris: Iterable[tuple[int, str, int | None]],
) -> dict[tuple[int, str], JenjangBeda]:
    """(unit, rumpun, gap) of JF posts to those (unit, rumpun) with both shortage and excess."""
    kurang: dict[tuple[int, str], int] = {}
    lebih: dict[tuple[int, str], int] = {}
    for unit, rumpun, beda in baris:
        if not rumpun or not beda:
            continue
        kantong = kurang if beda < 0 else lebih
        kantong[unit, rumpun] = kantong.get((unit, rumpun), 0) + abs(beda)
    return {k: JenjangBeda(kurang[k], lebih[k]) for k in kurang.keys() & lebih.keys()}


class Kepercayaan(StrEnum):
    """How far a number can be trusted."""

    BAIK = "baik"
    PERIKSA = "periksa"
    LEMAH = "lemah"


@dataclass(frozen=True)
class TandaPercaya:
    """The mark and the sentences behind it."""

    tingkat: Kepercayaan
    alasan: tuple[str, ...]


def tanda_percaya(
    *,
    sumber: str | None,
    di_luar_referensi: bool,
    hilang: int,
    kebutuhan_per: date | None,
    per: date,
    usang_hari: int,
) -> TandaPercaya:
    """Mark one post. ``hilang`` = holders missing from the last export; ``usang_hari`` = days after
    which a need is called old."""
    lemah = []
    periksa = []
    if di_luar_referensi:
        lemah.append(
            "Jabatan ini di luar referensi; kekurangan atau kelebihannya mungkin hanya beda nama."
        )
    if sumber is None:
        periksa.append("Kebutuhan belum ditetapkan, jadi selisih belum dapat dihitung.")
    if hilang:
        periksa.append(f"{hilang} pemangku tidak ada di berkas terakhir tetapi masih dihitung.")
    if kebutuhan_per is not None and (per - kebutuhan_per).days > usang_hari:
        periksa.append(f"Kebutuhan berasal dari keadaan {kebutuhan_per:%d-%m-%Y}.")
    tingkat = Kepercayaan.LEMAH if lemah else Kepercayaan.PERIKSA if periksa else Kepercayaan.BAIK
    return TandaPercaya(tingkat, tuple(lemah + periksa))

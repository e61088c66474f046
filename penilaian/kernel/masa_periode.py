"""The code of a period says its length, its name and its days: 2025, 2025-TW1, 2025-03."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

TAHUN, TRIWULAN, BULAN = "tahun", "triwulan", "bulan"
TAHUN_PERTAMA = 2000
_BENTUK = re.compile(r"(\d{4})(?:-(?:TW([1-4])|(0[1-9]|1[0-2])))?")
_ROMAWI = ("I", "II", "III", "IV")
_NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip


@dataclass(frozen=True)
class MasaPeriode:
    """What a code stands for; both days belong to the period."""

    kode: str
    jenis: str
    nama: str
    mulai: date
    selesai: date


def baca_kode(kode: str) -> MasaPeriode | None:
    """The period of a code, however its letters are written; None for any other text."""
    rapi = kode.strip().upper()
    temu = _BENTUK.fullmatch(rapi)
    if temu is None or not rapi.isascii() or int(temu[1]) < TAHUN_PERTAMA:
        return None
    tahun, triwulan, bulan = int(temu[1]), temu[2], temu[3]
    if triwulan:
        awal = 3 * int(triwulan) - 2
        nama = f"Triwulan {_ROMAWI[int(triwulan) - 1]} {tahun}"
        return _masa(rapi, TRIWULAN, nama, tahun, awal, awal + 2)
    if bulan:
        nama = f"{_NAMA_BULAN[int(bulan) - 1]} {tahun}"
        return _masa(rapi, BULAN, nama, tahun, int(bulan), int(bulan))
    return _masa(rapi, TAHUN, f"Tahun {tahun}", tahun, 1, 12)


def _masa(kode: str, jenis: str, nama: str, tahun: int, awal: int, akhir: int) -> MasaPeriode:
    berikut = date(tahun + akhir // 12, akhir % 12 + 1, 1)
    return MasaPeriode(kode, jenis, nama, date(tahun, awal, 1), berikut - timedelta(days=1))


def usul_kode(per: date) -> tuple[str, ...]:
    """The year, the quarter and the month of the day, and those just ended."""
    lalu = per.replace(day=1) - timedelta(days=1)
    awal_triwulan = date(per.year, per.month - (per.month - 1) % 3, 1)
    triwulan_lalu = awal_triwulan - timedelta(days=1)
    return (
        str(per.year), f"{per.year}-TW{(per.month + 2) // 3}", f"{per:%Y-%m}",
        str(per.year - 1),
        f"{triwulan_lalu.year}-TW{(triwulan_lalu.month + 2) // 3}", f"{lalu:%Y-%m}",
    )  # fmt: skip

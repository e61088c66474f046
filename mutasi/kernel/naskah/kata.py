"""Words of official Indonesian papers: days, months, numbers and ordinals written out."""

from __future__ import annotations

from datetime import date

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
    "Oktober", "November", "Desember",
)  # fmt: skip
_SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
)  # fmt: skip
_PANGKAT = ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (10, "puluh", ""))
_URUTAN = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN",
    "KESEMBILAN", "KESEPULUH", "KESEBELAS", "KEDUA BELAS",
)  # fmt: skip
DIKTUM_MAKS = len(_URUTAN)


def panjang(hari: date) -> str:
    """1 Juni 2026."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def pendek(hari: date) -> str:
    """01-06-2026, as tables and SIASN write it."""
    return f"{hari:%d-%m-%Y}"


def terbilang(angka: int) -> str:
    """A whole number from 0 to 999,999 in words: 2026 is dua ribu dua puluh enam."""
    if not 0 <= angka < 1_000_000:
        raise ValueError(f"{angka} is not between 0 and 999999")
    if angka < 12:
        return _SATUAN[angka]
    if angka < 20:
        return f"{_SATUAN[angka - 10]} belas"
    besar, kata, satu = next(pangkat for pangkat in _PANGKAT if angka >= pangkat[0])
    depan, sisa = divmod(angka, besar)
    awal = satu if depan == 1 and satu else f"{terbilang(depan)} {kata}"
    return f"{awal} {terbilang(sisa)}" if sisa else awal


def hari_tanggal(hari: date) -> str:
    """Senin, tanggal satu bulan Juni tahun dua ribu dua puluh enam."""
    return (
        f"{HARI[hari.weekday()]}, tanggal {terbilang(hari.day)} bulan {BULAN[hari.month - 1]} "
        f"tahun {terbilang(hari.year)}"
    )


def urutan(ke: int) -> str:
    """The head of the ``ke``-th diktum: KESATU, KEDUA, ..."""
    return _URUTAN[ke - 1]

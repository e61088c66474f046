"""Numbers of decrees: who gives them, and how one of the office's own series is written."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

URUT, TAHUN = "{urut}", "{tahun}"
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class CaraNomor(StrEnum):
    """Entered by Bagian Hukum with its date, or taken from the office's own series when set."""

    BAGIAN_HUKUM = "bagian hukum"
    DERET = "deret sendiri"


def pola_nomor(pola: object) -> str:
    """The pattern as stored; ValueError without the running number and the year in it.

    Without them the same number would come twice.
    """
    teks = str(pola).strip()
    if URUT not in teks or TAHUN not in teks:
        raise ValueError("pola nomor memuat {urut} dan {tahun}")
    return teks


def tulis_nomor(pola: str, urut: int, hari: date) -> str:
    """800.1.3/{urut}/{bulan}/{tahun} of 1 June 2026, the seventh: 800.1.3/7/VI/2026."""
    isi = pola.replace(URUT, str(urut)).replace(TAHUN, str(hari.year))
    return isi.replace("{bulan}", ROMAWI[hari.month - 1])

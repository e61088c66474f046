"""What an allowance is paid by: eselon, JF with level, or class; and amounts as offices write them.

Keys are those by which "apa yang berubah" looks a post up. Amounts are whole rupiah a month.
"""

from __future__ import annotations

import re
from enum import StrEnum

from pegawai.kernel.jenjang import SEBUTAN, jenjang_dari_nama, kunci_nama, rumpun

_ROMAWI = ("I", "II", "III", "IV", "V")
_ESELON = re.compile(r"(?:eselon\s*)?(IV|V|I{1,3})\s*[./ -]?\s*([ab])", re.IGNORECASE)
_KODE_ESELON = re.compile(r"[1-5][12]")
_KELAS = range(1, 18)
# Thousands by points or, as BKN prints them, by commas; idle sen.
_RUPIAH = re.compile(
    r"(?:rp\.?)?\s*(?:(\d{1,3}(?:\.\d{3})+)(?:,00|,-)?|(\d{1,3}(?:,\d{3})+)(?:\.00)?|(\d+)(?:[.,]00|,-)?)",
    re.IGNORECASE,
)
_PERPRES = re.compile(r"(?:perpres\s*)?(?:no(?:mor)?\.?\s*)?(\d+)\s*tahun\s*(\d+)", re.IGNORECASE)
PALING_KECIL, PALING_BESAR = 10_000, 500_000_000


class Macam(StrEnum):
    """Which table a row belongs to."""

    STRUKTURAL = "struktural"
    FUNGSIONAL = "fungsional"
    KELAS = "kelas"


def kunci_eselon(teks: str) -> str | None:
    """SIASN's code of "IV.a", "Eselon IVa", "41"; None for what is no eselon."""
    rapat = " ".join(teks.split())
    if _KODE_ESELON.fullmatch(rapat):
        return rapat
    temu = _ESELON.fullmatch(rapat)
    if temu is None:
        return None
    return f"{_ROMAWI.index(temu[1].upper()) + 1}{'ab'.index(temu[2].lower()) + 1}"


def sebutan_eselon(kode: str) -> str:
    """As people write SIASN's code: Eselon IV.a."""
    return f"Eselon {_ROMAWI[int(kode[0]) - 1]}.{'ab'[int(kode[1]) - 1]}"


def kunci_kelas(teks: str) -> str | None:
    """A class 1 to 17; None for anything else."""
    angka = teks.casefold().removeprefix("kelas").strip()
    return (
        str(int(angka)) if angka.isascii() and angka.isdecimal() and int(angka) in _KELAS else None
    )


def kunci_jf(keluarga: str, jenjang: str) -> str:
    """The key of a JF: its family in the spelling all names share, and its level."""
    return f"{kunci_nama(keluarga)} {jenjang}"


def keluarga_dan_jenjang(nama: str, jenjang: str) -> tuple[str, str]:
    """The family, and the level that stands beside the name or in it; "" where neither says it."""
    tingkat = jenjang or jenjang_dari_nama(nama)
    return rumpun(nama, tingkat), tingkat


def kode_jenjang(teks: str) -> str | None:
    """SIASN's code of a level written in words or as the code itself."""
    rapat = " ".join(teks.split())
    return rapat.upper() if rapat.upper() in SEBUTAN.values() else SEBUTAN.get(rapat.casefold())


def baca_rupiah(teks: str) -> int | None:
    """Whole rupiah of "Rp1.260.000,00", "Rp 300,000", "1260000"; None for anything else."""
    temu = _RUPIAH.fullmatch(" ".join(teks.split()))
    if temu is None:
        return None
    return int(re.sub(r"\D", "", next(bagian for bagian in temu.groups() if bagian)))


def tulis_rupiah(nilai: int) -> str:
    """Rp1.260.000."""
    return f"Rp{nilai:,}".replace(",", ".")


def sebut_perpres(teks: str) -> tuple[str, bool]:
    """BKN's "No. 54 Tahun 2007" as a citation, and whether its number and year are whole."""
    rapat = " ".join(teks.split())
    temu = _PERPRES.fullmatch(rapat)
    if temu is None:
        return rapat, False
    return f"Perpres {temu[1]} Tahun {temu[2]}", len(temu[2]) == 4

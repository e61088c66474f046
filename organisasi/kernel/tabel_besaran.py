"""Tables of monthly amounts as dated constants: what each key is called, its rupiah, its basis.

One table is the value of one ``NilaiKetentuan``:
``{"41": {"sebutan": "Eselon IV.a", "besaran": 540000, "dasar": "..."}}``. The key is what a post is
looked up by; amounts are whole rupiah a month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

TUNJANGAN_STRUKTURAL = "tunjangan_struktural"  # by SIASN's eselon: "41"
TUNJANGAN_FUNGSIONAL = "tunjangan_fungsional"  # by family and level: "perawat MU"
TAMBAHAN_KELAS = "tambahan_penghasilan_kelas"  # by class of jabatan: "8"
# What a row of each table is, for the head of its first column.
TABEL: Mapping[str, str] = {
    TUNJANGAN_STRUKTURAL: "Eselon",
    TUNJANGAN_FUNGSIONAL: "Jabatan fungsional",
    TAMBAHAN_KELAS: "Kelas jabatan",
}


class Besaran(NamedTuple):
    """One line of a table: its name on screen, rupiah a month, the text it stands on."""

    sebutan: str
    rupiah: int
    dasar: str

    def sama(self, lain: Besaran | None) -> bool:
        """Same money on the same basis, however it is called."""
        return lain is not None and (self.rupiah, self.dasar) == (lain.rupiah, lain.dasar)


Isi = Mapping[str, Besaran]


def urai(nilai: Mapping[str, Mapping[str, Any]] | None) -> dict[str, Besaran]:
    """A stored table; empty without one."""
    return {
        kunci: Besaran(satu["sebutan"], satu["besaran"], satu["dasar"])
        for kunci, satu in (nilai or {}).items()
    }


def simpanan(isi: Isi) -> dict[str, dict[str, Any]]:
    """The table as it is stored."""
    return {
        kunci: {"sebutan": satu.sebutan, "besaran": satu.rupiah, "dasar": satu.dasar}
        for kunci, satu in isi.items()
    }


def gabung(lama: Isi, baru: Isi) -> dict[str, Besaran]:
    """What was in force with what comes; an amount that the new ones do not name stays."""
    return {**lama, **{k: satu for k, satu in baru.items() if not satu.sama(lama.get(k))}}


def berurutan(isi: Isi) -> list[Besaran]:
    """For reading: eselon and classes by number, levels of one JF by what they pay."""

    def urutan(pasangan: tuple[str, Besaran]) -> tuple[str, int]:
        kunci, satu = pasangan
        return ("", int(kunci)) if kunci.isdecimal() else (kunci.rpartition(" ")[0], satu.rupiah)

    return [satu for _, satu in sorted(isi.items(), key=urutan)]


def dasar_bersama(semua: Iterable[Besaran], maks: int = 255) -> str:
    """The texts a whole table stands on; their number where naming them all takes too much room."""
    dasar = sorted({satu.dasar for satu in semua})
    teks = "; ".join(dasar)
    return teks if len(teks) <= maks else f"{len(dasar)} peraturan; lihat dasar tiap besaran"

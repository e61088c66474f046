"""Kinds of health staff by the words of the staff tables, however a file or a post spells them."""

from __future__ import annotations

import re
from collections.abc import Collection

# Other names of one kind. Only what stands for exactly one kind of the table is here: a dental
# therapist is no nurse, and "tenaga medis" may be either kind of doctor.
SEBUTAN: dict[str, tuple[str, ...]] = {
    "dokter": ("dokter umum", "dr", "dokter layanan primer", "dokter atau dokter layanan primer"),
    "dokter gigi": ("drg", "dokter gigi umum"),
    "perawat": ("ners", "keperawatan", "perawat kesehatan"),
    "bidan": ("kebidanan", "bidan desa", "bidan koordinator"),
    "kesehatan masyarakat": (
        "kesmas", "skm", "promkes", "promosi kesehatan", "penyuluh kesehatan masyarakat",
        "penyuluh kesehatan", "promosi kesehatan dan ilmu perilaku", "epidemiolog kesehatan",
        "tenaga promosi kesehatan dan ilmu perilaku",
    ),
    "kesehatan lingkungan": (
        "kesling", "sanitarian", "sanitasi lingkungan", "tenaga sanitasi lingkungan",
    ),
    "ATLM": (
        "ahli teknologi laboratorium medik", "analis kesehatan", "laboratorium", "laborat",
        "pranata laboratorium kesehatan", "analis laboratorium", "laboran",
    ),
    "gizi": ("nutrisionis", "ahli gizi", "dietisien", "nutrisionis dietisien"),
    "kefarmasian": (
        "apoteker", "asisten apoteker", "farmasi", "tenaga teknis kefarmasian", "ttk",
    ),
    "administrasi": (
        "tata usaha", "tu", "administrasi umum", "administrasi perkantoran",
        "pengadministrasi umum", "pengadministrasi perkantoran",
    ),
    "pekarya": ("pekarya kesehatan",),
}  # fmt: skip
_BUKAN_HURUF = re.compile(r"[^a-z0-9]+")
_JENJANG = re.compile(r" (pemula|terampil|mahir|penyelia|ahli( (pertama|muda|madya|utama))?)$")


def kenali(teks: str, tabel: Collection[str]) -> str | None:
    """The word of the tables this names; None where it is none of theirs or not clear.

    A level of the post ("Perawat Ahli Muda") and the words "tenaga" and "petugas" do not count.
    """
    dicari = _rapat(teks)
    for kata in tabel:
        sebutan = (kata, *SEBUTAN.get(kata, ()))
        if dicari in {_rapat(satu) for satu in sebutan}:
            return kata
    return None


def _rapat(teks: str) -> str:
    polos = _BUKAN_HURUF.sub(" ", teks.casefold()).strip()
    polos = polos.removeprefix("tenaga ").removeprefix("petugas ")
    return _JENJANG.sub("", polos)

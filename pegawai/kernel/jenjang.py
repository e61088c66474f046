"""What the name of a jabatan and its level say: family, level, range of pangkat.

Ranges are those of the working knowledge in force (PermenPANRB 1/2023 and the JF regulations for
levels, PP 13/2002 for eselon); the import writes them as proposals that a person may replace with
``syarat-jabatan``. Codes are SIASN's.
"""

from __future__ import annotations

import re

PANGKAT_JENJANG: dict[str, tuple[str, str]] = {
    "PM": ("II/a", "II/a"),
    "TR": ("II/b", "II/d"),
    "MH": ("III/a", "III/b"),
    "PY": ("III/c", "III/d"),
    "PT": ("III/a", "III/b"),
    "MU": ("III/c", "III/d"),
    "MA": ("IV/a", "IV/c"),
    "UT": ("IV/d", "IV/e"),
}
KEAHLIAN = frozenset({"PT", "MU", "MA", "UT"})

PANGKAT_ESELON: dict[str, tuple[str, str]] = {
    "21": ("IV/c", "IV/d"),
    "22": ("IV/b", "IV/c"),
    "31": ("IV/a", "IV/b"),
    "32": ("III/d", "IV/a"),
    "41": ("III/c", "III/d"),
    "42": ("III/b", "III/c"),
}
ESELON = frozenset({"00", "10", "11", "12", "21", "22", "31", "32", "41", "42", "51", "52", "99"})

SEBUTAN: dict[str, str] = {
    "ahli utama": "UT",
    "ahli madya": "MA",
    "ahli muda": "MU",
    "ahli pertama": "PT",
    "penyelia": "PY",
    "mahir": "MH",
    "terampil": "TR",
    "pemula": "PM",
}
_SEBUTAN = "|".join(SEBUTAN)
# "Guru Ahli Muda"; "AHLI PERTAMA - ANALIS KEBIJAKAN"; "Perawat Pertama / Ahli Pertama".
_DI_BELAKANG = re.compile(
    rf"\s*(?:(?:pertama|muda|madya|utama|pelaksana(?: pemula| lanjutan)?)\s*/\s*)?"
    rf"\b({_SEBUTAN})$",
    re.IGNORECASE,
)
_DI_DEPAN = re.compile(rf"^({_SEBUTAN})\s*-\s*", re.IGNORECASE)
_LAMA = re.compile(r"\s+(?:pertama|muda|madya|utama)$", re.IGNORECASE)
_HURUF = re.compile(r"[^a-z0-9]+")


def rumpun(nama: str, jenjang: str = "") -> str:
    """The family of a JF: its name without the level. A name that is nothing but a level stays."""
    rapat = " ".join(nama.split())
    pendek = _DI_DEPAN.sub("", _DI_BELAKANG.sub("", rapat))
    if pendek == rapat and jenjang in KEAHLIAN:
        # Older names leave "Ahli" out: "Penggerak Swadaya Masyarakat Utama".
        pendek = _LAMA.sub("", rapat)
    return pendek.strip(" -/") or rapat


def jenjang_dari_nama(nama: str) -> str:
    """The level a name states, or nothing."""
    rapat = " ".join(nama.split())
    temu = _DI_BELAKANG.search(rapat) or _DI_DEPAN.match(rapat)
    return SEBUTAN[temu[1].casefold()] if temu else ""


def kunci_nama(nama: str) -> str:
    """What two spellings of one name share: letters and digits, in one case."""
    return _HURUF.sub(" ", nama.casefold()).strip()

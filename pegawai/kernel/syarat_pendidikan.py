"""The lowest level of education that a sentence of a JF regulation asks for.

Regulations write it in fifty ways ("Sarjana(S-1)/Diploma IV", "D-1V", "SLTA/sederajat"). Read is
only what is certain; otherwise nobody has said anything, and a person fills it in.
"""

from __future__ import annotations

import re

# SIASN's codes of levels with the words for them, the lowest first.
_POLA: tuple[tuple[str, str], ...] = (
    (
        "15",
        r"\bs(?:ma|mu|mk|lta|mta)\b|sekolah (?:lanjutan|menengah) (?:tingkat )?(?:atas|kejuruan)|"
        r"sekolah (?:\w+ ){0,3}menengah|\bsupm\b|asisten apoteker",
    ),
    ("20", r"\bdiploma (?:satu|i)\b|\bd[.-] ?(?:i|1)\b|\bd1\b"),
    ("25", r"\bdiploma (?:dua|ii)\b|\bd[ .-]?(?:ii|2)\b"),
    ("30", r"\bdiploma[ -]?(?:tiga|iii|3)\b|\bd[ .-]{0,2}(?:iii|3)\b|\bahli madya\b|\bakademi\b"),
    ("35", r"\bdiplomat?[ -]?(?:empat|[il1]v|4)\b|\bd[ .-]{0,2}(?:[il1]v|4)\b"),
    ("40", r"\bsarjana\b(?! terapan)|\bs[ .-]{0,2}[1il]\b|strata[ -]satu"),
    ("42", r"\bprofesi (?!guru)|\bdokter\b(?! spesialis)|\bapoteker\b|\bners\b"),
    ("45", r"\bmagister\b|\bs[ .-]{0,2}2\b|strata[ -]dua|\bpasca ?sarjana\b"),
    ("47", r"\bspesialis\b"),
    ("50", r"\bdoktor\b|\bs[ .-]{0,2}3\b|strata[ -]tiga"),
)
_ATURAN = tuple((kode, re.compile(pola, re.IGNORECASE)) for kode, pola in _POLA)
_SARJANA = frozenset({"35", "40"})
_KEAHLIAN_PALING_RENDAH = 35
_KETERAMPILAN_PALING_TINGGI = 30


def tingkat_minimal(kalimat: str, *, keahlian: bool) -> str:
    """The code of the lowest level the sentence names for this category, or nothing.

    A sentence may speak for both categories at once: expertise never asks for less than D-IV, skill
    never for more than D-III. Where D-IV and S-1 stand as equals the lower code is kept.
    """
    teks = " ".join(kalimat.replace("-\n", "").split())
    ada = [kode for kode, pola in _ATURAN if pola.search(teks)]
    if keahlian:
        cocok = [kode for kode in ada if int(kode) >= _KEAHLIAN_PALING_RENDAH]
        # "dokter spesialis", "sarjana ... yang telah lulus profesi": the higher one is meant.
        if "42" in cocok and _SARJANA.intersection(cocok) and "profesi" in teks.casefold():
            cocok = [kode for kode in cocok if kode not in _SARJANA]
    else:
        cocok = [kode for kode in ada if int(kode) <= _KETERAMPILAN_PALING_TINGGI]
    return min(cocok, key=int, default="")

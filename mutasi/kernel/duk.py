"""The order of the Daftar Urut Kepangkatan: PP 15/1979 Pasal 4, worked out in SE BAKN 03/SE/1980.

Rank, then the day of it; post, then the day of it; years of service that count for pay; training
for posts, the earlier passed first; education, the earlier passed first; age. Who lacks a fact
stands below those who have it. Names and numbers end what law leaves open, so that the same data
always give the same order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from penilaian.kernel.perkara import Jabatan
from penilaian.kernel.tingkat import tingkat, urutan_eselon, urutan_jenjang

# Training for posts, by all the names it has had; the highest wins.
_LATIHAN = (
    (4, r"\bSPATI\b|(PKN|KEPEMIMPINAN NASIONAL|PIM)\W*(TK\W*|TINGKAT )?(I|1)\b"),
    (3, r"\bSPAMEN\b|(PKN|KEPEMIMPINAN NASIONAL|PIM)\W*(TK\W*|TINGKAT )?(II|2)\b"),
    (2, r"\bSPAMA\b|\bPKA\b|KEPEMIMPINAN ADMINISTRATOR|PIM\W*(TK\W*|TINGKAT )?(III|3)\b"),
    (1, r"\bADUM|\bSEPAL[AU]\b|\bPKP\b|KEPEMIMPINAN PENGAWAS|PIM\W*(TK\W*|TINGKAT )?(IV|4)\b"),
)
_POLA = tuple((nilai, re.compile(pola)) for nilai, pola in _LATIHAN)
SEBUTAN_LATIHAN = {4: "PKN I", 3: "PKN II", 2: "PKA", 1: "PKP"}
_TAK_ADA = date.max


def tingkat_latihan(nama: str) -> int | None:
    """4 (PKN I) to 1 (PKP) of a leadership training by its name; None for any other training."""
    rapi = " ".join(nama.upper().split())
    return next((nilai for nilai, pola in _POLA if pola.search(rapi)), None)


@dataclass(frozen=True)
class OrangDuk:
    """The facts by which people are put in order; None where nobody has said."""

    nip: str
    nama: str
    golongan: int | None  # higher is higher
    tmt_golongan: date | None
    jabatan: Jabatan
    tmt_jabatan: date | None
    masa_kerja: int | None  # months that count for pay
    latihan: tuple[int, date | None] | None  # level, day passed
    pendidikan: int | None  # higher is higher
    tahun_lulus: int | None
    lahir: date | None


def _turun(nilai: int | None) -> int:
    """Higher first, the unknown last."""
    return 1 if nilai is None else -nilai


def kunci_urut(o: OrangDuk) -> tuple[Any, ...]:
    """Sort by this: the first of the list is the highest."""
    latihan, lulus_latihan = o.latihan or (None, None)
    return (
        _turun(o.golongan), o.tmt_golongan or _TAK_ADA,
        _turun(tingkat(o.jabatan)), _turun(urutan_eselon(o.jabatan.eselon_id)),
        _turun(urutan_jenjang(o.jabatan.jenjang)), o.tmt_jabatan or _TAK_ADA,
        _turun(o.masa_kerja),
        _turun(latihan), lulus_latihan or _TAK_ADA,
        _turun(o.pendidikan), o.tahun_lulus or _TAK_ADA.year,
        o.lahir or _TAK_ADA, o.nama, o.nip,
    )  # fmt: skip


BAHAN: Mapping[str, Callable[[OrangDuk], object]] = {
    "pangkat": lambda o: o.golongan,
    "TMT pangkat": lambda o: o.tmt_golongan,
    "tingkat jabatan": lambda o: tingkat(o.jabatan),
    "TMT jabatan": lambda o: o.tmt_jabatan,
    "masa kerja": lambda o: o.masa_kerja,
    "pelatihan kepemimpinan": lambda o: o.latihan,
    "pendidikan": lambda o: o.pendidikan,
    "tanggal lahir": lambda o: o.lahir,
}


def yang_kurang(orang: Iterable[OrangDuk]) -> list[tuple[str, int]]:
    """(fact, how many lack it), in the order in which the facts decide; complete ones left out."""
    hitung = Counter(nama for o in orang for nama, ambil in BAHAN.items() if ambil(o) is None)
    return [(nama, hitung[nama]) for nama in BAHAN if hitung[nama]]

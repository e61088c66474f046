"""Whether a programme of study is of the field a regulation's sentence asks for.

Sentences name fields in free prose, programmes have hundreds of spellings: only what is certain is
said. Certain is yes when no field is named at all, or the programme stands in the sentence word for
word; certain is no only among the professions of health, where another diploma never does and the
sentence asks for nothing else. Everything between is for a person to judge.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KATA = re.compile(r"[a-z0-9]+")
# Words that carry no field: levels, levels of JF, and the glue of the regulations.
_HAMPA = frozenset(
    _KATA.findall(
        "berijazah ijazah paling rendah minimal sarjana terapan s si s1 1 i strata satu diploma "
        "empat iv div 4 d d1 d2 d3 d4 tiga iii diii 3 dua ii dii magister s2 2 pascasarjana doktor "
        "s3 atau dan yang sederajat setara sekolah lanjutan tingkat atas menengah umum kejuruan "
        "slta sma smk smu semua jurusan bidang ilmu di pada program studi profesi pendidikan "
        "pendidik sertifikat bersertifikat memiliki surat tanda registrasi str bagi untuk jabatan "
        "fungsional kategori keahlian keterampilan jenjang ahli pertama muda madya utama terampil "
        "mahir penyelia pemula kualifikasi lulusan spesialis subspesialis a b c"
    )
)
_PROFESI = {
    "dokter gigi": re.compile(r"\b(?:ke)?dokter(?:an)? gigi\b"),
    "dokter hewan": re.compile(r"\b(?:ke)?dokter(?:an)? hewan\b"),
    "dokter": re.compile(r"\b(?:ke)?dokter(?:an)?\b(?! (?:gigi|hewan))"),
    "perawat": re.compile(r"\bners\b|\b(?:ke)?perawat(?:an)?\b"),
    "bidan": re.compile(r"\b(?:ke)?bidan(?:an)?\b"),
    "apoteker": re.compile(r"\bapoteker\b|\bfarmasi\b|\bkefarmasian\b"),
}
_AWALAN = re.compile(
    r"^(?:s [123]|d (?:i{1,3}|iv|[1234])|s[123]|d[1234]|profesi|sp [12]|akta (?:i{1,3}|iv|v)|a iv)"
    r"\s+"
)


def bidang_cocok(kalimat: str, program_studi: str | None) -> bool | None:
    """Yes, no, or for a person to judge; a sentence without a field suits everybody."""
    teks, berbidang, profesi, hanya = _baca(kalimat)
    if not berbidang:
        return True
    if not program_studi:
        return None
    program = " ".join(_KATA.findall(program_studi.casefold()))
    if profesi and hanya:
        punya = _profesi(program)
        return True if punya & profesi else False if not punya else None
    inti = _inti(program)
    if inti and re.search(rf"\b{re.escape(inti)}\b", teks):
        return True
    return None


@lru_cache(maxsize=4096)
def _baca(kalimat: str) -> tuple[str, bool, frozenset[str], bool]:
    """Text, whether it names a field, the professions it names, and whether it names only them."""
    teks = " ".join(_KATA.findall(kalimat.casefold()))
    sisa = teks
    for pola in _PROFESI.values():
        sisa = pola.sub(" ", sisa)
    hanya = not set(sisa.split()) - _HAMPA
    berbidang = bool(set(teks.split()) - _HAMPA)
    return teks, berbidang, _profesi(teks), hanya


def _profesi(teks: str) -> frozenset[str]:
    return frozenset(nama for nama, pola in _PROFESI.items() if pola.search(teks))


def _inti(program: str) -> str:
    """The programme without its level and the word "ilmu"; nothing when no word is left."""
    inti = _AWALAN.sub("", program)
    inti = inti.removeprefix("ilmu ")
    return inti if set(inti.split()) - _HAMPA else ""

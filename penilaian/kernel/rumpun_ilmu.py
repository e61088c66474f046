"""Families of fields of study: whether a programme is of a kin to those a sentence names.

A hint for the person who judges (H04 leaves open what is not certain), never a verdict: families
are read from words, and a regulation may mean less than a family.
"""

from __future__ import annotations

import re
from functools import lru_cache

_POLA: tuple[tuple[str, str], ...] = (
    ("kependidikan", r"pendidikan|keguruan|pgsd|paud|tarbiyah|bimbingan (?:dan )?konseling"),
    ("kedokteran", r"kedokteran|dokter(?! hewan)"),
    ("keperawatan dan kebidanan", r"(?:ke)?perawat(?:an)?|ners|(?:ke)?bidan(?:an)?"),
    ("farmasi", r"(?:ke)?farmasi(?:an)?|apoteker"),
    ("kesehatan masyarakat", r"kesehatan masyarakat|epidemiologi|kesmas|promosi kesehatan"),
    ("gizi", r"gizi|nutrisi"),
    ("kesehatan lain", r"fisioterapi|radiologi|analis kesehatan|rekam medis|sanitasi|laboratorium "
                       r"medi[ks]|kesehatan lingkungan"),
    ("hukum", r"hukum|syariah"),
    ("pemerintahan dan administrasi", r"pemerintahan|administrasi|kebijakan publik|ilmu politik|"
                                      r"politik|stpdn|ipdn|sosial politik|kepegawaian|"
                                      r"manajemen (?:sdm|sumber daya manusia|publik)"),
    ("ekonomi dan bisnis", r"ekonomi|akuntansi|manajemen|keuangan|perpajakan|perbankan|bisnis|"
                           r"studi pembangunan"),
    ("teknik sipil dan bangunan", r"sipil|bangunan|konstruksi|arsitektur|pengairan"),
    ("perencanaan wilayah", r"planologi|perencanaan (?:wilayah|kota)|tata (?:kota|ruang)|geodesi|"
                            r"geografi"),
    ("teknik lain", r"teknik (?:mesin|elektro|industri|kimia|lingkungan|pertambangan|geologi)|"
                    r"elektro|mesin"),
    ("komputer dan informatika", r"informatika|komputer|sistem informasi|teknologi informasi|"
                                 r"perangkat lunak|multimedia"),
    ("statistika dan matematika", r"statistik[a]?|matematika"),
    ("ilmu alam", r"biologi|fisika|kimia|geofisika"),
    ("pertanian dan pangan", r"pertanian|agronomi|agribisnis|agroteknologi|hortikultura|pangan|"
                             r"perkebunan|penyuluhan pertanian"),
    ("kehutanan", r"kehutanan|hutan"),
    ("peternakan dan kesehatan hewan", r"peternakan|kedokteran hewan|dokter hewan|veteriner"),
    ("perikanan dan kelautan", r"perikanan|kelautan|budidaya perairan"),
    ("komunikasi", r"komunikasi|jurnalistik|hubungan masyarakat|humas|penyiaran"),
    ("perpustakaan dan kearsipan", r"perpustakaan|kearsipan|arsip|informasi dan perpustakaan"),
    ("sosial", r"sosiologi|kesejahteraan sosial|pekerja(?:an)? sosial|antropologi"),
    ("psikologi", r"psikologi"),
    ("agama", r"agama|teologi|dakwah|ushuluddin"),
    ("sastra dan bahasa", r"sastra|bahasa|linguistik"),
)  # fmt: skip
_RUMPUN = tuple((nama, re.compile(rf"\b(?:{pola})\b")) for nama, pola in _POLA)
_KATA = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=8192)
def keluarga(teks: str) -> tuple[str, ...]:
    """The families whose words stand in a programme's name or a regulation's sentence.

    "Pendidikan Matematika" is a teacher's diploma: of the families of both words.
    """
    rata = " ".join(_KATA.findall(teks.casefold()))
    return tuple(nama for nama, pola in _RUMPUN if pola.search(rata))


def serumpun(kalimat: str, program_studi: str | None) -> bool | None:
    """Whether both share a family; None while one of them names none that is known."""
    diminta, punya = keluarga(kalimat), keluarga(program_studi or "")
    if not diminta or not punya:
        return None
    return not set(diminta).isdisjoint(punya)

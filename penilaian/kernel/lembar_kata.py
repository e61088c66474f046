"""Words of the needs sheets of offices: what opens a unit, a section, a sum; keys of names.

From what real sheets write ("KASUBAG", "SUB.BAGIAN", "Formasi P3K (Kemenpan 76 ...)"); a word
that is missing here makes a row a job that nobody knows, never a row that is lost.
"""

from __future__ import annotations

import re
from functools import lru_cache

KEPALA_UNIT = "Kepala unit"
TANPA_BAGIAN = "Tanpa judul bagian"
SEKRETARIAT = "SEKRETARIAT"
PEMISAH = " › "
"""Between the units of a path; no name contains it."""

_BUKAN_HURUF = re.compile(r"[^A-Z0-9]+")
_KEPALA = re.compile(r"^(?:PLT\.? |PLH\.? )?KEPALA (?!SEKOLAH)")
_SETARA: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"^(?:KASUBB?AG|SUBB?AG|SUBBAGIAN|SUB BAG|SUB BAGIAN)\b", "SUB BAGIAN"),
        (r"^(?:KASUBBID|SUBBID|SUBBIDANG|SUB B+IDANG)\b", "SUB BIDANG"),
        (r"^(?:KABAG)\b", "BAGIAN"),
        (r"^(?:KABID)\b", "BIDANG"),
        (r"^(?:KASI|KASIE)\b", "SEKSI"),
        (r"^SEK(?:T)?RETARIS\b", "SEKRETARIAT"),
        (r"^SEKRETARIAT DEWAN PERWAKILAN RAKYAT DAERAH\b", "SEKRETARIAT DPRD"),
        (r"^CAMAT\b", "KECAMATAN"),
        (r"^LURAH\b", "KELURAHAN"),
        (r"^KANTOR (?:KECAMATAN|CAMAT)\b", "KECAMATAN"),
        (r"^INSPEKTORAT DAERAH\b", "INSPEKTORAT"),
        (r"^(?:UNIT PELAKSANA TEKNIS DAERAH|UNIT PELAKSANA TEKNIS|UPTD)\b", "UPT"),
        (r"^(?:RUMAH SAKIT UMUM DAERAH|RUMAH SAKIT UMUM|RSUD|RSU)\b", "RSU"),
        (r"\b(?:KABUPATEN|KOTA|PROVINSI) [A-Z0-9 ]+$", ""),
    )
)
# What kind of heading a word opens: 0 an OPD, the larger the deeper.
_TINGKAT: tuple[tuple[re.Pattern[str], int], ...] = tuple(
    (re.compile(pola), tingkat)
    for pola, tingkat in (
        (r"^SEKRETARIAT (?:DAERAH|DPRD|DEWAN)\b", 0),
        (r"^(?:DINAS|BADAN|INSPEKTORAT|SATUAN POLISI|SATPOL|KECAMATAN|KANTOR|RSU)\b", 0),
        (r"^(?:SUB|SEKSI|PUSKESMAS PEMBANTU|PUSTU|POSKESDES|TATA USAHA UPT)\b", 3),
        (r"^BAGIAN\b", 2),
        (r"^SEKRETARIAT(?: (?:CAMAT|KECAMATAN|KELURAHAN|LURAH|DINAS|BADAN|INSPEKTORAT)\b.*)?$", 1),
        (r"^(?:BIDANG|STAF AHLI|INSPEKTUR PEMBANTU|IRBAN|UPT|PUSKESMAS|KELURAHAN|KORWIL)\b", 1),
        (r"^(?:BALAI|SD NEGERI|SMP NEGERI|TK NEGERI|SDN|SMPN|TKN)\b|^UNIT .*\bUPTD?\b", 1),
        (r"^ASISTEN (?:BIDANG |SEKRETARIS |DAERAH )?(?:PEMERINTAHAN|ADMINISTRASI UMUM|"
         r"PR?ER?EKONOMI\w*|PREREKONOMIAN|EKONOMI|PEMBANGUNAN|KESEJAHTERAAN|UMUM)\b", 1),
    )
)  # fmt: skip
_JUMLAH = re.compile(r"^(?:SUB ?)?(?:JUMLAH|TOTAL|JML)\b(?: (?:SELURUH\w*|TOTAL|KESELURUHAN|.+))?$")
_BAGIAN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pola), nama)
    for pola, nama in (
        (r"^(?:JABATAN FUNGSIONAL|FUNGSIONAL|JFT|JF)\b.*\b(?:P3K|PPPK)\b",
         "Jabatan fungsional/formasi PPPK"),
        (r"^(?:FORMASI )?(?:P3K|PPPK)\b", "Formasi PPPK"),
        (r"^FUNGSIONAL UMUM(?: TERTENTU)?$", "Pelaksana"),
        (r"^(?:KELOMPOK )?(?:JABATAN FUNGSIONAL|FUNGSIONAL)(?: (?:UMUM|JFU))?$|"
         r"^(?:KELOMPOK )?JABATAN FUNGSIONAL (?:JF|JFT|TERTENTU|PENYETARAAN)\b|"
         r"^FUNGSIONAL (?:TERTENTU|PENYETARAAN)\b|^JFT?(?: JABATAN FUNGSIONAL.*)?$",
         "Jabatan fungsional"),
        (r"^JABATAN PELAKSANA\b|^(?:PELAKSANA|JFU)$|^PELAKSANA (?:PERM?ENPAN|PEREMENPAN|"
         r"PERMENPANRB|KEPMENPAN|JFU)\b", "Pelaksana"),
        (r"^(?:JABATAN )?STRUKTURAL$|^JABATAN (?:ADMINISTRASI|ADMINISTRATOR|PENGAWAS|"
         r"PIMPINAN TINGGI)\b", "Jabatan struktural"),
    )
)  # fmt: skip
_TANDA_JF = re.compile(r"\((?:JFT?|JFU|JFU/JFT)\)", re.IGNORECASE)


def rapatkan(teks: object) -> str:
    """One line: line feeds and runs of blanks inside a name mean nothing."""
    return " ".join(str(teks).split())


def huruf_besar(teks: object) -> str:
    """Letters and digits in upper case, single blanks between them."""
    return _BUKAN_HURUF.sub(" ", str(teks).upper()).strip()


@lru_cache(maxsize=8192)
def kunci_unit(nama: object) -> str:
    """What the spellings of one unit share, in sheets and in the tree: ``SUB BAGIAN UMUM``."""
    kunci = _KEPALA.sub("", huruf_besar(nama))
    for pola, ganti in _SETARA:
        kunci = pola.sub(ganti, kunci).strip()
    return kunci


def kunci_jalur(jalur: tuple[str, ...]) -> str:
    """A unit by its path; what a parent's name repeats inside a child's is left out."""
    kunci: list[str] = []
    for nama in jalur:
        satu = kunci_unit(nama)
        if kunci and satu != kunci[-1] and satu.endswith(f" {kunci[-1]}"):
            satu = satu.removesuffix(f" {kunci[-1]}")
        kunci.append(satu)
    return PEMISAH.join(kunci)


def tingkat_judul(nama: object) -> int | None:
    """How deep a unit this heading opens (0 an OPD); None when it opens none."""
    kunci = kunci_unit(nama)
    return next((tingkat for pola, tingkat in _TINGKAT if pola.search(kunci)), None)


def bukan_milik_sekretariat(nama: object) -> bool:
    """A section or a subdivision of a bidang never belongs to a secretariat."""
    return kunci_unit(nama).startswith(("SEKSI", "SUB BIDANG"))


def nama_bagian(teks: object) -> str:
    """The section a heading opens, in one spelling; empty when it is none."""
    besar = huruf_besar(teks)
    return next((nama for pola, nama in _BAGIAN if pola.search(besar)), "")


def baris_jumlah(teks: object) -> bool:
    """Whether the row sums others: "Jumlah Seluruhnya", "TOTAL"."""
    return bool(_JUMLAH.match(huruf_besar(teks)))


def nama_jabatan(teks: object) -> str:
    """The name of a job without the note of its kind: "Analis Kebijakan Ahli Muda (JF)"."""
    return rapatkan(_TANDA_JF.sub(" ", str(teks))).strip("' ")

"""The kind of an office, proposed from its name; a person may correct it.

The first pattern that fits decides, so the narrow ones stand first: a *puskesmas pembantu* is no
puskesmas, and the *sub bagian* of a puskesmas is neither.
"""

from __future__ import annotations

import re

LAIN = "lain"
_AWALAN_UPT = re.compile(
    r"^upt[dpt]?\b[. ]*(daerah )?(spf |satuan pendidikan formal )?", re.IGNORECASE
)

_POLA: tuple[tuple[str, str], ...] = (
    ("subbagian", r"^sub[ -]?(bagian|bidang|bag|bid)\b|^subag\b|^(bagian )?tata usaha\b"),
    ("kelompok_jf", r"^kelompok jabatan fungsional\b|^kelompok jf\b"),
    ("seksi", r"^(seksi|sub seksi|subseksi)\b"),
    ("bidang", r"^bidang\b"),
    ("bagian", r"^bagian\b"),
    ("sekretariat", r"^sekretariat\b"),
    ("pustu", r"^(pus\w+mas pembantu|pustu|poskesdes|polindes|poskestren|puskesdes)\b"),
    ("puskesmas", r"^(puskesmas|pusat kesehatan masyarakat)\b"),
    ("rsud", r"^(rumah sakit|rsud?|rsu)\b"),
    ("tk", r"^(tk|tkn|taman kanak-?kanak|paud|kelompok bermain|kb)\b"),
    ("sd", r"^(sd|sdn|sdk|sdi|sd lb|sekolah dasar)\b"),
    ("smp", r"^(smp|smpn|smp satap|sekolah menengah pertama)\b"),
    ("sma", r"^(sma|sman|smk|smkn|sekolah menengah (atas|kejuruan))\b"),
    (
        "sekolah_lain",
        r"^(slb|slbn|skb|spnf|sekolah|sanggar kegiatan belajar|satuan pendidikan)\b",
    ),
    ("dinas", r"^dinas\b"),
    ("badan", r"^badan\b"),
    ("inspektorat", r"^inspektorat\b"),
    ("satpol", r"^(satuan polisi pamong praja|satpol)\b"),
    ("kecamatan", r"^(kecamatan|kantor (camat|kecamatan))\b"),
    ("kelurahan", r"^(kelurahan|kantor (lurah|kelurahan))\b"),
)
_ATURAN = tuple((jenis, re.compile(pola, re.IGNORECASE)) for jenis, pola in _POLA)
_UPT = re.compile(
    r"^(upt[dpt]?\b|unit pelaksana teknis|balai|loka|korwil|koordinator wilayah)", re.IGNORECASE
)
_PEMDA = re.compile(r"^pemerintah(an)?\b", re.IGNORECASE)


def usulan_jenis(nama: str, *, akar: bool = False) -> str:
    """The code of the proposed kind; ``lain`` when the name says nothing."""
    nama = " ".join(nama.split())
    if akar or _PEMDA.match(nama):
        return "pemda"
    isi = _AWALAN_UPT.sub("", nama)
    for jenis, pola in _ATURAN:
        if pola.match(isi):
            # "UPT Dinas ..." is an UPT, but "UPT Puskesmas ..." is a puskesmas.
            return "upt" if isi != nama and jenis in {"dinas", "badan", "kecamatan"} else jenis
    return "upt" if _UPT.match(nama) else LAIN

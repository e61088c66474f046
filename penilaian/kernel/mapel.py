"""Names of subjects: what two spellings share, and under which post of teachers each counts."""

from __future__ import annotations

import re
from functools import lru_cache

GURU_KELAS, PJOK, BK = "Guru Kelas", "PJOK", "Bimbingan dan Konseling"
SD, SMP = "SD", "SMP"

_SPASI = re.compile(r"[\s.]+")
_EKOR = re.compile(r"\s*\([^()]*\)$")
_AGAMA = re.compile(
    r"(?:pendidikan )?agama (islam|kristen(?: protestan)?|katolik|katholik|hindu|budd?ha|k?h?ong"
    r"hucu)(?: (?:dan|&) budi pekerti)?"
)
_AGAMA_BAKU = {"kristen protestan": "Kristen", "katholik": "Katolik", "budha": "Buddha"}
_NAMA = {
    GURU_KELAS: "guru kelas, kelas, guru kelas sd, guru kelas sd/mi, guru kelas sdlb, tematik",
    PJOK: "pjok, penjas, penjaskes, penjasorkes, pendidikan jasmani, "
    "pendidikan jasmani olahraga dan kesehatan, pendidikan jasmani dan kesehatan",
    BK: "bk, bimbingan konseling, bimbingan dan konseling, bimbingan penyuluhan",
    "Pendidikan Agama Islam": "pai, agama islam",
    "Pendidikan Pancasila": "ppkn, pkn, pendidikan pancasila, pendidikan kewarganegaraan, "
    "pendidikan pancasila dan kewarganegaraan",
    "IPA": "ipa, ilmu pengetahuan alam",
    "IPS": "ips, ilmu pengetahuan sosial",
    "Bahasa Indonesia": "b indonesia, bhs indonesia, bahasa indonesia",
    "Bahasa Inggris": "b inggris, bhs inggris, bahasa inggris",
    "Matematika": "matematika, mtk",
}
_BAKU = {ejaan: baku for baku, semua in _NAMA.items() for ejaan in semua.split(", ")}
_KATA_KECIL = {"dan", "di", "untuk", "atau"}
_SINGKATAN_MAKS = 5


@lru_cache(maxsize=4096)
def baku_mapel(teks: str) -> str:
    """One spelling for a subject however a school writes it; unknown ones keep their words."""
    rapat = " ".join(teks.split())
    for isi in (rapat, _EKOR.sub("", rapat)):
        kunci = _SPASI.sub(" ", isi.casefold().replace(",", " ")).strip()
        if kunci in _BAKU:
            return _BAKU[kunci]
        if temu := _AGAMA.fullmatch(kunci):
            nama = temu[1]
            if nama.endswith("onghucu"):
                nama = "khonghucu"
            return f"Pendidikan Agama {_AGAMA_BAKU.get(nama, nama.capitalize())}"
    return _berhuruf_besar(rapat)


def agama(mapel: str) -> str:
    """The religion a subject teaches; empty for any other subject. ``mapel`` in one spelling."""
    return mapel.removeprefix("Pendidikan Agama ") if mapel.startswith("Pendidikan Agama ") else ""


def jabatan_mapel(mapel: str, jenjang: str) -> str:
    """The post of teachers a subject (in one spelling) counts under, as the guide names it."""
    if mapel == BK:
        return "guru BK"
    if jenjang != SD:
        return mapel
    if mapel == GURU_KELAS:
        return "guru kelas"
    if mapel == PJOK:
        return "guru PJOK"
    return f"guru agama {agama(mapel)}" if agama(mapel) else mapel


def _berhuruf_besar(teks: str) -> str:
    """Initial capitals; a word in capitals alone (IPAS) is an abbreviation."""
    kata = teks.split()
    if teks.isupper() and (len(kata) > 1 or len(teks) > _SINGKATAN_MAKS):
        kata = teks.lower().split()
    return " ".join(satu if satu in _KATA_KECIL else satu[:1].upper() + satu[1:] for satu in kata)

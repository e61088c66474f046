"""Where posts, grades and diplomas stand above one another. Codes are SIASN's."""

from __future__ import annotations

from pegawai.kernel.bup import FUNGSIONAL, PELAKSANA, STRUKTURAL
from pegawai.kernel.jenjang import KEAHLIAN
from penilaian.kernel.perkara import Jabatan

__all__ = ["FUNGSIONAL", "PELAKSANA", "STRUKTURAL"]

# Tiers that count as equal between groups: PermenPANRB 17/2021 (penyetaraan jabatan) pairs
# Administrator with Ahli Madya, Pengawas with Ahli Muda, eselon V with Ahli Pertama.
PELAKSANA_KE_ATAS, PENGAWAS_KE_ATAS, ADMINISTRATOR_KE_ATAS, JPT_KE_ATAS = 1, 2, 3, 4
SEBUTAN = {1: "Pelaksana", 2: "Pengawas", 3: "Administrator", 4: "JPT Pratama", 5: "JPT Madya"}
_TINGKAT_ESELON = {"5": 1, "4": 2, "3": 3, "2": 4, "1": 5}
_TINGKAT_JENJANG = {"PM": 1, "TR": 1, "MH": 1, "PY": 1, "PT": 1, "MU": 2, "MA": 3, "UT": 4}

_URUTAN_ESELON = ("52", "51", "42", "41", "32", "31", "22", "21", "12", "11", "10")
# Penyelia and Ahli Pertama share a class of post: neither is above the other.
_URUTAN_JENJANG = {"PM": 1, "TR": 2, "MH": 3, "PY": 4, "PT": 4, "MU": 5, "MA": 6, "UT": 7}

GOLONGAN = tuple(
    f"{angka}/{huruf}"
    for angka, semua in (("I", "abcd"), ("II", "abcd"), ("III", "abcd"), ("IV", "abcde"))
    for huruf in semua
)
_URUTAN_GOLONGAN = {nama: nomor for nomor, nama in enumerate(GOLONGAN)}

# Levels of education run with their codes, but for those of one level of KKNI (Perpres 8/2012).
_SETARA = {"12": 10, "17": 15, "18": 15, "35": 40, "47": 45, "49": 50}
SEBUTAN_PENDIDIKAN = {
    "5": "SD", "10": "SMP", "12": "SMP", "15": "SMA", "17": "SMK", "18": "SLTA", "20": "D-I",
    "25": "D-II", "30": "D-III", "35": "D-IV", "40": "S-1", "42": "Profesi", "45": "S-2",
    "47": "Spesialis", "49": "Subspesialis", "50": "S-3",
}  # fmt: skip


def tingkat(jabatan: Jabatan) -> int | None:
    """The tier of a jabatan, 1 to 5; None when its kind or level is not known."""
    if jabatan.jenis == PELAKSANA:
        return 1
    if jabatan.jenis == FUNGSIONAL:
        return _TINGKAT_JENJANG.get(jabatan.jenjang or "")
    if jabatan.jenis == STRUKTURAL and jabatan.eselon_id in _URUTAN_ESELON:
        return _TINGKAT_ESELON[jabatan.eselon_id[0]]
    return None


def manajerial(jabatan: Jabatan) -> bool | None:
    """JPT, Administrator or Pengawas; eselon V counts as Pelaksana today."""
    if jabatan.jenis is None:
        return None
    if jabatan.jenis != STRUKTURAL:
        return False
    satu = tingkat(jabatan)
    return None if satu is None else satu >= PENGAWAS_KE_ATAS


def jpt(jabatan: Jabatan) -> bool | None:
    """A jabatan pimpinan tinggi."""
    satu = tingkat(jabatan)
    if manajerial(jabatan) is False:
        return False
    return None if satu is None else satu >= JPT_KE_ATAS


def kategori(jenjang: str | None) -> str | None:
    """Keahlian or keterampilan."""
    if jenjang not in _URUTAN_JENJANG:
        return None
    return "keahlian" if jenjang in KEAHLIAN else "keterampilan"


def urutan_eselon(eselon_id: str | None) -> int | None:
    """Higher is higher: IV.b below IV.a."""
    return _URUTAN_ESELON.index(eselon_id) if eselon_id in _URUTAN_ESELON else None


def urutan_jenjang(jenjang: str | None) -> int | None:
    """Levels of JF, both categories on one ladder."""
    return _URUTAN_JENJANG.get(jenjang or "")


def urutan_golongan(nama: str | None) -> int | None:
    """I/a is 0, IV/e is 16; None for PPPK grades and for nothing."""
    return _URUTAN_GOLONGAN.get(nama or "")


def urutan_pendidikan(kode: str | None) -> int | None:
    """D-IV stands with S-1, SMK with SMA; None for a code nobody knows."""
    if kode is None or kode not in SEBUTAN_PENDIDIKAN:
        return None
    return _SETARA.get(kode, int(kode))

"""The kinds of post people ask for: teachers, health staff, other JF, general staff, heads.

Who is health staff follows from the dated constant ``lisensi_jf``: JF that ask for a licence (STR).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from organisasi.selectors import nilai_ketentuan
from pegawai.models import JenisJabatan

MACAM = (
    ("guru", "Guru"),
    ("kesehatan", "Tenaga kesehatan"),
    ("jf", "Fungsional lain"),
    ("pelaksana", "Pelaksana"),
    ("struktural", "Struktural"),
)
_JENIS = {"pelaksana": JenisJabatan.PELAKSANA, "struktural": JenisJabatan.STRUKTURAL}


def posisi_bermacam(macam: str, *, per: date) -> Q:
    """Posts of the kind; one query for the constant where the kind asks for it."""
    if macam in _JENIS:
        return Q(jabatan__jenis=_JENIS[macam])
    lisensi: dict[str, Any] = nilai_ketentuan("lisensi_jf", per=per)
    guru = {nama for nama, izin in lisensi.items() if izin != "STR"}
    kesehatan = set(lisensi) - guru
    jf = Q(jabatan__jenis=JenisJabatan.FUNGSIONAL)
    if macam == "jf":
        return jf & ~Q(jabatan__rumpun__in=guru | kesehatan)
    return jf & Q(jabatan__rumpun__in=guru if macam == "guru" else kesehatan)

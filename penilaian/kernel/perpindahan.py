"""What kind of move it would be; three-valued where a level is not known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from penilaian.kernel.perkara import Calon, Jabatan, Sasaran
from penilaian.kernel.tingkat import (
    FUNGSIONAL,
    PELAKSANA,
    STRUKTURAL,
    kategori,
    tingkat,
    urutan_eselon,
    urutan_jenjang,
)


class JenisPerpindahan(StrEnum):
    """Working terms of practice; the law treats promotion apart from mutasi."""

    TETAP = "tetap"  # he holds this very post already
    ROTASI = "rotasi"
    PROMOSI = "promosi"
    DEMOSI = "demosi"
    MASUK_JF = "masuk_jf"  # into a JF from outside it: another group, rumpun or category
    ANTAR_KELOMPOK = "antar_kelompok"  # between groups of equal tier


class Arah(StrEnum):
    """Up, level or down."""

    NAIK = "naik"
    SETARA = "setara"
    TURUN = "turun"


@dataclass(frozen=True)
class Perpindahan:
    """Kind and direction; None where a level is missing that would decide it."""

    jenis: JenisPerpindahan | None
    arah: Arah | None

    @property
    def naik(self) -> bool | None:
        """Whether it is a promotion in effect (a JF of a higher tier included)."""
        return None if self.arah is None else self.arah is Arah.NAIK

    @property
    def turun(self) -> bool | None:
        """Whether it goes down."""
        return None if self.arah is None else self.arah is Arah.TURUN

    @property
    def masuk_jf(self) -> bool | None:
        """Whether the rules for entering a JF apply."""
        return None if self.jenis is None else self.jenis is JenisPerpindahan.MASUK_JF


_TETAP = Perpindahan(JenisPerpindahan.TETAP, Arah.SETARA)
_ROTASI = Perpindahan(JenisPerpindahan.ROTASI, Arah.SETARA)
_TAK_TAHU = Perpindahan(None, None)


def jenis_perpindahan(calon: Calon, sasaran: Sasaran) -> Perpindahan:
    """The same post, the same jabatan elsewhere, or from one jabatan to another."""
    if calon.formasi_id is not None and calon.formasi_id == sasaran.formasi_id:
        return _TETAP
    if calon.jabatan_id is not None and calon.jabatan_id == sasaran.jabatan_id:
        return _ROTASI
    return antar_jabatan(calon.jabatan, sasaran.jabatan)


def antar_jabatan(asal: Jabatan, tujuan: Jabatan) -> Perpindahan:
    """From one jabatan to another.

    Between structural posts the eselon decides (III.b to III.a goes up), inside the JF their level,
    between groups the tier that PermenPANRB 17/2021 calls equal. Between pelaksana every move is a
    rotation: the class of the post makes no step of a career.
    """
    if asal.jenis is None or tujuan.jenis is None:
        return _TAK_TAHU
    arah = _arah(asal, tujuan)
    if tujuan.jenis == FUNGSIONAL:
        masuk = _dari_luar(asal, tujuan)
        if masuk is None:
            return Perpindahan(None, arah)
        if masuk:
            return Perpindahan(JenisPerpindahan.MASUK_JF, arah)
    if arah is None:
        return Perpindahan(None, None)
    if arah is Arah.SETARA:
        sama = asal.jenis == tujuan.jenis
        jenis = JenisPerpindahan.ROTASI if sama else JenisPerpindahan.ANTAR_KELOMPOK
        return Perpindahan(jenis, arah)
    return Perpindahan(
        JenisPerpindahan.PROMOSI if arah is Arah.NAIK else JenisPerpindahan.DEMOSI, arah
    )


def identik(calon: Calon, sasaran: Sasaran) -> bool | None:
    """Whether the post is of the very jabatan he holds: the same JF and jenjang, the same pelaksana
    job, the same structural post."""
    if calon.jabatan_id is not None and calon.jabatan_id == sasaran.jabatan_id:
        return True
    asal, tujuan = calon.jabatan, sasaran.jabatan
    if asal.jenis is None or tujuan.jenis is None:
        return None
    if asal.jenis != tujuan.jenis:
        return False
    if asal.jenis == FUNGSIONAL:
        return identik_jf(asal, tujuan)
    if calon.jabatan_id is None or sasaran.jabatan_id is None:
        return None
    return False


def identik_jf(asal: Jabatan, tujuan: Jabatan) -> bool | None:
    """The same JF on the same level, whatever its id."""
    pasangan = ((asal.rumpun, tujuan.rumpun), (asal.jenjang, tujuan.jenjang))
    if any(a and b and a.casefold() != b.casefold() for a, b in pasangan):
        return False
    return True if all(a and b for a, b in pasangan) else None


def serumpun(asal: Jabatan, tujuan: Jabatan) -> bool:
    """Both are levels of one JF in one category: its field of study is held already."""
    return _dari_luar(asal, tujuan) is False


def _dari_luar(asal: Jabatan, tujuan: Jabatan) -> bool | None:
    if asal.jenis != FUNGSIONAL:
        return True
    if asal.rumpun and tujuan.rumpun and asal.rumpun.casefold() != tujuan.rumpun.casefold():
        return True
    dari, ke = kategori(asal.jenjang), kategori(tujuan.jenjang)
    if dari and ke and dari != ke:
        return True
    return False if asal.rumpun and tujuan.rumpun and dari and ke else None


def _arah(asal: Jabatan, tujuan: Jabatan) -> Arah | None:
    if asal.jenis == tujuan.jenis == PELAKSANA:
        return Arah.SETARA
    if asal.jenis == tujuan.jenis == STRUKTURAL:
        dari, ke = urutan_eselon(asal.eselon_id), urutan_eselon(tujuan.eselon_id)
    elif asal.jenis == tujuan.jenis == FUNGSIONAL:
        dari, ke = urutan_jenjang(asal.jenjang), urutan_jenjang(tujuan.jenjang)
    else:
        dari, ke = tingkat(asal), tingkat(tujuan)
    if dari is None or ke is None:
        return None
    return Arah.SETARA if dari == ke else Arah.NAIK if ke > dari else Arah.TURUN

"""The constants in force on a day, once, for the rules and for counting seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from organisasi.selectors import nilai_berlaku
from pegawai.models import GerbangKhusus
from penilaian.kernel.ketentuan import Ketentuan
from toolkit.sekali import ingat


@dataclass(frozen=True)
class KetentuanHari:
    """``pasangan``: what the pair rules read; ``gerbang``: special offices; ``eselon_berkursi`` and
    ``pw_mengisi`` say which seats there are. ``nilai``, ``dasar``: every constant of the day and
    what it stands on, for those who read others of them."""

    pasangan: Ketentuan
    eselon_berkursi: tuple[str, ...]
    pw_mengisi: bool
    gerbang: tuple[GerbangKhusus, ...]
    nilai: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    dasar: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)


def ketentuan_hari(*, per: date) -> KetentuanHari:
    """In two queries. Raises ``KetentuanTidakLengkap`` when a constant has no value on the day."""
    return ingat(("ketentuan_hari", per), lambda: _ketentuan_hari(per))


def _ketentuan_hari(per: date) -> KetentuanHari:
    nilai, dasar = nilai_berlaku(per=per)
    return KetentuanHari(
        pasangan=Ketentuan.dari(nilai),
        eselon_berkursi=tuple(nilai["eselon_berkursi"]),
        pw_mengisi=bool(nilai["pppk_pw_mengisi_formasi"]),
        gerbang=tuple(GerbangKhusus.objects.all()),
        nilai=nilai,
        dasar=dasar,
    )

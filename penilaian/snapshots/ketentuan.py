"""The constants in force on a day, once, for the rules and for counting seats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from organisasi.selectors import semua_ketentuan
from pegawai.models import GerbangKhusus
from penilaian.kernel.ketentuan import Ketentuan


@dataclass(frozen=True)
class KetentuanHari:
    """``pasangan``: what the pair rules read; ``gerbang``: special offices; the others say which
    seats there are."""

    pasangan: Ketentuan
    eselon_berkursi: tuple[str, ...]
    pw_mengisi: bool
    gerbang: tuple[GerbangKhusus, ...]


def ketentuan_hari(*, per: date) -> KetentuanHari:
    """In two queries. Raises ``KetentuanTidakLengkap`` when a constant has no value on the day."""
    nilai = semua_ketentuan(per=per)
    return KetentuanHari(
        pasangan=Ketentuan.dari(nilai),
        eselon_berkursi=tuple(nilai["eselon_berkursi"]),
        pw_mengisi=bool(nilai["pppk_pw_mengisi_formasi"]),
        gerbang=tuple(GerbangKhusus.objects.all()),
    )

"""What stands beside one's score: what the teams added, competences, the talent box."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pegawai.models import Pegawai
from penilaian.models import PeriodeKinerja
from penilaian.selectors.kompetensi import ProfilOrang, profil_kompetensi
from penilaian.selectors.talenta import KotakSaya, kotak_saya
from penilaian.selectors.tim import TimSaya, tim_saya

_PERIODE = 8


@dataclass(frozen=True)
class HalamanTim:
    """The teams of one person in a period, and the periods one may choose."""

    tim: TimSaya | None
    periode: tuple[PeriodeKinerja, ...]


@dataclass(frozen=True)
class HalamanKompetensi:
    """The competences of one person against his post, and his last box."""

    profil: ProfilOrang
    kotak: KotakSaya | None


def halaman_tim_saya(orang: Pegawai, kode: str, *, per: date) -> HalamanTim:
    """The period asked for, or the last one that has begun."""
    semua = tuple(PeriodeKinerja.objects.filter(mulai__lte=per)[:_PERIODE])
    dipilih = next((p for p in semua if p.kode == kode), None) or next(iter(semua), None)
    tim = None if dipilih is None else tim_saya(orang, dipilih, per=per)
    return HalamanTim(tim, semua)


def halaman_kompetensi_saya(orang: Pegawai, *, per: date) -> HalamanKompetensi:
    """One's own profile, seen by oneself."""
    return HalamanKompetensi(profil_kompetensi(orang, per=per), kotak_saya(orang, per=per))

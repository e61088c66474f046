"""People and moments of the tests of criteria."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Pengguna
from penilaian.models import SetKriteria
from penilaian.services.kriteria import ambil_set_siap
from penilaian.services.kriteria_terbit import periksa_kriteria, terbitkan_kriteria
from tests.factories.organisasi import pengguna

PADA = timezone.make_aware(datetime.combine(date(2026, 6, 1), time(9)))
MULAI = date(2026, 7, 1)


def petugas() -> dict[str, Pengguna]:
    """Who drafts, who checks, who publishes, and an employee."""
    return {
        "analis": pengguna(Peran.ANALIS_BKD, nama="Ani Analis"),
        "kabid": pengguna(Peran.KABID_MUTASI, nama="Budi Kabid"),
        "kepala": pengguna(Peran.KEPALA_BKPSDM, nama="Citra Kepala"),
        "pegawai": pengguna(Peran.PEGAWAI, nama="Dodi Pegawai"),
    }


def draf_siap(orang: dict[str, Pengguna], kunci: str = "kinerja-awal") -> SetKriteria:
    """A draft from a ready set."""
    return ambil_set_siap(kunci, pada=PADA, oleh=orang["analis"])


def terbit(orang: dict[str, Pengguna], draf: SetKriteria, mulai: date = MULAI) -> SetKriteria:
    """The draft, checked and published by the others."""
    draf.refresh_from_db()
    periksa_kriteria(draf.pk, stempel=draf.stempel, pada=PADA, oleh=orang["kabid"])
    return terbitkan_kriteria(
        draf.pk, mulai=mulai, stempel=draf.stempel, pada=PADA, oleh=orang["kepala"]
    )

"""Reads about periods: all of them, the one a page speaks of, what closing would leave open."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from penilaian.models import Inovasi, KeadaanInovasi, NilaiIndikator, PeriodeKinerja


def daftar_periode() -> QuerySet[PeriodeKinerja]:
    """Newest first, with who closed it."""
    return PeriodeKinerja.objects.select_related("ditutup_oleh")


def periode_pilihan(kode: str) -> PeriodeKinerja | None:
    """The period of this code; else the newest open one, else the newest; None without any."""
    semua = list(PeriodeKinerja.objects.all())
    diminta = [satu for satu in semua if satu.kode == kode]
    terbuka = [satu for satu in semua if satu.ditutup_pada is None]
    return next(iter(diminta or terbuka or semua), None)


@dataclass(frozen=True)
class SisaPeriode:
    """What nobody can do any more once the period is closed."""

    inovasi: int  # wait for a verification
    berisi: bool  # whether any value was recorded at all


def menjelang_tutup(periode: PeriodeKinerja) -> SisaPeriode:
    """What to look at before closing."""
    menunggu = Inovasi.objects.filter(periode=periode, keadaan=KeadaanInovasi.DIAJUKAN)
    nilai = NilaiIndikator.objects.filter(periode=periode).berlaku()
    return SisaPeriode(menunggu.count(), nilai.order_by().exists())

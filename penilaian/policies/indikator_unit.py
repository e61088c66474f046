"""Who says what a unit is measured by and what it reached, and which numbers can be true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.models import (
    AnggotaTim,
    IndikatorUnit,
    PeriodeKinerja,
    SumberIndikatorUnit,
)
from penilaian.policies.periode import terbuka
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal

MELIHAT = (Izin.TIM_KELOLA, Izin.NILAI_LIHAT)
PENCATAT = (
    "Indikator unit dicatat oleh kepala unit, operator kepegawaian, atau pimpinan di atasnya."
)


def jangkauan_lihat(pengguna: Any, *, per: date) -> Jangkauan:
    """Units whose indicators and teams this person sees by a role."""
    satu, dua = (Jangkauan.milik(pengguna, izin, per=per) for izin in MELIHAT)
    return satu.atau(dua)


@Policy
def buka_indikator(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """The right over any unit opens the list; its rows are bound by reach."""
    if jangkauan_lihat(pengguna, per=per).kosong:
        yield NotAllowed("Halaman ini untuk yang mengelola tim atau melihat nilai kinerja.")


@Policy
def mencatat(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Record for some unit."""
    if Jangkauan.milik(pengguna, Izin.TIM_KELOLA, per=per).kosong:
        yield NotAllowed(PENCATAT)


@Policy
def catat_indikator(unit: UnitKerja, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Say what this unit is measured by."""
    jangkauan = Jangkauan.milik(pengguna, Izin.TIM_KELOLA, per=per)
    if not jangkauan_lihat(pengguna, per=per).memuat(unit.kiri) and not jangkauan.kosong:
        yield OutOfReach()
    elif not jangkauan.memuat(unit.kiri):
        yield NotAllowed(PENCATAT)
    if unit.ditutup is not None and unit.ditutup <= per:
        yield "Unit ini sudah ditutup."


@Policy
def catat_capaian(
    indikator: IndikatorUnit, periode: PeriodeKinerja, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """Record target and value of one period: not where a team of one's own lives by it."""
    if not Jangkauan.milik(pengguna, Izin.TIM_KELOLA, per=per).memuat(indikator.unit.kiri):
        yield NotAllowed(PENCATAT)
    if _tim_sendiri(indikator, periode, pengguna):
        yield NotYours(
            "Angka ini menjadi hasil tim kerja Anda pada periode itu, jadi dicatat oleh orang lain."
        )
    if indikator.mulai > periode.selesai:
        yield f"Indikator ini baru dipakai sejak {tanggal(indikator.mulai)}."
    if indikator.selesai is not None and indikator.selesai < periode.mulai:
        yield f"Indikator ini hanya dipakai sampai {tanggal(indikator.selesai)}."
    yield from terbuka.refusals(periode)


def indikator_tim_sendiri(periode: PeriodeKinerja, pengguna: Any) -> set[int]:
    """Indicators a team of this person takes its numbers from in the period."""
    rows = AnggotaTim.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=periode.mulai),
        pegawai__pengguna=pengguna, mulai__lte=periode.selesai,
        tim__target__periode=periode, tim__target__indikator_unit__isnull=False,
    )  # fmt: skip
    return set(rows.order_by().values_list(F("tim__target__indikator_unit"), flat=True))


def _tim_sendiri(indikator: IndikatorUnit, periode: PeriodeKinerja, pengguna: Any) -> bool:
    return indikator.pk in indikator_tim_sendiri(periode, pengguna)


@Policy
def pakai_indikator(indikator: IndikatorUnit, unit: UnitKerja) -> Iterator[str]:
    """A team lives by what its own unit is measured by, or a unit above or below it."""
    if not (_meliputi(indikator.unit, unit) or _meliputi(unit, indikator.unit)):
        yield "Indikator itu milik unit lain yang tidak di atas atau di bawah unit tim ini."


def _meliputi(atas: UnitKerja, bawah: UnitKerja) -> bool:
    """Whether one unit is the other or stands above it."""
    return atas.kiri <= bawah.kiri <= atas.kanan


def angka_mustahil(sumber: str, nilai: Decimal | None) -> str:
    """Why this target or value cannot be true, as a sentence; empty when it can or is missing."""
    if nilai is None:
        return ""
    if nilai < 0:
        return "Angka ini tidak dapat kurang dari nol."
    if sumber == SumberIndikatorUnit.IKM:
        return SumberNilai.KEPUASAN_PENGGUNA.salah(nilai)
    return ""

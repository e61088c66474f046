"""The measured values as they stand: plain reads for forms, imports and pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from penilaian.kernel.kehadiran import AbsenSetahun, Kehadiran, PitaPp94, absen_setahun, pita_pp94
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.kernel.ukuran import (
    KEHADIRAN,
    Masa,
    Nilai,
    kehadiran_dari,
    tanpa_tumpang_tindih,
)
from penilaian.models import NilaiIndikator, PeriodeKinerja

_LANGKAH = 900  # people per question; above it one reading of the whole period is faster


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """One value in force: its row, and what it says."""

    pk: int
    nilai: Nilai


Tercatat = dict[int, dict[str, Tersimpan]]  # person -> indicator -> value


def nilai_tercatat(periode: PeriodeKinerja, pegawai: Collection[int] | None = None) -> Tercatat:
    """Values in force of the period; of these people, or (None) of everybody."""
    rows = NilaiIndikator.objects.filter(periode=periode).berlaku().order_by()
    kolom = ("pegawai_id", "indikator", "pk", "nilai", "kata")
    hasil: Tercatat = defaultdict(dict)
    semua = list(pegawai) if pegawai is not None else None
    if semua is None or len(semua) > _LANGKAH:
        dicari = None if semua is None else set(semua)
        for orang, indikator, pk, nilai, kata in rows.values_list(*kolom).iterator():
            if dicari is None or orang in dicari:
                hasil[orang][indikator] = Tersimpan(pk, kata if nilai is None else nilai)
    else:
        for orang, indikator, pk, nilai, kata in rows.filter(pegawai__in=semua).values_list(*kolom):
            hasil[orang][indikator] = Tersimpan(pk, kata if nilai is None else nilai)
    return hasil


def polos(tercatat: dict[str, Tersimpan]) -> dict[str, Nilai]:
    """The values alone."""
    return {kode: satu.nilai for kode, satu in tercatat.items()}


@dataclass(frozen=True)
class AwasKehadiran:
    """Absence of one calendar year, and the warning to the superior; None below every band."""

    tahun: int
    absen: AbsenSetahun
    pita: PitaPp94 | None


def awas_setahun(
    pegawai: Collection[int], tahun: int, k: KetentuanPenilaian
) -> dict[int, AwasKehadiran]:
    """By person; one question. Periods that overlap (a year and its quarters) count once: of the
    two ways to cover the year without overlap the one with more absence, for it is a warning."""
    rows = (
        NilaiIndikator.objects.berlaku()
        .filter(
            pegawai__in=pegawai, indikator__in=KEHADIRAN,
            periode__mulai__gte=date(tahun, 1, 1), periode__selesai__lte=date(tahun, 12, 31),
        )
        .order_by()
        .values_list("pegawai_id", "periode__mulai", "periode__selesai", "indikator", "nilai")
    )  # fmt: skip
    semua: dict[int, dict[Masa, dict[str, Nilai]]] = defaultdict(lambda: defaultdict(dict))
    for orang, mulai, selesai, indikator, nilai in rows:
        if isinstance(nilai, Decimal):
            semua[orang][Masa(mulai, selesai)][indikator] = nilai
    return {orang: _awas(tahun, isi, k) for orang, isi in semua.items()}


def _awas(tahun: int, isi: dict[Masa, dict[str, Nilai]], k: KetentuanPenilaian) -> AwasKehadiran:
    dua = [absen_setahun(_kehadiran(isi, masa), k) for masa in tanpa_tumpang_tindih(list(isi))]
    absen = max(dua, key=lambda a: (a.jumlah, a.berturut))
    return AwasKehadiran(tahun, absen, pita_pp94(absen.jumlah, k, berturut=absen.berturut))


def _kehadiran(isi: dict[Masa, dict[str, Nilai]], masa: Iterable[Masa]) -> list[Kehadiran]:
    return [kehadiran_dari(isi[satu]) for satu in masa]

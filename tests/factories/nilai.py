"""Criteria, periods, measured values and results: plain functions with fixed values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian.kernel import kriteria as kernel
from penilaian.models import (
    KeadaanKriteria,
    Kriteria,
    NilaiIndikator,
    Penilaian,
    PeriodeKinerja,
    SetKriteria,
)
from penilaian.selectors.bahan_nilai import perangkat_berlaku
from penilaian.services.penilaian import Permintaan, hitung_nilai
from penilaian.services.penilaian_sampaikan import sampaikan
from penilaian.snapshots.perangkat import perangkat_dari
from tests.factories import organisasi

PREDIKAT = {
    "SANGAT BAIK": "100", "BAIK": "80", "BUTUH PERBAIKAN": "60", "KURANG": "40",
    "SANGAT KURANG": "20",
}  # fmt: skip


def periode(tahun: int = 2025) -> PeriodeKinerja:
    """The year, open."""
    satu, _ = PeriodeKinerja.objects.get_or_create(
        kode=str(tahun),
        defaults={
            "nama": f"Tahun {tahun}", "jenis": "tahun",
            "mulai": date(tahun, 1, 1), "selesai": date(tahun, 12, 31),
        },
    )  # fmt: skip
    return satu


def baris_kriteria(kode: str, sumber: str, bobot: str, **lain: Any) -> dict[str, Any]:
    """One criterion as a row; a straight line from 0 to 100 unless said otherwise."""
    return {
        "kode": kode, "sumber": sumber, "bobot": Decimal(bobot), "bunyi": f"Kriteria {kode}.",
        "dasar": "PP 30/2019", "satuan": "%", "arah": "naik", "skala": "linear",
        "parameter": {"dari": "0", "sampai": "100"}, "bukti": "Rekap",
        "bila_kosong": "tidak_lengkap",
    } | lain  # fmt: skip


def kriteria_biasa() -> list[dict[str, Any]]:
    """Predicate 60, attendance 40 (whose weight may be shared)."""
    return [
        baris_kriteria("K1", "predikat_tahunan", "60", satuan="predikat", skala="tabel",
                       parameter={"isi": PREDIKAT}),
        baris_kriteria("K2", "kehadiran", "40", bila_kosong="bobot_dibagi"),
    ]  # fmt: skip


def perangkat_draf(
    kriteria: Iterable[dict[str, Any]] | None = None,
    *,
    kode: str = "KIN",
    versi: int = 1,
    **lain: Any,
) -> SetKriteria:
    """A draft of a set, written by somebody who has no other part in it."""
    satu = SetKriteria.objects.create(
        **{
            "keluarga": "kinerja", "kode": kode, "versi": versi, "nama": "Kriteria kinerja",
            "pengantar": "Untuk semua pegawai.", "dasar": "PP 30/2019",
            "bobot_minimal": Decimal(60), "dibuat_pada": timezone.now(),
            "dibuat_oleh": _petugas("penyusun"),
        }
        | lain
    )  # fmt: skip
    Kriteria.objects.bulk_create(
        Kriteria(perangkat=satu, urutan=n, **baris)
        for n, baris in enumerate(kriteria or kriteria_biasa(), 1)
    )
    return satu


def perangkat_terbit(
    kriteria: Iterable[dict[str, Any]] | None = None,
    *,
    mulai: date = date(2025, 1, 1),
    **lain: Any,
) -> SetKriteria:
    """A published set in force from ``mulai``, made by three people."""
    satu = perangkat_draf(kriteria, berlaku_mulai=mulai, **lain)
    perangkat = perangkat_dari(satu)
    satu.teks, satu.sha256 = kernel.kanonik(perangkat), kernel.sha256(perangkat)
    satu.keadaan = KeadaanKriteria.TERBIT
    satu.diperiksa_pada = satu.diterbitkan_pada = timezone.now()
    satu.diperiksa_oleh, satu.diterbitkan_oleh = _petugas("pemeriksa"), _petugas("penerbit")
    satu.save()
    return satu


def nilai_indikator(siapa: Pegawai, masa: PeriodeKinerja, **nilai: int | str) -> None:
    """Measured values of one person, by their codes: hari_kerja=230, hari_hadir=228."""
    NilaiIndikator.objects.bulk_create(
        NilaiIndikator(
            pegawai=siapa, periode=masa, indikator=kode,
            nilai=Decimal(v) if isinstance(v, int) else None,
            kata=v if isinstance(v, str) else "",
            sumber="rekap", dicatat_pada=timezone.now(), dicatat_oleh=_petugas("pencatat"),
        )
        for kode, v in nilai.items()
    )  # fmt: skip


def _petugas(nama: str) -> Pengguna:
    satu, _ = Pengguna.objects.get_or_create(
        nama_pengguna=f"uji-{nama}", defaults={"nama": f"Petugas {nama}"}
    )
    return satu


def penilaian_selesai(
    masa: PeriodeKinerja | None = None,
    *,
    oleh: Pengguna | None = None,
    per: date = date(2026, 6, 1),
    **lain: Any,
) -> Penilaian:
    """A run of everybody as the data stand; a set is published where none is in force."""
    masa = masa or periode()
    if not perangkat_berlaku(masa):
        perangkat_terbit(mulai=masa.mulai)
    oleh = oleh or organisasi.pengguna(Peran.ANALIS_BKD)
    return hitung_nilai(Permintaan(masa, per, oleh, **lain)).penilaian


def penilaian_tersampaikan(
    masa: PeriodeKinerja | None = None, *, per: date = date(2026, 6, 1), **lain: Any
) -> Penilaian:
    """Such a run, delivered by the Kepala BKPSDM."""
    return kirim(penilaian_selesai(masa, per=per, **lain), per=per)


def kirim(satu: Penilaian, *, per: date = date(2026, 6, 1)) -> Penilaian:
    """Deliver a run by the real act."""
    return sampaikan(satu, oleh=organisasi.pengguna(Peran.KEPALA_BKPSDM), per=per)

"""Penilaian: one run of a set over a period; HasilPenilaian: one person's account in it."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from toolkit.constraints import both_or_neither, in_order, one_of, one_open


class PejabatPenilai(models.Model):
    """Who assesses somebody where the structure does not say it (or says it wrongly).

    Without a row the assessor is the head of the person's unit; of a head, the next one above.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    penilai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai", null=True, blank=True)
    dasar = models.CharField("dasar", max_length=255)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "pejabat penilai"
        verbose_name_plural = "pejabat penilai"
        ordering = ["pegawai_id", "-mulai"]
        constraints = [
            in_order("mulai", "selesai", message="Penugasan penilai berakhir sebelum mulai."),
            one_open(
                "pegawai", until="selesai", message="Penilai lama pegawai ini belum diakhiri."
            ),
            models.CheckConstraint(
                condition=~Q(pegawai=F("penilai")),
                name="%(app_label)s_%(class)s_bukan_diri",
                violation_error_message="Tidak seorang pun menilai dirinya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.penilai} menilai {self.pegawai}"


class SebabPenilaian(models.TextChoices):
    """Why a run was made."""

    AWAL = "awal", "Perhitungan pertama"
    DATA = "data", "Data berubah"
    KRITERIA = "kriteria", "Kriteria berubah"
    PUTUSAN = "putusan", "Putusan keberatan"


class Penilaian(models.Model):
    """One run: the set, the period, the day, the hash of everything it read; never changed again.

    Employees see a run from ``disampaikan_pada`` on. The last delivered one of a period counts.
    """

    periode = models.ForeignKey(
        "penilaian.PeriodeKinerja", on_delete=models.PROTECT, related_name="penilaian"
    )
    perangkat = models.ForeignKey(
        "penilaian.SetKriteria", on_delete=models.PROTECT, related_name="penilaian"
    )
    nomor = models.PositiveIntegerField()
    sebab = models.CharField(max_length=10, choices=SebabPenilaian)
    alasan = models.CharField("alasan", max_length=500, blank=True)
    per = models.DateField("keadaan per tanggal")
    sebelumnya = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    masukan_sha256 = models.CharField(max_length=64)
    hasil_sha256 = models.CharField(max_length=64)
    jumlah = models.PositiveIntegerField(default=0)
    jumlah_lengkap = models.PositiveIntegerField(default=0)
    dihitung_pada = models.DateTimeField()
    dihitung_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    disampaikan_pada = models.DateTimeField(null=True, blank=True)
    disampaikan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "penilaian"
        verbose_name_plural = "penilaian"
        ordering = ["-periode__selesai", "-nomor"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "nomor"],
                name="%(app_label)s_%(class)s_nomor",
                violation_error_message="Nomor penilaian itu sudah ada di periode ini.",
            ),
            one_of("sebab", SebabPenilaian, message="Sebab penilaian tidak dikenal."),
            both_or_neither("disampaikan", message="Penyampaian harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(jumlah_lengkap__lte=F("jumlah")),
                name="%(app_label)s_%(class)s_jumlah",
                violation_error_message="Yang lengkap tidak dapat lebih dari seluruhnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Penilaian {self.periode} · ke-{self.nomor}"


class KeadaanNilai(models.TextChoices):
    """Three values of a score: the states of the kernel, in words."""

    ANGKA = "angka", "Dinilai"
    TIDAK_LENGKAP = "tidak_lengkap", "Belum dinilai"
    TIDAK_DAPAT_DIPERIKSA = "tidak_dapat_diperiksa", "Tidak dapat diperiksa"


class HasilPenilaianQuerySet(models.QuerySet["HasilPenilaian"]):
    """Words of the domain about results."""

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Results of people whose unit today lies in reach; one's own only once delivered."""
        rows = Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="pegawai__unit__")
        sendiri = Pegawai.objects.filter(pengguna=pengguna).values("pk")
        return rows.exclude(disampaikan_pada__isnull=True, pegawai__in=sendiri)

    def disampaikan(self) -> Self:
        """Those an employee may see and contest."""
        return self.filter(disampaikan_pada__isnull=False)


class HasilPenilaian(models.Model):
    """One person's account in one run.

    ``rincian`` is the account as canonical JSON text (same input, same bytes), ``sha256`` its hash;
    ``skor`` is empty unless ``keadaan`` is "angka". Unit, job family and assessors are those of the
    day of the run. An unchanged result keeps the days of delivery of the run before.
    """

    penilaian = models.ForeignKey(Penilaian, on_delete=models.CASCADE, related_name="hasil")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="hasil")
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    kelompok = models.CharField("rumpun", max_length=150, blank=True)
    penilai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    atasan_penilai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    keadaan = models.CharField(max_length=25, choices=KeadaanNilai)
    skor = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    peringkat = models.PositiveIntegerField(null=True)
    rincian = models.TextField()
    sha256 = models.CharField(max_length=64)
    disampaikan_pada = models.DateField(null=True)
    diakui_pada = models.DateField("dinyatakan diterima pada", null=True)

    objects = HasilPenilaianQuerySet.as_manager()

    class Meta:
        verbose_name = "hasil penilaian"
        verbose_name_plural = "hasil penilaian"
        ordering = ["penilaian_id", "pegawai_id"]
        indexes = [
            models.Index(fields=["penilaian", "kelompok", "skor"]),
            models.Index(fields=["penilaian", "unit", "keadaan"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["penilaian", "pegawai"],
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Pegawai ini sudah dinilai di penilaian itu.",
            ),
            one_of("keadaan", KeadaanNilai, message="Keadaan nilai tidak dikenal."),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanNilai.ANGKA, skor__isnull=False)
                | (~Q(keadaan=KeadaanNilai.ANGKA) & Q(skor__isnull=True, peringkat__isnull=True)),
                name="%(app_label)s_%(class)s_skor",
                violation_error_message="Hanya penilaian yang lengkap mempunyai skor.",
            ),
            models.CheckConstraint(
                condition=Q(skor__isnull=True) | Q(skor__gte=0, skor__lte=100),
                name="%(app_label)s_%(class)s_rentang",
                violation_error_message="Skor berada di antara 0 dan 100.",
            ),
            models.CheckConstraint(
                condition=Q(diakui_pada__isnull=True) | Q(disampaikan_pada__isnull=False),
                name="%(app_label)s_%(class)s_diakui",
                violation_error_message="Hasil diterima sesudah disampaikan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} · {self.penilaian}"

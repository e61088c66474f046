"""Impor: one file, its hash, its state, its findings. The machine: services/impor.py."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither


class StatusImpor(models.TextChoices):
    """Where a file stands on its way into the register."""

    DIUNGGAH = "diunggah", "Diunggah"
    PERLU_PEMETAAN = "perlu_pemetaan", "Menunggu pencocokan kolom"
    DIPERIKSA = "diperiksa", "Sudah diperiksa, belum diterapkan"
    DITERAPKAN = "diterapkan", "Diterapkan"
    DITOLAK = "ditolak", "Berkas tidak dapat dipakai"
    DIBUANG = "dibuang", "Dibuang"


class ImporQuerySet(models.QuerySet["Impor"]):
    """Words of the domain about imports."""

    def for_user(self, pengguna: Any, jenis: list[str], *, sendiri: Sequence[str] = ()) -> Self:
        """The files of those kinds that the user may import (he sees colleagues' files too), and
        his own files of the kinds ``sendiri``."""
        return self.filter(Q(jenis__in=jenis) | Q(jenis__in=sendiri, diunggah_oleh_id=pengguna.pk))

    def locked(self, pk: int) -> Impor:
        """The row, held until the end of the transaction."""
        return self.select_for_update().get(pk=pk)


class Impor(models.Model):
    """A file on its way in: uploaded, looked at, applied once. The file goes after a set time."""

    jenis = models.CharField("jenis", max_length=40)
    nama_berkas = models.CharField("nama berkas", max_length=255)
    berkas = models.FileField(upload_to="impor/%Y/%m/", blank=True)
    sha256 = models.CharField(max_length=64)
    ukuran = models.PositiveBigIntegerField(default=0)
    per = models.DateField("keadaan per tanggal")
    parameter = models.JSONField(default=dict)
    pemetaan = models.JSONField(default=dict)
    status = models.CharField(max_length=16, choices=StatusImpor, default=StatusImpor.DIUNGGAH)
    ringkasan = models.JSONField(default=dict)
    galat = models.TextField(blank=True)
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    diterapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    proses = models.ForeignKey(
        "organisasi.Proses", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    berkas_dihapus_pada = models.DateTimeField(null=True, blank=True)

    objects = ImporQuerySet.as_manager()

    class Meta:
        verbose_name = "impor"
        verbose_name_plural = "impor"
        ordering = ["-pk"]
        constraints = [
            both_or_neither("diterapkan", message="Penerapan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_diterapkan_bertanggal",
                condition=Q(status=StatusImpor.DITERAPKAN, diterapkan_pada__isnull=False)
                | (~Q(status=StatusImpor.DITERAPKAN) & Q(diterapkan_pada__isnull=True)),
                violation_error_message="Hanya impor yang diterapkan memiliki waktu penerapan.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama_berkas


class TemuanImpor(models.Model):
    """One problem at one cell of one file."""

    impor = models.ForeignKey(Impor, on_delete=models.CASCADE, related_name="temuan")
    baris = models.PositiveIntegerField(null=True)
    kolom = models.CharField(max_length=100, blank=True)
    nilai = models.CharField(max_length=300, blank=True)
    kode = models.CharField(max_length=40)
    tingkat = models.CharField(max_length=10)
    pesan = models.TextField()

    class Meta:
        verbose_name = "temuan impor"
        verbose_name_plural = "temuan impor"
        ordering = ["pk"]
        indexes = [models.Index(fields=["impor", "tingkat", "kode"])]

    def __str__(self) -> str:
        return f"baris {self.baris}: {self.kode}"


class PerubahanImpor(models.Model):
    """What one row of the file would do (or did): new, changed cell by cell, or gone."""

    impor = models.ForeignKey(Impor, on_delete=models.CASCADE, related_name="perubahan")
    macam = models.CharField(max_length=8)  # baru | berubah | keluar
    kunci = models.CharField(max_length=130)
    nama = models.CharField(max_length=255, blank=True)
    baris = models.PositiveIntegerField(null=True)
    rincian = models.JSONField(default=list)  # [[kolom, sebelum, sesudah], ...]

    class Meta:
        verbose_name = "perubahan impor"
        verbose_name_plural = "perubahan impor"
        ordering = ["pk"]
        indexes = [models.Index(fields=["impor", "macam"])]

    def __str__(self) -> str:
        return f"{self.macam} {self.kunci}"


class PemetaanKolom(models.Model):
    """How the columns of one unknown layout were matched by a person; remembered per layout."""

    jenis = models.CharField(max_length=40)
    sumber = models.CharField(max_length=64)  # sha256 of the sorted headers
    pemetaan = models.JSONField(default=dict)  # header in the file -> our header ("" = ignore)
    diubah_pada = models.DateTimeField()
    diubah_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "pemetaan kolom"
        verbose_name_plural = "pemetaan kolom"
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "sumber"],
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Tata letak ini sudah dipetakan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.sumber[:8]}"

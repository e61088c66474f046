"""Code tables: golongan, education, kedudukan hukum. Filled by migration and by import."""

from __future__ import annotations

from django.db import models


class StatusPegawai(models.TextChoices):
    """The three kinds of civil servants; a SIASN export holds exactly one."""

    PNS = "PNS", "PNS"
    PPPK = "PPPK", "PPPK"
    PPPK_PW = "PPPK_PW", "PPPK Paruh Waktu"


class Golongan(models.Model):
    """A grade. The same SIASN id means different grades by status: 31 is III/a or IX."""

    status = models.CharField(max_length=8, choices=StatusPegawai)
    siasn_id = models.CharField(max_length=4)
    nama = models.CharField(max_length=8)
    pangkat = models.CharField(max_length=60, blank=True)
    urutan = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = "golongan"
        verbose_name_plural = "golongan"
        ordering = ["status", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["status", "siasn_id"],
                name="%(app_label)s_%(class)s_status_id",
                violation_error_message="Golongan dengan status dan id itu sudah ada.",
            )
        ]

    def __str__(self) -> str:
        return self.nama


class KedudukanHukum(models.Model):
    """Legal standing as SIASN codes it, and what follows from it."""

    kode = models.CharField(max_length=4, unique=True)  # without leading zero
    nama = models.CharField(max_length=80)
    status = models.CharField(max_length=8, choices=StatusPegawai, blank=True)
    efektif = models.BooleanField(default=False)  # works in the post: counts as effective bezetting

    class Meta:
        verbose_name = "kedudukan hukum"
        verbose_name_plural = "kedudukan hukum"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama


class TingkatPendidikan(models.Model):
    """A level of education, in order (05 SD ... 50 S-3; 42 Profesi is in no reference)."""

    kode = models.CharField(max_length=4, unique=True)  # without leading zero
    nama = models.CharField(max_length=60)
    urutan = models.PositiveSmallIntegerField()
    kelompok = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = "tingkat pendidikan"
        verbose_name_plural = "tingkat pendidikan"
        ordering = ["urutan"]

    def __str__(self) -> str:
        return self.nama


class Pendidikan(models.Model):
    """A study programme of SIASN's list."""

    siasn_id = models.CharField(max_length=64, unique=True)
    nama = models.CharField(max_length=255)
    tingkat = models.ForeignKey(TingkatPendidikan, on_delete=models.PROTECT, null=True)
    aktif = models.BooleanField(default=True)
    di_luar_referensi = models.BooleanField(default=False)

    class Meta:
        verbose_name = "pendidikan"
        verbose_name_plural = "pendidikan"
        ordering = ["nama"]

    def __str__(self) -> str:
        return self.nama

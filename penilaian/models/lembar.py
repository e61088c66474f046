"""LembarAbk: an office's own needs workbook, read through a matching that is remembered."""

from __future__ import annotations

from decimal import Decimal
from typing import Self

from django.db import models

from penilaian.kernel.lembar_abk import tepat
from toolkit.constraints import both_or_neither, one_of


class StatusLembar(models.TextChoices):
    """Where a workbook stands on its way into the needs."""

    DIBACA = "dibaca", "Dibaca, belum diterapkan"
    DITERAPKAN = "diterapkan", "Diterapkan"
    DIBUANG = "dibuang", "Dibuang"


class LembarAbk(models.Model):
    """One sheet of one workbook as it was read: how, by whom, what it says of itself.

    ``pola`` is how the sheet is read (sheet name, first row, columns by letter); ``pernyataan`` are
    the totals the workbook states in several places, shown beside the sum of its rows.
    """

    nama_berkas = models.CharField("nama berkas", max_length=255)
    # Under a random name that no URL serves; kept until the sheet is applied or thrown away, for
    # reading it another way. Empty for a workbook that came by the command line.
    berkas = models.FileField(upload_to="lembar/%Y/%m/", blank=True)
    sha256 = models.CharField(max_length=64)
    lembar = models.CharField("lembar", max_length=60)
    per = models.DateField("keadaan per tanggal")
    pola = models.JSONField(default=dict)
    pernyataan = models.JSONField(default=list)
    status = models.CharField(max_length=10, choices=StatusLembar, default=StatusLembar.DIBACA)
    dibaca_pada = models.DateTimeField()
    dibaca_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diterapkan_pada = models.DateTimeField(null=True, blank=True)
    diterapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "lembar ABK"
        verbose_name_plural = "lembar ABK"
        ordering = ["-pk"]
        constraints = [
            one_of("status", StatusLembar, message="Status lembar tidak dikenal."),
            both_or_neither("diterapkan", message="Penerapan harus memuat siapa dan kapan."),
        ]

    def __str__(self) -> str:
        return f"{self.nama_berkas} · {self.lembar}"


class MacamBaris(models.TextChoices):
    """What a row of the sheet is."""

    UNIT = "unit", "Judul unit"
    BAGIAN = "bagian", "Judul bagian"
    POSISI = "posisi", "Jabatan"
    JUMLAH = "jumlah", "Baris jumlah"
    LAIN = "lain", "Bukan data"


class KeadaanBaris(models.TextChoices):
    """What became of a row with a job."""

    COCOK = "cocok", "Cocok"
    SISA_UNIT = "sisa_unit", "Unit belum dikenal"
    SISA_JABATAN = "sisa_jabatan", "Jabatan belum dikenal"
    SISA_ANGKA = "sisa_angka", "Angka tidak dapat dipakai"
    DIABAIKAN = "diabaikan", "Diputuskan bukan data register"


class BarisLembarQuerySet(models.QuerySet["BarisLembar"]):
    """Words of the domain about rows of a sheet."""

    def posisi(self) -> Self:
        """Rows that state a job, with or without seats."""
        return self.filter(macam=MacamBaris.POSISI)

    def sisa(self) -> Self:
        """The listed remainder: seats that belong to no post yet."""
        return self.posisi().exclude(keadaan=KeadaanBaris.COCOK)


class BarisLembar(models.Model):
    """One row of the sheet: its number there, its words, its seats, and what it was matched to."""

    lembar = models.ForeignKey(LembarAbk, on_delete=models.CASCADE, related_name="baris")
    nomor = models.PositiveIntegerField("baris")
    macam = models.CharField(max_length=8, choices=MacamBaris)
    bagian = models.CharField("bagian", max_length=255, blank=True)
    teks_unit = models.CharField("unit tertulis", max_length=500, blank=True)
    teks_jabatan = models.CharField("jabatan tertulis", max_length=500, blank=True)
    bezetting = models.IntegerField(null=True)
    kebutuhan = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    jabatan = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    keadaan = models.CharField(max_length=12, choices=KeadaanBaris, blank=True)

    objects = BarisLembarQuerySet.as_manager()

    class Meta:
        verbose_name = "baris lembar ABK"
        verbose_name_plural = "baris lembar ABK"
        ordering = ["lembar", "nomor"]
        indexes = [models.Index(fields=["lembar", "keadaan", "nomor"])]
        constraints = [
            models.UniqueConstraint(
                fields=["lembar", "nomor"],
                name="%(app_label)s_%(class)s_nomor",
                violation_error_message="Baris itu sudah dibaca.",
            ),
            one_of("macam", MacamBaris, message="Macam baris tidak dikenal."),
        ]

    def __str__(self) -> str:
        return f"baris {self.nomor}: {self.teks_jabatan or self.teks_unit}"

    @property
    def kursi(self) -> Decimal | None:
        """The need without zeros behind its comma."""
        return None if self.kebutuhan is None else tepat(self.kebutuhan)

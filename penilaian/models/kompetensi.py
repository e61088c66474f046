"""Competences: the dictionary, the standard of a post, the profile of a person; talent boxes."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from toolkit.constraints import in_order, one_of, one_open


class JenisKompetensi(models.TextChoices):
    """The three kinds of PermenPANRB 38/2017."""

    MANAJERIAL = "manajerial", "Manajerial"
    SOSIAL_KULTURAL = "sosial", "Sosial kultural"
    TEKNIS = "teknis", "Teknis"


class Kompetensi(models.Model):
    """An entry of the dictionary; ``tingkat`` describes its levels 1 to 5 in order."""

    kode = models.CharField("kode", max_length=30, unique=True)
    nama = models.CharField("nama", max_length=150)
    jenis = models.CharField(max_length=10, choices=JenisKompetensi)
    uraian = models.TextField(blank=True)
    tingkat = models.JSONField(default=list)
    dasar = models.CharField("dasar hukum", max_length=255)
    aktif = models.BooleanField(default=True)

    class Meta:
        verbose_name = "kompetensi"
        verbose_name_plural = "kompetensi"
        ordering = ["jenis", "nama"]
        constraints = [one_of("jenis", JenisKompetensi, message="Jenis kompetensi tidak dikenal.")]

    def __str__(self) -> str:
        return self.nama


def _tingkat(nama: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(level__gte=1, level__lte=5),
        name=f"%(app_label)s_%(class)s_{nama}",
        violation_error_message="Level kompetensi berada di antara 1 dan 5.",
    )


class Berjangka(models.QuerySet["models.Model"]):
    """Rows with a beginning and an end."""

    def berlaku(self, per: date) -> Self:
        """In force on the day."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gte=per), mulai__lte=per)


class StandarKompetensi(models.Model):
    """The level a jabatan asks of one competence, from a day on."""

    jabatan = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.PROTECT, related_name="standar_kompetensi"
    )
    kompetensi = models.ForeignKey(Kompetensi, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    mulai = models.DateField("berlaku sejak")
    selesai = models.DateField("sampai", null=True, blank=True)
    dasar = models.CharField("dasar", max_length=255)

    objects = Berjangka.as_manager()

    class Meta:
        verbose_name = "standar kompetensi"
        verbose_name_plural = "standar kompetensi"
        ordering = ["jabatan_id", "kompetensi_id", "-mulai"]
        constraints = [
            _tingkat("level"),
            in_order("mulai", "selesai", message="Standar berakhir sebelum mulai."),
            one_open(
                "jabatan",
                "kompetensi",
                until="selesai",
                message="Standar lama kompetensi ini belum diakhiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kompetensi} level {self.level}"


class ProfilKompetensi(models.Model):
    """The level a person reached, as an assessment of a day found it, and until when it counts."""

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, related_name="profil_kompetensi"
    )
    kompetensi = models.ForeignKey(Kompetensi, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()
    mulai = models.DateField("tanggal asesmen")
    selesai = models.DateField("berlaku sampai", null=True, blank=True)
    sumber = models.CharField("sumber", max_length=255)

    objects = Berjangka.as_manager()

    class Meta:
        verbose_name = "profil kompetensi"
        verbose_name_plural = "profil kompetensi"
        ordering = ["pegawai_id", "kompetensi_id", "-mulai"]
        constraints = [
            _tingkat("level"),
            in_order("mulai", "selesai", message="Asesmen berakhir sebelum mulai."),
            models.UniqueConstraint(
                fields=["pegawai", "kompetensi", "mulai"],
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Hasil asesmen kompetensi itu sudah tercatat.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kompetensi} level {self.level}"


class KotakTalenta(models.Model):
    """The box SIMATA gave a person; imported, never computed here.

    ``kinerja`` and ``potensial`` are the axes as printed; a contradiction is kept and shown.
    """

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="kotak")
    tahun = models.PositiveSmallIntegerField()
    kotak = models.PositiveSmallIntegerField()
    kinerja = models.CharField(max_length=20, blank=True)
    potensial = models.CharField(max_length=20, blank=True)
    ditetapkan = models.DateField("ditetapkan pada")
    sumber = models.CharField("sumber", max_length=255)
    bertentangan = models.BooleanField(default=False)

    class Meta:
        verbose_name = "kotak talenta"
        verbose_name_plural = "kotak talenta"
        ordering = ["pegawai_id", "-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                name="%(app_label)s_%(class)s_sekali_setahun",
                violation_error_message="Kotak talenta tahun itu sudah tercatat.",
            ),
            models.CheckConstraint(
                condition=Q(kotak__gte=1, kotak__lte=9),
                name="%(app_label)s_%(class)s_kotak",
                violation_error_message="Kotak talenta bernomor 1 sampai 9.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: kotak {self.kotak}"

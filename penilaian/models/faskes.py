"""Health facilities as SISDMK reports them: what kind of house, and which staff works there."""

from __future__ import annotations

from django.db import models

from toolkit.constraints import one_of


class KategoriPuskesmas(models.TextChoices):
    """Where a puskesmas stands: the tables of minimum staff go by it."""

    PERKOTAAN = "perkotaan", "Perkotaan"
    PERDESAAN = "perdesaan", "Perdesaan"
    TERPENCIL = "terpencil", "Terpencil"


class Faskes(models.Model):
    """A puskesmas, its kind: with it the table of minimum staff is found."""

    unit = models.OneToOneField(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="faskes"
    )
    kategori = models.CharField(max_length=10, choices=KategoriPuskesmas)
    rawat_inap = models.BooleanField("rawat inap")
    per = models.DateField("keadaan per tanggal")
    sumber = models.CharField(max_length=255)

    class Meta:
        verbose_name = "fasilitas kesehatan"
        verbose_name_plural = "fasilitas kesehatan"
        ordering = ["unit_id"]
        constraints = [
            one_of("kategori", KategoriPuskesmas, message="Kategori puskesmas tidak dikenal."),
        ]

    def __str__(self) -> str:
        return str(self.unit)

    @property
    def jenis(self) -> str:
        """The name of its table among the constants."""
        return f"{self.kategori}_rawat_inap" if self.rawat_inap else self.kategori


class TenagaKesehatan(models.Model):
    """An employee as staff of one kind at one facility; licences stand in ``RiwayatSertifikat``.

    ``tenaga`` is a word of the table of minimum staff ("dokter", "perawat"), or as printed.
    """

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="tenaga_kesehatan"
    )
    pegawai = models.OneToOneField(
        "pegawai.Pegawai", on_delete=models.CASCADE, related_name="tenaga_kesehatan"
    )
    tenaga = models.CharField("jenis tenaga", max_length=120)
    per = models.DateField("keadaan per tanggal")
    sumber = models.CharField(max_length=255)

    class Meta:
        verbose_name = "tenaga kesehatan"
        verbose_name_plural = "tenaga kesehatan"
        ordering = ["unit_id", "tenaga", "pk"]

    def __str__(self) -> str:
        return f"{self.tenaga} · {self.unit}"

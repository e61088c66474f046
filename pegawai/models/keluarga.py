"""HubunganKeluarga: family ties among employees, as they declare them themselves."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q

from toolkit.constraints import in_order, one_of, one_open


class JenisHubungan(models.TextChoices):
    """Whose case nobody may touch (PermenPANRB 17/2024; peraturan-mutasi 3.4)."""

    PASANGAN = "pasangan", "Suami/istri"
    ORANG_TUA = "orang_tua", "Orang tua"
    ANAK = "anak", "Anak"
    SAUDARA = "saudara", "Saudara kandung"
    IPAR = "ipar", "Ipar, mertua, atau menantu"


class HubunganKeluargaQuerySet(models.QuerySet["HubunganKeluarga"]):
    """Words of the domain about ties."""

    def berlaku(self) -> Self:
        """Declared and not withdrawn."""
        return self.filter(selesai__isnull=True)

    def antara(self, satu: int, dua: int) -> Self:
        """Whichever of the two declared it."""
        return self.filter(Q(pegawai=satu, kerabat=dua) | Q(pegawai=dua, kerabat=satu))

    def atas(self, satu: int) -> Self:
        """Declared by this person, or by others about him."""
        return self.filter(Q(pegawai=satu) | Q(kerabat=satu))


class HubunganKeluarga(models.Model):
    """One declared tie. Shown to the declarer alone; read by the recusal check, by no list."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    kerabat = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    jenis = models.CharField("hubungan", max_length=10, choices=JenisHubungan)
    mulai = models.DateField("dinyatakan pada")
    selesai = models.DateField("ditarik pada", null=True, blank=True)

    objects = HubunganKeluargaQuerySet.as_manager()

    class Meta:
        verbose_name = "hubungan keluarga"
        verbose_name_plural = "hubungan keluarga"
        ordering = ["-mulai", "-pk"]
        constraints = [
            one_of("jenis", JenisHubungan, message="Jenis hubungan tidak dikenal."),
            in_order("mulai", "selesai", message="Pernyataan ditarik sebelum dibuat."),
            one_open(
                "pegawai",
                "kerabat",
                until="selesai",
                message="Hubungan dengan orang ini sudah Anda nyatakan.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_bukan_diri",
                condition=~Q(pegawai=F("kerabat")),
                violation_error_message="Hubungan keluarga dinyatakan dengan orang lain.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_jenis_display()

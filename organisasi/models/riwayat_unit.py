"""RiwayatUnit: what an office was called and where it stood, before a structure changed it."""

from __future__ import annotations

from django.db import models

from toolkit.constraints import in_order


class RiwayatUnit(models.Model):
    """One name and place of a unit that is over; the present one stands in ``UnitKerja``."""

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.CASCADE, related_name="riwayat"
    )
    nama = models.CharField(max_length=255)
    induk = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    mulai = models.DateField(null=True)
    selesai = models.DateField()
    dasar = models.CharField("dasar hukum", max_length=255)

    class Meta:
        verbose_name = "riwayat unit"
        verbose_name_plural = "riwayat unit"
        ordering = ["unit_id", "-selesai", "-pk"]
        constraints = [in_order("mulai", "selesai", message="Riwayat unit berakhir sebelum mulai.")]

    def __str__(self) -> str:
        return self.nama

"""JabatanKritis: posts that may not stay empty, each with its reserve list of people."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import in_order, one_open


class JabatanKritisQuerySet(models.QuerySet["JabatanKritis"]):
    """Words of the domain about critical posts."""

    def terlihat(self, pengguna: Any, *, per: date) -> Self:
        """Within reach of those who mark posts and of those who draft; of nobody else."""
        menandai = Jangkauan.milik(pengguna, Izin.KRITIS_TETAPKAN, per=per)
        menyusun = Jangkauan.milik(pengguna, Izin.RANCANGAN_SUSUN, per=per)
        return menandai.atau(menyusun).saring(self, prefix="formasi__unit__")

    def with_names(self) -> Self:
        """What a list shows."""
        return self.select_related("formasi__unit__opd", "formasi__jabatan", "ditetapkan_oleh")

    def locked(self, pk: int) -> JabatanKritis:
        """The row, held until the end of the transaction: its reserve list is changed in turn."""
        return self.select_for_update(of=("self",)).with_names().get(pk=pk)

    def berlaku(self) -> Self:
        """Still marked."""
        return self.filter(selesai__isnull=True)


class JabatanKritis(models.Model):
    """One post marked as critical from a day on, with the reason."""

    formasi = models.ForeignKey("pegawai.Formasi", on_delete=models.PROTECT, related_name="kritis")
    alasan = models.CharField(max_length=500)
    mulai = models.DateField("kritis sejak")
    selesai = models.DateField(null=True, blank=True)
    ditetapkan_pada = models.DateTimeField()
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    objects = JabatanKritisQuerySet.as_manager()

    class Meta:
        verbose_name = "jabatan kritis"
        verbose_name_plural = "jabatan kritis"
        ordering = ["formasi__unit__kiri", "pk"]
        constraints = [
            in_order("mulai", "selesai", message="Tanda kritis berakhir sebelum mulai."),
            one_open("formasi", until="selesai", message="Jabatan ini sudah ditandai kritis."),
        ]

    def __str__(self) -> str:
        return str(self.formasi)


class Cadangan(models.Model):
    """A person kept in reserve for a critical post; taken off, never deleted."""

    kritis = models.ForeignKey(JabatanKritis, on_delete=models.CASCADE, related_name="cadangan")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    urutan = models.PositiveSmallIntegerField()
    catatan = models.CharField(max_length=500, blank=True)
    mulai = models.DateField()
    selesai = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "cadangan"
        verbose_name_plural = "cadangan"
        ordering = ["urutan", "pk"]
        constraints = [
            in_order("mulai", "selesai", message="Cadangan berakhir sebelum mulai."),
            one_open(
                "kritis", "pegawai", until="selesai", message="Orang ini sudah ada di cadangan."
            ),
        ]

    def __str__(self) -> str:
        return f"{self.urutan}. {self.pegawai}"

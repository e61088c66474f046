"""PermintaanPegawai: a unit head asks for people in a post, and says why."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import both_or_neither, one_of


class StatusPermintaan(models.TextChoices):
    """Where a request stands."""

    DIAJUKAN = "diajukan", "Diajukan"
    DITERIMA = "diterima", "Diterima, sedang dicarikan"
    DIPENUHI = "dipenuhi", "Dipenuhi"
    DITOLAK = "ditolak", "Ditolak"
    DITARIK = "ditarik", "Ditarik"


BERJALAN = (StatusPermintaan.DIAJUKAN, StatusPermintaan.DITERIMA)


class PermintaanPegawaiQuerySet(models.QuerySet["PermintaanPegawai"]):
    """Words of the domain about requests."""

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Requests for posts in offices over which the user holds the right."""
        return Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="formasi__unit__")

    def terlihat(self, pengguna: Any, *, per: date) -> Self:
        """Requests within reach of those who ask and of those who answer."""
        meminta = Jangkauan.milik(pengguna, Izin.PERMINTAAN_AJUKAN, per=per)
        menanggapi = Jangkauan.milik(pengguna, Izin.PERMINTAAN_TANGGAPI, per=per)
        return meminta.atau(menanggapi).saring(self, prefix="formasi__unit__")

    def berjalan(self) -> Self:
        """Neither fulfilled nor ended."""
        return self.filter(status__in=[s.value for s in BERJALAN])

    def with_names(self) -> Self:
        """What a list shows."""
        return self.select_related(
            "formasi__unit__opd", "formasi__jabatan", "diajukan_oleh", "ditanggapi_oleh"
        )

    def locked(self, pk: int) -> PermintaanPegawai:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).with_names().get(pk=pk)


class PermintaanPegawai(models.Model):
    """So many people wanted in one post, with the reason; answered by BKD with a reason."""

    formasi = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, related_name="permintaan"
    )
    jumlah = models.PositiveSmallIntegerField("jumlah orang", default=1)
    alasan = models.TextField("alasan")
    dibutuhkan = models.DateField("dibutuhkan sejak", null=True, blank=True)
    status = models.CharField(
        max_length=10, choices=StatusPermintaan, default=StatusPermintaan.DIAJUKAN
    )
    diajukan_pada = models.DateTimeField()
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    tanggapan = models.TextField("tanggapan", blank=True)
    ditanggapi_pada = models.DateTimeField(null=True, blank=True)
    ditanggapi_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PermintaanPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "permintaan pegawai"
        verbose_name_plural = "permintaan pegawai"
        ordering = ["-diajukan_pada", "-pk"]
        indexes = [models.Index(fields=["status", "-diajukan_pada"])]
        constraints = [
            one_of("status", StatusPermintaan, message="Status permintaan tidak dikenal."),
            both_or_neither("ditanggapi", message="Tanggapan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_jumlah_wajar",
                condition=Q(jumlah__gte=1),
                violation_error_message="Permintaan paling sedikit satu orang.",
            ),
            models.UniqueConstraint(
                fields=["formasi"],
                condition=Q(status__in=sorted(s.value for s in BERJALAN)),
                name="%(app_label)s_%(class)s_satu_berjalan",
                violation_error_message="Masih ada permintaan yang berjalan untuk jabatan ini.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jumlah} orang untuk {self.formasi}"

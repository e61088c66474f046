"""Kebutuhan: what a post needs, by source; the published precedence says which one counts."""

from __future__ import annotations

from fractions import Fraction
from typing import Self

from django.db import models
from django.db.models import Q

from penilaian.kernel.hitungan import pecahan


class SumberKebutuhan(models.TextChoices):
    """Where a need comes from, in order of precedence (the first that exists counts)."""

    ABK = "abk", "ABK"
    WISN = "wisn", "WISN"
    GURU = "guru", "Perhitungan guru"
    PUSKESMAS = "puskesmas", "Ketenagaan minimal puskesmas"
    PENETAPAN = "penetapan", "Penetapan kebutuhan"
    STRUKTUR = "struktur", "Struktur organisasi"


class KebutuhanQuerySet(models.QuerySet["Kebutuhan"]):
    """Words of the domain about needs."""

    def terpakai(self) -> Self:
        """The one source per post that counts."""
        return self.filter(dipakai=True)


class Kebutuhan(models.Model):
    """The need of one post from one source, as it was decided.

    ``asal`` is the post it was written for; ``formasi`` the post under which it is counted: the
    same, until a name was matched (``Padanan``). Of each post's sources one counts: its first row
    carries ``dipakai`` and, in ``terhitung``, the sum of that source over all posts counted there.

    The need of a structural seat without any row here follows from its eselon (``struktur``);
    which eselon make a seat is a dated constant.
    """

    formasi = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, related_name="kebutuhan"
    )
    asal = models.ForeignKey("pegawai.Formasi", on_delete=models.PROTECT, related_name="+")
    sumber = models.CharField(max_length=10, choices=SumberKebutuhan)
    mentah = models.DecimalField(max_digits=12, decimal_places=4)
    jumlah = models.PositiveIntegerField()
    per = models.DateField()
    dasar = models.CharField(max_length=255, blank=True)
    ditetapkan_pada = models.DateTimeField()
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    # The computation it was taken from; none for a figure that was only decided.
    perhitungan = models.OneToOneField(
        "penilaian.PerhitunganKebutuhan",
        on_delete=models.PROTECT,
        null=True,
        related_name="kebutuhan",
    )
    dipakai = models.BooleanField(default=False)
    terhitung = models.PositiveIntegerField(null=True, editable=False)

    objects = KebutuhanQuerySet.as_manager()

    class Meta:
        verbose_name = "kebutuhan"
        verbose_name_plural = "kebutuhan"
        ordering = ["formasi_id", "sumber"]
        constraints = [
            models.UniqueConstraint(
                fields=["asal", "sumber"],
                name="%(app_label)s_%(class)s_asal_sumber",
                violation_error_message="Kebutuhan dari sumber itu sudah ada untuk formasi ini.",
            ),
            models.UniqueConstraint(
                fields=["formasi"],
                condition=Q(dipakai=True),
                name="%(app_label)s_%(class)s_satu_dipakai",
                violation_error_message="Hanya satu sumber kebutuhan yang dipakai per formasi.",
            ),
            models.CheckConstraint(
                condition=Q(dipakai=False, terhitung__isnull=True)
                | Q(dipakai=True, terhitung__isnull=False),
                name="%(app_label)s_%(class)s_terhitung",
                violation_error_message="Kebutuhan yang dipakai harus memuat jumlah terhitung.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.formasi}: {self.jumlah}"

    @property
    def tepat(self) -> Fraction:
        """The need before any rounding; a figure that was only decided has four decimals."""
        return pecahan(self.mentah) if self.perhitungan is None else self.perhitungan.nilai

"""Penugasan: who holds what, with dates. One open definitive one per person; others beside it."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from toolkit.constraints import in_order, one_of, one_open


class JenisPenugasan(models.TextChoices):
    """SIASN's kinds of assignment."""

    DEFINITIF = "D", "Definitif"
    PLT = "PLT", "Pelaksana tugas (Plt.)"
    PLH = "PLH", "Pelaksana harian (Plh.)"
    PJ = "PJ", "Penjabat (Pj.)"
    TT = "TT", "Tugas tambahan"


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    """Words of the domain about assignments."""

    def berlaku(self, per: date) -> Self:
        """In force on the day; an unknown beginning counts as always."""
        return self.filter(Q(mulai__isnull=True) | Q(mulai__lte=per)).filter(
            Q(selesai__isnull=True) | Q(selesai__gt=per)
        )

    def definitif(self) -> Self:
        """The posts people really hold."""
        return self.filter(jenis=JenisPenugasan.DEFINITIF)

    def belum_berakhir(self, per: date) -> Self:
        """In force on the day, or later."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gt=per))

    def sampingan(self) -> Self:
        """Acting heads and additional tasks, beside the posts people really hold."""
        return self.exclude(jenis=JenisPenugasan.DEFINITIF)

    def terbuka(self) -> Self:
        """Not ended."""
        return self.filter(selesai__isnull=True)


class Penugasan(models.Model):
    """A person in a post from a day until a day.

    ``mulai`` is when the register says it began (the TMT when that is past, else the day of the
    file that first showed it); ``tmt`` is the date as printed. Without unit or jabatan in the
    references, the words of the file are kept and the row stands on a list.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, related_name="penugasan"
    )
    jenis = models.CharField(max_length=3, choices=JenisPenugasan, default=JenisPenugasan.DEFINITIF)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="penugasan"
    )
    jabatan = models.ForeignKey(
        "pegawai.Jabatan", on_delete=models.PROTECT, null=True, related_name="penugasan"
    )
    formasi = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, related_name="penugasan"
    )
    unor_id = models.CharField(max_length=64, blank=True)
    unor_nama = models.CharField(max_length=500, blank=True)
    jabatan_nama = models.CharField(max_length=255, blank=True)
    tmt = models.DateField("TMT", null=True)
    # A renaming resets the printed TMT; the rules count from here when somebody said why.
    tmt_hitung = models.DateField("TMT yang dihitung", null=True, blank=True)
    alasan_tmt_hitung = models.CharField(max_length=255, blank=True, db_default="")
    mulai = models.DateField(null=True)
    selesai = models.DateField(null=True, blank=True)
    nomor_sk = models.CharField(max_length=255, blank=True)
    sumber = models.CharField(max_length=60, blank=True)  # a file and its day, "SK 800/…"

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        verbose_name = "penugasan"
        verbose_name_plural = "penugasan"
        ordering = ["-mulai", "-pk"]
        indexes = [
            models.Index(fields=["formasi", "selesai"]),
            # The few assignments beside the definitive ones, found without the many.
            models.Index(
                fields=["unit"], condition=~Q(jenis="D"), name="pegawai_penugasan_sampingan"
            ),
        ]
        constraints = [
            in_order("mulai", "selesai", message="Penugasan berakhir sebelum mulai."),
            one_of("jenis", JenisPenugasan, message="Jenis penugasan tidak dikenal."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_tmt_hitung_beralasan",
                condition=Q(tmt_hitung__isnull=True) | ~Q(alasan_tmt_hitung=""),
                violation_error_message="Koreksi TMT harus beralasan.",
            ),
            one_open(
                "pegawai",
                until="selesai",
                where=Q(jenis="D"),
                message="Pegawai ini masih menduduki jabatan definitif lain.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan or self.jabatan_nama} · {self.unit or self.unor_nama}"

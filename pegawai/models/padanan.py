"""Padanan: what an old or local name is in the nomenclature in force, decided by a person."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from toolkit.constraints import in_order, one_of, one_open


class MacamPadanan(models.TextChoices):
    """What is matched: a jabatan of the register, a job name in a workbook, a unit in one."""

    JABATAN = "jabatan", "Jabatan di register"
    NAMA = "nama", "Nama jabatan di berkas"
    UNIT = "unit", "Nama unit di berkas"


class PadananQuerySet(models.QuerySet["Padanan"]):
    """Words of the domain about matches."""

    def berlaku(self) -> Self:
        """In force now: not replaced and not taken back."""
        return self.filter(selesai__isnull=True)

    def with_names(self) -> Self:
        """What a list shows."""
        return self.select_related("dari", "ke_jabatan", "ke_unit", "diputuskan_oleh")


class Padanan(models.Model):
    """One decision. Never edited: ended by ``selesai`` and replaced by a later row.

    ``JABATAN``: posts of ``dari`` are counted as posts of ``ke_jabatan`` (needs and holders alike).
    ``NAMA``, ``UNIT``: a name as a workbook writes it; ``kunci`` is what its spellings share.
    A ``ke_jabatan`` with ``kelompok`` is a JF without jenjang: all its levels together.
    Without a target (``abaikan``) the name was looked at: a jabatan goes on under its own name, a
    name of a workbook belongs to nothing in the register.
    """

    macam = models.CharField("macam", max_length=8, choices=MacamPadanan)
    dari = models.ForeignKey(
        "pegawai.Jabatan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="padanan_dari",
    )
    kunci = models.CharField(max_length=500, blank=True)
    teks = models.CharField("tertulis", max_length=500, blank=True)
    ke_jabatan = models.ForeignKey(
        "pegawai.Jabatan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="padanan_ke",
    )
    ke_unit = models.ForeignKey(
        "organisasi.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="padanan",
    )
    abaikan = models.BooleanField("bukan apa pun di register", default=False)
    skor = models.PositiveSmallIntegerField("kemiripan (0-100)", null=True, blank=True)
    alasan = models.CharField(max_length=255, blank=True)
    mulai = models.DateField("berlaku sejak")
    selesai = models.DateField(null=True, blank=True)
    diputuskan_pada = models.DateTimeField()
    diputuskan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    objects = PadananQuerySet.as_manager()

    class Meta:
        verbose_name = "padanan"
        verbose_name_plural = "padanan"
        ordering = ["-diputuskan_pada", "-pk"]
        indexes = [models.Index(fields=["macam", "kunci"])]
        constraints = [
            one_of("macam", MacamPadanan, message="Macam padanan tidak dikenal."),
            in_order("mulai", "selesai", message="Padanan berakhir sebelum mulai."),
            one_open(
                "dari",
                until="selesai",
                where=Q(macam="jabatan"),
                message="Jabatan ini sudah mempunyai padanan; akhiri dahulu yang lama.",
            ),
            models.UniqueConstraint(
                fields=["macam", "kunci"],
                condition=Q(selesai__isnull=True, macam__in=["nama", "unit"]),
                name="%(app_label)s_%(class)s_nama_terbuka",
                violation_error_message="Nama ini sudah mempunyai padanan; akhiri yang lama.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_sasaran",
                condition=Q(macam="jabatan", dari__isnull=False, ke_unit__isnull=True)
                & (Q(ke_jabatan__isnull=False) | Q(abaikan=True))
                | Q(macam="nama", dari__isnull=True, ke_unit__isnull=True)
                & (Q(ke_jabatan__isnull=False) | Q(abaikan=True))
                | Q(macam="unit", dari__isnull=True, ke_jabatan__isnull=True)
                & (Q(ke_unit__isnull=False) | Q(abaikan=True)),
                violation_error_message="Padanan harus menyebut sasarannya.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_bukan_diri",
                condition=Q(dari__isnull=True) | ~Q(dari=models.F("ke_jabatan")),
                violation_error_message="Jabatan tidak dapat dipadankan dengan dirinya sendiri.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dari or self.teks} → {self.sasaran}"

    @property
    def sasaran(self) -> str:
        """The target in words, also where there is none."""
        if self.abaikan:
            jabatan = self.macam == MacamPadanan.JABATAN
            return "tetap dengan namanya sendiri" if jabatan else "bukan apa pun di register"
        return str(self.ke_jabatan or self.ke_unit)

"""NilaiKetentuan: a constant of law from a day on, with its basis; HariLibur."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models

from organisasi.kernel.tabel_besaran import TABEL
from toolkit.constraints import both_or_neither, in_order


class NilaiKetentuanQuerySet(models.QuerySet["NilaiKetentuan"]):
    """Words of the domain about constants."""

    def berlaku(self, per: date) -> Self:
        """The row in force per constant on the day (newest start wins)."""
        newest = (
            self.filter(kode=models.OuterRef("kode"), mulai__lte=per)
            .order_by("-mulai", "-pk")
            .values("pk")[:1]
        )
        return self.filter(pk=models.Subquery(newest))


class NilaiKetentuan(models.Model):
    """One value of one constant, from ``mulai`` on. Never edited: replaced by a later row.

    A table of amounts may be added to on a day it already has: the newest row of that day counts.
    """

    kode = models.CharField("kode", max_length=60)
    nilai = models.JSONField("nilai")
    satuan = models.CharField("satuan", max_length=30, blank=True)
    mulai = models.DateField("berlaku sejak")
    dasar = models.CharField("dasar hukum", max_length=255)
    catatan = models.TextField("catatan", blank=True)
    ditetapkan_pada = models.DateTimeField(null=True)
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = NilaiKetentuanQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai ketentuan"
        verbose_name_plural = "nilai ketentuan"
        ordering = ["kode", "-mulai"]
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "mulai"],
                name="%(app_label)s_%(class)s_kode_mulai",
                condition=~models.Q(kode__in=sorted(TABEL)),
                violation_error_message="Ketentuan ini sudah memiliki nilai yang mulai hari itu.",
            ),
            both_or_neither("ditetapkan", message="Penetapan harus memuat siapa dan kapan."),
        ]

    def __str__(self) -> str:
        return f"{self.kode} = {self.nilai} sejak {self.mulai:%d-%m-%Y}"


class HariLibur(models.Model):
    """A public holiday or joint leave day, with the decree that says so."""

    tanggal = models.DateField("tanggal", unique=True)
    nama = models.CharField("nama", max_length=150)
    cuti_bersama = models.BooleanField("cuti bersama", default=False)
    dasar = models.CharField("dasar", max_length=255, blank=True)

    class Meta:
        verbose_name = "hari libur"
        verbose_name_plural = "hari libur"
        ordering = ["tanggal"]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.nama}"


class Disposisi(models.Model):
    """What a regional head or Sekda who never logs in decided on paper, recorded by staff.

    Counts only after a second person has compared it with the scan; shown as such everywhere.
    """

    nomor = models.CharField("nomor surat/disposisi", max_length=100)
    tanggal = models.DateField("tanggal disposisi")
    pejabat = models.ForeignKey(
        "organisasi.PenugasanPeran", on_delete=models.PROTECT, related_name="disposisi"
    )
    perihal = models.CharField("perihal", max_length=255)
    isi = models.TextField("isi disposisi")
    pindaian = models.FileField("pindaian", upload_to="disposisi/%Y/")
    pindaian_sha256 = models.CharField(max_length=64)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    disahkan_pada = models.DateTimeField(null=True, blank=True)
    disahkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "disposisi"
        verbose_name_plural = "disposisi"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_dua_orang",
                condition=models.Q(disahkan_oleh__isnull=True)
                | ~models.Q(disahkan_oleh=models.F("dicatat_oleh")),
                violation_error_message="Pengesah disposisi harus orang lain dari pencatatnya.",
            ),
            both_or_neither("disahkan", message="Pengesahan harus memuat siapa dan kapan."),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} · {self.perihal}"


class SlipAktivasi(models.Model):
    """A printed one-time code with which a person sets his first (or new) password.

    Most staff have no office e-mail: the OPD's operator hands the slip over face to face.
    """

    pengguna = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.CASCADE, related_name="slip"
    )
    sidik = models.CharField(max_length=128)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    berlaku_sampai = models.DateTimeField()
    dipakai_pada = models.DateTimeField(null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "slip aktivasi"
        verbose_name_plural = "slip aktivasi"
        constraints = [
            in_order("dibuat_pada", "berlaku_sampai", message="Slip berakhir sebelum dibuat."),
        ]

    def __str__(self) -> str:
        return f"slip {self.pk}"

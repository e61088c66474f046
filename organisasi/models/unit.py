"""UnitKerja: the tree of offices, with dates, kinds and places."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from toolkit.constraints import in_order


class JenisUnit(models.TextChoices):
    """What an office is; proposed from its name, correctable by hand."""

    PEMERINTAH_DAERAH = "pemda", "Pemerintah daerah"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    DINAS = "dinas", "Dinas"
    BADAN = "badan", "Badan"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    SATPOL = "satpol", "Satuan Polisi Pamong Praja"
    KECAMATAN = "kecamatan", "Kecamatan"
    KELURAHAN = "kelurahan", "Kelurahan"
    PUSKESMAS = "puskesmas", "Puskesmas"
    PUSTU = "pustu", "Puskesmas pembantu"
    RSUD = "rsud", "Rumah sakit"
    SEKOLAH_TK = "tk", "TK/PAUD"
    SEKOLAH_SD = "sd", "SD"
    SEKOLAH_SMP = "smp", "SMP"
    SEKOLAH_SMA = "sma", "SMA/SMK"
    SEKOLAH_LAIN = "sekolah_lain", "Sekolah lain"
    UPT = "upt", "UPT/UPTD"
    BAGIAN = "bagian", "Bagian"
    BIDANG = "bidang", "Bidang"
    SUBBAGIAN = "subbagian", "Subbagian"
    SEKSI = "seksi", "Seksi"
    KELOMPOK_JF = "kelompok_jf", "Kelompok jabatan fungsional"
    LAIN = "lain", "Lainnya"


class UnitKerjaQuerySet(models.QuerySet["UnitKerja"]):
    """Words of the domain about offices."""

    def aktif(self, per: date) -> Self:
        """Offices that exist on the day."""
        return self.filter(Q(dibuka__isnull=True) | Q(dibuka__lte=per)).filter(
            Q(ditutup__isnull=True) | Q(ditutup__gt=per)
        )

    def di_bawah(self, unit: UnitKerja) -> Self:
        """The unit itself and everything below it, by its interval in the tree."""
        return self.filter(kiri__gte=unit.kiri, kiri__lte=unit.kanan)

    def tingkat_satu(self) -> Self:
        """OPD: the children of the root."""
        return self.filter(tingkat=1)

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Offices over which the user holds the right on the day."""
        from organisasi.models.penugasan import Jangkauan

        return Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="")


class UnitKerja(models.Model):
    """One office. ``kiri``/``kanan``/``tingkat``/``opd`` are derived from ``induk``.

    The interval (preorder number of the unit, and the last one below it) makes "my subtree" one
    comparison on every list; it is renumbered whenever the tree changes and by ``hitung_ulang``.
    """

    siasn_id = models.CharField("ID SIASN", max_length=64, unique=True)
    kunci = models.CharField(max_length=64, db_index=True, editable=False)
    nama = models.CharField("nama", max_length=255)
    induk = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="anak"
    )
    jenis = models.CharField("jenis", max_length=20, choices=JenisUnit, default=JenisUnit.LAIN)
    jenis_dikoreksi = models.BooleanField(default=False)
    urusan = models.CharField("urusan", max_length=100, blank=True)
    wilayah = models.ForeignKey(
        "organisasi.Wilayah", on_delete=models.PROTECT, null=True, blank=True, related_name="unit"
    )
    lintang = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    bujur = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    terpencil = models.BooleanField("terpencil", null=True, blank=True)
    dibuka = models.DateField("dibuka", null=True, blank=True)
    ditutup = models.DateField("ditutup", null=True, blank=True)

    tingkat = models.PositiveSmallIntegerField(default=0, editable=False)
    kiri = models.PositiveIntegerField(default=0, editable=False, db_index=True)
    kanan = models.PositiveIntegerField(default=0, editable=False)
    opd = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    objects = UnitKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "unit kerja"
        verbose_name_plural = "unit kerja"
        ordering = ["kiri"]
        constraints = [
            in_order("dibuka", "ditutup", message="Unit ditutup sebelum dibuka."),
        ]

    def __str__(self) -> str:
        return self.nama


class Wilayah(models.Model):
    """A province, kabupaten/kota or kecamatan with the coordinates of its centre (Kemendagri)."""

    kode = models.CharField(max_length=13, unique=True)
    nama = models.CharField(max_length=100)
    tingkat = models.CharField(max_length=20)
    lintang = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    bujur = models.DecimalField(max_digits=9, decimal_places=6, null=True)

    class Meta:
        verbose_name = "wilayah"
        verbose_name_plural = "wilayah"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.nama


class Instansi(models.Model):
    """The agency this database belongs to: one row, made by the bootstrap page or by ``demo``."""

    nama = models.CharField("nama instansi", max_length=255)
    singkatan = models.CharField("singkatan", max_length=50, blank=True)
    jenis = models.CharField("jenis", max_length=20, default="kabupaten")
    siasn_id = models.CharField("ID instansi di SIASN", max_length=64, blank=True)
    wilayah = models.CharField("kode wilayah", max_length=13, blank=True)
    akar = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, null=True, related_name="+")
    peragaan = models.BooleanField("basis data peragaan", default=False)

    class Meta:
        verbose_name = "instansi"
        verbose_name_plural = "instansi"
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_satu_baris",
                condition=Q(pk=1),
                violation_error_message="Profil instansi hanya satu.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

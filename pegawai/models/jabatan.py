"""Jabatan (nomenclature) and Formasi (unit × jabatan: the post, with its stored bezetting)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, Q

from organisasi.models import Jangkauan


class JenisJabatan(models.TextChoices):
    """SIASN's kinds of jabatan."""

    STRUKTURAL = "1", "Struktural"
    FUNGSIONAL = "2", "Fungsional"
    PELAKSANA = "4", "Pelaksana"


class Jenjang(models.TextChoices):
    """Levels of JF as SIASN codes them."""

    PEMULA = "PM", "Pemula"
    TERAMPIL = "TR", "Terampil"
    MAHIR = "MH", "Mahir"
    PENYELIA = "PY", "Penyelia"
    AHLI_PERTAMA = "PT", "Ahli Pertama"
    AHLI_MUDA = "MU", "Ahli Muda"
    AHLI_MADYA = "MA", "Ahli Madya"
    AHLI_UTAMA = "UT", "Ahli Utama"


class Jabatan(models.Model):
    """A name in the nomenclature, and what it asks of its holder.

    A structural jabatan belongs to exactly one unit and carries the unit's own SIASN id.
    """

    siasn_id = models.CharField("ID SIASN", max_length=64, unique=True)
    kunci = models.CharField(max_length=64, db_index=True, editable=False)
    nama = models.CharField("nama", max_length=255)
    jenis = models.CharField("jenis", max_length=1, choices=JenisJabatan, blank=True)
    rumpun = models.CharField("rumpun", max_length=120, blank=True, db_index=True)
    jenjang = models.CharField("jenjang", max_length=2, choices=Jenjang, blank=True)
    eselon_id = models.CharField("eselon", max_length=2, blank=True)
    unit = models.OneToOneField(
        "organisasi.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="jabatan_struktural",
    )
    kelas = models.PositiveSmallIntegerField("kelas jabatan", null=True, blank=True)
    bup = models.PositiveSmallIntegerField("BUP", null=True, blank=True)
    pangkat_terendah = models.CharField(max_length=8, blank=True)  # golongan name: "III/a"
    pangkat_tertinggi = models.CharField(max_length=8, blank=True)
    pendidikan_minimal = models.ForeignKey(
        "pegawai.TingkatPendidikan", on_delete=models.PROTECT, null=True, blank=True
    )
    bidang_pendidikan = models.TextField(blank=True)
    pengalaman = models.TextField(blank=True)
    pengisian = models.CharField(max_length=60, blank=True)  # PNS / PNS dan PPPK
    kedudukan = models.TextField("instansi yang boleh memiliki", blank=True)
    kompetensi = models.TextField(blank=True)
    dasar = models.CharField("dasar hukum", max_length=255, blank=True)
    gerbang = models.JSONField(default=list)  # extra gates: [{dokumen, instansi, sebelum, dasar}]
    di_luar_referensi = models.BooleanField(default=False)
    aktif = models.BooleanField(default=True)
    # A JF without jenjang: stands for all levels of its rumpun where a need names no level.
    kelompok = models.BooleanField("kelompok JF tanpa jenjang", default=False)
    # Derived from the match in force (``Padanan``): posts of this name are counted as that one's.
    padanan = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        ordering = ["nama"]
        indexes = [models.Index(fields=["nama"])]

    def __str__(self) -> str:
        return self.nama

    @property
    def eselon(self) -> str:
        """As decrees write it: SIASN's 22 is II.b; empty for a jabatan without one."""
        tingkat = ("", "I", "II", "III", "IV", "V")
        if len(self.eselon_id) != 2 or self.eselon_id[0] not in "12345":
            return self.eselon_id
        huruf = {"1": "a", "2": "b"}.get(self.eselon_id[1], self.eselon_id[1])
        return f"{tingkat[int(self.eselon_id[0])]}.{huruf}"


class FormasiQuerySet(models.QuerySet["Formasi"]):
    """Words of the domain about posts."""

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Posts in offices over which the user holds the right."""
        return Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="unit__")

    def with_names(self) -> Self:
        """What a list shows."""
        return self.select_related("unit", "unit__opd", "jabatan")


class Formasi(models.Model):
    """A post: one jabatan in one unit. ``isi_*`` are stored totals of open definitive assignments.

    They are kept by the acts that move people and checked by ``hitung_ulang``.
    """

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="formasi"
    )
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="formasi")
    isi_pns = models.PositiveIntegerField(default=0, editable=False)
    isi_pppk = models.PositiveIntegerField(default=0, editable=False)
    isi_pppk_pw = models.PositiveIntegerField(default=0, editable=False)
    efektif_pns = models.PositiveIntegerField(default=0, editable=False)
    efektif_pppk = models.PositiveIntegerField(default=0, editable=False)
    efektif_pppk_pw = models.PositiveIntegerField(default=0, editable=False)
    # Derived: the post of the same unit under which needs and holders of this one are counted,
    # because its name was matched or its unit states the need by a JF without jenjang.
    dihitung_ke = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="alias",
    )
    # Derived: a need was written for this post of a JF without jenjang, so that all levels of its
    # unit are counted here whether or not a name was matched to it.
    menampung = models.BooleanField(default=False, db_default=False, editable=False)

    objects = FormasiQuerySet.as_manager()

    class Meta:
        verbose_name = "formasi"
        verbose_name_plural = "formasi"
        ordering = ["unit__kiri", "jabatan__nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "jabatan"],
                name="%(app_label)s_%(class)s_unit_jabatan",
                violation_error_message="Jabatan itu sudah ada di unit ini.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_efektif_wajar",
                condition=Q(efektif_pns__lte=F("isi_pns"))
                & Q(efektif_pppk__lte=F("isi_pppk"))
                & Q(efektif_pppk_pw__lte=F("isi_pppk_pw")),
                violation_error_message="Bezetting efektif tidak dapat melebihi bezetting.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jabatan} · {self.unit}"


class GerbangKhusus(models.Model):
    """An extra gate of special offices (Dukcapil, Sekda, Inspektur, ...), as data with its basis.

    Applies to jabatan whose unit's OPD name and own name match the patterns.
    """

    kode = models.CharField(max_length=30, unique=True)
    pola_unit = models.CharField(max_length=120, blank=True)  # case-insensitive regular expression
    pola_jabatan = models.CharField(max_length=120, blank=True)
    dokumen = models.CharField(max_length=120)
    instansi = models.CharField("pejabat/instansi penerbit", max_length=120)
    sebelum = models.CharField("harus ada sebelum", max_length=20)  # sk | pelantikan
    dasar = models.CharField("dasar hukum", max_length=255)
    terverifikasi = models.BooleanField(default=False)  # confirmed by the agency's legal section

    class Meta:
        verbose_name = "gerbang khusus"
        verbose_name_plural = "gerbang khusus"
        ordering = ["kode"]

    def __str__(self) -> str:
        return self.dokumen

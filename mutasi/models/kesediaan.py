"""What the employee was told and answered; what outsiders asked about a named person."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import both_or_neither, one_of


class PenyampaianUsulan(models.Model):
    """The employee was told: the sheet *apa yang berubah bagi Anda*, frozen, and the conversation.

    ``percakapan`` is the superior's note of having talked to him; missing, it warns the TPK.
    """

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="penyampaian"
    )
    versi = models.PositiveIntegerField()
    cara = models.CharField("cara", max_length=100)
    isi = models.TextField()  # canonical JSON
    sidik = models.CharField(max_length=64)
    disampaikan_pada = models.DateTimeField()
    disampaikan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diterima_pada = models.DateTimeField("dibuka pegawai pada", null=True, blank=True)
    percakapan = models.TextField("catatan percakapan atasan", max_length=2000, blank=True)
    dicatat_pada = models.DateTimeField(null=True, blank=True)
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "penyampaian usulan"
        verbose_name_plural = "penyampaian usulan"
        ordering = ["-disampaikan_pada", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan", "versi"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Usulan ini sudah diberitahukan.",
            ),
            both_or_neither("dicatat", message="Catatan percakapan memuat siapa dan kapan."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"penyampaian {self.usulan}"


class JawabanKesediaan(models.TextChoices):
    """What the employee says. Silence is none of these."""

    INGIN = "ingin", "Menginginkan"
    BERSEDIA = "bersedia", "Bersedia"
    NETRAL = "netral", "Tidak berkeberatan, menyerahkan kepada pimpinan"
    KEBERATAN = "keberatan", "Berkeberatan"


class AlasanKesediaan(models.TextChoices):
    """Why; a word beside the free text, so that answers can be counted."""

    KELUARGA = "keluarga", "Keluarga"
    JARAK = "jarak", "Jarak"
    KESEHATAN = "kesehatan", "Kesehatan (rinciannya tidak ditulis di sini)"
    KARIER = "karier", "Pengembangan karier"
    BELUM_MAMPU = "belum_mampu", "Merasa belum mampu"
    TUGAS = "tugas", "Tugas yang sedang berjalan"
    LAIN = "lain", "Lainnya"


class Kesediaan(models.Model):
    """One answer to one version of a case; a later one counts instead. Only ever added.

    On paper: ``wakil`` with the number of the letter; who wrote it down is visible.
    """

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="kesediaan"
    )
    versi = models.PositiveIntegerField()
    jawaban = models.CharField(max_length=10, choices=JawabanKesediaan)
    alasan = models.CharField(max_length=12, choices=AlasanKesediaan, blank=True)
    uraian = models.TextField("uraian", max_length=2000, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai")
    wakil = models.BooleanField("dicatat dari surat", default=False)
    nomor_surat = models.CharField("nomor surat", max_length=100, blank=True)
    surat = models.FileField(upload_to="kesediaan/%Y/", blank=True)
    surat_sha256 = models.CharField(max_length=64, blank=True)
    dijawab_pada = models.DateTimeField()
    dijawab_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "kesediaan"
        verbose_name_plural = "kesediaan"
        ordering = ["-dijawab_pada", "-pk"]
        indexes = [models.Index(fields=["usulan", "versi"])]
        constraints = [
            one_of("jawaban", JawabanKesediaan, message="Jawaban tidak dikenal."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_wakil_bersurat",
                condition=Q(wakil=False) | ~Q(nomor_surat=""),
                violation_error_message="Jawaban lewat surat memuat nomor suratnya.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_keberatan_beralasan",
                condition=~Q(jawaban=JawabanKesediaan.KEBERATAN) | ~Q(alasan=""),
                violation_error_message="Keberatan memuat alasannya.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_jawaban_display()


class DialogKesediaan(models.Model):
    """*Merasa belum mampu*: the conversation, the training offered, before a second answer."""

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="dialog"
    )
    kesediaan = models.OneToOneField(Kesediaan, on_delete=models.PROTECT, related_name="dialog")
    hasil = models.TextField("hasil dialog", max_length=2000)
    tawaran = models.CharField("pelatihan atau pendampingan yang ditawarkan", max_length=255)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "dialog kesediaan"
        verbose_name_plural = "dialog kesediaan"
        ordering = ["-dicatat_pada", "-pk"]

    def __str__(self) -> str:
        return f"dialog {self.usulan}"


class TitipanQuerySet(models.QuerySet["Titipan"]):
    """Words of the domain about outside requests."""

    def for_user(self, pengguna: Any, *, per: date) -> Self:
        """All for those who see them, else what one wrote down; never those about oneself."""
        rows = self.exclude(pegawai__pengguna=pengguna)
        if Jangkauan.milik(pengguna, Izin.TITIPAN_LIHAT, per=per).semua:
            return rows
        return rows.filter(dicatat_oleh=pengguna)


class Titipan(models.Model):
    """Somebody outside asked for something about a named person; adds no points, is only added."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="titipan")
    formasi = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pihak = models.CharField("siapa yang meminta", max_length=150)
    kedudukan = models.CharField("jabatan atau hubungannya", max_length=150, blank=True)
    cara = models.CharField("lewat apa", max_length=60)
    isi = models.TextField("apa yang diminta", max_length=2000)
    tanggal = models.DateField("diterima pada")
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    objects = TitipanQuerySet.as_manager()

    class Meta:
        verbose_name = "titipan"
        verbose_name_plural = "titipan"
        ordering = ["-tanggal", "-pk"]
        indexes = [models.Index(fields=["pegawai", "-tanggal"])]

    def __str__(self) -> str:
        return f"titipan {self.pk}"

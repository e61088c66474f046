"""Proses: background work as people see it. The library carries it, this row is the truth."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Q


class StatusProses(models.TextChoices):
    """Waiting, running, and four ways to end."""

    ANTRE = "antre", "Menunggu giliran"
    BERJALAN = "berjalan", "Berjalan"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Gagal"
    DIBATALKAN = "dibatalkan", "Dihentikan"


BERAKHIR = (StatusProses.SELESAI, StatusProses.GAGAL, StatusProses.DIBATALKAN)


class ProsesQuerySet(models.QuerySet["Proses"]):
    """Words of the domain about background work."""

    def for_user(self, pengguna: Any, *, semua: bool) -> Self:
        """One's own work; all work for those who may see it."""
        return self if semua else self.filter(untuk=pengguna)

    def berjenis(self, jenis: str) -> Self:
        """Of one kind."""
        return self.filter(jenis=jenis)

    def berjalan(self) -> Self:
        """Waiting or running."""
        return self.exclude(status__in=BERAKHIR)


class Proses(models.Model):
    """One piece of work: what, for whom, how far, alive since when, tried how often."""

    jenis = models.CharField(max_length=60)
    judul = models.CharField(max_length=255)
    untuk = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="proses"
    )
    status = models.CharField(max_length=12, choices=StatusProses, default=StatusProses.ANTRE)
    parameter = models.JSONField(default=dict)
    hasil = models.JSONField(null=True, blank=True)
    kemajuan = models.PositiveSmallIntegerField(default=0)
    langkah = models.CharField(max_length=255, blank=True)
    galat = models.TextField(blank=True)
    dibuat_pada = models.DateTimeField()
    mulai_pada = models.DateTimeField(null=True, blank=True)
    detak_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    percobaan = models.PositiveSmallIntegerField(default=0)
    batal_diminta = models.BooleanField(default=False)
    tugas_id = models.CharField(max_length=64, blank=True)

    objects = ProsesQuerySet.as_manager()

    class Meta:
        verbose_name = "proses"
        verbose_name_plural = "proses"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["untuk", "-dibuat_pada"])]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_kemajuan_0_100",
                condition=Q(kemajuan__lte=100),
                violation_error_message="Kemajuan berada di antara 0 dan 100.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_berakhir_bertanggal",
                condition=Q(
                    status__in=sorted(s.value for s in BERAKHIR), selesai_pada__isnull=False
                )
                | (~Q(status__in=sorted(s.value for s in BERAKHIR)) & Q(selesai_pada__isnull=True)),
                violation_error_message="Proses yang berakhir harus memiliki waktu selesai.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

    @property
    def berakhir(self) -> bool:
        """Whether nothing more will happen."""
        return self.status in BERAKHIR


class Pemberitahuan(models.Model):
    """A message for one person; also the outbox from which the worker mails.

    Queued in the act's own transaction, so a rolled back act tells nobody. ``kunci`` makes
    queueing the same message twice harmless.
    """

    untuk = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.CASCADE, related_name="pemberitahuan"
    )
    kunci = models.CharField(max_length=120, unique=True)
    judul = models.CharField(max_length=255)
    isi = models.TextField(blank=True)
    tautan = models.CharField(max_length=255, blank=True)
    dibuat_pada = models.DateTimeField()
    dibaca_pada = models.DateTimeField(null=True, blank=True)
    dikirim_pada = models.DateTimeField(null=True, blank=True)
    gagal = models.PositiveSmallIntegerField(default=0)
    galat = models.CharField(max_length=255, blank=True)
    # Until then nobody else tries: the lease of the worker that is sending, and the pause after.
    kirim_lagi_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "pemberitahuan"
        verbose_name_plural = "pemberitahuan"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["untuk", "dibaca_pada"]),
            models.Index(fields=["dikirim_pada"]),
        ]

    def __str__(self) -> str:
        return self.judul


class TampilanTersimpan(models.Model):
    """A filtered list a person wants back: the page and its query string."""

    pemilik = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.CASCADE, related_name="tampilan"
    )
    halaman = models.CharField(max_length=60)
    nama = models.CharField("nama", max_length=80)
    kueri = models.CharField(max_length=2000, blank=True)

    class Meta:
        verbose_name = "tampilan tersimpan"
        verbose_name_plural = "tampilan tersimpan"
        ordering = ["nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["pemilik", "halaman", "nama"],
                name="%(app_label)s_%(class)s_nama_sekali",
                violation_error_message="Anda sudah menyimpan tampilan dengan nama itu.",
            )
        ]

    def __str__(self) -> str:
        return self.nama

"""Who did what, when, upon what and why: rows that are only ever added.

Nothing here is a foreign key: an entry outlives the thing it speaks of. What may have to be erased
one day (names, reasons, values) stands in :class:`IsiPeristiwa`; :class:`Peristiwa` keeps only ids,
codes and hashes, so that an erasure leaves every proof intact. The database itself guards all of
this (migration ``0002_hanya_tambah``): a later migration that rebuilds one of these tables on
SQLite must lay the triggers again, and a test says so.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone

from jejak.kernel.rantai import AWAL


class NomorUrut(models.BigIntegerField):
    """A number that is the row's own place: on SQLite the rowid, so the last one is one step away.

    Not an AutoField: the trail gives its numbers itself, or there would be gaps.
    """

    def db_type(self, connection: BaseDatabaseWrapper) -> str | None:
        """``integer`` on SQLite, else that of a big integer."""
        return "integer" if connection.vendor == "sqlite" else super().db_type(connection)


def batas_hari(hari: date) -> tuple[datetime, datetime]:
    """Midnight to midnight where the office is."""
    awal = timezone.make_aware(datetime.combine(hari, time.min))
    return awal, timezone.make_aware(datetime.combine(hari + timedelta(days=1), time.min))


class PeristiwaQuerySet(models.QuerySet["Peristiwa"]):
    """Words for reading the trail; every one of them is an index."""

    def atas(self, jenis: str, pk: object) -> PeristiwaQuerySet:
        """What happened to one thing."""
        return self.filter(objek_jenis=jenis, objek_id=str(pk))

    def oleh(self, pelaku_id: object) -> PeristiwaQuerySet:
        """What one person did."""
        return self.filter(pelaku_id=str(pelaku_id))

    def antara(self, dari: date | None, sampai: date | None) -> PeristiwaQuerySet:
        """From one day to another, both included; either may be open."""
        rows = self
        if dari is not None:
            rows = rows.filter(waktu__gte=batas_hari(dari)[0])
        if sampai is not None:
            rows = rows.filter(waktu__lt=batas_hari(sampai)[1])
        return rows

    def sebelum(self, urutan: int | None) -> PeristiwaQuerySet:
        """Newest first, below a number: the key a page goes on from."""
        rows = self.order_by("-urutan")
        return rows if urutan is None else rows.filter(urutan__lt=urutan)


class Peristiwa(models.Model):
    """One entry of the chain. Holds no name of a person; see the module."""

    urutan = NomorUrut(primary_key=True)
    versi = models.PositiveSmallIntegerField()
    waktu = models.DateTimeField()
    pelaku_id = models.CharField(max_length=64)
    pelaku_peran = models.TextField()
    tindakan = models.CharField(max_length=100)
    objek_jenis = models.CharField(max_length=100)
    objek_id = models.CharField(max_length=64)
    permintaan = models.CharField(max_length=64)
    hash_isi = models.CharField(max_length=64)
    hash_sebelum = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = PeristiwaQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "peristiwa"
        # No unique constraint beside the key: INSERT OR REPLACE could use it to remove a row
        # without waking the DELETE trigger.
        indexes = [
            models.Index(fields=["objek_jenis", "objek_id", "-urutan"], name="jejak_objek"),
            models.Index(fields=["pelaku_id", "-urutan"], name="jejak_pelaku"),
            models.Index(fields=["tindakan", "-urutan"], name="jejak_tindakan"),
            models.Index(fields=["waktu"], name="jejak_waktu"),
        ]

    def __str__(self) -> str:
        return f"{self.urutan} {self.tindakan}"


class IsiPeristiwa(models.Model):
    """Content and salt of one entry. Only the erasure act may delete it; nobody may change it."""

    urutan = NomorUrut(primary_key=True)
    garam = models.CharField(max_length=32)
    # Text, not a JSON column: the hash is over these very characters.
    isi = models.TextField()

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "isi peristiwa"

    def __str__(self) -> str:
        return f"isi {self.urutan}"

    @property
    def data(self) -> dict[str, Any]:
        """The content as plain data."""
        data: dict[str, Any] = json.loads(self.isi)
        return data


class KepalaJejak(models.Model):
    """The one row that whoever writes must hold: number and hash of the last entry."""

    SATU = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=SATU)
    urutan = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default=AWAL)

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "kepala jejak"
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_hanya_satu",
                condition=models.Q(id=1),
                violation_error_message="Kepala jejak hanya satu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.urutan}:{self.hash}"


class AkarJejak(models.Model):
    """A head that was published: over how many entries, and the tree's peaks to go on from."""

    urutan = NomorUrut(primary_key=True)
    hash = models.CharField(max_length=64)
    akar = models.CharField(max_length=64)
    puncak = models.TextField()
    waktu = models.DateTimeField()
    # Why just then: the daily round, or an occasion such as a closed session. Shown to everybody.
    sebab = models.CharField(max_length=150, default="")

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "akar jejak"

    def __str__(self) -> str:
        return f"{self.urutan}:{self.akar}"


class SasaranAkses(models.TextChoices):
    """At what somebody looked."""

    PEGAWAI = "pegawai", "data seorang pegawai"
    DAFTAR = "daftar", "daftar pegawai"
    EKSPOR = "ekspor", "ekspor"


class AksesDataQuerySet(models.QuerySet["AksesData"]):
    """Words for reading who looked."""

    def terlihat(self, per: date) -> AksesDataQuerySet:
        """Without what would reveal a secret plan or an investigation on that day."""
        terbuka = models.Q(rahasia_sampai__isnull=True) | models.Q(rahasia_sampai__lt=per)
        return self.filter(terbuka)


class AksesData(models.Model):
    """Who looked at whose data, at what, and why; kept for :data:`jejak.akses.RETENSI_TAHUN`."""

    waktu = models.DateTimeField()
    hari = models.DateField()
    pelaku_id = models.CharField(max_length=64)
    pelaku_nama = models.TextField()
    pelaku_unit = models.TextField()
    pelaku_peran = models.TextField()
    sasaran = models.CharField(max_length=10, choices=SasaranAkses)
    pegawai_id = models.CharField(max_length=64)
    jumlah = models.PositiveIntegerField()
    saringan = models.TextField()
    apa = models.TextField()
    alasan = models.TextField()
    permintaan = models.CharField(max_length=64)
    rahasia_sampai = models.DateField(null=True)

    objects = AksesDataQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = verbose_name_plural = "akses data"
        indexes = [
            models.Index(fields=["pegawai_id", "-id"], name="jejak_akses_pegawai"),
            models.Index(fields=["pelaku_id", "-id"], name="jejak_akses_pelaku"),
            models.Index(fields=["hari", "id"], name="jejak_akses_hari"),
        ]
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_sasaran_dikenal",
                condition=models.Q(sasaran__in=["daftar", "ekspor", "pegawai"]),
                violation_error_message="Sasaran akses tidak dikenal.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_pegawai_disebut",
                condition=models.Q(models.Q(sasaran="pegawai"), ~models.Q(pegawai_id=""))
                | models.Q(~models.Q(sasaran="pegawai"), pegawai_id=""),
                violation_error_message="Akses data pegawai harus menyebut satu pegawai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pelaku_nama}: {self.apa}"

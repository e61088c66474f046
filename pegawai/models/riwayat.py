"""Histories: each a row with a beginning and an end."""

from __future__ import annotations

from django.db import models

from pegawai.models.acuan import StatusPegawai
from toolkit.constraints import in_order, one_open

_KELIRU = "Riwayat berakhir sebelum mulai."


class Riwayat(models.Model):
    """What all histories share. ``mulai`` may be unknown; open rows have no ``selesai``."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    mulai = models.DateField(null=True)
    selesai = models.DateField(null=True, blank=True)
    sumber = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True


class RiwayatStatus(Riwayat):
    """Status and legal standing."""

    status = models.CharField(max_length=8, choices=StatusPegawai)
    kedudukan = models.ForeignKey("pegawai.KedudukanHukum", on_delete=models.PROTECT, null=True)

    class Meta:
        verbose_name = "riwayat status"
        verbose_name_plural = "riwayat status"
        ordering = ["-mulai", "-pk"]
        constraints = [
            in_order("mulai", "selesai", message=_KELIRU),
            one_open("pegawai", until="selesai", message="Status lama belum diakhiri."),
        ]

    def __str__(self) -> str:
        return f"{self.status} {self.kedudukan or ''}".strip()


class RiwayatPangkat(Riwayat):
    """Golongan from its TMT on."""

    golongan = models.ForeignKey("pegawai.Golongan", on_delete=models.PROTECT)
    tmt = models.DateField("TMT", null=True)

    class Meta:
        verbose_name = "riwayat pangkat"
        verbose_name_plural = "riwayat pangkat"
        ordering = ["-mulai", "-pk"]
        constraints = [
            in_order("mulai", "selesai", message=_KELIRU),
            one_open("pegawai", until="selesai", message="Pangkat lama belum diakhiri."),
        ]

    def __str__(self) -> str:
        return str(self.golongan)


class RiwayatPendidikan(Riwayat):
    """The last education SIASN shows, as it changed from file to file."""

    tingkat = models.ForeignKey("pegawai.TingkatPendidikan", on_delete=models.PROTECT, null=True)
    pendidikan = models.ForeignKey("pegawai.Pendidikan", on_delete=models.PROTECT, null=True)
    tahun_lulus = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = "riwayat pendidikan"
        verbose_name_plural = "riwayat pendidikan"
        ordering = ["-tahun_lulus", "-pk"]
        constraints = [
            in_order("mulai", "selesai", message=_KELIRU),
            one_open("pegawai", until="selesai", message="Pendidikan lama belum diakhiri."),
        ]

    def __str__(self) -> str:
        return str(self.pendidikan or self.tingkat or "")


class RiwayatPelatihan(Riwayat):
    """A training with its hours (JP)."""

    nama = models.CharField(max_length=255)
    jam = models.PositiveSmallIntegerField("JP", null=True)
    penyelenggara = models.CharField(max_length=255, blank=True)

    class Meta:
        verbose_name = "riwayat pelatihan"
        verbose_name_plural = "riwayat pelatihan"
        ordering = ["-mulai", "-pk"]
        constraints = [in_order("mulai", "selesai", message=_KELIRU)]

    def __str__(self) -> str:
        return self.nama


class RiwayatSertifikat(Riwayat):
    """What somebody passed or is licensed to do; a licence ends on ``selesai``."""

    class Jenis(models.TextChoices):
        UJI_KOMPETENSI = "ukom", "Uji kompetensi"
        STR = "str", "STR"
        SIP = "sip", "SIP"
        PENDIDIK = "pendidik", "Sertifikat pendidik"
        LAIN = "lain", "Sertifikat lain"

    jenis = models.CharField(max_length=8, choices=Jenis)
    nama = models.CharField(max_length=255)
    nomor = models.CharField(max_length=150, blank=True)
    rumpun = models.CharField("untuk rumpun JF", max_length=120, blank=True)
    jenjang = models.CharField("untuk jenjang", max_length=2, blank=True)

    class Meta:
        verbose_name = "riwayat sertifikat"
        verbose_name_plural = "riwayat sertifikat"
        ordering = ["-mulai", "-pk"]
        constraints = [in_order("mulai", "selesai", message=_KELIRU)]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}: {self.nama}"


class RiwayatKinerja(models.Model):
    """The yearly predicate as printed, with its two ratings; a contradiction is kept and marked."""

    class Rating(models.TextChoices):
        DI_ATAS = "DI ATAS EKSPEKTASI", "Di atas ekspektasi"
        SESUAI = "SESUAI EKSPEKTASI", "Sesuai ekspektasi"
        DI_BAWAH = "DI BAWAH EKSPEKTASI", "Di bawah ekspektasi"

    class Predikat(models.TextChoices):
        SANGAT_BAIK = "SANGAT BAIK", "Sangat Baik"
        BAIK = "BAIK", "Baik"
        BUTUH_PERBAIKAN = "BUTUH PERBAIKAN", "Butuh Perbaikan"
        KURANG = "KURANG", "Kurang"
        SANGAT_KURANG = "SANGAT KURANG", "Sangat Kurang"

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="kinerja")
    tahun = models.PositiveSmallIntegerField()
    hasil = models.CharField(max_length=20, choices=Rating, blank=True)
    perilaku = models.CharField(max_length=20, choices=Rating, blank=True)
    predikat = models.CharField(max_length=20, choices=Predikat)
    bertentangan = models.BooleanField(default=False)
    sumber = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name = "riwayat kinerja"
        verbose_name_plural = "riwayat kinerja"
        ordering = ["-tahun"]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tahun"],
                name="%(app_label)s_%(class)s_sekali_setahun",
                violation_error_message="Predikat tahun itu sudah tercatat.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tahun}: {self.get_predikat_display()}"


class RiwayatDisiplin(Riwayat):
    """A sanction. Personal data of a special kind: shown only to those with ``disiplin.lihat``."""

    class Tingkat(models.TextChoices):
        RINGAN = "R", "Ringan"
        SEDANG = "S", "Sedang"
        BERAT = "B", "Berat"

    tingkat = models.CharField(max_length=1, choices=Tingkat)
    jenis = models.CharField(max_length=150)
    nomor_sk = models.CharField(max_length=255, blank=True)
    sedang_proses = models.BooleanField(default=False)

    class Meta:
        verbose_name = "riwayat disiplin"
        verbose_name_plural = "riwayat disiplin"
        ordering = ["-mulai", "-pk"]
        constraints = [in_order("mulai", "selesai", message=_KELIRU)]

    def __str__(self) -> str:
        return f"{self.get_tingkat_display()}: {self.jenis}"

"""PermintaanPerbaikan: somebody asks that his data be put right; the law gives 3x24 hours."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, one_of


class HalPerbaikan(models.TextChoices):
    """Which part of the file is wrong."""

    IDENTITAS = "identitas", "Nama, NIP, tanggal lahir"
    KEPEGAWAIAN = "kepegawaian", "Status, pangkat, jabatan, unit"
    PENDIDIKAN = "pendidikan", "Pendidikan, pelatihan, sertifikat"
    KINERJA = "kinerja", "Predikat, kehadiran, atau indikator"
    KOMPETENSI = "kompetensi", "Kompetensi atau kotak talenta"
    LAIN = "lain", "Lainnya"


class KeadaanPerbaikan(models.TextChoices):
    """Where a request stands."""

    DIAJUKAN = "diajukan", "Menunggu"
    DIPERBAIKI = "diperbaiki", "Sudah diperbaiki"
    DITOLAK = "ditolak", "Tidak diperbaiki"


class PermintaanPerbaikan(models.Model):
    """One request and its answer (UU 27/2022 Pasal 6 and 30). ``batas_pada``: 72 hours after."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    hal = models.CharField("bagian data", max_length=12, choices=HalPerbaikan)
    tertulis = models.CharField("yang tertulis", max_length=500)
    seharusnya = models.CharField("yang seharusnya", max_length=500)
    alasan = models.TextField("penjelasan", max_length=2000, blank=True)
    berkas = models.FileField("bukti", upload_to="perbaikan/%Y/%m/", blank=True)
    berkas_nama = models.CharField(max_length=255, blank=True)
    berkas_sha256 = models.CharField(max_length=64, blank=True)
    keadaan = models.CharField(
        max_length=10, choices=KeadaanPerbaikan, default=KeadaanPerbaikan.DIAJUKAN
    )
    diajukan_pada = models.DateTimeField()
    batas_pada = models.DateTimeField()
    ditanggapi_pada = models.DateTimeField(null=True, blank=True)
    ditanggapi_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tanggapan = models.TextField("tanggapan", max_length=2000, blank=True)

    class Meta:
        verbose_name = "permintaan perbaikan data"
        verbose_name_plural = "permintaan perbaikan data"
        ordering = ["-diajukan_pada", "-pk"]
        constraints = [
            one_of("hal", HalPerbaikan, message="Bagian data tidak dikenal."),
            one_of("keadaan", KeadaanPerbaikan, message="Keadaan permintaan tidak dikenal."),
            both_or_neither("ditanggapi", message="Tanggapan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanPerbaikan.DIAJUKAN, ditanggapi_oleh__isnull=True)
                | (
                    ~Q(keadaan=KeadaanPerbaikan.DIAJUKAN)
                    & Q(ditanggapi_oleh__isnull=False)
                    & ~Q(tanggapan="")
                ),
                name="%(app_label)s_%(class)s_jalan",
                violation_error_message="Permintaan ditanggapi dengan nama dan alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_hal_display()} · {self.diajukan_pada:%d-%m-%Y}"

"""Feedback as a dated conversation, counselling, and what follows from a result."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, one_of


class UmpanBalik(models.Model):
    """One message about somebody's work; read by him and his assessors. Added, never changed."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="umpan")
    periode = models.ForeignKey(
        "penilaian.PeriodeKinerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    balasan_dari = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="balasan"
    )
    tim = models.ForeignKey(
        "penilaian.TimKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    isi = models.TextField("isi", max_length=2000)
    pada = models.DateTimeField()
    oleh = models.ForeignKey("organisasi.Pengguna", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "umpan balik"
        verbose_name_plural = "umpan balik"
        ordering = ["-pada", "-pk"]

    def __str__(self) -> str:
        return self.isi[:80]


class KeadaanKonseling(models.TextChoices):
    """Where a request for counselling stands."""

    DIMINTA = "diminta", "Diminta"
    DIJADWALKAN = "dijadwalkan", "Dijadwalkan"
    SELESAI = "selesai", "Selesai"
    DIBATALKAN = "dibatalkan", "Dibatalkan"


class Konseling(models.Model):
    """Counselling somebody asked for. Its note is kept encrypted and read by the two only."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="+")
    konselor = models.ForeignKey("organisasi.Pengguna", on_delete=models.PROTECT, related_name="+")
    hal = models.CharField("tentang", max_length=255)
    keadaan = models.CharField(
        max_length=12, choices=KeadaanKonseling, default=KeadaanKonseling.DIMINTA
    )
    jadwal = models.DateField("jadwal", null=True, blank=True)
    catatan_sandi = models.BinaryField(null=True, editable=False)  # encrypted
    diminta_pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "konseling"
        verbose_name_plural = "konseling"
        ordering = ["-diminta_pada", "-pk"]
        constraints = [
            one_of("keadaan", KeadaanKonseling, message="Keadaan konseling tidak dikenal.")
        ]

    def __str__(self) -> str:
        return f"Konseling · {self.diminta_pada:%d-%m-%Y}"


class JenisTindakLanjut(models.TextChoices):
    """What may follow from a result (PermenPANRB 6/2022)."""

    PENGHARGAAN = "penghargaan", "Penghargaan"
    PEMBINAAN = "pembinaan", "Pembinaan"


class KeadaanTindakLanjut(models.TextChoices):
    """Proposed by a published rule; a named person accepts or not."""

    DIUSULKAN = "diusulkan", "Diusulkan"
    DITERIMA = "diterima", "Diterima"
    TIDAK_DITERIMA = "tidak_diterima", "Tidak diterima"


class TindakLanjut(models.Model):
    """A proposal that a result gives ground for, and what somebody decided about it."""

    hasil = models.ForeignKey(
        "penilaian.HasilPenilaian", on_delete=models.CASCADE, related_name="tindak_lanjut"
    )
    jenis = models.CharField(max_length=12, choices=JenisTindakLanjut)
    dasar = models.CharField("dasar usulan", max_length=500)
    keadaan = models.CharField(
        max_length=15, choices=KeadaanTindakLanjut, default=KeadaanTindakLanjut.DIUSULKAN
    )
    alasan = models.CharField("alasan keputusan", max_length=500, blank=True)
    dibuat_pada = models.DateTimeField()
    diputuskan_pada = models.DateTimeField(null=True, blank=True)
    diputuskan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "tindak lanjut"
        verbose_name_plural = "tindak lanjut"
        ordering = ["-dibuat_pada", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hasil", "jenis"],
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Usul yang sama sudah ada untuk hasil ini.",
            ),
            one_of("jenis", JenisTindakLanjut, message="Jenis tindak lanjut tidak dikenal."),
            one_of("keadaan", KeadaanTindakLanjut, message="Keadaan usul tidak dikenal."),
            both_or_neither("diputuskan", message="Keputusan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanTindakLanjut.DIUSULKAN, diputuskan_oleh__isnull=True)
                | (
                    ~Q(keadaan=KeadaanTindakLanjut.DIUSULKAN)
                    & Q(diputuskan_oleh__isnull=False)
                    & ~Q(alasan="")
                ),
                name="%(app_label)s_%(class)s_jalan",
                violation_error_message="Usul diterima atau tidak, dengan nama dan alasan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} · {self.hasil}"

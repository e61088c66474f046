"""Keberatan: an objection to a result, with its legal clock and its final decision."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, one_of


class KeadaanKeberatan(models.TextChoices):
    """Where an objection stands."""

    DIAJUKAN = "diajukan", "Diajukan"
    DIPERIKSA = "diperiksa", "Sedang diperiksa"
    DIPUTUS = "diputus", "Diputus"
    DICABUT = "dicabut", "Dicabut"


class PutusanKeberatan(models.TextChoices):
    """How it was decided."""

    DIKABULKAN = "dikabulkan", "Dikabulkan"
    SEBAGIAN = "sebagian", "Dikabulkan sebagian"
    DITOLAK = "ditolak", "Ditolak"


class JalurKeberatan(models.TextChoices):
    """How it came in."""

    LAYAR = "layar", "Diajukan sendiri"
    KERTAS = "kertas", "Surat, dicatat petugas"


class Keberatan(models.Model):
    """An objection to one result (PP 30/2019 Pasal 59). Decided: final and immutable (trigger).

    ``koreksi`` holds what the ruling puts in place of which raw value:
    [{"kriteria", "mentah", "alasan"}]; the next run reads it.
    """

    hasil = models.ForeignKey(
        "penilaian.HasilPenilaian", on_delete=models.PROTECT, related_name="keberatan"
    )
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    jalur = models.CharField(max_length=6, choices=JalurKeberatan, default=JalurKeberatan.LAYAR)
    nomor_surat = models.CharField("nomor surat", max_length=100, blank=True)
    tanggal = models.DateField("tanggal diajukan")
    diterima = models.DateField("hasil diterima pada")
    batas = models.DateField("batas pengajuan")
    batas_putus = models.DateField("batas putusan")
    alasan = models.TextField("alasan", max_length=4000)
    kriteria = models.JSONField("baris yang dibantah", default=list, blank=True)
    penilai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, related_name="+"
    )
    pemutus = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, related_name="+"
    )
    keadaan = models.CharField(
        max_length=10, choices=KeadaanKeberatan, default=KeadaanKeberatan.DIAJUKAN
    )
    putusan = models.CharField(max_length=10, choices=PutusanKeberatan, blank=True)
    pertimbangan = models.TextField("pertimbangan", max_length=4000, blank=True)
    koreksi = models.JSONField(default=list, blank=True)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The run in which an upheld objection was carried out.
    penilaian_ulang = models.ForeignKey(
        "penilaian.Penilaian", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "keberatan"
        verbose_name_plural = "keberatan"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["hasil"],
                condition=~Q(keadaan=KeadaanKeberatan.DICABUT),
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Keberatan atas hasil ini sudah diajukan.",
            ),
            one_of("keadaan", KeadaanKeberatan, message="Keadaan keberatan tidak dikenal."),
            one_of("jalur", JalurKeberatan, message="Jalur keberatan tidak dikenal."),
            both_or_neither("diputus", message="Putusan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=(
                    Q(keadaan=KeadaanKeberatan.DIPUTUS, diputus_oleh__isnull=False)
                    & Q(putusan__in=sorted(PutusanKeberatan.values))
                    & ~Q(pertimbangan="")
                )
                | (~Q(keadaan=KeadaanKeberatan.DIPUTUS) & Q(diputus_oleh__isnull=True, putusan="")),
                name="%(app_label)s_%(class)s_putusan",
                violation_error_message="Putusan keberatan harus beralasan dan bernama.",
            ),
            models.CheckConstraint(
                condition=Q(tanggal__lte=models.F("batas")),
                name="%(app_label)s_%(class)s_tepat_waktu",
                violation_error_message="Keberatan diajukan sesudah batas waktunya.",
            ),
        ]

    def __str__(self) -> str:
        return f"Keberatan {self.pegawai} · {self.tanggal:%d-%m-%Y}"


class PihakKeberatan(models.TextChoices):
    """Who speaks."""

    PEGAWAI = "pegawai", "Pegawai"
    PENILAI = "penilai", "Pejabat penilai"
    PEMUTUS = "pemutus", "Atasan pejabat penilai"


class KeteranganKeberatan(models.Model):
    """What one side said, with a file or without. Added, never changed."""

    keberatan = models.ForeignKey(Keberatan, on_delete=models.CASCADE, related_name="keterangan")
    pihak = models.CharField(max_length=8, choices=PihakKeberatan)
    isi = models.TextField("isi", max_length=4000)
    bukti = models.ForeignKey(
        "penilaian.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pada = models.DateTimeField()
    oleh = models.ForeignKey("organisasi.Pengguna", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "keterangan keberatan"
        verbose_name_plural = "keterangan keberatan"
        ordering = ["pada", "pk"]
        constraints = [one_of("pihak", PihakKeberatan, message="Pihak keberatan tidak dikenal.")]

    def __str__(self) -> str:
        return self.isi[:80]

"""What comes from outside: I-MUT and pertek, letters between instansi, permits, uploaded papers."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, one_of


class HasilPertek(models.TextChoices):
    """How BKN answered."""

    TERBIT = "terbit", "Pertek terbit"
    OTOMATIS = "otomatis", "Disetujui otomatis"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DITOLAK = "ditolak", "Ditolak"


class PertekBkn(models.Model):
    """One submission of one case to I-MUT and its answer.

    ``otomatis_pada``: the day on which silence is approval; None: it never is.
    """

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="pertek"
    )
    versi = models.PositiveIntegerField()
    nomor_imut = models.CharField("nomor usul I-MUT", max_length=100)
    diusulkan = models.DateField("diusulkan pada")
    batas = models.DateField("batas lima hari kerja")
    otomatis_pada = models.DateField("disetujui otomatis pada", null=True, blank=True)
    hasil = models.CharField(max_length=12, choices=HasilPertek, blank=True)
    nomor = models.CharField("nomor pertek", max_length=100, blank=True)
    tanggal = models.DateField("tanggal pertek", null=True, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    catatan = models.TextField("catatan NSPK", max_length=2000, blank=True)
    berkas = models.FileField(upload_to="pertek/%Y/", blank=True)
    berkas_sha256 = models.CharField(max_length=64, blank=True)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    dijawab_pada = models.DateTimeField(null=True, blank=True)
    dijawab_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "pertek BKN"
        verbose_name_plural = "pertek BKN"
        ordering = ["-diusulkan", "-pk"]
        constraints = [
            both_or_neither("dijawab", message="Hasil pertek memuat siapa dan kapan."),
            models.UniqueConstraint(
                fields=["usulan"], condition=Q(dijawab_pada__isnull=True),
                name="%(app_label)s_%(class)s_satu_terbuka",
                violation_error_message="Usulan ini masih menunggu jawaban BKN.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_terbit_bernomor",
                condition=~Q(hasil="terbit") | (~Q(nomor="") & Q(tanggal__isnull=False)),
                violation_error_message="Pertek yang terbit memuat nomor dan tanggalnya.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.nomor or self.nomor_imut


class JenisDokumenMasuk(models.TextChoices):
    """Papers that prove something: permits from outside and the documents D01-D11."""

    IZIN_MENDAGRI = "izin_mendagri", "Persetujuan Mendagri"
    GERBANG = "gerbang", "Persetujuan untuk jabatan khusus"
    USUL_PPK = "usul_ppk", "Surat usul PPK penerima"
    SETUJU_PPK = "setuju_ppk", "Surat persetujuan PPK asal"
    PERTEK_ANTAR = "pertek_antar", "Pertek antarinstansi"
    SK_ANTAR = "sk_antar", "SK mutasi Gubernur, Mendagri, atau BKN"
    D01 = "D01", "SK PNS"
    D02 = "D02", "Anjab dan ABK"
    D03 = "D03", "Surat permohonan pegawai"
    D06 = "D06", "Pernyataan tidak dalam proses hukuman atau peradilan"
    D07 = "D07", "SK pangkat atau jabatan terakhir"
    D08 = "D08", "Penilaian kinerja dua tahun"
    D09 = "D09", "Pernyataan tidak tugas belajar atau ikatan dinas"
    D10 = "D10", "Keterangan bebas temuan"
    D11 = "D11", "Rekomendasi Kemendagri"
    LAIN = "lain", "Dokumen lain"


class DokumenMasuk(models.Model):
    """A paper about one case: number, date, issuer, file with its hash. Replaced, never edited."""

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="dokumen_masuk"
    )
    jenis = models.CharField(max_length=14, choices=JenisDokumenMasuk)
    nomor = models.CharField("nomor", max_length=100)
    tanggal = models.DateField("tanggal")
    penerbit = models.CharField("penerbit", max_length=150)
    jabatan_disebut = models.CharField("jabatan yang disebut", max_length=255, blank=True)
    berlaku_sampai = models.DateField("berlaku sampai", null=True, blank=True)
    berkas = models.FileField(upload_to="dokumen-masuk/%Y/", blank=True)
    berkas_sha256 = models.CharField(max_length=64, blank=True)
    ditolak = models.BooleanField("isinya menolak", default=False)
    catatan = models.CharField(max_length=500, blank=True)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diganti_pada = models.DateTimeField(null=True, blank=True)
    diganti_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "dokumen masuk"
        verbose_name_plural = "dokumen masuk"
        ordering = ["-tanggal", "-pk"]
        indexes = [models.Index(fields=["usulan", "jenis"])]
        constraints = [
            one_of("jenis", JenisDokumenMasuk, message="Jenis dokumen tidak dikenal."),
            both_or_neither("diganti", message="Penggantian memuat siapa dan kapan."),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.nomor}"

"""UraianTugas and PerhitunganKebutuhan: the task rows of a post, and the need they make."""

from __future__ import annotations

from fractions import Fraction
from typing import Self

from django.db import models
from django.db.models import F, Q

from penilaian.kernel.abk import Periode, Tugas
from penilaian.kernel.hitungan import pecahan
from penilaian.models.kebutuhan import SumberKebutuhan
from toolkit.constraints import both_or_neither, one_of


class MetodeHitung(models.TextChoices):
    """How a need was computed: the names of the kernel, in words."""

    TUGAS_PER_TUGAS = "tugas_per_tugas", "Tugas per tugas jabatan"
    HASIL_KERJA = "hasil_kerja", "Hasil kerja"
    OBJEK_KERJA = "objek_kerja", "Objek kerja"
    PERALATAN_KERJA = "peralatan_kerja", "Peralatan kerja"
    WISN = "wisn", "WISN"
    WISN_81 = "wisn_81", "WISN lama"
    ABK_KES = "abk_kes", "ABK-Kes"
    GURU = "guru", "Perhitungan guru"
    PUSKESMAS = "puskesmas", "Ketenagaan minimal puskesmas"


class CaraBulat(models.TextChoices):
    """How the exact need became people: the names of the kernel, in words."""

    SETENGAH_NAIK = "setengah_naik", "pecahan 0,5 ke atas naik"
    NAIK = "naik", "selalu naik"
    WISN = "wisn", "batas WISN"
    GURU = "guru", "menurut jam tiap guru"
    TABEL = "tabel", "angka tetap"


class KeadaanHitung(models.TextChoices):
    """Where a computation stands on its way to a need."""

    DRAF = "draf", "Draf"
    DIPERIKSA = "diperiksa", "Sudah diperiksa"
    FINAL = "final", "Final"


class JalurHitung(models.TextChoices):
    """How it came in: typed and decided here, or decided on paper before."""

    ISIAN = "isian", "Isian di layar"
    IMPOR = "impor", "Impor"


class PeriodeVolume(models.TextChoices):
    """For which time a volume is stated: the periods of the kernel."""

    HARI = "hari", "hari"
    MINGGU = "minggu", "minggu"
    BULAN = "bulan", "bulan"
    TRIWULAN = "triwulan", "triwulan"
    SEMESTER = "semester", "semester"
    TAHUN = "tahun", "tahun"


class MacamTugas(models.TextChoices):
    """Whose work a task is. ABK adds all of them; WISN and ABK-Kes treat each kind its own way."""

    POKOK = "pokok", "Tugas pokok"
    PENUNJANG = "penunjang", "Penunjang semua pemangku"
    PERORANGAN = "perorangan", "Tambahan sebagian pemangku"


class PerhitunganQuerySet(models.QuerySet["PerhitunganKebutuhan"]):
    """Words of the domain about computations."""

    def berlaku(self) -> Self:
        """Those from which a need in force was taken."""
        return self.filter(kebutuhan__isnull=False)

    def abk_berlaku(self) -> Self:
        """Those by tasks from which an ABK need in force was taken."""
        return self.filter(kebutuhan__sumber=SumberKebutuhan.ABK)

    def abk_terbuka(self) -> Self:
        """Those by tasks still on their way: a draft, or checked and not decided."""
        return self.filter(sumber=SumberKebutuhan.ABK).exclude(keadaan=KeadaanHitung.FINAL)


class PerhitunganKebutuhan(models.Model):
    """One version of the computed need of one post from one source, with the constants it used.

    Draft, checked, final; a final one never changes again: a correction is the next version. The
    one in force is the one ``Kebutuhan.perhitungan`` names. ``menit`` is the exact load of a year
    as text, because a database would round it; with ``jke_menit`` it is the unrounded need.
    """

    formasi = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, related_name="perhitungan"
    )
    sumber = models.CharField(max_length=10, choices=SumberKebutuhan)
    metode = models.CharField(max_length=20, choices=MetodeHitung)
    versi = models.PositiveIntegerField()
    keadaan = models.CharField(max_length=10, choices=KeadaanHitung, default=KeadaanHitung.DRAF)
    jalur = models.CharField(max_length=6, choices=JalurHitung, default=JalurHitung.ISIAN)
    per = models.DateField("keadaan per tanggal")
    dasar = models.CharField(max_length=255, blank=True)
    tetapan = models.JSONField(default=list)  # [{"nama", "nilai", "dasar"}, ...]
    # The lines of a method that knows no task rows (subjects of a school, the staff table), as
    # text a page prints: [{"uraian", "nilai", "bulat", "cara", "asal"}, ...].
    rincian = models.JSONField(default=list)
    menit = models.CharField(max_length=80, blank=True)
    jke_menit = models.PositiveIntegerField(null=True)
    mentah = models.DecimalField(max_digits=12, decimal_places=4)
    jumlah = models.PositiveIntegerField()
    pembulatan = models.CharField(max_length=15, choices=CaraBulat)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diperiksa_pada = models.DateTimeField(null=True)
    diperiksa_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diputuskan_pada = models.DateTimeField(null=True)
    diputuskan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = PerhitunganQuerySet.as_manager()

    class Meta:
        verbose_name = "perhitungan kebutuhan"
        verbose_name_plural = "perhitungan kebutuhan"
        ordering = ["formasi_id", "sumber", "-versi"]
        constraints = [
            models.UniqueConstraint(
                fields=["formasi", "sumber", "versi"],
                name="%(app_label)s_%(class)s_versi",
                violation_error_message="Versi perhitungan itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["formasi", "sumber"],
                condition=~Q(keadaan=KeadaanHitung.FINAL),
                name="%(app_label)s_%(class)s_satu_terbuka",
                violation_error_message="Masih ada perhitungan formasi ini yang belum final.",
            ),
            one_of("sumber", SumberKebutuhan, message="Sumber kebutuhan tidak dikenal."),
            one_of("metode", MetodeHitung, message="Metode perhitungan tidak dikenal."),
            one_of("keadaan", KeadaanHitung, message="Keadaan perhitungan tidak dikenal."),
            one_of("jalur", JalurHitung, message="Jalur perhitungan tidak dikenal."),
            one_of("pembulatan", CaraBulat, message="Cara pembulatan tidak dikenal."),
            both_or_neither("diperiksa", message="Pemeriksaan harus memuat siapa dan kapan."),
            both_or_neither("diputuskan", message="Keputusan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(diperiksa_oleh__isnull=True) | ~Q(diperiksa_oleh=F("dibuat_oleh")),
                name="%(app_label)s_%(class)s_pemeriksa_lain",
                violation_error_message="Pemeriksa perhitungan tidak boleh pembuatnya sendiri.",
            ),
            models.CheckConstraint(
                condition=Q(
                    keadaan=KeadaanHitung.DRAF,
                    diperiksa_oleh__isnull=True, diputuskan_oleh__isnull=True,
                )
                | Q(
                    keadaan=KeadaanHitung.DIPERIKSA,
                    diperiksa_oleh__isnull=False, diputuskan_oleh__isnull=True,
                )
                | Q(
                    keadaan=KeadaanHitung.FINAL, jalur=JalurHitung.ISIAN,
                    diperiksa_oleh__isnull=False, diputuskan_oleh__isnull=False,
                )
                | Q(
                    keadaan=KeadaanHitung.FINAL, jalur=JalurHitung.IMPOR,
                    diperiksa_oleh__isnull=True, diputuskan_oleh__isnull=True,
                ),
                name="%(app_label)s_%(class)s_jalan",
                violation_error_message=(
                    "Perhitungan menjadi final sesudah diperiksa dan diputuskan, "
                    "atau langsung bila diputuskan di atas kertas dan diimpor."
                ),
            ),
            models.CheckConstraint(
                condition=Q(menit="", jke_menit__isnull=True)
                | (~Q(menit="") & Q(jke_menit__isnull=False, jke_menit__gt=0)),
                name="%(app_label)s_%(class)s_menit_jke",
                violation_error_message="Menit kerja dan JKE harus disimpan bersama.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.formasi} · versi {self.versi}"

    @property
    def nilai(self) -> Fraction:
        """The need before any rounding; four decimals where the method knows no minutes."""
        if self.jke_menit is None:
            return pecahan(self.mentah)
        return Fraction(self.menit) / self.jke_menit


class UraianTugas(models.Model):
    """One task of a post: how often a year it yields its result, and the minutes one result takes.

    ``alasan`` says why an odd number is right; ``catatan`` is anything else the maker wants known.
    """

    perhitungan = models.ForeignKey(
        PerhitunganKebutuhan, on_delete=models.CASCADE, related_name="tugas"
    )
    urutan = models.PositiveIntegerField()
    uraian = models.CharField("uraian tugas", max_length=500)
    macam = models.CharField(max_length=10, choices=MacamTugas, default=MacamTugas.POKOK)
    satuan = models.CharField("satuan hasil", max_length=100)
    volume = models.DecimalField(max_digits=14, decimal_places=6)
    periode = models.CharField(max_length=8, choices=PeriodeVolume)
    norma_menit = models.DecimalField("norma waktu (menit)", max_digits=14, decimal_places=6)
    catatan = models.CharField(max_length=500, blank=True)
    alasan = models.CharField("alasan angka tidak lazim", max_length=500, blank=True)

    class Meta:
        verbose_name = "uraian tugas"
        verbose_name_plural = "uraian tugas"
        ordering = ["perhitungan_id", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["perhitungan", "urutan"],
                name="%(app_label)s_%(class)s_urutan",
                violation_error_message="Dua uraian tugas mempunyai nomor urut yang sama.",
            ),
            one_of("periode", PeriodeVolume, message="Periode volume tidak dikenal."),
            one_of("macam", MacamTugas, message="Macam tugas tidak dikenal."),
            models.CheckConstraint(
                condition=Q(volume__gte=0),
                name="%(app_label)s_%(class)s_volume",
                violation_error_message="Volume tidak dapat kurang dari nol.",
            ),
            models.CheckConstraint(
                condition=Q(norma_menit__gt=0),
                name="%(app_label)s_%(class)s_norma",
                violation_error_message="Norma waktu harus lebih dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

    @property
    def tugas(self) -> Tugas:
        """As the kernel reads it."""
        return Tugas.isi(
            self.uraian, self.satuan, self.volume, Periode(self.periode), self.norma_menit
        )


class TemplatUraian(models.Model):
    """The final computation whose tasks are the model for one jabatan, until another is chosen."""

    jabatan = models.OneToOneField(
        "pegawai.Jabatan", on_delete=models.PROTECT, related_name="templat_uraian"
    )
    perhitungan = models.ForeignKey(
        PerhitunganKebutuhan, on_delete=models.PROTECT, related_name="templat"
    )
    ditetapkan_pada = models.DateTimeField()
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "templat uraian tugas"
        verbose_name_plural = "templat uraian tugas"
        ordering = ["jabatan__nama"]

    def __str__(self) -> str:
        return str(self.jabatan)

"""PeriodeKinerja and what is measured of a person in it, with evidence."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, in_order, one_of


class JenisPeriode(models.TextChoices):
    """The lengths of PermenPANRB 6/2022: periodic (month or quarter) and yearly."""

    BULAN = "bulan", "Bulanan"
    TRIWULAN = "triwulan", "Triwulanan"
    TAHUN = "tahun", "Tahunan"


class PeriodeKinerja(models.Model):
    """A stretch of time for which performance is measured: "2025", "2025-TW1", "2025-03"."""

    kode = models.CharField("kode", max_length=20, unique=True)
    nama = models.CharField("nama", max_length=100)
    jenis = models.CharField(max_length=10, choices=JenisPeriode)
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai")
    # From then on no value of it changes any more except by the ruling on an objection.
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    ditutup_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "periode kinerja"
        verbose_name_plural = "periode kinerja"
        ordering = ["-selesai", "-mulai"]
        constraints = [
            one_of("jenis", JenisPeriode, message="Jenis periode tidak dikenal."),
            in_order("mulai", "selesai", message="Periode berakhir sebelum mulai."),
            both_or_neither("ditutup", message="Penutupan harus memuat siapa dan kapan."),
        ]

    def __str__(self) -> str:
        return self.nama

    @property
    def tahunan(self) -> bool:
        """Whether yearly predicates speak for it."""
        return self.jenis == JenisPeriode.TAHUN

    def memuat(self, hari: date) -> bool:
        """Whether the day lies in it."""
        return self.mulai <= hari <= self.selesai


class MacamBukti(models.TextChoices):
    """What a file proves; decides who may open it."""

    INDIKATOR = "indikator", "Nilai indikator"
    INOVASI = "inovasi", "Inovasi"
    TIM = "tim", "Target tim"
    UNIT = "unit", "Indikator unit"
    KEBERATAN = "keberatan", "Keberatan"


class Bukti(models.Model):
    """An uploaded file of evidence: about one person, or about one unit (teams, unit results)."""

    macam = models.CharField(max_length=10, choices=MacamBukti)
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    nama = models.CharField("nama berkas", max_length=255)
    berkas = models.FileField(upload_to="bukti/%Y/%m/")
    sha256 = models.CharField(max_length=64)
    ukuran = models.PositiveBigIntegerField()
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "bukti"
        verbose_name_plural = "bukti"
        ordering = ["-pk"]
        constraints = [
            one_of("macam", MacamBukti, message="Macam bukti tidak dikenal."),
            models.CheckConstraint(
                condition=Q(pegawai__isnull=False, unit__isnull=True)
                | Q(pegawai__isnull=True, unit__isnull=False),
                name="%(app_label)s_%(class)s_milik_siapa",
                violation_error_message="Bukti melekat pada satu pegawai atau satu unit.",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


class Indikator(models.TextChoices):
    """What is counted of a person in a period. Shares are computed from these, never typed."""

    HARI_KERJA = "hari_kerja", "Hari kerja"
    HARI_HADIR = "hari_hadir", "Hari hadir"
    HARI_SAH = "hari_sah", "Hari tidak hadir dengan alasan sah"
    HARI_ALPA = "hari_alpa", "Hari tanpa keterangan"
    HARI_ALPA_BERUNTUN = "hari_alpa_beruntun", "Hari tanpa keterangan berturut-turut terpanjang"
    HARI_TEPAT = "hari_tepat", "Hari tanpa terlambat dan tanpa pulang cepat"
    MENIT_TERLAMBAT = "menit_terlambat", "Menit terlambat"
    MENIT_PULANG_CEPAT = "menit_pulang_cepat", "Menit pulang cepat"
    TUGAS_JATUH_TEMPO = "tugas_jatuh_tempo", "Tugas jatuh tempo"
    TUGAS_TEPAT_WAKTU = "tugas_tepat_waktu", "Tugas selesai tepat waktu"
    TUGAS_SELESAI = "tugas_selesai", "Tugas selesai"
    TUGAS_DIREVISI = "tugas_direvisi", "Tugas selesai yang direvisi"
    CAPAIAN_SKP = "capaian_skp", "Capaian SKP (persen)"
    RATING_HASIL = "rating_hasil", "Rating hasil kerja periodik"
    RATING_PERILAKU = "rating_perilaku", "Rating perilaku kerja periodik"
    PREDIKAT = "predikat", "Predikat kinerja periodik"


class NilaiIndikatorQuerySet(models.QuerySet["NilaiIndikator"]):
    """Words of the domain about measured values."""

    def berlaku(self) -> Self:
        """Not corrected by a later row."""
        return self.filter(digantikan_pada__isnull=True)


class NilaiIndikator(models.Model):
    """One measured value of one person in one period: a number, or the word of a rating.

    Never edited: a correction closes the row and adds the next.
    """

    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, related_name="nilai_indikator"
    )
    periode = models.ForeignKey(PeriodeKinerja, on_delete=models.PROTECT, related_name="nilai")
    indikator = models.CharField(max_length=20, choices=Indikator)
    nilai = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    kata = models.CharField(max_length=20, blank=True)
    sumber = models.CharField("sumber", max_length=255)
    bukti = models.ForeignKey(
        Bukti, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    digantikan_pada = models.DateTimeField(null=True, blank=True)
    digantikan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = NilaiIndikatorQuerySet.as_manager()

    class Meta:
        verbose_name = "nilai indikator"
        verbose_name_plural = "nilai indikator"
        ordering = ["pegawai_id", "periode_id", "indikator", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["periode", "pegawai", "indikator"],
                condition=Q(digantikan_pada__isnull=True),
                name="%(app_label)s_%(class)s_satu_berlaku",
                violation_error_message="Nilai indikator ini sudah tercatat untuk periode itu.",
            ),
            one_of("indikator", Indikator, message="Indikator tidak dikenal."),
            both_or_neither("digantikan", message="Penggantian harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(nilai__isnull=False, kata="") | (Q(nilai__isnull=True) & ~Q(kata="")),
                name="%(app_label)s_%(class)s_angka_atau_kata",
                violation_error_message="Nilai indikator berupa satu angka atau satu kata.",
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0),
                name="%(app_label)s_%(class)s_tidak_negatif",
                violation_error_message="Nilai indikator tidak dapat kurang dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_indikator_display()}: {self.kata or self.nilai}"


class KeadaanInovasi(models.TextChoices):
    """Whether somebody else has confirmed what it brought."""

    DIAJUKAN = "diajukan", "Menunggu verifikasi"
    TERVERIFIKASI = "terverifikasi", "Terverifikasi"
    DITOLAK = "ditolak", "Tidak diterima"


class InovasiQuerySet(models.QuerySet["Inovasi"]):
    """Which innovations bear on a period."""

    def pada(self, periode: PeriodeKinerja) -> Self:
        """By the day they began, whatever period they were proposed for: what counts in a quarter
        counts in the year around it too. Nobody waits for what lies in another, closed period: it
        can be verified no more."""
        masih = Q(periode=periode) | Q(periode__ditutup_pada__isnull=True)
        return self.filter(
            Q(keadaan=KeadaanInovasi.TERVERIFIKASI) | Q(masih, keadaan=KeadaanInovasi.DIAJUKAN),
            tanggal__gte=periode.mulai, tanggal__lte=periode.selesai,
        )  # fmt: skip


class Inovasi(models.Model):
    """A new idea or way of working with its benefit; counts once a second person verified it."""

    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="inovasi")
    periode = models.ForeignKey(PeriodeKinerja, on_delete=models.PROTECT, related_name="+")
    judul = models.CharField("judul", max_length=255)
    manfaat = models.TextField("manfaat dan cara mengukurnya", max_length=2000)
    tanggal = models.DateField("mulai diterapkan")
    bukti = models.ForeignKey(
        Bukti, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    keadaan = models.CharField(
        max_length=15, choices=KeadaanInovasi, default=KeadaanInovasi.DIAJUKAN
    )
    diajukan_pada = models.DateTimeField()
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diputuskan_pada = models.DateTimeField(null=True, blank=True)
    diputuskan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan = models.CharField("alasan keputusan", max_length=500, blank=True)

    objects = InovasiQuerySet.as_manager()

    class Meta:
        verbose_name = "inovasi"
        verbose_name_plural = "inovasi"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            one_of("keadaan", KeadaanInovasi, message="Keadaan inovasi tidak dikenal."),
            both_or_neither("diputuskan", message="Keputusan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(keadaan=KeadaanInovasi.DIAJUKAN, diputuskan_oleh__isnull=True)
                | (~Q(keadaan=KeadaanInovasi.DIAJUKAN) & Q(diputuskan_oleh__isnull=False)),
                name="%(app_label)s_%(class)s_jalan",
                violation_error_message="Inovasi diterima atau ditolak oleh seorang pejabat.",
            ),
            models.CheckConstraint(
                condition=Q(diputuskan_oleh__isnull=True)
                | ~Q(diputuskan_oleh=models.F("diajukan_oleh")),
                name="%(app_label)s_%(class)s_orang_lain",
                violation_error_message="Inovasi diverifikasi oleh orang lain dari pengajunya.",
            ),
        ]

    def __str__(self) -> str:
        return self.judul

"""What follows a decree: inauguration, the move on its day, handover, evaluation, objection."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, in_order, one_of


class Pelantikan(models.Model):
    """One inauguration of one decree: when, where, by whom, before which witnesses."""

    keputusan = models.ForeignKey(
        "mutasi.Keputusan", on_delete=models.PROTECT, related_name="pelantikan"
    )
    tanggal = models.DateField("tanggal")
    tempat = models.CharField("tempat", max_length=150)
    undangan = models.DateField("undangan disampaikan", null=True, blank=True)
    pejabat = models.CharField("dilantik oleh", max_length=200)
    saksi_satu = models.CharField("saksi pertama", max_length=200, blank=True)
    saksi_dua = models.CharField("saksi kedua", max_length=200, blank=True)
    rohaniwan = models.CharField("rohaniwan", max_length=200, blank=True)
    dilaksanakan_pada = models.DateTimeField(null=True, blank=True)
    dilaksanakan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_batal = models.CharField("alasan pembatalan", max_length=500, blank=True)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "pelantikan"
        verbose_name_plural = "pelantikan"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            in_order("undangan", "tanggal", message="Undangan disampaikan sesudah pelantikan."),
            both_or_neither("dilaksanakan", message="Pelaksanaan memuat siapa dan kapan."),
            both_or_neither("dibatalkan", message="Pembatalan memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(dibatalkan_pada__isnull=True, alasan_batal="")
                | (Q(dibatalkan_pada__isnull=False, dilaksanakan_pada__isnull=True)
                   & ~Q(alasan_batal="")),
                name="%(app_label)s_%(class)s_batal_beralasan",
                violation_error_message="Pelantikan yang dibatalkan memuat alasan dan belum "
                "dilaksanakan.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"pelantikan {self.tanggal:%d-%m-%Y}"


class PesertaPelantikan(models.Model):
    """Who was to be sworn in, and whether he was."""

    pelantikan = models.ForeignKey(Pelantikan, on_delete=models.CASCADE, related_name="peserta")
    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="pelantikan"
    )
    hadir = models.BooleanField(null=True)
    keterangan = models.CharField(max_length=150, blank=True)

    class Meta:
        verbose_name = "peserta pelantikan"
        verbose_name_plural = "peserta pelantikan"
        ordering = ["pelantikan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["pelantikan", "usulan"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Orang ini sudah menjadi peserta pelantikan.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"peserta {self.pk}"


class Spmt(models.Model):
    """The receiving head says since when the person works there."""

    usulan = models.OneToOneField(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="spmt"
    )
    nomor = models.CharField("nomor", max_length=100)
    tanggal = models.DateField("tanggal surat")
    mulai = models.DateField("melaksanakan tugas sejak")
    surat = models.ForeignKey(
        "mutasi.Surat", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "SPMT"
        verbose_name_plural = "SPMT"
        ordering = ["-tanggal", "-pk"]

    def __str__(self) -> str:
        return self.nomor


class ButirSerahTerima(models.TextChoices):
    """What is handed over at the old post."""

    ASET = "aset", "Barang milik daerah"
    AKUN = "akun", "Akun dan hak akses aplikasi"
    GAJI = "gaji", "Gaji dan tunjangan dipindahkan"
    SKP = "skp", "SKP di jabatan lama ditutup"
    TUGAS = "tugas", "Tugas dan dokumen diserahterimakan"


class SerahTerima(models.Model):
    """One item of the handover checklist of one case."""

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.CASCADE, related_name="serah_terima"
    )
    butir = models.CharField(max_length=6, choices=ButirSerahTerima)
    catatan = models.CharField(max_length=255, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)
    selesai_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "serah terima"
        verbose_name_plural = "serah terima"
        ordering = ["usulan", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan", "butir"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Butir serah terima ini sudah ada.",
            ),
            both_or_neither("selesai", message="Butir yang selesai memuat siapa dan kapan."),
            one_of("butir", ButirSerahTerima, message="Butir serah terima tidak dikenal."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.get_butir_display()


class JadwalEvaluasi(models.Model):
    """An evaluation that is due after a move (3, 6, 12 months by setting); step 7 fills it in."""

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.CASCADE, related_name="jadwal_evaluasi"
    )
    bulan = models.PositiveSmallIntegerField()
    jatuh_tempo = models.DateField()
    dilakukan_pada = models.DateTimeField(null=True, blank=True)
    dilakukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "jadwal evaluasi"
        verbose_name_plural = "jadwal evaluasi"
        ordering = ["jatuh_tempo", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan", "bulan"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Evaluasi ini sudah dijadwalkan.",
            ),
            both_or_neither("dilakukan", message="Evaluasi memuat siapa dan kapan."),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"evaluasi {self.bulan} bulan"


class PutusanKeberatanMutasi(models.TextChoices):
    """How an objection to a decree was decided."""

    DIKABULKAN = "dikabulkan", "Dikabulkan"
    DITOLAK = "ditolak", "Ditolak"


class KeberatanMutasi(models.Model):
    """An objection to a decree (UU 30/2014 Pasal 77); it does not stop the decree by itself.

    Upheld, it is carried out by a new decree that revokes or corrects.
    """

    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="keberatan"
    )
    keputusan = models.ForeignKey(
        "mutasi.Keputusan", on_delete=models.PROTECT, related_name="keberatan"
    )
    alasan = models.TextField("alasan", max_length=4000)
    batas = models.DateField("batas pengajuan")
    batas_putus = models.DateField("batas putusan")
    wakil = models.BooleanField("dicatat dari surat", default=False)
    nomor_surat = models.CharField("nomor surat", max_length=100, blank=True)
    diajukan_pada = models.DateTimeField()
    diajukan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    putusan = models.CharField(max_length=10, choices=PutusanKeberatanMutasi, blank=True)
    pertimbangan = models.TextField("pertimbangan", max_length=4000, blank=True)
    diputus_pada = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "keberatan mutasi"
        verbose_name_plural = "keberatan mutasi"
        ordering = ["-diajukan_pada", "-pk"]
        constraints = [
            both_or_neither("diputus", message="Putusan keberatan memuat siapa dan kapan."),
            models.UniqueConstraint(
                fields=["usulan", "keputusan"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Keberatan atas keputusan ini sudah diajukan.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_beralasan",
                condition=Q(putusan="") | ~Q(pertimbangan=""),
                violation_error_message="Putusan keberatan harus beralasan.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"keberatan {self.pk}"

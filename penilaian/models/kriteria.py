"""SetKriteria: published criteria with versions; the questions asked about them; the sessions."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from toolkit.constraints import both_or_neither, one_of


class KeluargaKriteria(models.TextChoices):
    """What a set judges: the families of the kernel, in words."""

    KINERJA = "kinerja", "Kinerja (bagaimana seseorang bekerja)"
    MUTASI = "mutasi", "Mutasi (siapa cocok di mana)"


class KeadaanKriteria(models.TextChoices):
    """Where a version stands. "Replaced" is no state: a later version in force says so."""

    DRAF = "draf", "Draf"
    DIPERIKSA = "diperiksa", "Sudah diperiksa"
    TERBIT = "terbit", "Terbit"


class ArahKriteria(models.TextChoices):
    """Which way is good: the directions of the kernel, in words."""

    NAIK = "naik", "makin besar makin baik"
    TURUN = "turun", "makin kecil makin baik"


class JenisSkala(models.TextChoices):
    """How a raw value becomes 0 to 100: the scales of the kernel, in words."""

    LINEAR = "linear", "Garis lurus antara dua batas"
    TANGGA = "tangga", "Tangga"
    TABEL = "tabel", "Tabel"
    RASIO = "rasio", "Rasio terhadap target, dengan batas atas"


class BilaKosong(models.TextChoices):
    """What happens when a value is missing: the rules of the kernel, in words."""

    TIDAK_LENGKAP = "tidak_lengkap", "Nilai belum lengkap"
    BOBOT_DIBAGI = "bobot_dibagi", "Bobotnya dibagi ke kriteria lain yang terukur"


class SetKriteriaQuerySet(models.QuerySet["SetKriteria"]):
    """Words of the domain about sets of criteria."""

    def terbit(self) -> Self:
        """Published: in force now, later, or once."""
        return self.filter(keadaan=KeadaanKriteria.TERBIT)

    def berlaku(self, per: date) -> Self:
        """Per code the published version in force on the day."""
        terbaru = (
            self.model._default_manager.filter(
                kode=models.OuterRef("kode"),
                keadaan=KeadaanKriteria.TERBIT,
                berlaku_mulai__lte=per,
            )
            .order_by("-berlaku_mulai", "-versi")
            .values("pk")[:1]
        )
        return self.filter(pk=models.Subquery(terbaru))

    def dengan_nama(self) -> Self:
        """With who made, checked and published each."""
        return self.select_related("dibuat_oleh", "diperiksa_oleh", "diterbitkan_oleh")

    def locked(self, pk: int) -> SetKriteria:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class SetKriteria(models.Model):
    """One version of one set: draft, checked by a second person, published; then it never changes.

    ``teks`` is the canonical text of the set with all its criteria as published and ``sha256`` its
    hash. A trigger refuses any change of a published version and of its criteria.
    """

    keluarga = models.CharField(max_length=10, choices=KeluargaKriteria)
    kode = models.CharField("kode", max_length=30)
    versi = models.PositiveIntegerField()
    nama = models.CharField("nama", max_length=150)
    pengantar = models.TextField("untuk siapa dan untuk apa", blank=True)
    dasar = models.CharField("dasar hukum", max_length=255)
    # A score counts only when criteria of at least this much weight were measured, in percent.
    bobot_minimal = models.DecimalField(max_digits=5, decimal_places=2, default=100)
    peringkat = models.BooleanField("memakai peringkat", default=False)
    urutan_seri = models.JSONField("urutan bila seri", default=list, blank=True)
    keadaan = models.CharField(max_length=10, choices=KeadaanKriteria, default=KeadaanKriteria.DRAF)
    berlaku_mulai = models.DateField("berlaku sejak", null=True, blank=True)
    teks = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    # Counts every saved change of the draft: what somebody edits or checks is what he saw.
    stempel = models.PositiveIntegerField(default=0)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    diperiksa_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diterbitkan_pada = models.DateTimeField(null=True, blank=True)
    diterbitkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SetKriteriaQuerySet.as_manager()

    class Meta:
        verbose_name = "set kriteria"
        verbose_name_plural = "set kriteria"
        ordering = ["keluarga", "kode", "-versi"]
        constraints = [
            models.UniqueConstraint(
                fields=["kode", "versi"],
                name="%(app_label)s_%(class)s_versi",
                violation_error_message="Versi kriteria itu sudah ada.",
            ),
            models.UniqueConstraint(
                fields=["kode"],
                condition=~Q(keadaan=KeadaanKriteria.TERBIT),
                name="%(app_label)s_%(class)s_satu_terbuka",
                violation_error_message="Masih ada draf kriteria ini yang belum terbit.",
            ),
            models.UniqueConstraint(
                fields=["kode", "berlaku_mulai"],
                condition=Q(keadaan=KeadaanKriteria.TERBIT),
                name="%(app_label)s_%(class)s_mulai",
                violation_error_message="Versi lain kriteria ini sudah berlaku sejak hari itu.",
            ),
            one_of("keluarga", KeluargaKriteria, message="Keluarga kriteria tidak dikenal."),
            one_of("keadaan", KeadaanKriteria, message="Keadaan kriteria tidak dikenal."),
            both_or_neither("diperiksa", message="Pemeriksaan harus memuat siapa dan kapan."),
            both_or_neither("diterbitkan", message="Penerbitan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=(
                    Q(diperiksa_oleh__isnull=True) | ~Q(diperiksa_oleh=F("dibuat_oleh"))
                ) & (Q(diterbitkan_oleh__isnull=True) | ~Q(diterbitkan_oleh=F("dibuat_oleh"))),
                name="%(app_label)s_%(class)s_orang_lain",
                violation_error_message="Penyusun kriteria tidak memeriksa atau menerbitkannya.",
            ),
            models.CheckConstraint(
                condition=Q(
                    keadaan=KeadaanKriteria.DRAF,
                    diperiksa_oleh__isnull=True, diterbitkan_oleh__isnull=True, sha256="",
                )
                | Q(
                    keadaan=KeadaanKriteria.DIPERIKSA,
                    diperiksa_oleh__isnull=False, diterbitkan_oleh__isnull=True, sha256="",
                )
                | (
                    Q(
                        keadaan=KeadaanKriteria.TERBIT, diperiksa_oleh__isnull=False,
                        diterbitkan_oleh__isnull=False, berlaku_mulai__isnull=False,
                    )
                    & ~Q(sha256="")
                    & ~Q(teks="")
                ),
                name="%(app_label)s_%(class)s_jalan",
                violation_error_message="Kriteria terbit sesudah diperiksa dan ditandatangani.",
            ),
            models.CheckConstraint(
                condition=Q(bobot_minimal__gte=0, bobot_minimal__lte=100),
                name="%(app_label)s_%(class)s_minimal",
                violation_error_message="Bobot minimal berada di antara 0 dan 100.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.nama} · versi {self.versi}"


class Kriteria(models.Model):
    """One criterion of one version. ``sumber`` is a code of the kernel's closed list of sources."""

    perangkat = models.ForeignKey(SetKriteria, on_delete=models.CASCADE, related_name="kriteria")
    urutan = models.PositiveIntegerField()
    kode = models.CharField("kode", max_length=30)
    bunyi = models.CharField("bunyi", max_length=500)
    dasar = models.CharField("dasar hukum", max_length=255)
    sumber = models.CharField("sumber data", max_length=30)
    satuan = models.CharField("satuan", max_length=40)
    arah = models.CharField(max_length=5, choices=ArahKriteria, default=ArahKriteria.NAIK)
    skala = models.CharField("skala", max_length=10, choices=JenisSkala)
    parameter = models.JSONField(default=dict)
    bobot = models.DecimalField("bobot", max_digits=5, decimal_places=2)
    bukti = models.CharField("bukti yang diminta", max_length=500)
    bila_kosong = models.CharField(max_length=15, choices=BilaKosong)

    class Meta:
        verbose_name = "kriteria"
        verbose_name_plural = "kriteria"
        ordering = ["perangkat_id", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["perangkat", "kode"],
                name="%(app_label)s_%(class)s_kode",
                violation_error_message="Kode kriteria itu sudah dipakai di set ini.",
            ),
            models.UniqueConstraint(
                fields=["perangkat", "urutan"],
                name="%(app_label)s_%(class)s_urutan",
                violation_error_message="Dua kriteria mempunyai nomor urut yang sama.",
            ),
            one_of("arah", ArahKriteria, message="Arah kriteria tidak dikenal."),
            one_of("skala", JenisSkala, message="Skala kriteria tidak dikenal."),
            one_of("bila_kosong", BilaKosong, message="Aturan nilai kosong tidak dikenal."),
            models.CheckConstraint(
                condition=Q(bobot__gt=0, bobot__lte=100),
                name="%(app_label)s_%(class)s_bobot",
                violation_error_message="Bobot lebih dari 0 dan paling besar 100.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode}: {self.bunyi}"


class TanyaKriteria(models.Model):
    """A question about a draft or a published set, and its answer; both stand on the set's page.

    Who asked is kept for the answer's message and never shown.
    """

    perangkat = models.ForeignKey(SetKriteria, on_delete=models.CASCADE, related_name="tanya")
    pertanyaan = models.TextField("pertanyaan", max_length=2000)
    ditanyakan_pada = models.DateTimeField()
    ditanyakan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    jawaban = models.TextField("jawaban", blank=True, max_length=4000)
    dijawab_pada = models.DateTimeField(null=True, blank=True)
    dijawab_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "pertanyaan tentang kriteria"
        verbose_name_plural = "pertanyaan tentang kriteria"
        ordering = ["-ditanyakan_pada", "-pk"]
        constraints = [
            both_or_neither("dijawab", message="Jawaban harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(jawaban="", dijawab_oleh__isnull=True)
                | (~Q(jawaban="") & Q(dijawab_oleh__isnull=False)),
                name="%(app_label)s_%(class)s_jawaban",
                violation_error_message="Jawaban tanpa penjawab, atau penjawab tanpa jawaban.",
            ),
        ]

    def __str__(self) -> str:
        return self.pertanyaan[:80]


class SosialisasiKriteria(models.Model):
    """A session at which a set was explained, and how many it reached."""

    perangkat = models.ForeignKey(SetKriteria, on_delete=models.CASCADE, related_name="sosialisasi")
    tanggal = models.DateField("tanggal")
    cara = models.CharField("cara dan tempat", max_length=255)
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sasaran = models.PositiveIntegerField("yang diundang")
    hadir = models.PositiveIntegerField("yang hadir")
    catatan = models.TextField(blank=True)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "sosialisasi kriteria"
        verbose_name_plural = "sosialisasi kriteria"
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(sasaran__gt=0, hadir__lte=F("sasaran")),
                name="%(app_label)s_%(class)s_hadir",
                violation_error_message="Yang hadir tidak dapat lebih dari yang diundang.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} · {self.cara}"

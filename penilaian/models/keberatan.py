"""Keberatan: an objection to a result, with its legal clock and its final decision."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
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


class KeberatanQuerySet(models.QuerySet["Keberatan"]):
    """Words of the domain about objections."""

    def berjalan(self) -> Self:
        """Neither decided nor withdrawn."""
        return self.filter(keadaan__in=(KeadaanKeberatan.DIAJUKAN, KeadaanKeberatan.DIPERIKSA))

    def dikabulkan(self) -> Self:
        """Decided for the employee, wholly or in part."""
        return self.filter(putusan__in=(PutusanKeberatan.DIKABULKAN, PutusanKeberatan.SEBAGIAN))

    def for_user(self, pengguna: Any, *, per: date) -> Self:
        """Those over whose unit one sees objections or writes paper ones down."""
        reach = Jangkauan.milik(pengguna, Izin.KEBERATAN_LIHAT, per=per)
        reach = reach.atau(Jangkauan.milik(pengguna, Izin.KEBERATAN_CATAT, per=per))
        return reach.saring(self, prefix="pegawai__unit__")

    def pihak(self, pengguna: Any) -> Self:
        """Those in which one is the employee, the assessor or the one who decides."""
        return self.filter(
            Q(pegawai__pengguna=pengguna)
            | Q(penilai__pengguna=pengguna)
            | Q(pemutus__pengguna=pengguna)
        )

    def terlihat(self, pengguna: Any, *, per: date) -> Self:
        """One's own cases and those within reach; to anybody else they do not exist."""
        return self.filter(
            Q(pk__in=self.model._default_manager.pihak(pengguna).values("pk"))
            | Q(pk__in=self.model._default_manager.for_user(pengguna, per=per).values("pk"))
        )

    def with_names(self) -> Self:
        """With everything a list or a policy reads."""
        return self.select_related(
            "pegawai__unit__opd", "penilai", "pemutus", "hasil__penilaian__periode",
            "dicatat_oleh", "diputus_oleh",
        ).defer("pegawai__siasn", "penilai__siasn", "pemutus__siasn", "hasil__rincian")  # fmt: skip

    def locked(self, pk: int) -> Keberatan:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).with_names().get(pk=pk)


class Keberatan(models.Model):
    """An objection to one result (PP 30/2019 Pasal 59). Decided: final and immutable (trigger).

    ``diperiksa_pada`` is also the moment from which the assessor has been asked for his side.
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
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    diperiksa_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)
    diputus_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The run in which an upheld objection was carried out.
    penilaian_ulang = models.ForeignKey(
        "penilaian.Penilaian", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = KeberatanQuerySet.as_manager()

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
            both_or_neither("diperiksa", message="Pemeriksaan harus memuat siapa dan kapan."),
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

    @property
    def berjalan(self) -> bool:
        """Neither decided nor withdrawn."""
        return self.keadaan in (KeadaanKeberatan.DIAJUKAN, KeadaanKeberatan.DIPERIKSA)

    @property
    def menang(self) -> bool:
        """Decided for the employee, wholly or in part: the result must be computed again."""
        return self.putusan in (PutusanKeberatan.DIKABULKAN, PutusanKeberatan.SEBAGIAN)


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


class PutusanSurat(models.Model):
    """A ruling on paper of an official who never logs in: recorded with its scan, counts once a
    second person has compared the two.
    """

    keberatan = models.ForeignKey(Keberatan, on_delete=models.CASCADE, related_name="putusan_surat")
    nomor = models.CharField("nomor surat putusan", max_length=100)
    tanggal = models.DateField("tanggal putusan")
    putusan = models.CharField(max_length=10, choices=PutusanKeberatan)
    pertimbangan = models.TextField("pertimbangan", max_length=4000)
    koreksi = models.JSONField(default=list, blank=True)
    bukti = models.ForeignKey("penilaian.Bukti", on_delete=models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    disahkan_pada = models.DateTimeField(null=True, blank=True)
    disahkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditolak_pada = models.DateTimeField(null=True, blank=True)
    ditolak_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "putusan keberatan lewat surat"
        verbose_name_plural = "putusan keberatan lewat surat"
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["keberatan"],
                condition=Q(ditolak_pada__isnull=True),
                name="%(app_label)s_%(class)s_satu",
                violation_error_message="Putusan lewat surat untuk keberatan ini sudah dicatat.",
            ),
            one_of("putusan", PutusanKeberatan, message="Putusan keberatan tidak dikenal."),
            both_or_neither("disahkan", message="Pengesahan harus memuat siapa dan kapan."),
            both_or_neither("ditolak", message="Penolakan catatan harus memuat siapa dan kapan."),
            models.CheckConstraint(
                condition=Q(disahkan_pada__isnull=True) | Q(ditolak_pada__isnull=True),
                name="%(app_label)s_%(class)s_satu_jalan",
                violation_error_message="Catatan putusan disahkan atau ditolak, tidak keduanya.",
            ),
            models.CheckConstraint(
                condition=Q(disahkan_oleh__isnull=True)
                | ~Q(disahkan_oleh=models.F("dicatat_oleh")),
                name="%(app_label)s_%(class)s_dua_orang",
                violation_error_message="Pengesah putusan harus orang lain dari pencatatnya.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nomor} · {self.get_putusan_display()}"

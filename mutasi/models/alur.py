"""Which gates a kind of move passes, and who may sign what: dated data with their basis."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from mutasi.kernel.jenis import NAMA_JENIS, NAMA_JENJANG, pilihan
from toolkit.constraints import both_or_neither, in_order, one_of, one_open


class AturanAlurQuerySet(models.QuerySet["AturanAlur"]):
    """Words of the domain about the matrix of gates."""

    def sah(self) -> Self:
        """Confirmed by a second person, or laid by the installation."""
        return self.filter(Q(disahkan_pada__isnull=False) | Q(diusulkan_pada__isnull=True))

    def menunggu(self) -> Self:
        """Proposed, and neither confirmed nor refused yet."""
        return self.filter(
            diusulkan_pada__isnull=False, disahkan_pada__isnull=True, ditolak_pada__isnull=True
        )

    def berlaku(self, per: date) -> Self:
        """The row in force on the day per kind and level; the newest start wins."""
        terbaru = (
            AturanAlur.objects.sah()
            .filter(jenis=OuterRef("jenis"), jenjang=OuterRef("jenjang"), mulai__lte=per)
            .order_by("-mulai", "-pk")
            .values("pk")[:1]
        )
        return self.filter(pk=Subquery(terbaru))

    def locked(self, pk: Any) -> AturanAlur:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class AturanAlur(models.Model):
    """The gates of one kind and level from a day on, with the legal basis. Never edited.

    Proposed by one, confirmed (or refused) by another; rows of the installation have neither.
    """

    jenis = models.CharField("jenis", max_length=20, choices=pilihan(NAMA_JENIS))
    jenjang = models.CharField("jenjang", max_length=14, choices=pilihan(NAMA_JENJANG))
    gerbang = models.JSONField("langkah wajib", default=list)
    mulai = models.DateField("berlaku sejak")
    dasar = models.CharField("dasar hukum", max_length=255)
    catatan = models.CharField("catatan", max_length=255, blank=True)
    diusulkan_pada = models.DateTimeField(null=True, blank=True)
    diusulkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    disahkan_pada = models.DateTimeField(null=True, blank=True)
    disahkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditolak_pada = models.DateTimeField(null=True, blank=True)
    ditolak_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    alasan_tolak = models.CharField("alasan menolak", max_length=500, blank=True)

    objects = AturanAlurQuerySet.as_manager()

    class Meta:
        verbose_name = "aturan alur"
        verbose_name_plural = "aturan alur"
        ordering = ["jenis", "jenjang", "-mulai"]
        constraints = [
            models.UniqueConstraint(
                fields=["jenis", "jenjang", "mulai"],
                condition=Q(ditolak_pada__isnull=True),
                name="%(app_label)s_%(class)s_mulai",
                violation_error_message="Langkah wajib ini sudah ditetapkan mulai hari itu.",
            ),
            both_or_neither("diusulkan", message="Penetapan langkah wajib memuat siapa dan kapan."),
            both_or_neither("disahkan", message="Pengesahan memuat siapa dan kapan."),
            both_or_neither("ditolak", message="Penolakan memuat siapa dan kapan."),
            one_open(
                "jenis", "jenjang", until="disahkan_pada", name="satu_menunggu",
                where=Q(diusulkan_pada__isnull=False, ditolak_pada__isnull=True),
                message="Masih ada usulan langkah wajib yang menunggu pengesahan.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_orang_lain",
                condition=Q(disahkan_oleh__isnull=True)
                | (Q(diusulkan_oleh__isnull=False) & ~Q(disahkan_oleh=F("diusulkan_oleh"))),
                violation_error_message="Langkah wajib disahkan orang lain daripada pengusulnya.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_satu_putusan",
                condition=Q(disahkan_pada__isnull=True) | Q(ditolak_pada__isnull=True),
                violation_error_message="Usulan langkah wajib disahkan atau ditolak, tidak dua.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} · {self.get_jenjang_display()}"


class KedudukanTandaTangan(models.TextChoices):
    """In what capacity somebody signs a decree (H13)."""

    DEFINITIF = "definitif", "PPK definitif"
    DELEGASI = "delegasi", "Penerima pendelegasian wewenang"
    PENJABAT = "pj", "Penjabat (Pj.) kepala daerah"
    PLT = "plt", "Pelaksana tugas (Plt.)"
    PLH = "plh", "Pelaksana harian (Plh.)"


class PenandatanganQuerySet(models.QuerySet["Penandatangan"]):
    """Words of the domain about signers."""

    def berlaku(self, per: date) -> Self:
        """In force on the day: ``mulai`` included, ``selesai`` excluded."""
        return self.filter(mulai__lte=per).filter(Q(selesai__isnull=True) | Q(selesai__gt=per))

    def locked(self, pk: Any) -> Penandatangan:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).select_related("pengguna").get(pk=pk)


class Penandatangan(models.Model):
    """Who may sign decrees of which levels, from when, on which basis (peraturan-mutasi 1.9).

    ``jenjang`` holds the levels; empty: all. An acting head also needs what H13 names: the numbers
    of Mendagri's approval and of BKN's consideration.
    """

    pengguna = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="tanda_tangan"
    )
    kedudukan = models.CharField("kedudukan", max_length=9, choices=KedudukanTandaTangan)
    sebutan = models.CharField("sebutan jabatan di SK", max_length=150)
    jenjang = models.JSONField("jenjang jabatan", default=list, blank=True)
    antar_instansi = models.BooleanField("juga antarinstansi", default=False)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    dasar = models.CharField("nomor keputusan", max_length=255)
    izin_mendagri = models.CharField("persetujuan Mendagri", max_length=150, blank=True)
    pertek_bkn = models.CharField("pertimbangan teknis BKN", max_length=150, blank=True)
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    objects = PenandatanganQuerySet.as_manager()

    class Meta:
        verbose_name = "penanda tangan"
        verbose_name_plural = "penanda tangan"
        ordering = ["-mulai", "-pk"]
        constraints = [
            one_of("kedudukan", KedudukanTandaTangan, message="Kedudukan tidak dikenal."),
            in_order("mulai", "selesai", message="Kewenangan berakhir sebelum mulai."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_bukan_diri",
                condition=~Q(pengguna=F("dicatat_oleh")),
                violation_error_message="Penanda tangan dicatat oleh orang lain.",
            ),
        ]

    def __str__(self) -> str:
        return self.sebutan

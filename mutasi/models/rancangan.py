"""Rancangan: a draft of moves made by hand. Secret: only the people named in it know it exists."""

from __future__ import annotations

from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from toolkit.constraints import both_or_neither, one_of, one_open


class RancanganQuerySet(models.QuerySet["Rancangan"]):
    """Words of the domain about drafts. There is no list of all of them."""

    def for_user(self, pengguna: Any) -> Self:
        """The drafts a person is named in; whatever his rights, no others."""
        if not getattr(pengguna, "is_authenticated", False):
            return self.none()
        return self.filter(anggota__pengguna=pengguna, anggota__dicabut_pada__isnull=True)

    def locked(self, pk: Any) -> Rancangan:
        """The row, held until the end of the transaction: acts in one draft take turns."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class Rancangan(models.Model):
    """A draft. ``versi`` rises with every change, so that two people see each other's."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    nama = models.CharField("nama", max_length=150)
    keterangan = models.TextField("keterangan", blank=True)
    tmt = models.DateField("rencana TMT")
    versi = models.PositiveIntegerField(default=0)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    ditutup_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RancanganQuerySet.as_manager()

    class Meta:
        verbose_name = "rancangan"
        verbose_name_plural = "rancangan"
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [both_or_neither("ditutup", message="Penutupan memuat siapa dan kapan.")]

    def __str__(self) -> str:
        # Names of drafts never enter the trail, a notification or a log.
        return "rancangan rahasia"


class AnggotaRancangan(models.Model):
    """Somebody who is named in a draft: ``ubah`` writes, others read."""

    rancangan = models.ForeignKey(Rancangan, on_delete=models.CASCADE, related_name="anggota")
    pengguna = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="rancangan_saya"
    )
    ubah = models.BooleanField("boleh mengubah", default=False)
    diundang_pada = models.DateTimeField()
    diundang_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "anggota rancangan"
        verbose_name_plural = "anggota rancangan"
        ordering = ["diundang_pada", "pk"]
        constraints = [
            both_or_neither("dicabut", message="Pencabutan memuat siapa dan kapan."),
            one_open(
                "rancangan",
                "pengguna",
                until="dicabut_pada",
                message="Orang ini sudah disebut di rancangan ini.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pengguna)


class BarisRancangan(models.Model):
    """One line: who, from where (as it was when written), to where.

    ``pegawai`` may still be empty (a vacancy looking for someone) and so may ``ke`` (someone
    looking for a place). The same person twice is allowed and flagged: it is a draft.
    ``versi`` is the line's own; an edit names the version it saw.
    """

    rancangan = models.ForeignKey(Rancangan, on_delete=models.CASCADE, related_name="baris")
    urutan = models.PositiveIntegerField()
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dari = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ke = models.ForeignKey(
        "pegawai.Formasi", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    permintaan = models.ForeignKey(
        "mutasi.PermintaanPegawai",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    catatan = models.CharField("catatan", max_length=500, blank=True)
    dasar = models.CharField("dasar dispensasi/demosi", max_length=255, blank=True)
    versi = models.PositiveIntegerField(default=1)
    dihapus = models.BooleanField(default=False)
    diubah_pada = models.DateTimeField()
    diubah_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "baris rancangan"
        verbose_name_plural = "baris rancangan"
        ordering = ["urutan", "pk"]
        indexes = [models.Index(fields=["rancangan", "dihapus", "urutan"])]

    def __str__(self) -> str:
        return f"baris {self.urutan}"


class AlasanPeringatan(models.Model):
    """Why a warning of one line was accepted; counts for the pair it was written for."""

    baris = models.ForeignKey(BarisRancangan, on_delete=models.CASCADE, related_name="alasan")
    kode = models.CharField("peringatan", max_length=4)
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.PROTECT, related_name="+")
    ke = models.ForeignKey("pegawai.Formasi", on_delete=models.PROTECT, related_name="+")
    alasan = models.TextField("alasan")
    ditulis_pada = models.DateTimeField()
    ditulis_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "alasan peringatan"
        verbose_name_plural = "alasan peringatan"
        ordering = ["-ditulis_pada", "-pk"]
        indexes = [models.Index(fields=["baris", "kode"])]

    def __str__(self) -> str:
        return self.kode


class MacamLangkah(models.TextChoices):
    """What a step of a draft did."""

    BUAT = "buat", "membuat rancangan"
    UBAH_JUDUL = "ubah_judul", "mengubah nama atau TMT"
    TAMBAH = "tambah", "menambah baris"
    UBAH = "ubah", "mengubah baris"
    HAPUS = "hapus", "menghapus baris"
    URUT = "urut", "memindahkan urutan baris"
    ALASAN = "alasan", "menulis alasan peringatan"
    BATAL = "batal", "membatalkan langkah"
    UNDANG = "undang", "menyebut orang di rancangan"
    CABUT = "cabut", "mencabut orang dari rancangan"
    CETAK = "cetak", "mencetak rancangan"
    TUTUP = "tutup", "menutup rancangan"


class LangkahRancangan(models.Model):
    """One step of a draft: who, when, what, before and after. Only ever added.

    The trail holds one sealed entry per step with ``sidik`` (a salted hash of this row), so that
    the history of a draft can be proved later without being readable now.
    """

    rancangan = models.ForeignKey(Rancangan, on_delete=models.CASCADE, related_name="langkah")
    nomor = models.PositiveIntegerField()
    macam = models.CharField(max_length=12, choices=MacamLangkah)
    baris = models.ForeignKey(
        BarisRancangan, on_delete=models.CASCADE, null=True, blank=True, related_name="langkah"
    )
    sebelum = models.JSONField(default=dict)
    sesudah = models.JSONField(default=dict)
    membatalkan = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="dibatalkan_oleh"
    )
    garam = models.CharField(max_length=32)
    sidik = models.CharField(max_length=64)
    pada = models.DateTimeField()
    oleh = models.ForeignKey("organisasi.Pengguna", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "langkah rancangan"
        verbose_name_plural = "langkah rancangan"
        ordering = ["-nomor"]
        constraints = [
            one_of("macam", MacamLangkah, message="Macam langkah tidak dikenal."),
            models.UniqueConstraint(
                fields=["rancangan", "nomor"],
                name="%(app_label)s_%(class)s_nomor",
                violation_error_message="Langkah rancangan bernomor ganda.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_batal_menyebut",
                condition=Q(membatalkan__isnull=True) | Q(macam=MacamLangkah.BATAL),
                violation_error_message="Hanya pembatalan yang menunjuk langkah lain.",
            ),
        ]

    def __str__(self) -> str:
        return f"langkah {self.nomor}"

"""Keputusan: decrees and other papers that go out; frozen, numbered, signed, never edited."""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import both_or_neither, one_of


class JenisKeputusan(models.TextChoices):
    """What a decree does."""

    MUTASI = "mutasi", "Keputusan mutasi"
    PENCABUTAN = "pencabutan", "Keputusan pencabutan"
    RALAT = "ralat", "Ralat keputusan"


class StatusKeputusan(models.TextChoices):
    """Where a decree stands; only a draft changes."""

    DRAF = "draf", "Draf"
    DITETAPKAN = "ditetapkan", "Berlaku"
    DIGANTI = "diganti", "Diganti"
    DICABUT = "dicabut", "Dicabut"
    BATAL = "batal", "Draf dibatalkan"


BERTANDA = (StatusKeputusan.DITETAPKAN, StatusKeputusan.DIGANTI, StatusKeputusan.DICABUT)


class KeputusanQuerySet(models.QuerySet["Keputusan"]):
    """Words of the domain about decrees."""

    def for_user(self, pengguna: Any, *, per: date) -> Self:
        """Decrees with a case one may see; the drafts only for those who work on them."""
        from mutasi.models.usulan import UsulanMutasi

        tampak = UsulanMutasi.objects.for_user(pengguna, per=per).order_by().values("pk")
        rows = self.filter(
            pk__in=BarisKeputusan.objects.filter(usulan__in=tampak).values("keputusan")
        )
        bekerja = (Izin.KEPUTUSAN_SUSUN, Izin.KEPUTUSAN_NOMORI, Izin.KEPUTUSAN_TETAPKAN)
        if all(Jangkauan.milik(pengguna, izin, per=per).kosong for izin in bekerja):
            return rows.filter(status__in=BERTANDA)
        return rows

    def locked(self, pk: Any) -> Keputusan:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).select_related("berkas").get(pk=pk)


class Keputusan(models.Model):
    """One decree. ``isi`` is canonical JSON from which the PDF is made; ``sidik`` its sha256.

    ``kode`` is the unguessable part of the check page's address. ``ubah_dari`` is what this one
    replaces, corrects or revokes. ``bertanda`` is the signed file (TTE or scan), kept unchanged.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    jenis = models.CharField(max_length=10, choices=JenisKeputusan, default=JenisKeputusan.MUTASI)
    berkas = models.ForeignKey(
        "mutasi.BerkasMutasi", on_delete=models.PROTECT, related_name="keputusan"
    )
    status = models.CharField(max_length=10, choices=StatusKeputusan, default=StatusKeputusan.DRAF)
    tentang = models.CharField("tentang", max_length=500)
    nomor = models.CharField("nomor", max_length=100, blank=True)
    tanggal = models.DateField("tanggal", null=True, blank=True)
    tmt = models.DateField("TMT")
    penandatangan = models.ForeignKey(
        "mutasi.Penandatangan", on_delete=models.PROTECT, related_name="keputusan"
    )
    alasan = models.TextField("alasan (pencabutan atau ralat)", max_length=2000, blank=True)
    isi = models.TextField(blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    pdf = models.FileField(upload_to="keputusan/%Y/", blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    bertanda = models.FileField(upload_to="keputusan/%Y/", blank=True)
    bertanda_sha256 = models.CharField(max_length=64, blank=True)
    bertanda_pada = models.DateTimeField(null=True, blank=True)
    bertanda_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kode = models.CharField(max_length=43, unique=True)
    ubah_dari = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="perubahan"
    )
    disusun_pada = models.DateTimeField()
    disusun_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    dinomori_pada = models.DateTimeField(null=True, blank=True)
    dinomori_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ditetapkan_pada = models.DateTimeField(null=True, blank=True)
    ditetapkan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = KeputusanQuerySet.as_manager()

    class Meta:
        verbose_name = "keputusan"
        verbose_name_plural = "keputusan"
        ordering = ["-disusun_pada", "-pk"]
        constraints = [
            one_of("jenis", JenisKeputusan, message="Jenis keputusan tidak dikenal."),
            one_of("status", StatusKeputusan, message="Status keputusan tidak dikenal."),
            both_or_neither("dinomori", message="Penomoran memuat siapa dan kapan."),
            both_or_neither("ditetapkan", message="Penetapan memuat siapa dan kapan."),
            both_or_neither("bertanda", message="Unggahan bertanda tangan memuat siapa dan kapan."),
            models.UniqueConstraint(
                fields=["nomor"], condition=~Q(nomor=""), name="%(app_label)s_%(class)s_nomor",
                violation_error_message="Nomor keputusan ini sudah dipakai.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_bernomor",
                condition=Q(status__in=("draf", "batal"))
                | (~Q(nomor="") & Q(tanggal__isnull=False) & ~Q(sidik="")
                   & Q(ditetapkan_pada__isnull=False)),
                violation_error_message="Keputusan yang ditetapkan memuat nomor, tanggal, dan isi.",
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_perubahan_menyebut",
                condition=Q(jenis="mutasi") | Q(ubah_dari__isnull=False),
                violation_error_message="Pencabutan dan ralat menyebut keputusan yang diubahnya.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_jenis_display().lower()} {self.nomor or '(belum bernomor)'}"


class BarisKeputusan(models.Model):
    """One person in a decree's annex. ``pulihkan``: a revocation that gives the old post back."""

    keputusan = models.ForeignKey(Keputusan, on_delete=models.PROTECT, related_name="baris")
    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, related_name="keputusan"
    )
    urutan = models.PositiveIntegerField()
    pulihkan = models.BooleanField("kembali ke jabatan semula", default=False)
    petikan_diterima = models.DateField("petikan diterima pada", null=True, blank=True)

    class Meta:
        verbose_name = "baris keputusan"
        verbose_name_plural = "baris keputusan"
        ordering = ["keputusan", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["keputusan", "usulan"], name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Usulan ini sudah ada di keputusan itu.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"baris {self.urutan}"


class DeretNomor(models.Model):
    """The last number of one own series in one year; whoever issues holds this row (gapless)."""

    deret = models.CharField(max_length=30)
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "deret nomor"
        verbose_name_plural = "deret nomor"
        constraints = [
            models.UniqueConstraint(
                fields=["deret", "tahun"], name="%(app_label)s_%(class)s_tahun",
                violation_error_message="Deret nomor tahun ini sudah ada.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.deret} {self.tahun}"


class JenisSurat(models.TextChoices):
    """Papers beside the decree."""

    USULAN = "usulan", "Surat usulan"
    NOTA_DINAS = "nota_dinas", "Nota dinas"
    UNDANGAN = "undangan", "Undangan pelantikan"
    BA_TPK = "ba_tpk", "Berita acara TPK"
    BA_SUMPAH = "ba_sumpah", "Berita acara sumpah"
    SPP = "spp", "Surat pernyataan pelantikan"
    SPMJ = "spmj", "Surat pernyataan menduduki jabatan"
    SPMT = "spmt", "Surat pernyataan melaksanakan tugas"
    PEMBERITAHUAN = "pemberitahuan", "Pemberitahuan kepada pegawai"


class Surat(models.Model):
    """A paper made from frozen data about a file, a case or a session; its PDF and hash."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    jenis = models.CharField(max_length=14, choices=JenisSurat)
    berkas = models.ForeignKey(
        "mutasi.BerkasMutasi", on_delete=models.PROTECT, null=True, blank=True, related_name="surat"
    )
    usulan = models.ForeignKey(
        "mutasi.UsulanMutasi", on_delete=models.PROTECT, null=True, blank=True, related_name="surat"
    )
    sidang = models.ForeignKey(
        "mutasi.SidangTPK", on_delete=models.PROTECT, null=True, blank=True, related_name="surat"
    )
    nomor = models.CharField("nomor", max_length=100, blank=True)
    tanggal = models.DateField("tanggal")
    isi = models.TextField()
    sidik = models.CharField(max_length=64)
    kode = models.CharField(max_length=43, unique=True)
    pdf = models.FileField(upload_to="surat/%Y/", blank=True)
    pdf_sha256 = models.CharField(max_length=64, blank=True)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "surat"
        verbose_name_plural = "surat"
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [
            one_of("jenis", JenisSurat, message="Jenis surat tidak dikenal."),
            models.UniqueConstraint(
                fields=["jenis", "nomor"], condition=~Q(nomor=""),
                name="%(app_label)s_%(class)s_nomor",
                violation_error_message="Nomor surat ini sudah dipakai.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_jenis_display().lower()} {self.nomor}".strip()


class TemplatSurat(models.Model):
    """A letter's Word template as the office edited it; the newest one in use counts."""

    jenis = models.CharField(max_length=14, choices=JenisSurat)
    berkas = models.FileField(upload_to="templat/%Y/")
    berkas_sha256 = models.CharField(max_length=64)
    diunggah_pada = models.DateTimeField()
    diunggah_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "templat surat"
        verbose_name_plural = "templat surat"
        ordering = ["jenis", "-diunggah_pada"]
        constraints = [
            one_of("jenis", JenisSurat, message="Jenis surat tidak dikenal."),
            both_or_neither("dicabut", message="Pencabutan templat memuat siapa dan kapan."),
        ]

    def __str__(self) -> str:
        return self.get_jenis_display()

"""BerkasMutasi (rombongan): 1 to 300 cases with one set of minutes, one pertek, one decree."""

from __future__ import annotations

from datetime import date
from typing import Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import Q

from mutasi.kernel.jenis import NAMA_SUMBER, pilihan
from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.constraints import both_or_neither, one_open


class BerkasMutasiQuerySet(models.QuerySet["BerkasMutasi"]):
    """Words of the domain about files."""

    def for_user(self, pengguna: Any, *, per: date) -> Self:
        """Files in which one is named, and those with a case one may see."""
        from mutasi.models.usulan import UsulanMutasi

        if not getattr(pengguna, "is_authenticated", False):
            return self.none()
        bernama = Q(pk__in=AnggotaBerkas.objects.aktif().filter(pengguna=pengguna).values("berkas"))
        if Jangkauan.milik(pengguna, Izin.USULAN_LIHAT, per=per).kosong:
            bernama = Q(pk__in=[])
        tampak = UsulanMutasi.objects.for_user(pengguna, per=per)
        return self.filter(bernama | Q(pk__in=tampak.order_by().values("berkas")))

    def locked(self, pk: Any) -> BerkasMutasi:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).get(pk=pk)


class BerkasMutasi(models.Model):
    """A file of cases that travel together; each case keeps its own state.

    ``nomor`` is the register number BKD cites ("B-2026-0012"). ``tmt`` is the planned day; the
    decree fixes the real one.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    nomor = models.CharField("nomor berkas", max_length=30, unique=True)
    nama = models.CharField("nama", max_length=150)
    keterangan = models.TextField("keterangan", blank=True)
    sumber = models.CharField("sumber", max_length=10, choices=pilihan(NAMA_SUMBER))
    tmt = models.DateField("rencana TMT")
    rancangan = models.ForeignKey(
        "mutasi.Rancangan", on_delete=models.PROTECT, null=True, blank=True, related_name="berkas"
    )
    dipecah_dari = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="pecahan"
    )
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    ditutup_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = BerkasMutasiQuerySet.as_manager()

    class Meta:
        verbose_name = "berkas mutasi"
        verbose_name_plural = "berkas mutasi"
        ordering = ["-dibuat_pada", "-pk"]
        constraints = [both_or_neither("ditutup", message="Penutupan memuat siapa dan kapan.")]

    def __str__(self) -> str:
        # The name of a file may say whom it is about; its number does not.
        return f"berkas {self.nomor}"


class AnggotaBerkasQuerySet(models.QuerySet["AnggotaBerkas"]):
    """Words of the domain about people named in a file."""

    def aktif(self) -> Self:
        """Named and not struck."""
        return self.filter(dicabut_pada__isnull=True)


class AnggotaBerkas(models.Model):
    """Somebody who is named in a file while it is secret: ``ubah`` writes, others read."""

    berkas = models.ForeignKey(BerkasMutasi, on_delete=models.CASCADE, related_name="anggota")
    pengguna = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="berkas_saya"
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

    objects = AnggotaBerkasQuerySet.as_manager()

    class Meta:
        verbose_name = "anggota berkas"
        verbose_name_plural = "anggota berkas"
        ordering = ["diundang_pada", "pk"]
        constraints = [
            both_or_neither("dicabut", message="Pencabutan memuat siapa dan kapan."),
            one_open(
                "berkas", "pengguna", until="dicabut_pada",
                message="Orang ini sudah disebut di berkas ini.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pengguna)

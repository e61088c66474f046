"""Schools as Dapodik reports them: classes, lessons with their hours, extra duties of teachers."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Max, Q

from toolkit.constraints import one_of, unique_also_empty


class TugasTambahan(models.TextChoices):
    """Duties that stand for lesson hours; the constant ``jtm_tugas_tambahan`` names them by these
    labels in lower case."""

    KEPALA_SEKOLAH = "kepala_sekolah", "Kepala sekolah"
    WAKIL_KEPALA = "wakil_kepala_sekolah", "Wakil kepala sekolah"


class RombelQuerySet(models.QuerySet["Rombel"]):
    """Words of the domain about classes."""

    def terbaru(self) -> Self:
        """Of each school the classes of the last semester it reported."""
        akhir = (
            Rombel.objects.order_by()
            .filter(unit=models.OuterRef("unit"))
            .values("unit")
            .annotate(n=Max("semester"))
            .values("n")
        )
        return self.filter(semester=models.Subquery(akhir))


class Rombel(models.Model):
    """One class of one school in one semester.

    ``semester`` is Dapodik's own code: the year the school year begins and 1 (ganjil) or 2 (genap).
    """

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="rombel"
    )
    semester = models.CharField(max_length=5)
    nama = models.CharField("rombel", max_length=60)
    tingkat = models.PositiveSmallIntegerField()
    murid = models.PositiveIntegerField()
    per = models.DateField("keadaan per tanggal")
    sumber = models.CharField(max_length=255)  # the file that said so

    objects = RombelQuerySet.as_manager()

    class Meta:
        verbose_name = "rombel"
        verbose_name_plural = "rombel"
        ordering = ["unit_id", "semester", "tingkat", "nama"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "semester", "nama"],
                name="%(app_label)s_%(class)s_unit_semester_nama",
                violation_error_message="Rombel itu sudah ada di sekolah ini pada semester itu.",
            ),
            models.CheckConstraint(
                condition=Q(semester__regex=r"^20[0-9]{2}[12]$"),
                name="%(app_label)s_%(class)s_semester",
                violation_error_message="Semester ditulis seperti Dapodik: 20261 atau 20262.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} · {self.unit}"


class Pembelajaran(models.Model):
    """A subject taught in a class: its hours a week and who teaches it.

    ``pegawai`` is empty when nobody does, or when a teacher does who is no ASN (``non_asn``): he
    fills no seat, and nothing is kept about him.
    """

    rombel = models.ForeignKey(Rombel, on_delete=models.CASCADE, related_name="pembelajaran")
    mapel = models.CharField("mata pelajaran", max_length=120)
    jtm = models.DecimalField("jam tatap muka seminggu", max_digits=5, decimal_places=2)
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, null=True, related_name="pembelajaran"
    )
    non_asn = models.BooleanField("diajar guru bukan ASN", default=False)

    class Meta:
        verbose_name = "pembelajaran"
        verbose_name_plural = "pembelajaran"
        ordering = ["rombel_id", "mapel", "pk"]
        constraints = [
            *unique_also_empty(
                "rombel",
                "mapel",
                empty="pegawai",
                name="rombel_mapel_guru",
                message="Mata pelajaran itu sudah dicatat di rombel ini.",
            ),
            models.CheckConstraint(
                condition=Q(jtm__gt=0),
                name="%(app_label)s_%(class)s_jtm",
                violation_error_message="Jam tatap muka harus lebih dari nol.",
            ),
            models.CheckConstraint(
                condition=Q(pegawai__isnull=True) | Q(non_asn=False),
                name="%(app_label)s_%(class)s_non_asn",
                violation_error_message="Guru yang tercatat sebagai pegawai adalah ASN.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mapel} · {self.rombel}"


class TugasGuru(models.Model):
    """An extra duty a teacher holds at a school in a semester."""

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="tugas_guru"
    )
    semester = models.CharField(max_length=5)
    pegawai = models.ForeignKey(
        "pegawai.Pegawai", on_delete=models.CASCADE, related_name="tugas_guru"
    )
    tugas = models.CharField("tugas tambahan", max_length=60, choices=TugasTambahan)

    class Meta:
        verbose_name = "tugas tambahan guru"
        verbose_name_plural = "tugas tambahan guru"
        ordering = ["unit_id", "semester", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "semester", "pegawai"],
                name="%(app_label)s_%(class)s_satu",
                violation_error_message="Guru ini sudah mempunyai tugas tambahan di sekolah itu.",
            ),
            one_of("tugas", TugasTambahan, message="Tugas tambahan tidak dikenal."),
        ]

    def __str__(self) -> str:
        return f"{self.get_tugas_display()} · {self.unit}"

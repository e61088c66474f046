"""TimKerja with members and targets; IndikatorUnit with the results of a unit per period."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from organisasi.models import Jangkauan
from penilaian.models.kriteria import ArahKriteria
from toolkit.constraints import in_order, one_of, one_open


class SumberIndikatorUnit(models.TextChoices):
    """Where the result of a unit comes from."""

    WAKTU_LAYANAN = "waktu_layanan", "Waktu layanan"
    PENGADUAN = "pengaduan", "Pengaduan"
    IKM = "ikm", "Indeks Kepuasan Masyarakat (IKM)"
    PROGRAM = "program", "Capaian program"
    LAIN = "lain", "Lainnya"


class IndikatorUnit(models.Model):
    """What a unit is measured by, from a day on."""

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="indikator"
    )
    kode = models.CharField("kode", max_length=30)
    nama = models.CharField("nama", max_length=255)
    sumber = models.CharField(max_length=15, choices=SumberIndikatorUnit)
    satuan = models.CharField("satuan", max_length=40)
    arah = models.CharField(max_length=5, choices=ArahKriteria, default=ArahKriteria.NAIK)
    dasar = models.CharField("dasar", max_length=255, blank=True)
    mulai = models.DateField("dipakai sejak")
    selesai = models.DateField("sampai", null=True, blank=True)

    class Meta:
        verbose_name = "indikator unit"
        verbose_name_plural = "indikator unit"
        ordering = ["unit__kiri", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kode"],
                name="%(app_label)s_%(class)s_kode",
                violation_error_message="Kode indikator itu sudah dipakai unit ini.",
            ),
            one_of("sumber", SumberIndikatorUnit, message="Sumber indikator tidak dikenal."),
            one_of("arah", ArahKriteria, message="Arah indikator tidak dikenal."),
            in_order("mulai", "selesai", message="Indikator berakhir sebelum mulai."),
        ]

    def __str__(self) -> str:
        return self.nama


class CapaianUnit(models.Model):
    """Target and value of one unit indicator in one period."""

    indikator = models.ForeignKey(IndikatorUnit, on_delete=models.CASCADE, related_name="capaian")
    periode = models.ForeignKey(
        "penilaian.PeriodeKinerja", on_delete=models.PROTECT, related_name="+"
    )
    target = models.DecimalField(max_digits=14, decimal_places=2)
    nilai = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    sumber = models.CharField("sumber angka", max_length=255)
    bukti = models.ForeignKey(
        "penilaian.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "capaian unit"
        verbose_name_plural = "capaian unit"
        ordering = ["indikator_id", "-periode__selesai"]
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "periode"],
                name="%(app_label)s_%(class)s_sekali",
                violation_error_message="Capaian indikator ini untuk periode itu sudah ada.",
            ),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(nilai__isnull=True) | Q(nilai__gte=0)),
                name="%(app_label)s_%(class)s_tidak_negatif",
                violation_error_message="Target dan nilai tidak dapat kurang dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indikator} · {self.periode}"


class TimKerjaQuerySet(models.QuerySet["TimKerja"]):
    """Words of the domain about teams."""

    def for_user(self, pengguna: Any, izin: str, *, per: date) -> Self:
        """Teams at home in an office over which the user holds the right."""
        return Jangkauan.milik(pengguna, izin, per=per).saring(self, prefix="unit__")


class TimKerja(models.Model):
    """A team with its mandate (SK), at home in one unit; its members may come from others."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="tim")
    nama = models.CharField("nama", max_length=255)
    mandat = models.TextField("mandat", max_length=2000)
    dasar = models.CharField("nomor SK/surat tugas", max_length=255)
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai", null=True, blank=True)
    dibuat_pada = models.DateTimeField()
    dibuat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    objects = TimKerjaQuerySet.as_manager()

    class Meta:
        verbose_name = "tim kerja"
        verbose_name_plural = "tim kerja"
        ordering = ["-mulai", "nama"]
        constraints = [in_order("mulai", "selesai", message="Tim berakhir sebelum mulai.")]

    def __str__(self) -> str:
        return self.nama


class PeranTim(models.TextChoices):
    """What somebody does in a team."""

    KETUA = "ketua", "Ketua"
    ANGGOTA = "anggota", "Anggota"


class AnggotaTim(models.Model):
    """One person in one team for a time. ``porsi``: the share of his team work, in percent."""

    tim = models.ForeignKey(TimKerja, on_delete=models.CASCADE, related_name="anggota")
    pegawai = models.ForeignKey("pegawai.Pegawai", on_delete=models.CASCADE, related_name="tim")
    peran = models.CharField(max_length=8, choices=PeranTim, default=PeranTim.ANGGOTA)
    tugas = models.CharField("tugas di tim", max_length=255, blank=True)
    porsi = models.DecimalField("porsi (persen)", max_digits=5, decimal_places=2)
    mulai = models.DateField("mulai")
    selesai = models.DateField("sampai", null=True, blank=True)

    class Meta:
        verbose_name = "anggota tim"
        verbose_name_plural = "anggota tim"
        ordering = ["tim_id", "-peran", "pegawai__nama"]
        constraints = [
            one_of("peran", PeranTim, message="Peran di tim tidak dikenal."),
            in_order("mulai", "selesai", message="Keanggotaan berakhir sebelum mulai."),
            one_open(
                "tim", "pegawai", until="selesai", message="Pegawai ini sudah menjadi anggota."
            ),
            one_open(
                "tim",
                until="selesai",
                message="Tim ini sudah mempunyai ketua.",
                where=Q(peran=PeranTim.KETUA),
                name="satu_ketua",
            ),
            models.CheckConstraint(
                condition=Q(porsi__gt=0, porsi__lte=100),
                name="%(app_label)s_%(class)s_porsi",
                violation_error_message="Porsi lebih dari 0 dan paling besar 100 persen.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai} · {self.tim}"


class TargetTim(models.Model):
    """One target of a team in one period: its own numbers, or those of a unit's indicator."""

    tim = models.ForeignKey(TimKerja, on_delete=models.CASCADE, related_name="target")
    periode = models.ForeignKey(
        "penilaian.PeriodeKinerja", on_delete=models.PROTECT, related_name="+"
    )
    urutan = models.PositiveIntegerField()
    uraian = models.CharField("uraian", max_length=255)
    satuan = models.CharField("satuan", max_length=40)
    arah = models.CharField(max_length=5, choices=ArahKriteria, default=ArahKriteria.NAIK)
    bobot = models.DecimalField("bobot", max_digits=5, decimal_places=2)
    target = models.DecimalField(max_digits=14, decimal_places=2)
    realisasi = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    indikator_unit = models.ForeignKey(
        IndikatorUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    bukti = models.ForeignKey(
        "penilaian.Bukti", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    dicatat_pada = models.DateTimeField()
    dicatat_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "target tim"
        verbose_name_plural = "target tim"
        ordering = ["tim_id", "periode_id", "urutan"]
        constraints = [
            models.UniqueConstraint(
                fields=["tim", "periode", "urutan"],
                name="%(app_label)s_%(class)s_urutan",
                violation_error_message="Dua target tim mempunyai nomor urut yang sama.",
            ),
            one_of("arah", ArahKriteria, message="Arah target tidak dikenal."),
            models.CheckConstraint(
                condition=Q(bobot__gt=0, bobot__lte=100),
                name="%(app_label)s_%(class)s_bobot",
                violation_error_message="Bobot lebih dari 0 dan paling besar 100.",
            ),
            models.CheckConstraint(
                condition=Q(target__gte=0) & (Q(realisasi__isnull=True) | Q(realisasi__gte=0)),
                name="%(app_label)s_%(class)s_tidak_negatif",
                violation_error_message="Target dan realisasi tidak dapat kurang dari nol.",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian

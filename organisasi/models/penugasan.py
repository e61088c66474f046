"""PenugasanPeran: a role over a unit for a time; and the reach that follows from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone

from organisasi import izin as hak
from organisasi.izin import IZIN_PERAN, PERAN_BERTOTP, Izin, Peran, izin_dari
from toolkit.constraints import both_or_neither, in_order, one_of

if TYPE_CHECKING:
    from organisasi.models.pengguna import Pengguna

Q_ = TypeVar("Q_", bound="QuerySet[Any]")


class SifatPeran(models.TextChoices):
    """Held in one's own right, or for somebody else for a while."""

    TETAP = "tetap", "Tetap"
    PLT = "plt", "Pelaksana tugas (Plt.)"
    PLH = "plh", "Pelaksana harian (Plh.)"


class PenugasanPeranQuerySet(models.QuerySet["PenugasanPeran"]):
    """Words of the domain about roles."""

    def aktif(self, per: date) -> Self:
        """In force on the day: ``mulai`` included, ``selesai`` excluded."""
        return self.filter(mulai__lte=per).filter(Q(selesai__isnull=True) | Q(selesai__gt=per))

    def belum_berakhir(self, per: date) -> Self:
        """In force on the day, or later."""
        return self.filter(Q(selesai__isnull=True) | Q(selesai__gt=per))

    def beririsan(self, mulai: date, selesai: date | None) -> Self:
        """Sharing at least one day with the time from ``mulai`` until ``selesai`` (excluded)."""
        rows = self.belum_berakhir(mulai).exclude(selesai=models.F("mulai"))
        return rows if selesai is None else rows.filter(mulai__lt=selesai)

    def locked(self, pk: int) -> PenugasanPeran:
        """The row, held until the end of the transaction."""
        return self.select_for_update(of=("self",)).select_related("pengguna", "unit").get(pk=pk)

    def terlihat(self, pengguna: Any, *, per: date) -> Self:
        """All for those who see accounts or hand authority on; else one's own and what one gave."""
        rows = self.select_related("pengguna", "unit").filter(pengguna__teknis=False)
        for izin in (Izin.PENGGUNA_LIHAT, Izin.PELIMPAHAN_BERI):
            if Jangkauan.milik(pengguna, izin, per=per).semua:
                return rows
        return rows.filter(Q(pengguna=pengguna) | Q(diberikan_oleh=pengguna))

    def kunci_admin(self) -> None:
        """Hold every role of admin sistem: two people cannot each remove the last but one."""
        rows = self.select_for_update().filter(peran=Peran.ADMIN_SISTEM)
        list(rows.order_by("pk").values_list("pk"))

    def memberi(self, izin: str) -> Self:
        """Those whose role holds the right; held for somebody else, only what passes on."""
        roles = sorted(p.value for p, held in IZIN_PERAN.items() if izin in held)
        rows = self.filter(peran__in=roles)
        return rows.filter(sifat=SifatPeran.TETAP) if izin in hak.WEWENANG_TAK_TERLIMPAH else rows

    def mengizinkan(
        self, pengguna: Pengguna, izin: str, *, per: date, kiri: int | None = None
    ) -> bool:
        """Whether the user holds the right on the day, over the unit at ``kiri`` if given."""
        if not pengguna.is_authenticated or not pengguna.is_active:
            return False
        rows = self.filter(pengguna=pengguna).aktif(per).memberi(izin)
        if kiri is not None:
            rows = rows.filter(
                Q(unit__isnull=True) | Q(unit__kiri__lte=kiri, unit__kanan__gte=kiri)
            )
        return rows.exists()

    def with_unit(self) -> Self:
        """With the office, for display."""
        return self.select_related("unit")


class PenugasanPeran(models.Model):
    """A role over a unit and all below it (no unit: the whole agency), from a day until a day."""

    pengguna = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, related_name="penugasan"
    )
    peran = models.CharField("peran", max_length=30, choices=Peran)
    unit = models.ForeignKey(
        "organisasi.UnitKerja",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="peran",
    )
    sifat = models.CharField("sifat", max_length=5, choices=SifatPeran, default=SifatPeran.TETAP)
    mewakili = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="pelimpahan"
    )
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    dasar = models.CharField("dasar (nomor surat)", max_length=255, blank=True)
    diberikan_pada = models.DateTimeField(null=True)
    diberikan_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    dicabut_pada = models.DateTimeField(null=True, blank=True)
    dicabut_oleh = models.ForeignKey(
        "organisasi.Pengguna", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PenugasanPeranQuerySet.as_manager()

    class Meta:
        verbose_name = "penugasan peran"
        verbose_name_plural = "penugasan peran"
        ordering = ["pengguna", "peran", "mulai"]
        indexes = [models.Index(fields=["pengguna", "peran"])]
        constraints = [
            in_order("mulai", "selesai", message="Peran berakhir sebelum mulai."),
            both_or_neither("diberikan", message="Pemberian peran harus memuat siapa dan kapan."),
            both_or_neither("dicabut", message="Pencabutan peran harus memuat siapa dan kapan."),
            one_of("peran", Peran, message="Peran tidak dikenal."),
            one_of("sifat", SifatPeran, message="Sifat peran tidak dikenal."),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_wakil_berbatas",
                condition=Q(sifat=SifatPeran.TETAP) | Q(selesai__isnull=False),
                violation_error_message="Plt/Plh harus memiliki tanggal akhir.",
            ),
        ]

    def __str__(self) -> str:
        sifat = "" if self.sifat == SifatPeran.TETAP else f"{self.get_sifat_display()} "
        return f"{sifat}{self.get_peran_display()} · {self.unit or 'seluruh instansi'}"

    @property
    def bertotp(self) -> bool:
        """Whether this role demands a second factor."""
        return self.peran in PERAN_BERTOTP

    @property
    def izin(self) -> frozenset[Izin]:
        """The rights that this row gives."""
        return izin_dari(self.peran, mewakili=self.sifat != SifatPeran.TETAP)

    def aktif_pada(self, per: date) -> bool:
        """In force on the day: ``mulai`` included, ``selesai`` excluded."""
        return self.mulai <= per and (self.selesai is None or self.selesai > per)


@dataclass(frozen=True)
class Jangkauan:
    """What a user reaches with one right on one day: everything, or intervals of the tree."""

    semua: bool
    rentang: tuple[tuple[int, int], ...]

    @classmethod
    def milik(cls, pengguna: Any, izin: str, *, per: date | None = None) -> Jangkauan:
        """One query for all rights, remembered on the user object for the length of the request."""
        per = per or timezone.localdate()
        if not getattr(pengguna, "is_authenticated", False) or not pengguna.is_active:
            return cls(semua=False, rentang=())
        memo: dict[date, list[Any]] = pengguna.__dict__.setdefault("_jangkauan", {})
        if per not in memo:
            memo[per] = list(
                PenugasanPeran.objects.filter(pengguna=pengguna)
                .aktif(per)
                .values_list("peran", "sifat", "unit_id", "unit__kiri", "unit__kanan")
            )
        found = [
            tempat
            for peran, sifat, *tempat in memo[per]
            if izin in izin_dari(peran, mewakili=sifat != SifatPeran.TETAP)
        ]
        # Number 1 is the root of the agency. A second root (an office whose parent a file lost) is
        # an office like any other: its operator must not see everybody of a sudden.
        semua = any(unit is None or kiri == 1 for unit, kiri, _ in found)
        rentang = () if semua else tuple(sorted((k, a) for _, k, a in found))
        return cls(semua=semua, rentang=rentang)

    @staticmethod
    def ingat(pengguna: Any, rows: Iterable[PenugasanPeran], *, per: date) -> None:
        """These are all roles in force on the day, with their units: spare the query."""
        memo: dict[date, list[Any]] = pengguna.__dict__.setdefault("_jangkauan", {})
        memo[per] = [
            (r.peran, r.sifat, r.unit_id, r.unit.kiri, r.unit.kanan)
            if r.unit
            else (r.peran, r.sifat, None, None, None)
            for r in rows
        ]

    @property
    def kosong(self) -> bool:
        """Nothing at all."""
        return not self.semua and not self.rentang

    def atau(self, lain: Jangkauan) -> Jangkauan:
        """What either of them reaches."""
        return Jangkauan(
            semua=self.semua or lain.semua, rentang=tuple(sorted({*self.rentang, *lain.rentang}))
        )

    def memuat(self, kiri: int | None) -> bool:
        """Whether the unit at ``kiri`` lies inside; a person without a unit only in ``semua``."""
        return self.semua or (kiri is not None and any(a <= kiri <= b for a, b in self.rentang))

    def saring(self, rows: Q_, *, prefix: str = "unit__") -> Q_:
        """Bound a queryset by its path to a unit (``""`` when the rows are units)."""
        if self.semua:
            return rows
        reach = Q(pk__in=[])
        for kiri, kanan in self.rentang:
            reach |= Q(**{f"{prefix}kiri__gte": kiri, f"{prefix}kiri__lte": kanan})
        return rows.filter(reach)

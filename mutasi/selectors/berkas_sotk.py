"""Structures in force whose holders want a decree, and how many of them have a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from mutasi.alur import StatusUsulan
from mutasi.kernel.jenis import SAMPINGAN, Sumber
from mutasi.models import UsulanMutasi
from organisasi.models import Pengguna
from penilaian.models import KeadaanSotk, Nasib, PenempatanSotk, RencanaSotk

BANYAK = 30
_GUGUR = (StatusUsulan.DITOLAK, StatusUsulan.DIBATALKAN, StatusUsulan.DICABUT)
_TEMPAT = ~Q(nasib=Nasib.BELUM) & Q(pegawai__formasi__isnull=False)


@dataclass(frozen=True)
class Siap:
    """One plan: holders without a case yet, with one, and those nobody found a place for."""

    rencana: RencanaSotk
    perlu: int
    sudah: int
    tanpa_tempat: int


def pemangku(
    rencana: Sequence[RencanaSotk], pengguna: Pengguna, *, per: date
) -> QuerySet[PenempatanSotk]:
    """Who is still in service of those the plans touched.

    ``bertempat``: has a post in the new structure. ``berusul``: has a case from this structure, or
    another that still runs and that the user may see: of a secret one he must not learn.
    """
    orang = {"pegawai": OuterRef("pegawai")}
    sotk = UsulanMutasi.objects.filter(
        **orang, sumber=Sumber.SOTK, dari=OuterRef("dari"),
        dibuat_pada__gte=OuterRef("rencana__diberlakukan_pada"),
    ).exclude(status__in=_GUGUR)  # fmt: skip
    lain = UsulanMutasi.objects.for_user(pengguna, per=per).sebelum_sk().filter(**orang)
    lain = lain.exclude(jenis__in=[satu.value for satu in SAMPINGAN])
    rows = PenempatanSotk.objects.filter(rencana__in=rencana, pegawai__berhenti__isnull=True)
    return rows.exclude(pegawai=None).annotate(
        bertempat=Case(When(_TEMPAT, then=True), default=False),
        berusul=Exists(sotk) | Exists(lain),
    )


def rencana_siap(pengguna: Pengguna, *, per: date) -> list[Siap]:
    """Plans in force, the latest first."""
    berlaku = RencanaSotk.objects.filter(keadaan=KeadaanSotk.BERLAKU).select_related("cabang")
    rencana = list(berlaku.order_by("-berlaku", "-pk")[:BANYAK])
    hitung = pemangku(rencana, pengguna, per=per).order_by().values("rencana").annotate(
        perlu=Count("pk", filter=Q(bertempat=True, berusul=False)),
        sudah=Count("pk", filter=Q(bertempat=True, berusul=True)),
        tanpa=Count("pk", filter=Q(bertempat=False)),
    )  # fmt: skip
    isi = {h["rencana"]: (h["perlu"], h["sudah"], h["tanpa"]) for h in hitung}
    return [Siap(r, *isi.get(r.pk, (0, 0, 0))) for r in rencana]

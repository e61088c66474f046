"""Reads for requests of correction: one's own, those to be answered, and the bare counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import KeadaanPerbaikan, Pegawai, PermintaanPerbaikan
from pegawai.models.perbaikan import HalPerbaikan

Permintaan = QuerySet[PermintaanPerbaikan]


def milik(orang: Pegawai) -> Permintaan:
    """What this person asked, the newest first."""
    return PermintaanPerbaikan.objects.filter(pegawai=orang).select_related("ditanggapi_oleh")


def untuk_ditanggapi(pengguna: Any, *, per: date) -> Permintaan:
    """Requests of people whose data one corrects."""
    reach = Jangkauan.milik(pengguna, Izin.PEGAWAI_UBAH, per=per)
    rows = PermintaanPerbaikan.objects.select_related("pegawai__unit", "ditanggapi_oleh")
    return reach.saring(rows.defer("pegawai__siasn"), prefix="pegawai__unit__")


@dataclass(frozen=True)
class DaftarPerbaikan:
    """The list as filtered, and how many wait and are overdue within reach."""

    rows: Permintaan
    menunggu: int
    lewat: int


def daftar(pengguna: Any, keadaan: str, q: str, *, kini: datetime, per: date) -> DaftarPerbaikan:
    """Without a state those that wait, the least time left first."""
    semua = untuk_ditanggapi(pengguna, per=per)
    tunggu = Q(keadaan=KeadaanPerbaikan.DIAJUKAN)
    hitung = semua.order_by().aggregate(
        menunggu=Count("pk", filter=tunggu),
        lewat=Count("pk", filter=tunggu & Q(batas_pada__lt=kini)),
    )
    rows = semua.filter(tunggu).order_by("batas_pada", "pk")
    if keadaan == "lewat":
        rows = rows.filter(batas_pada__lt=kini)
    elif keadaan == "semua":
        rows = semua
    elif keadaan in KeadaanPerbaikan.values:
        rows = semua.filter(keadaan=keadaan)
    if q:
        rows = rows.filter(Q(pegawai__nama__icontains=q) | Q(pegawai__nip=q.replace(" ", "")))
    return DaftarPerbaikan(rows, hitung["menunggu"], hitung["lewat"])


@dataclass(frozen=True)
class BarisRingkasan:
    """One part of the file: how many requests wait, are overdue, were answered in time and late."""

    hal: str
    menunggu: int
    lewat: int
    tepat: int
    terlambat: int


def ringkasan(*, kini: datetime) -> Sequence[BarisRingkasan]:
    """Counts of the whole agency by part of the file; no name, no content."""
    tunggu = Q(keadaan=KeadaanPerbaikan.DIAJUKAN)
    rows = (
        PermintaanPerbaikan.objects.order_by()
        .values_list("hal")
        .annotate(
            menunggu=Count("pk", filter=tunggu),
            lewat=Count("pk", filter=tunggu & Q(batas_pada__lt=kini)),
            tepat=Count("pk", filter=Q(ditanggapi_pada__lte=F("batas_pada"))),
            terlambat=Count("pk", filter=Q(ditanggapi_pada__gt=F("batas_pada"))),
        )
    )
    menurut = {hal: BarisRingkasan("", *angka) for hal, *angka in rows}
    nol = BarisRingkasan("", 0, 0, 0, 0)
    return [replace(menurut.get(h.value, nol), hal=str(h.label)) for h in HalPerbaikan]

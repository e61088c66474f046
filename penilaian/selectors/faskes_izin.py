"""Licences of health staff: who may no longer practise, and who soon may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from organisasi.models import UnitKerja
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import RiwayatSertifikat
from penilaian.models import TenagaKesehatan

BULAN_SEGERA = 6
JENIS = (RiwayatSertifikat.Jenis.STR, RiwayatSertifikat.Jenis.SIP)
_SELAMANYA = date(9999, 12, 31)


@dataclass(frozen=True)
class HitungIzin:
    """People of one facility by the state of their licences; each counts once, by the worse."""

    habis: int = 0
    segera: int = 0
    tanpa_str: int = 0


def _akhir(jenis: str) -> Subquery:
    """The day from which no licence of this kind holds; far away for one without end."""
    milik = RiwayatSertifikat.objects.order_by().filter(pegawai=OuterRef("pegawai"), jenis=jenis)
    selesai = Coalesce("selesai", Value(_SELAMANYA, output_field=DateField()))
    terakhir = milik.values("pegawai").annotate(akhir=Max(selesai)).values("akhir")
    return Subquery(terakhir, output_field=DateField())


def _bertanggal() -> QuerySet[Any]:
    rows = TenagaKesehatan.objects.order_by().filter(pegawai__berhenti__isnull=True)
    return rows.annotate(akhir_str=_akhir(JENIS[0]), akhir_sip=_akhir(JENIS[1]))


def _habis(per: date) -> Q:
    return Q(akhir_str__lte=per) | Q(akhir_sip__lte=per)


def hitung_izin(unit: Iterable[UnitKerja], *, per: date) -> dict[int, HitungIzin]:
    """For each of these units, in one query."""
    semua = list(unit)
    rows = _bertanggal().filter(unit__in=semua).values_list("unit")
    hasil = {
        pk: HitungIzin(habis, sampai - habis, tanpa)
        for pk, habis, sampai, tanpa in rows.annotate(
            habis=Count("pk", filter=_habis(per)),
            sampai=Count("pk", filter=_habis(tambah_bulan(per, BULAN_SEGERA))),
            tanpa=Count("pk", filter=Q(akhir_str__isnull=True)),
        )
    }
    return {u.pk: hasil.get(u.pk, HitungIzin()) for u in semua}


@dataclass(frozen=True)
class BarisOrang:
    """A person of the facility with the last day of his licences."""

    pegawai: Any
    tenaga: str
    str_: date | None
    sip: date | None
    tercatat_str: bool
    tercatat_sip: bool
    keadaan: str  # habis, segera, tanpa, berlaku


SARINGAN = (
    ("", "Semua"),
    ("habis", "STR/SIP habis"),
    ("segera", f"Habis dalam {BULAN_SEGERA} bulan"),
    ("tanpa", "STR belum tercatat"),
)


def orang_faskes(
    unit: UnitKerja, *, per: date, tenaga: str = "", izin: str = ""
) -> QuerySet[Any]:
    """Staff of one facility, narrowed by kind of staff and by the state of licences."""
    rows = _bertanggal().filter(unit=unit).select_related("pegawai__formasi__jabatan")
    if tenaga:
        rows = rows.filter(tenaga=tenaga)
    batas = tambah_bulan(per, BULAN_SEGERA)
    if izin == "habis":
        rows = rows.filter(_habis(per))
    elif izin == "segera":
        # Who has an ended licence is under "habis" already.
        habis = _bertanggal().filter(unit=unit).filter(_habis(per)).values("pk")
        rows = rows.filter(_habis(batas)).exclude(pk__in=habis)
    elif izin == "tanpa":
        rows = rows.filter(akhir_str__isnull=True)
    return rows.order_by("tenaga", "pegawai__nama", "pk")


def tampilkan(rows: Sequence[Any], *, per: date) -> list[BarisOrang]:
    """The rows of one page in words."""
    batas = tambah_bulan(per, BULAN_SEGERA)
    hasil = []
    for satu in rows:
        akhir = [hari for hari in (satu.akhir_str, satu.akhir_sip) if hari is not None]
        if any(hari <= per for hari in akhir):
            keadaan = "habis"
        elif any(hari <= batas for hari in akhir):
            keadaan = "segera"
        else:
            keadaan = "berlaku" if satu.akhir_str else "tanpa"
        hasil.append(
            BarisOrang(
                satu.pegawai,
                satu.tenaga,
                _terakhir(satu.akhir_str),
                _terakhir(satu.akhir_sip),
                satu.akhir_str is not None,
                satu.akhir_sip is not None,
                keadaan,
            )  # fmt: skip
        )
    return hasil


def _terakhir(akhir: date | None) -> date | None:
    """The last day it holds; None for life, and where there is none."""
    return None if akhir is None or akhir == _SELAMANYA else akhir - timedelta(days=1)

"""Licences of health staff: who may no longer practise, and who soon may not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, DateField, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import RiwayatSertifikat
from penilaian.models import TenagaKesehatan

BULAN_SEGERA = 6
JENIS = (RiwayatSertifikat.Jenis.STR, RiwayatSertifikat.Jenis.SIP)
_SELAMANYA = date(9999, 12, 31)


@dataclass(frozen=True)
class HitungIzin:
    """People by the state of their licences; each counts once, by the worse of his two.

    ``tanpa_str``: no STR was ever recorded, whatever the SIP says.
    """

    orang: int = 0
    habis: int = 0
    segera: int = 0
    tanpa_str: int = 0

    def __add__(self, lain: HitungIzin) -> HitungIzin:
        """Both groups together."""
        return HitungIzin(
            self.orang + lain.orang, self.habis + lain.habis, self.segera + lain.segera,
            self.tanpa_str + lain.tanpa_str,
        )  # fmt: skip

    def banyak(self, saringan: str) -> int:
        """How many rows a filter of the list of people leaves."""
        menurut = {"habis": self.habis, "segera": self.segera, "tanpa": self.tanpa_str}
        return menurut.get(saringan, self.orang)


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


def laporan(unit: Iterable[UnitKerja], *, per: date) -> dict[int, dict[str, HitungIzin]]:
    """Staff and licences as reported, by unit and kind of staff, in one query."""
    rows = _bertanggal().filter(unit__in=list(unit)).values_list("unit", "tenaga")
    hasil: dict[int, dict[str, HitungIzin]] = {}
    for pk, tenaga, orang, habis, sampai, tanpa in rows.annotate(
        orang=Count("pk"),
        habis=Count("pk", filter=_habis(per)),
        sampai=Count("pk", filter=_habis(tambah_bulan(per, BULAN_SEGERA))),
        tanpa=Count("pk", filter=Q(akhir_str__isnull=True)),
    ):
        hasil.setdefault(pk, {})[tenaga] = HitungIzin(orang, habis, sampai - habis, tanpa)
    return hasil


@dataclass(frozen=True)
class BarisOrang:
    """A person of the facility with the last day of his licences; ``pegawai`` is None for one whose
    post lies out of reach: SISDMK names him here, the register elsewhere."""

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


def orang_faskes(unit: UnitKerja, *, per: date, tenaga: str = "", izin: str = "") -> QuerySet[Any]:
    """Staff of one facility, narrowed by kind of staff and by the state of licences."""
    rows = (
        _bertanggal().filter(unit=unit).select_related("pegawai__formasi__jabatan", "pegawai__unit")
    )
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


def tampilkan(rows: Sequence[Any], pengguna: Any, *, per: date) -> list[BarisOrang]:
    """The rows of one page in words."""
    jangkauan = Jangkauan.milik(pengguna, Izin.PEGAWAI_LIHAT, per=per)
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
                satu.pegawai if jangkauan.memuat(_kiri(satu.pegawai)) else None,
                satu.tenaga,
                _terakhir(satu.akhir_str),
                _terakhir(satu.akhir_sip),
                satu.akhir_str is not None,
                satu.akhir_sip is not None,
                keadaan,
            )  # fmt: skip
        )
    return hasil


def _kiri(pegawai: Any) -> int | None:
    return pegawai.unit.kiri if pegawai.unit else None


def _terakhir(akhir: date | None) -> date | None:
    """The last day it holds; None for life, and where there is none."""
    return None if akhir is None or akhir == _SELAMANYA else akhir - timedelta(days=1)

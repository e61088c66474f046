"""Answers about unit indicators: the list of a period, one indicator through the periods."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from penilaian.kernel.garis_waktu import GarisWaktu, garis_waktu
from penilaian.kernel.hasil_tim import Sasaran, persen_sasaran
from penilaian.kernel.skala import Arah
from penilaian.models import CapaianUnit, IndikatorUnit, PeriodeKinerja, TargetTim
from penilaian.policies.indikator_unit import jangkauan_lihat
from penilaian.selectors.tetapan import tetapan_penilaian
from toolkit.cari import memuat

_PALING_BANYAK = 12  # periods in the drawing


def indikator_terlihat(pengguna: Any, *, per: date) -> QuerySet[IndikatorUnit]:
    """Indicators of the units within reach."""
    jangkauan = jangkauan_lihat(pengguna, per=per)
    return jangkauan.saring(IndikatorUnit.objects.select_related("unit", "unit__opd"))


@dataclass(frozen=True)
class Saring:
    """What the list is narrowed to."""

    q: str = ""
    sumber: str = ""
    keadaan: str = ""  # "belum": without a value in the period


def daftar_indikator(
    pengguna: Any, periode: PeriodeKinerja | None, saring: Saring, *, per: date
) -> QuerySet[Any]:
    """Those in use in the period, with its target and value, unit by unit."""
    rows = indikator_terlihat(pengguna, per=per).filter(
        memuat(saring.q, "nama", "kode", "unit__nama")
    )
    if saring.sumber:
        rows = rows.filter(sumber=saring.sumber)
    capaian = CapaianUnit.objects.filter(indikator=OuterRef("pk"), periode=periode)
    rows = rows.annotate(
        target=Subquery(capaian.values("target")[:1]),
        nilai=Subquery(capaian.values("nilai")[:1]),
        bukti=Subquery(capaian.values("bukti")[:1]),
    )
    if periode is not None:
        rows = rows.filter(
            Q(selesai__isnull=True) | Q(selesai__gte=periode.mulai), mulai__lte=periode.selesai
        )
        if saring.keadaan == "belum":
            rows = rows.filter(nilai__isnull=True)
    return rows.order_by("unit__kiri", "kode", "pk")


@dataclass(frozen=True)
class BarisIndikator:
    """An indicator in the list with what its value makes of its target, in percent."""

    indikator: Any
    persen: Decimal | None


def baris_indikator(rows: Any, *, per: date) -> list[BarisIndikator]:
    """The rows of one page."""
    batas = tetapan_penilaian(per=per).tim_batas_capaian
    return [BarisIndikator(i, _persen(i, i.target, i.nilai, batas)) for i in rows]


def _persen(
    i: IndikatorUnit, target: Decimal | None, nilai: Decimal | None, batas: Decimal
) -> Decimal | None:
    satu = Sasaran(i.nama, i.satuan, Arah(i.arah), Decimal(100), target, nilai)
    return persen_sasaran(satu, batas)


@dataclass(frozen=True)
class BarisCapaian:
    """One period of one indicator."""

    periode: PeriodeKinerja
    capaian: CapaianUnit | None
    persen: Decimal | None


@dataclass(frozen=True)
class HalamanIndikator:
    """One indicator through the periods, newest first; ``garis`` draws those of one length."""

    indikator: IndikatorUnit
    baris: list[BarisCapaian]
    garis: GarisWaktu | None
    jenis: str
    tim: list[str]  # teams that live by it
    terakhir: BarisCapaian | None


def halaman_indikator(indikator: IndikatorUnit, *, per: date) -> HalamanIndikator:
    """Everything the page shows."""
    batas = tetapan_penilaian(per=per).tim_batas_capaian
    ada = {c.periode_id: c for c in indikator.capaian.select_related("bukti", "dicatat_oleh")}
    baris = []
    for periode in PeriodeKinerja.objects.all():
        satu = ada.get(periode.pk)
        sesuai = periode.selesai >= indikator.mulai and (
            indikator.selesai is None or periode.mulai <= indikator.selesai
        )
        if satu is None and not sesuai:
            continue
        persen = _persen(indikator, satu.target, satu.nilai, batas) if satu else None
        baris.append(BarisCapaian(periode, satu, persen))
    tim = TargetTim.objects.filter(indikator_unit=indikator).order_by("tim__nama")
    nama = list(tim.values_list("tim__nama", flat=True).distinct())
    terakhir = next((b for b in baris if b.capaian and b.capaian.nilai is not None), None)
    jenis = _jenis(baris)
    return HalamanIndikator(indikator, baris, _garis(baris, jenis), jenis, nama, terakhir)


def _jenis(baris: list[BarisCapaian]) -> str:
    """The length of period with the most values; equal ones: the longer."""
    jumlah: dict[str, int] = {}
    for satu in baris:
        if satu.capaian is not None:
            jumlah[satu.periode.jenis] = jumlah.get(satu.periode.jenis, 0) + 1
    urut = ("tahun", "triwulan", "bulan")
    return max(urut, key=lambda j: (jumlah.get(j, 0), -urut.index(j)))


def _garis(baris: list[BarisCapaian], jenis: str) -> GarisWaktu | None:
    sejenis = [b for b in baris if b.capaian and b.periode.jenis == jenis][:_PALING_BANYAK]
    return garis_waktu(
        [
            (b.periode.kode, b.capaian.target, b.capaian.nilai)
            for b in reversed(sejenis)
            if b.capaian
        ]
    )


def belum_bernilai(pengguna: Any, periode: PeriodeKinerja, *, per: date) -> int:
    """How many within reach have no value in the period."""
    rows = daftar_indikator(pengguna, periode, Saring(keadaan="belum"), per=per)
    return rows.order_by().count()

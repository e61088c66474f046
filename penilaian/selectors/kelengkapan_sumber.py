"""Whether a source of the set holds a value for a person, as expressions over people: the database
asks them of everybody at once. The same answers a run would give, without computing one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import (
    Case,
    DecimalField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Concat

from organisasi.selectors import nilai_berlaku
from pegawai.models import Pegawai, RiwayatKinerja, RiwayatPelatihan
from penilaian.kernel import bahan_kinerja as bahan
from penilaian.kernel.akun import Keadaan
from penilaian.kernel.kriteria import BilaKosong, Kriteria, Perangkat, SumberNilai
from penilaian.kernel.tetapan_nilai import PISAH
from penilaian.models import (
    CapaianUnit,
    Indikator,
    Inovasi,
    KeadaanInovasi,
    NilaiIndikator,
    PeriodeKinerja,
    SumberIndikatorUnit,
)
from penilaian.selectors.hasil_tim import hasil_tim
from penilaian.snapshots.kinerja import putusan_periode

_TIDAK = Q(pk__in=[])
_ANGKA = DecimalField(max_digits=14, decimal_places=4)
# The word of a yearly predicate, and the indicator that stands for it in shorter periods.
_PREDIKAT: Mapping[SumberNilai, tuple[str, str]] = {
    SumberNilai.PREDIKAT_TAHUNAN: ("predikat", Indikator.PREDIKAT),
    SumberNilai.RATING_HASIL: ("hasil", Indikator.RATING_HASIL),
    SumberNilai.RATING_PERILAKU: ("perilaku", Indikator.RATING_PERILAKU),
}


@dataclass(frozen=True)
class Sumber:
    """One source of the set: whether it holds a value that can be used, or one that cannot be."""

    kunci: str  # the code of the source, as the address filters by it
    sumber: SumberNilai
    kriteria: tuple[Kriteria, ...]
    ada: Any
    rusak: Any | None

    @property
    def nama(self) -> str:
        """On screen."""
        return self.sumber.nama

    @property
    def wajib(self) -> bool:
        """Whether no score exists without it."""
        return any(k.bila_kosong is BilaKosong.TIDAK_LENGKAP for k in self.kriteria)

    @property
    def bobot(self) -> Decimal:
        """In percent of the set."""
        return sum((k.bobot for k in self.kriteria), Decimal(0))

    @property
    def kosong(self) -> Any:
        """Nothing there."""
        return ~self.ada if self.rusak is None else ~self.ada & ~self.rusak


@dataclass(frozen=True)
class Ukuran:
    """A set over a period: its sources, and what makes a person complete."""

    sumber: tuple[Sumber, ...]
    bobot_minimal: Decimal

    @property
    def rusak(self) -> Any:
        """Some value cannot be true: not checkable, whatever else is there."""
        return reduce(or_, (s.rusak for s in self.sumber if s.rusak is not None), _TIDAK)

    @property
    def cukup(self) -> Any:
        """Every required source, and as much weight as the set asks for."""
        wajib = reduce(and_, (s.ada for s in self.sumber if s.wajib), Q())
        pasti = sum((s.bobot for s in self.sumber if s.wajib), Decimal(0))
        if pasti and pasti >= self.bobot_minimal:
            return wajib
        # Never without any weight; asked once, for every look costs a look at each source.
        return wajib & Q(bobot_terukur__gte=max(self.bobot_minimal, Decimal("0.01")))

    @property
    def lengkap(self) -> Any:
        """There would be a score today."""
        return self.cukup & ~self.rusak

    @property
    def kurang(self) -> Any:
        """Something is missing, and nothing is wrong."""
        return ~self.cukup & ~self.rusak

    def terukur(self) -> Any:
        """The weight that is measured, in percent."""
        tempat = DecimalField(max_digits=6, decimal_places=2)
        nol: Any = Value(Decimal(0), tempat)
        bagian = (Case(When(s.ada, then=Value(s.bobot, tempat)), default=nol) for s in self.sumber)
        return reduce(lambda a, b: a + b, bagian, nol)

    def pasang(self, rows: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
        """People with the weight at hand that ``cukup`` may ask for."""
        return rows.alias(bobot_terukur=self.terukur())


def orang_diukur(periode: PeriodeKinerja) -> QuerySet[Pegawai]:
    """Whom a run of the period would judge: in service on its last day."""
    return Pegawai.objects.bertugas(periode.selesai)


def ukuran(perangkat: Perangkat, periode: PeriodeKinerja, *, per: date) -> Ukuran:
    """One query for rulings, and one more for each of predicates, teams, satisfaction of users."""
    menurut: dict[SumberNilai, list[Kriteria]] = {}
    for satu in perangkat.kriteria:
        menurut.setdefault(satu.sumber, []).append(satu)
    diputus = _diputus(perangkat, periode)
    silang = _silang(periode) if menurut.keys() & _PREDIKAT.keys() else _TIDAK
    semua = []
    for sumber, kriteria in menurut.items():
        if sumber in _PREDIKAT:
            ada, rusak = _predikat(sumber, periode, silang)
        else:
            ada, rusak = _ungkapan(sumber, periode, per)
        if sumber in diputus:
            ada, rusak = _menurut_putusan(ada, rusak, diputus[sumber])
        semua.append(Sumber(sumber.value, sumber, tuple(kriteria), ada, rusak))
    return Ukuran(tuple(semua), perangkat.bobot_minimal)


def _diputus(
    perangkat: Perangkat, periode: PeriodeKinerja
) -> Mapping[SumberNilai, Mapping[int, Keadaan]]:
    """By source, what upheld objections put in place for whom: a value, or nothing."""
    sumber = {k.kode: k.sumber for k in perangkat.kriteria}
    hasil: dict[SumberNilai, dict[int, Keadaan]] = defaultdict(dict)
    for orang, putusan in putusan_periode(periode).items():
        for acuan, koreksi in putusan:
            for isi in koreksi:
                satu = sumber.get(isi.get("kriteria", ""))
                if satu is not None:
                    hasil[satu][orang] = bahan.putusan(satu, isi, None, acuan).keadaan
    return hasil


def _menurut_putusan(
    ada: Any, rusak: Any | None, diputus: Mapping[int, Keadaan]
) -> tuple[Any, Any]:
    """The ruling stands in place of what was recorded, whatever that was."""
    lain = ~Q(pk__in=list(diputus))

    def milik(keadaan: Keadaan) -> Q:
        return Q(pk__in=[pk for pk, satu in diputus.items() if satu is keadaan])

    return (
        (lain & ada) | milik(Keadaan.ANGKA),
        (lain & (_TIDAK if rusak is None else rusak)) | milik(Keadaan.TIDAK_DAPAT_DIPERIKSA),
    )


def _ungkapan(sumber: SumberNilai, periode: PeriodeKinerja, per: date) -> tuple[Any, Any | None]:
    """(holds a usable value, holds one that cannot be true)."""
    if sumber in bahan.NISBAH:
        utuh = _utuh(periode, bahan.NISBAH[sumber])
        bagian = _indikator(periode, bahan.NISBAH[sumber].bagian)
        return (
            Exists(bagian.filter(Exists(utuh.filter(utuh__gte=OuterRef("nilai"))))),
            Exists(bagian.filter(Exists(utuh.filter(utuh__lt=OuterRef("nilai"))))),
        )
    if sumber is SumberNilai.CAPAIAN_SKP:
        return Exists(_indikator(periode, Indikator.CAPAIAN_SKP)), None
    if sumber is SumberNilai.INOVASI:
        return _inovasi(periode, per), None
    if sumber is SumberNilai.PELATIHAN_JP:
        masa = {"mulai__gte": periode.mulai, "mulai__lte": periode.selesai}
        rows = RiwayatPelatihan.objects.filter(pegawai=OuterRef("pk"), jam__isnull=False, **masa)
        return Exists(rows.order_by()), None
    if sumber is SumberNilai.KONTRIBUSI_TIM:
        tim = hasil_tim(periode, None, per=periode.selesai)
        return Q(pk__in=[pk for pk, satu in tim.items() if satu.persen is not None]), None
    if sumber is SumberNilai.KEPUASAN_PENGGUNA:
        return _ikm(periode), None
    return _TIDAK, None


def _predikat(sumber: SumberNilai, periode: PeriodeKinerja, silang: Q) -> tuple[Any, Any]:
    kolom, indikator = _PREDIKAT[sumber]
    if not periode.tahunan:
        return ~silang & Exists(_indikator(periode, indikator)), silang
    rows = RiwayatKinerja.objects.filter(pegawai=OuterRef("pk"), tahun=periode.selesai.year)
    rows = rows.exclude(**{kolom: ""}).order_by()
    tertanda = Exists(rows.filter(bertentangan=True))
    return ~silang & Exists(rows.filter(bertentangan=False)), silang | tertanda


def _silang(periode: PeriodeKinerja) -> Q:
    """Whose predicate is another than the matrix, as in force at the period's end, gives their two
    ratings. Asked once, and few: most sources would ask it of everybody again."""
    matriks = nilai_berlaku(per=periode.selesai)[0].get("matriks_predikat", {})
    keliru = [
        f"{sel}{PISAH}{lain}"
        for sel, kata in matriks.items()
        for lain in sorted(set(matriks.values()) - {kata})
    ]
    rows: QuerySet[Any]
    tiga: tuple[Any, Any, str]
    if periode.tahunan:
        rows = RiwayatKinerja.objects.filter(tahun=periode.selesai.year)
        tiga = ("hasil", "perilaku", "predikat")
    else:
        rows = NilaiIndikator.objects.berlaku().filter(periode=periode)
        rows = rows.filter(indikator=Indikator.PREDIKAT)
        hasil, perilaku = (
            Subquery(_indikator(periode, kode, "pegawai").values("kata")[:1])
            for kode in (Indikator.RATING_HASIL, Indikator.RATING_PERILAKU)
        )
        tiga = (hasil, perilaku, "kata")
    pisah = Value(PISAH)
    satu = Concat(tiga[0], pisah, tiga[1], pisah, tiga[2], output_field=TextField())
    rows = rows.alias(tiga=satu).filter(tiga__in=keliru).order_by()
    return Q(pk__in=list(rows.values_list("pegawai_id", flat=True)))


def _indikator(periode: PeriodeKinerja, kode: str, orang: str = "pk") -> Any:
    rows = NilaiIndikator.objects.berlaku().filter(periode=periode, indikator=kode)
    return rows.filter(pegawai=OuterRef(orang)).order_by()


def _utuh(periode: PeriodeKinerja, n: bahan.Nisbah) -> Any:
    """The whole of a share, of the same person as the part: what is taken off it left out, and
    not zero."""
    penuh: Any = F("nilai")
    if n.kurang:
        kurang = Subquery(_indikator(periode, n.kurang, "pegawai").values("nilai")[:1])
        penuh = ExpressionWrapper(penuh - Coalesce(kurang, Decimal(0)), _ANGKA)
    return _indikator(periode, n.dari, "pegawai").alias(utuh=penuh).filter(utuh__gt=0)


def _inovasi(periode: PeriodeKinerja, per: date) -> Any:
    """Verified; or, once the period is over, none that waits: a true zero."""
    rows = Inovasi.objects.pada(periode).filter(pegawai=OuterRef("pk")).order_by()
    sah = Exists(rows.filter(keadaan=KeadaanInovasi.TERVERIFIKASI))
    if periode.selesai >= per:
        return sah
    return sah | ~Exists(rows.filter(keadaan=KeadaanInovasi.DIAJUKAN))


def _ikm(periode: PeriodeKinerja) -> Any:
    """People in a unit with an IKM, or below one."""
    rows = CapaianUnit.objects.filter(
        periode=periode, indikator__sumber=SumberIndikatorUnit.IKM, nilai__isnull=False
    ).order_by()
    rentang = rows.values_list("indikator__unit__kiri", "indikator__unit__kanan").distinct()
    return reduce(or_, (Q(unit__kiri__gte=a, unit__kiri__lte=b) for a, b in rentang), _TIDAK)

"""The raw rows an account points to, in words, with the file where one was attached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Case, CharField, DecimalField, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.urls import NoReverseMatch, reverse

from pegawai.models import RiwayatKinerja, RiwayatPelatihan
from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.skor import Akun
from penilaian.models import CapaianUnit, Inovasi, NilaiIndikator

Kunci = tuple[str, int]
_TEKS = CharField()
_ANGKA = DecimalField(max_digits=14, decimal_places=2)
_KOSONG = Value("", output_field=_TEKS)
# Evidence that is a page of its own, by the kind the account names.
_HALAMAN = {"tim": "penilaian:tim-rincian", "keberatan": "penilaian:keberatan-rincian"}


@dataclass(frozen=True)
class Rujukan:
    """One piece of evidence: what it says, where it came from, where to open it (or nowhere)."""

    bunyi: str
    sumber: str = ""
    berkas: str = ""
    url: str = ""


def rujukan_akun(akun: Akun) -> dict[str, tuple[Rujukan, ...]]:
    """Per criterion its evidence, in the order of the account; one query for all of it."""
    acuan = {satu.kriteria: satu.mentah.bukti for satu in akun.baris}
    isi = _baca(b for bukti in acuan.values() for b in bukti)
    return {kode: tuple(_satu(b, isi) for b in bukti) for kode, bukti in acuan.items()}


def _kunci(bukti: Any) -> Kunci | None:
    if isinstance(bukti, Mapping) and isinstance(bukti.get("pk"), int):
        return str(bukti.get("jenis")), bukti["pk"]
    return None


def _satu(bukti: Any, isi: Mapping[Kunci, Rujukan]) -> Rujukan:
    kunci = _kunci(bukti)
    ket = str(bukti.get("ket", "")) if isinstance(bukti, Mapping) else str(bukti)
    if kunci is None:
        return Rujukan(ket)
    ada = isi.get(kunci)
    if ada is None:
        return Rujukan(ket, url=_halaman(*kunci))
    bunyi = f"{ket}: {ada.bunyi}" if ket and ada.bunyi else ket or ada.bunyi
    return Rujukan(bunyi, ada.sumber, ada.berkas, ada.url)


def _halaman(jenis: str, pk: int) -> str:
    try:
        return reverse(_HALAMAN[jenis], args=[pk])
    except (KeyError, NoReverseMatch):
        return ""


def _baca(bukti: Iterable[Any]) -> dict[Kunci, Rujukan]:
    """The rows of every kind in one union."""
    menurut: dict[str, set[int]] = defaultdict(set)
    for kunci in map(_kunci, bukti):
        if kunci is not None and kunci[0] in _BARIS:
            menurut[kunci[0]].add(kunci[1])
    semua = [_BARIS[jenis](pk) for jenis, pk in sorted(menurut.items())]
    if not semua:
        return {}
    rows = semua[0].union(*semua[1:], all=True) if len(semua) > 1 else semua[0]
    return {(jenis, pk): _rujukan(*lain) for jenis, pk, *lain in rows}


def _rujukan(
    teks: str, angka: Decimal | None, sumber: str, berkas: int | None, nama: str
) -> Rujukan:
    bagian = [teks] if teks else []
    if angka is not None:
        bagian.append(bunyi_angka(angka))
    url = reverse("penilaian:bukti", args=[berkas]) if berkas else ""
    return Rujukan(" ".join(bagian), sumber, nama, url)


def _kolom(rows: QuerySet[Any], jenis: str, **isi: Any) -> QuerySet[Any]:
    hampa = {
        "b_jenis": Value(jenis, output_field=_TEKS), "b_pk": F("pk"), "b_teks": _KOSONG,
        "b_angka": Cast(Value(None), _ANGKA), "b_sumber": _KOSONG,
        "b_berkas": Cast(Value(None), IntegerField()), "b_nama": _KOSONG,
    }  # fmt: skip
    kolom = hampa | isi
    return rows.order_by().annotate(**kolom).values_list(*hampa)


def _berkas() -> dict[str, Any]:
    return {
        "b_berkas": Cast("bukti_id", IntegerField()),
        "b_nama": Coalesce(F("bukti__nama"), _KOSONG, output_field=_TEKS),
    }


def _indikator(pk: set[int]) -> QuerySet[Any]:
    """A value that was corrected since says so: the account keeps what it was computed from."""
    diganti = Value(" (sudah diperbaiki sesudah perhitungan ini)", output_field=_TEKS)
    lama = Case(When(digantikan_pada__isnull=False, then=diganti), default=_KOSONG)
    return _kolom(
        NilaiIndikator.objects.filter(pk__in=pk), "indikator",
        b_teks=Cast("kata", _TEKS), b_angka=Cast("nilai", _ANGKA),
        b_sumber=Concat(F("sumber"), lama, output_field=_TEKS), **_berkas(),
    )  # fmt: skip


def _kinerja(pk: set[int]) -> QuerySet[Any]:
    rows = RiwayatKinerja.objects.filter(pk__in=pk)
    teks = Concat(
        F("predikat"), Value(" (hasil kerja "), F("hasil"), Value(", perilaku "), F("perilaku"),
        Value(")"), output_field=_TEKS,
    )  # fmt: skip
    tanpa = Cast("predikat", _TEKS)
    return _kolom(
        rows, "riwayat_kinerja",
        b_teks=Case(When(hasil="", then=tanpa), default=teks), b_sumber=Cast("sumber", _TEKS),
    )  # fmt: skip


def _inovasi(pk: set[int]) -> QuerySet[Any]:
    return _kolom(
        Inovasi.objects.filter(pk__in=pk), "inovasi", b_teks=Cast("judul", _TEKS), **_berkas()
    )


def _pelatihan(pk: set[int]) -> QuerySet[Any]:
    jam = Concat(F("nama"), Value(", JP:"), output_field=_TEKS)
    return _kolom(
        RiwayatPelatihan.objects.filter(pk__in=pk), "pelatihan",
        b_teks=Case(When(jam__isnull=True, then=Cast("nama", _TEKS)), default=jam),
        b_angka=Cast("jam", _ANGKA), b_sumber=Cast("penyelenggara", _TEKS),
    )  # fmt: skip


def _capaian_unit(pk: set[int]) -> QuerySet[Any]:
    return _kolom(
        CapaianUnit.objects.filter(pk__in=pk), "capaian_unit",
        b_teks=Cast("indikator__nama", _TEKS), b_angka=Cast("nilai", _ANGKA),
        b_sumber=Cast("sumber", _TEKS), **_berkas(),
    )  # fmt: skip


_BARIS: dict[str, Callable[[set[int]], QuerySet[Any]]] = {
    "indikator": _indikator,
    "riwayat_kinerja": _kinerja,
    "inovasi": _inovasi,
    "pelatihan": _pelatihan,
    "capaian_unit": _capaian_unit,
}

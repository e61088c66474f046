"""Raw values of the kinerja family: everybody's, read in bulk, only from the sources a set names.

People come in packets, so memory does not grow with their number; each source is one query per
packet. The same sentences come again and again, so each is made once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from django.db.models import IntegerField, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from organisasi.models import UnitKerja
from pegawai.models import RiwayatKinerja, RiwayatPelatihan
from penilaian.kernel import bahan_kinerja as bahan
from penilaian.kernel.akun import Mentah
from penilaian.kernel.hasil_tim import TANPA_TIM
from penilaian.kernel.kata import tanggal
from penilaian.kernel.kriteria import Perangkat
from penilaian.kernel.sumber_nilai import SumberNilai
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.models import (
    CapaianUnit,
    Indikator,
    Inovasi,
    KeadaanInovasi,
    Keberatan,
    NilaiIndikator,
    PeriodeKinerja,
    SumberIndikatorUnit,
)

PAKET = 2_000  # people per step
_PREDIKAT = (
    SumberNilai.PREDIKAT_TAHUNAN, SumberNilai.RATING_HASIL, SumberNilai.RATING_PERILAKU,
)  # fmt: skip
# Periodic words are indicators; each stands for one part of a predicate.
_KATA = {
    Indikator.PREDIKAT.value: "predikat",
    Indikator.RATING_HASIL.value: "hasil",
    Indikator.RATING_PERILAKU.value: "perilaku",
}
_INDIKATOR = {
    **{s: tuple(filter(None, (n.bagian, n.dari, n.kurang))) for s, n in bahan.NISBAH.items()},
    SumberNilai.CAPAIAN_SKP: (Indikator.CAPAIAN_SKP.value,),
}
_NAMA = {nilai: str(label) for nilai, label in Indikator.choices}

Acuan = dict[str, Any]
# hasil, perilaku, predikat, whether it was recorded as contradictory
_IsiPredikat = tuple[str, str, str, int]


class Tim(Protocol):
    """What the teams add for one person (``selectors.hasil_tim`` gathers it)."""

    @property
    def persen(self) -> Decimal | None: ...
    @property
    def bunyi(self) -> str: ...
    @property
    def alasan(self) -> str: ...
    @property
    def rincian(self) -> Sequence[Mapping[str, Any]]: ...


class Orang(NamedTuple):
    """One person of the period: in service on its last day, with the unit of that day."""

    pk: int
    nip: str
    unit: int | None


class _Ukur(NamedTuple):
    """One measured value: which row, the number as text, or the word."""

    pk: int
    nilai: str | None
    kata: str


@dataclass(frozen=True)
class Lingkup:
    """What is read: the period, the set, the day the reading is for, the constants of its end."""

    periode: PeriodeKinerja
    perangkat: Perangkat
    per: date
    aturan: KetentuanPenilaian
    tim: Mapping[int, Tim] = field(default_factory=dict)


class BahanKinerja:
    """Reads the raw values of packets of people, by the code of each criterion."""

    def __init__(self, lingkup: Lingkup) -> None:
        self.lingkup = lingkup
        self._sumber = {k.sumber for k in lingkup.perangkat.kriteria}
        self._kriteria = [(k.kode, k.sumber) for k in lingkup.perangkat.kriteria]
        self._masa = lingkup.periode.nama[:1].lower() + lingkup.periode.nama[1:]
        self._ikm = _Ikm(lingkup.periode) if SumberNilai.KEPUASAN_PENGGUNA in self._sumber else None
        self._putusan = putusan_periode(lingkup.periode)
        self._jadi: dict[Any, Mentah] = {}
        self._angka: dict[str, Decimal] = {}
        self._cara = self._pembuat()

    def paket(self, orang: Sequence[Orang]) -> Iterator[tuple[Orang, dict[str, Mentah]]]:
        """The raw values of each person of the packet; the people in order of their keys."""
        if not orang:
            return
        baris = self._baca(orang[0].pk, orang[-1].pk)
        cara = [(kode, sumber, self._cara[sumber]) for kode, sumber in self._kriteria]
        for satu in orang:
            nilai = {kode: buat(satu, sumber, baris) for kode, sumber, buat in cara}
            if satu.pk in self._putusan:
                self._koreksi(satu.pk, nilai)
            yield satu, nilai

    # --- reading ---------------------------------------------------------------------------------
    def _baca(self, awal: int, akhir: int) -> _Paket:
        masuk = {"pegawai__gte": awal, "pegawai__lte": akhir}
        baris = _Paket()
        indikator = self._indikator()
        if indikator:
            _baca_indikator(baris.ukur, self.lingkup.periode, indikator, masuk)
        if self.lingkup.periode.tahunan and self._sumber.intersection(_PREDIKAT):
            _baca_predikat(baris.predikat, self.lingkup.periode, masuk)
        if SumberNilai.INOVASI in self._sumber:
            _baca_inovasi(baris.inovasi, self.lingkup.periode, masuk)
        if SumberNilai.PELATIHAN_JP in self._sumber:
            _baca_pelatihan(baris.pelatihan, self.lingkup.periode, masuk)
        return baris

    def _indikator(self) -> list[str]:
        perlu = {kode for s in self._sumber for kode in _INDIKATOR.get(s, ())}
        if not self.lingkup.periode.tahunan and self._sumber.intersection(_PREDIKAT):
            perlu |= set(_KATA)
        return sorted(perlu)

    # --- one source ------------------------------------------------------------------------------
    def _pembuat(self) -> dict[SumberNilai, Callable[[Orang, SumberNilai, _Paket], Mentah]]:
        predikat = self._predikat if self.lingkup.periode.tahunan else self._predikat_periodik
        return {
            **dict.fromkeys(bahan.NISBAH, self._nisbah),
            **dict.fromkeys(_PREDIKAT, predikat),
            SumberNilai.CAPAIAN_SKP: self._capaian,
            SumberNilai.INOVASI: self._inovasi,
            SumberNilai.KONTRIBUSI_TIM: self._tim,
            SumberNilai.KEPUASAN_PENGGUNA: self._kepuasan,
            SumberNilai.PELATIHAN_JP: self._pelatihan,
        }

    def _nisbah(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        ukur = baris.ukur.get(orang.pk) or _HAMPA
        n = bahan.NISBAH[sumber]
        a, b, c = ukur.get(n.bagian), ukur.get(n.dari), ukur.get(n.kurang)
        teks_a, teks_b, teks_c = a and a.nilai, b and b.nilai, c and c.nilai
        kunci = (sumber, teks_a, teks_b, teks_c)
        jadi = self._jadi.get(kunci)
        if jadi is None:
            jadi = bahan.nisbah(
                sumber, self._desimal(teks_a), self._desimal(teks_b), self._desimal(teks_c)
            )
            self._jadi[kunci] = jadi
        return _berbukti(jadi, [(n.bagian, a), (n.dari, b), (n.kurang, c)])

    def _capaian(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        satu = (baris.ukur.get(orang.pk) or _HAMPA).get(Indikator.CAPAIAN_SKP.value)
        teks = satu and satu.nilai
        kunci = (sumber, teks)
        jadi = self._jadi.get(kunci)
        if jadi is None:
            jadi = self._jadi[kunci] = bahan.capaian_skp(self._desimal(teks))
        return _berbukti(jadi, [(Indikator.CAPAIAN_SKP.value, satu)])

    def _predikat(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        ada = baris.predikat.get(orang.pk)
        isi = ada and ada[1]
        jadi = self._satu_predikat(sumber, isi)
        if ada is None:
            return jadi
        return _dengan(jadi, ({"jenis": "riwayat_kinerja", "ket": "e-Kinerja", "pk": ada[0]},))

    def _predikat_periodik(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        ukur = baris.ukur.get(orang.pk) or _HAMPA
        ada = {nama: ukur[kode] for kode, nama in _KATA.items() if kode in ukur}
        kata = {nama: satu.kata for nama, satu in ada.items()}
        isi = (kata.get("hasil", ""), kata.get("perilaku", ""), kata.get("predikat", ""), False)
        jadi = self._satu_predikat(sumber, isi if kata else None)
        return _berbukti(jadi, [(kode, ukur.get(kode)) for kode in _KATA])

    def _satu_predikat(self, sumber: SumberNilai, isi: _IsiPredikat | None) -> Mentah:
        kunci = (sumber, isi)
        jadi = self._jadi.get(kunci)
        if jadi is None:
            tercatat = None if isi is None else bahan.Predikat(*isi[:3], bool(isi[3]))
            jadi = bahan.predikat(sumber, tercatat, self._masa, self.lingkup.aturan)
            self._jadi[kunci] = jadi
        return jadi

    def _inovasi(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        rows = baris.inovasi.get(orang.pk)
        sah, tunggu = _inovasi_sekali(rows) if rows else ([], [])
        kunci = (sumber, len(sah), len(tunggu))
        jadi = self._jadi.get(kunci)
        if jadi is None:
            berakhir = self.lingkup.periode.selesai < self.lingkup.per
            jadi = bahan.inovasi(len(sah), len(tunggu), berakhir=berakhir)
            self._jadi[kunci] = jadi
        acuan = tuple({"jenis": "inovasi", "ket": "Inovasi", "pk": pk} for pk in sah or tunggu)
        return _dengan(jadi, acuan) if acuan else jadi

    def _tim(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        hasil = self.lingkup.tim.get(orang.pk)
        if hasil is None:
            return _TANPA_TIM
        acuan = tuple(
            {"jenis": "tim", "ket": str(satu["nama"]), "pk": satu["tim"]} for satu in hasil.rincian
        )
        return bahan.kontribusi(hasil.persen, hasil.bunyi, hasil.alasan, acuan)

    def _kepuasan(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        return self._ikm.untuk(orang.unit) if self._ikm else bahan.kepuasan("", [], ())

    def _pelatihan(self, orang: Orang, sumber: SumberNilai, baris: _Paket) -> Mentah:
        rows = baris.pelatihan.get(orang.pk, ())
        jam = tuple(jam for _, jam in rows)
        kunci = (sumber, jam)
        jadi = self._jadi.get(kunci)
        if jadi is None:
            jadi = self._jadi[kunci] = bahan.pelatihan(list(jam), self._masa)
        acuan = tuple({"jenis": "pelatihan", "ket": "Pelatihan", "pk": pk} for pk, _ in rows)
        return _dengan(jadi, acuan) if acuan else jadi

    def _koreksi(self, pegawai: int, nilai: dict[str, Mentah]) -> None:
        """Rulings in the order they were given: the last one on a line stands."""
        sumber = dict(self._kriteria)
        for acuan, koreksi in self._putusan[pegawai]:
            for isi in koreksi:
                kode = isi.get("kriteria", "")
                if kode in sumber:
                    nilai[kode] = bahan.putusan(sumber[kode], isi, nilai[kode], acuan)

    def _desimal(self, teks: str | None) -> Decimal | None:
        if teks is None:
            return None
        nilai = self._angka.get(teks)
        if nilai is None:
            nilai = self._angka[teks] = Decimal(teks).normalize() + 0
        return nilai


@dataclass
class _Paket:
    """What was read of one packet of people."""

    ukur: dict[int, dict[str, _Ukur]] = field(default_factory=dict)
    predikat: dict[int, tuple[int, _IsiPredikat]] = field(default_factory=dict)
    inovasi: dict[int, list[tuple[int, str, str]]] = field(default_factory=dict)
    pelatihan: dict[int, list[tuple[int, int | None]]] = field(default_factory=dict)


_HAMPA: dict[str, _Ukur] = {}
_TANPA_TIM = bahan.kontribusi(None, "", TANPA_TIM, ())


def _dengan(mentah: Mentah, bukti: tuple[Any, ...]) -> Mentah:
    nilai, alasan, _, keadaan, siapa = mentah
    return Mentah(nilai, alasan, bukti, keadaan, siapa)


def _berbukti(mentah: Mentah, ukur: Sequence[tuple[str, _Ukur | None]]) -> Mentah:
    bukti = tuple([{"jenis": "indikator", "ket": _NAMA[kode], "pk": u.pk} for kode, u in ukur if u])
    return _dengan(mentah, bukti) if bukti else mentah


def _baca_indikator(
    ke: dict[int, dict[str, _Ukur]],
    periode: PeriodeKinerja,
    indikator: list[str],
    masuk: Mapping[str, int],
) -> None:
    """As text: the database's own spelling of a number is exact and needs no conversion per row."""
    rows = NilaiIndikator.objects.berlaku().filter(periode=periode, **masuk).order_by()
    if len(indikator) < len(_NAMA):
        rows = rows.filter(indikator__in=indikator)
    rows = rows.annotate(teks=Cast("nilai", TextField()))
    kini, milik = None, _HAMPA
    for orang, kode, pk, teks, kata in rows.values_list(
        "pegawai_id", "indikator", "pk", "teks", "kata"
    ).iterator(chunk_size=10_000):
        if orang != kini:
            kini, milik = orang, ke.setdefault(orang, {})
        milik[kode] = _Ukur(pk, teks, kata)


def _baca_predikat(
    ke: dict[int, tuple[int, _IsiPredikat]], periode: PeriodeKinerja, masuk: Mapping[str, int]
) -> None:
    rows = RiwayatKinerja.objects.filter(tahun=periode.selesai.year, **masuk).order_by()
    # As a number: a column of truth values is converted row by row.
    rows = rows.annotate(tentang=Cast("bertentangan", IntegerField()))
    for orang, pk, *isi in rows.values_list(
        "pegawai_id", "pk", "hasil", "perilaku", "predikat", "tentang"
    ).iterator(chunk_size=10_000):
        hasil, perilaku, predikat, tentang = isi
        ke[orang] = (pk, (hasil, perilaku, predikat, tentang))


def _inovasi_sekali(rows: Sequence[tuple[int, str, str]]) -> tuple[list[int], list[int]]:
    """The verified and the waiting ones, each title once."""
    sah, tunggu = (
        bahan.tiap_judul_sekali((pk, judul) for pk, judul, k in rows if k == keadaan)
        for keadaan in (KeadaanInovasi.TERVERIFIKASI, KeadaanInovasi.DIAJUKAN)
    )
    return sah, tunggu


def _baca_inovasi(
    ke: dict[int, list[tuple[int, str, str]]], periode: PeriodeKinerja, masuk: Mapping[str, int]
) -> None:
    rows = Inovasi.objects.pada(periode).filter(**masuk).order_by("tanggal", "pk")
    for orang, pk, judul, keadaan in rows.values_list("pegawai_id", "pk", "judul", "keadaan"):
        ke.setdefault(orang, []).append((pk, judul, keadaan))


def _baca_pelatihan(
    ke: dict[int, list[tuple[int, int | None]]],
    periode: PeriodeKinerja,
    masuk: Mapping[str, int],
) -> None:
    masa = {"mulai__gte": periode.mulai, "mulai__lte": periode.selesai}
    rows = RiwayatPelatihan.objects.filter(**masa, **masuk).order_by("pk")
    for orang, pk, jam in rows.values_list("pegawai_id", "pk", "jam"):
        ke.setdefault(orang, []).append((pk, jam))


class _Ikm:
    """The satisfaction of users, per unit: its own, or that of the nearest unit above."""

    def __init__(self, periode: PeriodeKinerja) -> None:
        self._nilai: dict[int, list[tuple[int, Decimal]]] = defaultdict(list)
        rows = CapaianUnit.objects.filter(
            periode=periode, indikator__sumber=SumberIndikatorUnit.IKM, nilai__isnull=False
        )
        for unit, pk, nilai in rows.order_by("pk").values_list("indikator__unit", "pk", "nilai"):
            if nilai is not None:
                self._nilai[unit].append((pk, nilai))
        semua = UnitKerja.objects.order_by().values_list("pk", "induk_id", "nama")
        self._unit = {pk: (induk, nama) for pk, induk, nama in semua} if self._nilai else {}
        self._jadi: dict[int | None, Mentah] = {}

    def untuk(self, unit: int | None) -> Mentah:
        """Of people in this unit."""
        if unit not in self._jadi:
            self._jadi[unit] = self._cari(unit)
        return self._jadi[unit]

    def _cari(self, unit: int | None) -> Mentah:
        while unit is not None and unit not in self._nilai:
            unit = self._unit.get(unit, (None, ""))[0]
        if unit is None:
            return bahan.kepuasan("", [], ())
        rows = self._nilai[unit]
        acuan = tuple({"jenis": "capaian_unit", "ket": "IKM", "pk": pk} for pk, _ in rows)
        return bahan.kepuasan(self._unit[unit][1], [nilai for _, nilai in rows], acuan)


def putusan_periode(
    periode: PeriodeKinerja,
) -> dict[int, list[tuple[Acuan, list[Mapping[str, Any]]]]]:
    """What upheld objections of the period put in place, the earlier ruling first."""
    rows = Keberatan.objects.dikabulkan().filter(hasil__penilaian__periode=periode)
    rows = rows.order_by("diputus_pada", "pk")
    hasil: dict[int, list[tuple[Acuan, list[Mapping[str, Any]]]]] = defaultdict(list)
    for pk, pegawai, diputus, koreksi in rows.values_list(
        "pk", "pegawai_id", "diputus_pada", "koreksi"
    ):
        if koreksi:
            ket = f"Putusan keberatan {tanggal(timezone.localtime(diputus).date())}"
            hasil[pegawai].append(({"jenis": "keberatan", "ket": ket, "pk": pk}, koreksi))
    return hasil

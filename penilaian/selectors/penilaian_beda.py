"""Two runs side by side: who rose, fell, became complete, and why, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, CharField, Count, F, FilteredRelation, Q, QuerySet, Value, When

from organisasi.izin import Izin
from organisasi.models import Pengguna
from penilaian.kernel.beda_skor import bunyi_selisih
from penilaian.kernel.skor import Beda, akun_dari, beda
from penilaian.models import HasilPenilaian, KeadaanNilai, Penilaian

MACAM = {
    "naik": "Naik",
    "turun": "Turun",
    "lengkap": "Menjadi lengkap",
    "hilang": "Tidak lagi lengkap",
    "data": "Skor sama, rinciannya berubah",
    "masuk": "Baru masuk",
    "tetap": "Tetap",
}


def pembanding(baru: Penilaian, pk: str) -> Penilaian | None:
    """The run to compare with: the one asked for, of the same period, else the one before."""
    rows = Penilaian.objects.filter(periode=baru.periode_id).exclude(pk=baru.pk)
    rows = rows.select_related("periode", "perangkat").order_by("-nomor")
    if pk.isdecimal():
        return rows.filter(pk=int(pk)).first()
    return rows.filter(nomor__lt=baru.nomor).first()


def baris_beda(baru: Penilaian, lama: Penilaian, pengguna: Pengguna, *, per: date) -> QuerySet[Any]:
    """Everybody of the new run within reach, with his old result and the kind of change."""
    angka, dulu_angka = Q(skor__isnull=False), Q(lama__skor__isnull=False)
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    rows = rows.filter(penilaian=baru).annotate(
        lama=FilteredRelation("pegawai__hasil", condition=Q(pegawai__hasil__penilaian=lama.pk))
    )
    return rows.annotate(
        lama_pk=F("lama__pk"),
        lama_skor=F("lama__skor"),
        lama_keadaan=F("lama__keadaan"),
        beda_skor=F("skor") - F("lama__skor"),
        macam=Case(
            When(lama__pk__isnull=True, then=Value("masuk")),
            When(angka & dulu_angka & Q(skor__gt=F("lama__skor")), then=Value("naik")),
            When(angka & dulu_angka & Q(skor__lt=F("lama__skor")), then=Value("turun")),
            When(angka & ~dulu_angka, then=Value("lengkap")),
            When(~angka & dulu_angka, then=Value("hilang")),
            When(sha256=F("lama__sha256"), then=Value("tetap")),
            default=Value("data"),
            output_field=CharField(),
        ),
    ).defer("rincian")


@dataclass(frozen=True)
class Jumlah:
    """How many of one kind."""

    kode: str
    nama: str
    banyak: int


def jumlah_beda(rows: QuerySet[Any]) -> list[Jumlah]:
    """Every kind with its count, in one query."""
    hitung: Any = {k: Count("pk", filter=Q(macam=k)) for k in MACAM}
    isi = rows.order_by().aggregate(**hitung)
    return [Jumlah(k, nama, isi[k]) for k, nama in MACAM.items()]


def urutkan(rows: QuerySet[Any]) -> QuerySet[Any]:
    """By name, with what a list shows."""
    return (
        rows.select_related("pegawai", "unit")
        .defer("rincian", "pegawai__siasn", "pegawai__nik_sandi")
        .order_by("pegawai__nama", "pk")
    )


@dataclass(frozen=True)
class BarisBeda:
    """One person's change with its reasons."""

    hasil: Any
    macam: str
    lama: str
    baru: str
    selisih: str
    butir: tuple[Beda, ...]


def jelaskan(rows: Iterable[Any]) -> list[BarisBeda]:
    """The reasons for a page of people: both accounts in one query, compared by the kernel."""
    semua = list(rows)
    kunci = {pk for satu in semua for pk in (satu.pk, satu.lama_pk) if pk}
    teks = dict(HasilPenilaian.objects.filter(pk__in=kunci).values_list("pk", "rincian"))
    return [_satu(satu, teks) for satu in semua]


def jelaskan_semua(rows: QuerySet[Any], paket: int = 500) -> Iterator[BarisBeda]:
    """The same for a whole list, in steps."""
    antre: list[Any] = []
    for satu in rows.iterator(chunk_size=paket):
        antre.append(satu)
        if len(antre) == paket:
            yield from jelaskan(antre)
            antre = []
    yield from jelaskan(antre)


def _satu(satu: Any, teks: dict[int, str]) -> BarisBeda:
    butir: tuple[Beda, ...] = ()
    if satu.lama_pk:
        butir = beda(akun_dari(teks[satu.lama_pk]), akun_dari(teks[satu.pk]))
    selisih = None if satu.beda_skor is None else Decimal(satu.skor) - Decimal(satu.lama_skor)
    return BarisBeda(
        satu,
        MACAM[satu.macam],
        _skor(satu.lama_skor, satu.lama_keadaan),
        _skor(satu.skor, satu.keadaan),
        "" if selisih is None else bunyi_selisih(selisih),
        butir,
    )


def _skor(skor: Decimal | None, keadaan: str | None) -> str:
    if skor is not None:
        return str(Decimal(skor).quantize(Decimal("0.01"))).replace(".", ",")
    return str(KeadaanNilai(keadaan).label) if keadaan else "belum ada"

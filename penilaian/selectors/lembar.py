"""Reads about needs sheets: the list, the balance of seats, the remainder, what applying does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet, Sum

from pegawai.models import Formasi
from penilaian.kernel.lembar_abk import Kursi, neraca, tepat
from penilaian.kernel.lembar_kata import PEMISAH
from penilaian.models import (
    BarisLembar,
    KeadaanBaris,
    Kebutuhan,
    LembarAbk,
    MacamBaris,
    SumberKebutuhan,
)

NOL = Decimal(0)


def rapikan(halaman: Iterable[Any]) -> None:
    """Seats of a page of sheets without zeros behind the comma."""
    for satu in halaman:
        satu.kursi, satu.kursi_cocok = (tepat(n or NOL) for n in (satu.kursi, satu.kursi_cocok))


def daftar() -> QuerySet[LembarAbk]:
    """Sheets, newest first, with seats in all and matched."""
    posisi = Q(baris__macam=MacamBaris.POSISI)
    cocok = posisi & Q(baris__keadaan=KeadaanBaris.COCOK)
    rows = LembarAbk.objects.select_related("dibaca_oleh", "diterapkan_oleh").order_by("-pk")
    return rows.annotate(
        kursi=Sum("baris__kebutuhan", filter=posisi),
        kursi_cocok=Sum("baris__kebutuhan", filter=cocok),
    )


class BarisNeraca(NamedTuple):
    """One line of the balance."""

    nama: str
    kursi: Kursi


@dataclass(frozen=True)
class Neraca:
    """Seats in the sheet = matched + remainder, by section; the remainder by reason."""

    bagian: list[BarisNeraca]
    jumlah: Kursi
    sisa: list[tuple[str, str, Decimal, int]]  # (keadaan, its words, seats, rows)

    @property
    def persen(self) -> int:
        """Matched seats of a hundred, rounded down: 100 means all."""
        return int(self.jumlah.cocok * 100 / self.jumlah.lembar) if self.jumlah.lembar else 0


def neraca_lembar(lembar: LembarAbk) -> Neraca:
    """One query over the rows with a job."""
    rows = list(lembar.baris.posisi().order_by().values_list("bagian", "kebutuhan", "keadaan"))
    bagian = neraca((b, n, k == KeadaanBaris.COCOK) for b, n, k in rows)
    semua = neraca(("", n, k == KeadaanBaris.COCOK) for _, n, k in rows)
    sisa = neraca((k, n, False) for _, n, k in rows if k != KeadaanBaris.COCOK)
    urut = sorted(bagian.items(), key=lambda pasang: (-pasang[1].lembar, pasang[0]))
    return Neraca(
        bagian=[BarisNeraca(nama, kursi) for nama, kursi in urut],
        jumlah=semua.get("", Kursi(NOL, NOL, NOL, 0)),
        sisa=[
            (k.value, str(k.label), sisa[k].lembar, sisa[k].baris)
            for k in KeadaanBaris
            if k in sisa
        ],
    )


class Beda(NamedTuple):
    """A total the workbook states, beside the sum of the rows that were read."""

    lembar: str
    sel: str
    sebutan: str
    nilai: Decimal
    selisih: Decimal


def pernyataan(lembar: LembarAbk, jumlah: Decimal) -> list[Beda]:
    """Every stated total; contradictions are shown, not resolved."""
    return [
        Beda(p["lembar"], p["sel"], p["sebutan"], nilai, nilai - jumlah)
        for p in lembar.pernyataan
        if p.get("macam") == "jumlah"
        for nilai in (tepat(Decimal(p["nilai"])),)
    ]


def sel_rusak(lembar: LembarAbk) -> list[dict[str, Any]]:
    """Cells that could not be read as they stand, with their cure."""
    return [p for p in lembar.pernyataan if p.get("macam") == "sel"]


def baris_lembar(lembar: LembarAbk, *, keadaan: str = "", bagian: str = "") -> Any:
    """Rows with a job that state a need, narrowed by what became of them and by section.

    ``keadaan`` ``sisa``: everything that belongs to no post.
    """
    rows = lembar.baris.posisi().filter(kebutuhan__isnull=False)
    if keadaan == "sisa":
        rows = rows.exclude(keadaan=KeadaanBaris.COCOK)
    elif keadaan in KeadaanBaris.values:
        rows = rows.filter(keadaan=keadaan)
    if bagian:
        rows = rows.filter(bagian=bagian)
    return rows.select_related("unit", "jabatan").order_by("nomor")


def jumlah_baris(rows: QuerySet[BarisLembar]) -> dict[str, Any]:
    """Rows and seats of a narrowed list."""
    isi = rows.order_by().aggregate(baris=Count("pk"), kursi=Sum("kebutuhan"))
    return isi | {"kursi": tepat(isi["kursi"] or NOL)}


def jalur(teks_unit: str) -> tuple[str, ...]:
    """The path of a row as it is stored."""
    return tuple(teks_unit.split(PEMISAH)) if teks_unit else ()


Posisi = tuple[int, int]


@dataclass(frozen=True)
class Ubahan:
    """A need that would change."""

    posisi: Posisi
    lama: Decimal
    baru: Decimal
    nama: str = ""


@dataclass
class Akibat:
    """What applying would do, by post: the sums of its rows against what stands."""

    baru: dict[Posisi, Decimal] = field(default_factory=dict)
    berubah: list[Ubahan] = field(default_factory=list)
    sama: list[Posisi] = field(default_factory=list)
    keluar: int = 0
    lebih_muda: bool = False

    @property
    def ada(self) -> bool:
        """Whether anything would be written."""
        return bool(self.baru or self.berubah)


def kebutuhan_lembar(lembar: LembarAbk) -> dict[Posisi, Decimal]:
    """Needs by post: rows of one unit and one jabatan add up, PNS and PPPK sections alike."""
    rows = (
        lembar.baris.posisi()
        .filter(keadaan=KeadaanBaris.COCOK, kebutuhan__isnull=False)
        .order_by()
        .values_list("unit", "jabatan")
        .annotate(jumlah=Sum("kebutuhan"))
    )
    return {(unit, jabatan): tepat(jumlah) for unit, jabatan, jumlah in rows if unit and jabatan}


def akibat(butuh: dict[Posisi, Decimal], lembar_per: Any) -> Akibat:
    """Compare sums with the needs in force from this source."""
    lama: dict[Posisi, Decimal] = {}
    hasil = Akibat()
    rows = Kebutuhan.objects.filter(sumber=SumberKebutuhan.PENETAPAN).order_by()
    for unit, jabatan, mentah, per in rows.values_list(
        "asal__unit", "asal__jabatan", "mentah", "per"
    ):
        lama[unit, jabatan] = mentah
        hasil.lebih_muda = hasil.lebih_muda or per > lembar_per
    for posisi, jumlah in butuh.items():
        ada = lama.get(posisi)
        if ada is None:
            hasil.baru[posisi] = jumlah
        elif ada == jumlah:
            hasil.sama.append(posisi)
        else:
            hasil.berubah.append(Ubahan(posisi, tepat(ada), tepat(jumlah)))
    hasil.keluar = len(lama.keys() - butuh.keys())
    return hasil


def nama_posisi(semua: Iterable[Posisi]) -> dict[Posisi, str]:
    """Names of posts that exist, for the few rows that are shown."""
    pilih = set(semua)
    rows = Formasi.objects.filter(
        unit__in={u for u, _ in pilih}, jabatan__in={j for _, j in pilih}
    ).with_names()
    return {(f.unit_id, f.jabatan_id): str(f) for f in rows}


def templat_lembar(lembar: LembarAbk) -> list[Formasi]:
    """Posts of the sheet with their ids and needs, for a workbook that needs no matching."""
    butuh = kebutuhan_lembar(lembar)
    rows = Formasi.objects.filter(unit__in={u for u, _ in butuh}).with_names()
    posts = []
    for satu in rows:
        posisi = (satu.unit_id, satu.jabatan_id)
        if posisi in butuh:
            satu.butuh = butuh[posisi]  # type: ignore[attr-defined]
            posts.append(satu)
    return posts

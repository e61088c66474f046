"""How the scores of one run are spread: per office and per job family, and per assessor. Baskets
and sums are counted by the database; groups too small show their size and nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Sum, Window
from django.db.models.functions import RowNumber

from organisasi.izin import Izin
from penilaian.kernel.kelonggaran import Himpunan, Kelonggaran, bandingkan
from penilaian.kernel.sebaran import BATAS, PUNCAK
from penilaian.models import HasilPenilaian, Penilaian

MENURUT = {
    "opd": ("Perangkat daerah", "unit__opd_id", "unit__opd__nama"),
    "rumpun": ("Rumpun jabatan", "kelompok", "kelompok"),
}
TERBANYAK = 100  # assessors on one page


@dataclass(frozen=True)
class Batang:
    """One basket: its bounds, how many, its bar in percent of the longest."""

    bunyi: str
    banyak: int
    panjang: int

    @property
    def tinggi(self) -> int:
        """The bar standing, in the 24 units of a small picture."""
        return -(-self.panjang * 24 // 100)


@dataclass(frozen=True)
class KelompokNilai:
    """One group; without ``batang`` it is too small to show. ``tengah``: the median."""

    kunci: str
    nama: str
    banyak: int
    belum: int
    tengah: Decimal | None
    batang: tuple[Batang, ...]


@dataclass(frozen=True)
class Penilai:
    """One assessor beside the others."""

    pegawai: int
    nama: str
    k: Kelonggaran


@dataclass(frozen=True)
class HalamanSebaran:
    """The answer of the page."""

    penilaian: Penilaian
    semua: KelompokNilai
    kelompok: tuple[KelompokNilai, ...]
    penilai: tuple[Penilai, ...]
    kecil: int  # assessors of too few people to show
    terpotong: bool


def daftar_penilaian() -> list[Penilaian]:
    """The latest run of each period first; the runs to choose from."""
    rows = Penilaian.objects.select_related("periode", "perangkat").defer("perangkat__teks")
    return list(rows.order_by("-periode__selesai", "-nomor")[:40])


def pilih_penilaian(kunci: str, semua: list[Penilaian]) -> Penilaian | None:
    """The one of the address, else the latest."""
    diminta = [satu for satu in semua if str(satu.pk) == kunci]
    return next(iter(diminta or semua), None)


def sebaran_nilai(
    penilaian: Penilaian, pengguna: Any, *, menurut: str, minimal: int, per: date
) -> HalamanSebaran:
    """Six questions, whatever the number of people."""
    rows = HasilPenilaian.objects.for_user(pengguna, Izin.NILAI_LIHAT, per=per)
    rows = rows.filter(penilaian=penilaian).order_by()
    _, kunci, nama = MENURUT[menurut]
    kolom = (kunci,) if kunci == nama else (kunci, nama)
    tengah = _tengah(rows, kunci)
    semua_tengah = _tengah(rows, None).get(None)
    kelompok = [
        _kelompok(r, r[kunci], r[nama], tengah, minimal)
        for r in rows.values(*kolom).annotate(**_hitung())
    ]
    kelompok.sort(key=lambda k: (-k.banyak, k.nama))
    jumlah = rows.aggregate(**_hitung())
    semua = _kelompok(jumlah, None, "Semua", {None: semua_tengah}, minimal)
    penilai = list(_penilai(rows, penilaian, minimal))
    tampil = [satu for satu in penilai if satu.k.rata is not None]
    return HalamanSebaran(
        penilaian, semua, tuple(kelompok), tuple(tampil[:TERBANYAK]), len(penilai) - len(tampil),
        len(tampil) > TERBANYAK,
    )  # fmt: skip


def _hitung() -> dict[str, Any]:
    batas = [*zip(BATAS, [*BATAS[1:], None], strict=True)]
    isi = {
        f"k{n}": Count("pk", filter=Q(skor__gte=dari) & (Q(skor__lt=sampai) if sampai else Q()))
        for n, (dari, sampai) in enumerate(batas)
    }
    belum = Count("pk", filter=Q(skor__isnull=True))
    return {"banyak": Count("pk", filter=Q(skor__isnull=False)), "belum": belum, **isi}


def _kelompok(
    r: dict[str, Any], kunci: Any, nama: Any, tengah: dict[Any, Decimal | None], minimal: int
) -> KelompokNilai:
    teks = "" if kunci is None else str(kunci)
    if r["banyak"] < minimal:
        return KelompokNilai(teks, nama or "Belum tercatat", r["banyak"], r["belum"], None, ())
    isi = [r[f"k{n}"] for n in range(len(BATAS))]
    return KelompokNilai(
        teks, nama or "Belum tercatat", r["banyak"], r["belum"], tengah.get(kunci),
        tuple(_batang(isi)),
    )  # fmt: skip


def _batang(isi: list[int]) -> Iterator[Batang]:
    for n, banyak in enumerate(isi):
        atas = BATAS[n + 1] if n + 1 < len(BATAS) else PUNCAK
        bunyi = f"di bawah {atas}" if n == 0 else f"{BATAS[n]}–{atas}"
        yield Batang(bunyi, banyak, -(-banyak * 100 // max(*isi, 1)))


def _tengah(rows: QuerySet[HasilPenilaian], kunci: str | None) -> dict[Any, Decimal | None]:
    """The median of each group: the one or two scores in its middle, found by the database."""
    bagi = [F(kunci)] if kunci else []
    berskor = rows.filter(skor__isnull=False)
    urut = berskor.annotate(
        urut=Window(RowNumber(), partition_by=bagi or None, order_by=[F("skor"), F("pk")]),
        dari=Window(Count("pk"), partition_by=bagi or None),
    )
    # The middle of n ordered scores: twice the place lies between n and n + 2.
    urut = urut.annotate(dua=F("urut") * 2 - F("dari")).filter(dua__gte=0, dua__lte=2)
    isi: dict[Any, list[Decimal]] = defaultdict(list)
    for k, skor in urut.values_list(kunci or "penilaian_id", "skor"):
        isi[k if kunci else None].append(skor)
    return {k: sum(nilai, Decimal(0)) / len(nilai) for k, nilai in isi.items()}


def _penilai(
    rows: QuerySet[HasilPenilaian], penilaian: Penilaian, minimal: int
) -> Iterator[Penilai]:
    """Assessors of people within reach beside everybody of the run, the highest mean first."""
    semua = himpunan(HasilPenilaian.objects.filter(penilaian=penilaian))
    jumlah = _jumlah()
    berskor = rows.filter(skor__isnull=False, penilai__isnull=False)
    hasil = [
        Penilai(r["penilai_id"], r["penilai__nama"], bandingkan(_dari(r), semua, minimal=minimal))
        for r in berskor.values("penilai_id", "penilai__nama").annotate(**jumlah)
    ]
    yield from sorted(hasil, key=lambda p: (p.k.rata is None, -(p.k.rata or Decimal(0)), p.nama))


def _jumlah() -> dict[str, Any]:
    return {"banyak": Count("pk"), "jumlah": Sum("skor"), "kuadrat": Sum(F("skor") * F("skor"))}


def _dari(r: Any) -> Himpunan:
    nol = Decimal(0)
    return Himpunan(r["banyak"], r["jumlah"] or nol, r["kuadrat"] or nol)


def himpunan(rows: QuerySet[HasilPenilaian]) -> Himpunan:
    """The three sums of all scores among these results."""
    return _dari(rows.filter(skor__isnull=False).order_by().aggregate(**_jumlah()))

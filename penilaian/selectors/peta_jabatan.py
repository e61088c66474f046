"""Peta jabatan: a branch of the tree as boxes, with their posts and the sums of all below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.core.paginator import Page

from organisasi.izin import Izin
from organisasi.models import Pengguna, UnitKerja
from penilaian.selectors.cetak_abk import posisi_cabang
from penilaian.selectors.kebutuhan import ketentuan, posisi_untuk
from toolkit.pages import CappedPaginator

# What a page may hold; a box and a post weigh so many bytes of HTML, measured with long names.
BERAT_KOTAK, BERAT_POSISI, MUATAN = 700, 330, 115_000
POSISI_PER_KOTAK = 40
ANAK_PER_HALAMAN = 50
_ANGKA = ("kebutuhan", "bezetting", "kekurangan", "kelebihan", "posisi")


@dataclass
class Kotak:
    """A unit: its posts, its units below, and the sums over everything below it, itself too."""

    unit: UnitKerja
    jumlah: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_ANGKA, 0))
    posisi: list[Any] = field(default_factory=list)
    anak: list[Kotak] = field(default_factory=list)
    milik: int = 0  # posts of its own
    bawah: int = 0  # units below, at any depth
    tertutup: bool = False  # its posts and units stand on its own page

    @property
    def sisa(self) -> int:
        """Posts of its own that this page leaves out."""
        return 0 if self.tertutup else self.milik - len(self.posisi)


@dataclass(frozen=True)
class Peta:
    """The chart of one branch, one page of it."""

    akar: Kotak
    atas: Sequence[UnitKerja]
    halaman: Page[Kotak]
    sebagian: bool  # some boxes are shut to keep the page small


def akar_peta(pengguna: Pengguna, unit: UnitKerja | None, *, per: date) -> UnitKerja | None:
    """The unit asked for, else the first one within reach; None without any."""
    if unit is not None:
        return unit
    return UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).aktif(per).first()


def peta(pengguna: Pengguna, unit: UnitKerja, *, per: date, hal: str | None = None) -> Peta:
    """The branch as boxes, as deep as a page may hold; deeper boxes are shut and are links."""
    akar = pohon(pengguna, unit, per=per)
    halaman = CappedPaginator(akar.anak, ANAK_PER_HALAMAN).get_page(hal)
    akar.anak = list(halaman.object_list)
    _isi(pengguna, unit, _buka(akar), per)
    sebagian = any(k.tertutup and (k.milik or k.bawah) for k in _semua(akar))
    return Peta(akar, _atas(pengguna, unit, per), halaman, sebagian)


def pohon(pengguna: Pengguna, unit: UnitKerja, *, per: date) -> Kotak:
    """The whole branch with its sums and without posts, in two queries."""
    rows = UnitKerja.objects.di_bawah(unit).aktif(per).order_by("kiri")
    kotak = {u.pk: Kotak(u) for u in rows.only("pk", "nama", "induk", "kiri", "kanan", "tingkat")}
    akar = kotak.setdefault(unit.pk, Kotak(unit))
    posisi = posisi_untuk(pengguna, per=per, aturan=ketentuan(per=per)).filter(
        unit__kiri__gte=unit.kiri, unit__kiri__lte=unit.kanan
    )
    for row in posisi.jumlah_per("unit"):
        satu = kotak.get(row["unit"])
        if satu is not None:
            satu.jumlah = {nama: row[nama] or 0 for nama in _ANGKA}
            satu.milik = row["posisi"]
    for satu in sorted(kotak.values(), key=lambda k: -k.unit.kiri):
        induk = kotak.get(satu.unit.induk_id or 0)
        if satu is akar or induk is None:
            continue
        induk.anak.insert(0, satu)
        induk.bawah += satu.bawah + 1
        for nama in _ANGKA:
            induk.jumlah[nama] += satu.jumlah[nama]
    return akar


def lengkap(pengguna: Pengguna, unit: UnitKerja, *, per: date) -> Kotak:
    """The whole branch with all its posts: for paper."""
    akar = pohon(pengguna, unit, per=per)
    kotak = {k.unit.pk: k for k in _semua(akar)}
    for p in posisi_cabang(pengguna, unit, per=per):
        if p.unit_id in kotak:
            kotak[p.unit_id].posisi.append(p)
    return akar


def _berat(kotak: Kotak) -> int:
    return min(kotak.milik, POSISI_PER_KOTAK) * BERAT_POSISI


def _buka(akar: Kotak) -> dict[int, Kotak]:
    """Level by level, as many boxes as fit; the rest is shut. The open ones by unit."""
    terpakai = BERAT_KOTAK * (1 + len(akar.anak)) + _berat(akar)
    terbuka, tingkat = {akar.unit.pk: akar}, akar.anak
    while tingkat:
        berikut: list[Kotak] = []
        for k in tingkat:
            berat = _berat(k) + BERAT_KOTAK * len(k.anak)
            if terpakai + berat > MUATAN:
                k.tertutup, k.anak = True, []
                continue
            terpakai += berat
            terbuka[k.unit.pk] = k
            berikut += k.anak
        tingkat = berikut
    return terbuka


def _isi(pengguna: Pengguna, unit: UnitKerja, terbuka: dict[int, Kotak], per: date) -> None:
    per_unit: dict[int, list[Any]] = defaultdict(list)
    for p in posisi_cabang(pengguna, unit, per=per).filter(unit__in=list(terbuka)):
        per_unit[p.unit_id].append(p)
    for pk, rows in per_unit.items():
        terbuka[pk].posisi = rows[:POSISI_PER_KOTAK]


def _semua(kotak: Kotak) -> Any:
    yield kotak
    for anak in kotak.anak:
        yield from _semua(anak)


def _atas(pengguna: Pengguna, unit: UnitKerja, per: date) -> list[UnitKerja]:
    """The units above within reach, from the top."""
    rows = UnitKerja.objects.for_user(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    return list(rows.filter(kiri__lt=unit.kiri, kanan__gte=unit.kanan).order_by("kiri"))

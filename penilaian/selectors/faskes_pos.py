"""Posts of a facility and the kind of staff each stands for; how many of a kind there are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F

from organisasi.models import UnitKerja
from pegawai.models import Formasi, JenisJabatan
from penilaian.kernel.tenaga import kenali
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.models import TenagaKesehatan
from penilaian.selectors.faskes_izin import HitungIzin, laporan


def kata_tenaga(k: KetentuanKebutuhan) -> tuple[str, ...]:
    """Every kind of staff that a table of the constants names, in the order of the tables."""
    kata = dict.fromkeys(k.puskesmas_tenaga_wajib)
    for tabel in (*k.puskesmas_minimal.values(), k.pustu_minimal):
        kata |= dict.fromkeys(tabel)
    return tuple(kata)


@dataclass(frozen=True)
class Tersedia:
    """Staff by kind: as SISDMK reports them, or guessed from the names of posts until it did.

    ``izin`` holds their licences by kind; empty for a guess.
    """

    menurut: Mapping[str, int]
    izin: Mapping[str, HitungIzin]

    @property
    def dilaporkan(self) -> bool:
        """Whether SISDMK said anything of this unit."""
        return bool(self.izin)

    @property
    def semua(self) -> int:
        """Of every kind together."""
        return sum(self.menurut.values())

    def banyak(self, *, tenaga: str, izin: str) -> int:
        """How many rows the list of people has under these filters."""
        return (self.izin.get(tenaga, HitungIzin()) if tenaga else self.semua_izin).banyak(izin)

    @property
    def semua_izin(self) -> HitungIzin:
        """Licences of all kinds of staff."""
        return sum(self.izin.values(), HitungIzin())


def tersedia(unit: Iterable[UnitKerja], k: KetentuanKebutuhan, *, per: date) -> dict[int, Tersedia]:
    """For each of these units, in two queries."""
    semua = list(unit)
    lapor = laporan(semua, per=per)
    taksiran: dict[int, Counter[str]] = defaultdict(Counter)
    kata = kata_tenaga(k)
    pos = Formasi.objects.order_by().filter(unit__in=[u for u in semua if u.pk not in lapor])
    isi = F("isi_pns") + F("isi_pppk") + F("isi_pppk_pw")
    kolom = pos.annotate(isi=isi).filter(isi__gt=0)
    for pk, rumpun, nama, n in kolom.values_list("unit", "jabatan__rumpun", "jabatan__nama", "isi"):
        if tenaga := kenali(rumpun or nama, kata):
            taksiran[pk][tenaga] += n
    hasil = {}
    for u in semua:
        izin = lapor.get(u.pk, {})
        ada = {tenaga: satu.orang for tenaga, satu in izin.items()} or dict(taksiran[u.pk])
        hasil[u.pk] = Tersedia(ada, izin)
    return hasil


@dataclass(frozen=True)
class PosTenaga:
    """A post with the kind of staff most of its holders are, else the one its name speaks of."""

    formasi: Any
    tenaga: str | None
    orang: int


def pos_faskes(unit: UnitKerja, k: KetentuanKebutuhan) -> list[PosTenaga]:
    """Posts of the unit itself but its structural ones, most people first."""
    kata = kata_tenaga(k)
    pemegang: dict[int, Counter[str]] = defaultdict(Counter)
    rows = TenagaKesehatan.objects.order_by().filter(
        pegawai__formasi__unit=unit, pegawai__berhenti__isnull=True
    )
    for pk, tenaga, n in rows.values_list("pegawai__formasi", "tenaga").annotate(n=Count("pk")):
        pemegang[pk][tenaga] = n
    pos = Formasi.objects.filter(unit=unit, dihitung_ke__isnull=True).select_related("jabatan")
    hasil = []
    for satu in pos.exclude(jabatan__jenis=JenisJabatan.STRUKTURAL).order_by("jabatan__nama", "pk"):
        banyak = pemegang[satu.pk].most_common(1)
        tenaga = banyak[0][0] if banyak else kenali(satu.jabatan.rumpun or satu.jabatan.nama, kata)
        isi = satu.isi_pns + satu.isi_pppk + satu.isi_pppk_pw
        hasil.append(PosTenaga(satu, tenaga if tenaga in kata else None, isi))
    hasil.sort(key=lambda p: -p.orang)
    return hasil


def bagi_rata(butuh: int, pos: Sequence[PosTenaga]) -> dict[int, int]:
    """The need of a kind over its posts: as many as hold each, the rest to the largest of them."""
    hasil, sisa = {}, butuh
    for satu in pos:
        hasil[satu.formasi.pk] = min(satu.orang, sisa)
        sisa -= hasil[satu.formasi.pk]
    if pos:
        hasil[pos[0].formasi.pk] += sisa
    return hasil

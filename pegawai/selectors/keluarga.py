"""The readers of declared family ties: the declarer's own page, and the recusal check.

Nothing else in the project reads them; ``tests/house/test_keluarga.py`` watches over that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import permutations

from django.db.models import Q

from pegawai.kernel.kata import kata_cari
from pegawai.models import HubunganKeluarga, JenisJabatan, Pegawai

_SISI = ("pegawai", "kerabat")
_LETAK = ("pk", "unit_id", "unit__kiri", "unit__kanan", "jabatan__jenis", "berhenti")
MAKS_GELAR = 4  # words a person may write beside the bare name


def punya_hubungan(satu: int, dua: int) -> bool:
    """Whether either of two people (ids) has declared a tie with the other: the only question that
    may be asked about somebody else, and only to keep a person out of a relative's case."""
    return HubunganKeluarga.objects.berlaku().antara(satu, dua).exists()


def yang_berhubungan(satu: int, banyak: Collection[int]) -> set[int]:
    """The same question about many at once (the agenda of a session): who of them has a tie."""
    rows = HubunganKeluarga.objects.berlaku().atas(satu).values_list("pegawai_id", "kerabat_id")
    return {orang for pasangan in rows for orang in pasangan} & (set(banyak) - {satu})


@dataclass(frozen=True)
class Lingkungan:
    """Where somebody would come to: the unit with its interval, and whether he would lead there."""

    unit: int
    kiri: int
    kanan: int
    memimpin: bool


def bertemu_kerabat(tujuan: Mapping[int, Lingkungan]) -> set[int]:
    """Who of these people would come into the unit of somebody he has a tie with, or into a line
    of reporting with him. One query for any number; with whom is not told."""
    terkait: dict[int, set[int]] = defaultdict(set)
    letak: dict[int, tuple[int, int, int, str]] = {}
    rows = HubunganKeluarga.objects.berlaku()
    rows = rows.filter(Q(pegawai__in=tujuan) | Q(kerabat__in=tujuan))
    for row in rows.values_list(*(f"{sisi}__{k}" for sisi in _SISI for k in _LETAK)):
        dua_sisi = (row[: len(_LETAK)], row[len(_LETAK) :])
        for (satu, *_), (dua, unit, kiri, kanan, jenis, berhenti) in permutations(dua_sisi):
            terkait[satu].add(dua)
            if unit is not None and berhenti is None:
                letak[dua] = (unit, kiri, kanan, jenis or "")
    return {
        siapa
        for siapa, di in tujuan.items()
        if any(_sebaris(di, *letak[lain]) for lain in terkait.get(siapa, ()) if lain in letak)
    }


def _sebaris(di: Lingkungan, unit: int, kiri: int, kanan: int, jenis: str) -> bool:
    """In the same unit; or above him and leading; or below what he would lead."""
    if unit == di.unit:
        return True
    di_atas = kiri <= di.kiri and di.kanan <= kanan
    di_bawah = di.kiri <= kiri and kanan <= di.kanan
    return (di_atas and jenis == JenisJabatan.STRUKTURAL) or (di_bawah and di.memimpin)


def pernyataan(orang: Pegawai) -> list[HubunganKeluarga]:
    """What this person has declared and not withdrawn; never what others declared about him."""
    milik = HubunganKeluarga.objects.berlaku().filter(pegawai=orang)
    return list(milik.select_related("kerabat").defer("kerabat__siasn", "kerabat__nik_sandi"))


def cari_kerabat(nip: str, nama: str) -> Pegawai | None:
    """The colleague with this number *and* this name; titles may stand beside the name.

    Both are asked for so that nobody learns a name by trying numbers: a wrong number, a wrong name
    and a number that does not exist give the same answer.
    """
    orang = Pegawai.objects.defer("siasn", "nik_sandi").filter(nip="".join(nip.split())).first()
    tertulis = set(kata_cari(nama))
    if orang is None or not tertulis:
        return None
    tercatat = set(kata_cari(orang.nama))
    cocok = tercatat <= tertulis and len(tertulis) <= len(tercatat) + MAKS_GELAR
    return orang if cocok else None

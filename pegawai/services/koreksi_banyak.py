"""Corrections of many people at once: the rules of ``koreksi_data``, one trace per person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from jejak.catat import Objek, catat_banyak
from organisasi.models import Pengguna
from pegawai import tindakan
from pegawai.models import Pegawai
from pegawai.policies import mutu as policies
from pegawai.services.register import DAPAT_DIKOREKSI, DIGANTI, tersalin
from pegawai.services.turunan import segarkan_isi, segarkan_kata, segarkan_orang

_PAKET = 500


@dataclass
class Koreksi:
    """What one person's fields become, and what was noted beside them."""

    isi: dict[str, Any] = field(default_factory=dict)
    catatan: list[str] = field(default_factory=list)


@transaction.atomic
def koreksi_banyak(
    koreksi: Mapping[int, Koreksi], *, oleh: Pengguna, per: date, alasan: str
) -> int:
    """Write the corrections by key of the person; returns how many people really changed."""
    berubah: list[tuple[Pegawai, dict[str, Any], dict[str, Any]]] = []
    for orang in _terkunci(sorted(koreksi)):
        policies.perbaiki.check(orang, oleh)
        satu = koreksi[orang.pk]
        baru = {
            k: v for k, v in satu.isi.items() if k in DAPAT_DIKOREKSI and getattr(orang, k) != v
        }
        if not baru:
            continue
        lama = {nama: getattr(orang, nama) for nama in baru}
        for nama, nilai in baru.items():
            setattr(orang, nama, nilai)
        catatan = {"catatan": "; ".join(satu.catatan)} if satu.catatan else {}
        berubah.append((orang, tersalin(lama), tersalin(baru, ganti=DIGANTI) | catatan))
    _tulis([orang for orang, _, _ in berubah], sorted({k for _, lama, _ in berubah for k in lama}))
    _segarkan([orang for orang, _, _ in berubah], per=per)
    jejak = ((Objek.dari(orang), lama, baru) for orang, lama, baru in berubah)
    catat_banyak(tindakan.DATA_DIKOREKSI, jejak, oleh=oleh, alasan=alasan)
    return len(berubah)


def _terkunci(kunci: list[int]) -> Iterator[Pegawai]:
    """The rows, held until the end of the transaction, in one order for everybody."""
    for awal in range(0, len(kunci), _PAKET):
        potong = kunci[awal : awal + _PAKET]
        rows = Pegawai.objects.select_for_update(of=("self",)).filter(pk__in=potong)
        yield from rows.defer("siasn", "nik_sandi").order_by("pk")


def _tulis(orang: list[Pegawai], medan: list[str]) -> None:
    if medan:
        Pegawai.objects.bulk_update(orang, medan, batch_size=200)


def _segarkan(orang: list[Pegawai], *, per: date) -> None:
    """Copies, words of the search and totals of posts follow."""
    if not orang:
        return
    kunci = [o.pk for o in orang]
    segarkan_orang(kunci, per=per)
    segarkan_kata(kunci)
    segarkan_isi(sorted({o.formasi_id for o in orang if o.formasi_id is not None}), per=per)

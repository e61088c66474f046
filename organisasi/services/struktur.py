"""A new structure put into the tree: offices that go on, open and close on one day.

Called inside the transaction of the act that has asked its policy and holds the offices. What it
leaves in the trail is handed back, for the act to write last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Max

from jejak.catat import Objek
from jejak.tindakan import Tindakan
from organisasi import tindakan
from organisasi.kernel.id_lokal import id_lokal
from organisasi.models import JenisUnit, RiwayatUnit, UnitKerja
from organisasi.services.pohon import susun_ulang_pohon

_WARISAN = ("urusan", "wilayah_id", "lintang", "bujur", "terpencil")

Jejak = tuple[Tindakan, Objek, Mapping[str, Any] | None, Mapping[str, Any] | None]


@dataclass(frozen=True)
class UnitKelak:
    """An office as it will be. ``induk`` is the ``kunci`` of its parent, None for the parent
    outside; without ``asal`` it opens, and takes place and urusan from ``contoh``."""

    kunci: int
    nama: str
    jenis: str
    induk: int | None = None
    asal: int | None = None
    contoh: int | None = None


def terapkan_struktur(
    kelak: Sequence[UnitKelak],
    *,
    luar: int | None,
    tutup: Collection[int],
    hari: date,
    dasar: str,
) -> tuple[dict[int, int], list[Jejak]]:
    """Open, rename, move and close; returns the office of every ``kunci`` and the traces."""
    lama = UnitKerja.objects.in_bulk(
        {u for k in kelak for u in (k.asal, k.contoh) if u is not None} | set(tutup)
    )
    letak, baru = _buka(kelak, lama, hari)
    jejak = _ubah(kelak, lama, letak, luar, hari, dasar)
    _gantung(kelak, baru, letak, luar)
    jejak += [
        (tindakan.UNIT_DIBUKA, Objek.dari(u), None, {"nama": u.nama, "dibuka": hari})
        for u in baru.values()
    ]
    jejak += _tutup((lama[pk] for pk in sorted(tutup)), hari)
    susun_ulang_pohon()
    return letak, jejak


def _buka(
    kelak: Sequence[UnitKelak], lama: Mapping[int, UnitKerja], hari: date
) -> tuple[dict[int, int], dict[int, UnitKerja]]:
    """New offices, still without a parent, under ids of our own."""
    letak = {k.kunci: k.asal for k in kelak if k.asal is not None}
    baru = {}
    for k in (k for k in kelak if k.asal is None):
        contoh = lama.get(k.contoh or 0)
        warisan = {n: getattr(contoh, n) for n in _WARISAN} if contoh else {}
        siasn_id = id_lokal(k.kunci)
        unit = UnitKerja(
            siasn_id=siasn_id, kunci=siasn_id, nama=k.nama, jenis=k.jenis or JenisUnit.LAIN,
            jenis_dikoreksi=True, dibuka=hari, **warisan,
        )  # fmt: skip
        baru[k.kunci] = unit
    UnitKerja.objects.bulk_create(baru.values())
    return letak | {kunci: unit.pk for kunci, unit in baru.items()}, baru


def _ubah(
    kelak: Sequence[UnitKelak],
    lama: Mapping[int, UnitKerja],
    letak: Mapping[int, int],
    luar: int | None,
    hari: date,
    dasar: str,
) -> list[Jejak]:
    """Names, kinds and parents of offices that go on; what is over stands in ``RiwayatUnit``."""
    jejak: list[Jejak] = []
    riwayat, berubah = [], []
    sejak = dict(
        RiwayatUnit.objects.filter(unit__in=[k.asal for k in kelak if k.asal])
        .order_by()
        .values_list("unit")
        .annotate(akhir=Max("selesai"))
    )
    for k in (k for k in kelak if k.asal is not None):
        unit = lama[k.asal or 0]
        induk = luar if k.induk is None else letak[k.induk]
        isi = {"nama": k.nama, "induk_id": induk, "jenis": k.jenis}
        beda = {n: v for n, v in isi.items() if getattr(unit, n) != v}
        if not beda:
            continue
        sebelum = {n: getattr(unit, n) for n in beda}
        if beda.keys() & {"nama", "induk_id"}:
            mulai = sejak.get(unit.pk) or unit.dibuka
            riwayat.append(
                RiwayatUnit(
                    unit=unit, nama=unit.nama, induk_id=unit.induk_id, mulai=mulai,
                    selesai=max(hari, mulai or hari), dasar=dasar[:255],
                )
            )  # fmt: skip
        for nama, nilai in beda.items():
            setattr(unit, nama, nilai)
        unit.jenis_dikoreksi = unit.jenis_dikoreksi or "jenis" in beda
        berubah.append(unit)
        jejak.append((tindakan.UNIT_DIUBAH, Objek.dari(unit), sebelum, beda))
    RiwayatUnit.objects.bulk_create(riwayat)
    UnitKerja.objects.bulk_update(
        berubah, ["nama", "induk", "jenis", "jenis_dikoreksi"], batch_size=200
    )
    return jejak


def _gantung(
    kelak: Sequence[UnitKelak],
    baru: Mapping[int, UnitKerja],
    letak: Mapping[int, int],
    luar: int | None,
) -> None:
    """New offices under their parents, which may be new themselves."""
    for k in (k for k in kelak if k.asal is None):
        baru[k.kunci].induk_id = luar if k.induk is None else letak[k.induk]
    UnitKerja.objects.bulk_update(baru.values(), ["induk"], batch_size=200)


def _tutup(unit: Iterable[UnitKerja], hari: date) -> list[Jejak]:
    semua = list(unit)
    for satu in semua:
        satu.ditutup = max(hari, satu.dibuka or hari)
    UnitKerja.objects.bulk_update(semua, ["ditutup"], batch_size=200)
    return [
        (tindakan.UNIT_DITUTUP, Objek.dari(u), {"ditutup": None}, {"ditutup": u.ditutup})
        for u in semua
    ]

"""Reading the trail for people: sentences ready for display, page by page.

A page goes on below the number of its last row (keyset), so page 1,000 costs what page 1 costs, and
each page is two queries. Checking the whole trail is :mod:`jejak.verifikasi`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Model

from jejak.catat import Objek
from jejak.models import AkarJejak, IsiPeristiwa, Peristiwa, PeristiwaQuerySet
from jejak.tindakan import TINDAKAN, kode_rahasia

DIHAPUS = "(isi dihapus)"
PER_HALAMAN = 50


@dataclass(frozen=True)
class Perubahan:
    """One value that changed; None when there was none before, or is none after."""

    kolom: str
    sebelum: Any
    sesudah: Any


@dataclass(frozen=True)
class Catatan:
    """One entry as people read it. ``dihapus``: its content was lawfully erased."""

    urutan: int
    waktu: datetime
    pelaku_id: str
    pelaku: str
    peran: str
    tindakan: str
    bunyi: str
    objek_jenis: str
    objek_id: str
    objek: str
    alasan: str
    perubahan: tuple[Perubahan, ...]
    permintaan: str
    hash: str
    dihapus: bool

    @property
    def kalimat(self) -> str:
        """Who did what, as one sentence."""
        return f"{self.pelaku} {self.bunyi}."


@dataclass(frozen=True)
class Halaman:
    """A page, and the number to go on below; None at the end."""

    baris: tuple[Catatan, ...]
    berikut: int | None


def riwayat(
    benda: Model | Objek,
    *,
    sebelum: int | None = None,
    jumlah: int = PER_HALAMAN,
    rahasia: bool = False,
) -> Halaman:
    """The history of one thing, newest first; ``rahasia``: also what no other page shows yet, on
    the thing's own page, for those who may see the thing."""
    objek = Objek.dari(benda)
    rows = Peristiwa.objects.all() if rahasia else _terbuka()
    return _halaman(rows.atas(objek.jenis, objek.id), sebelum, jumlah)


def telusuri(
    *,
    pelaku_id: object = None,
    objek: tuple[str, object] | None = None,
    tindakan: str = "",
    dari: date | None = None,
    sampai: date | None = None,
    sebelum: int | None = None,
    jumlah: int = PER_HALAMAN,
) -> Halaman:
    """The trail, newest first, narrowed by person, thing (kind, id), act and days as given."""
    rows = _terbuka().antara(dari, sampai)
    if pelaku_id is not None:
        rows = rows.oleh(pelaku_id)
    if objek is not None:
        rows = rows.atas(*objek)
    if tindakan:
        rows = rows.filter(tindakan=tindakan)
    return _halaman(rows, sebelum, jumlah)


def telusuri_benda(
    jenis: str,
    nomor: Collection[str],
    *,
    tindakan: str = "",
    sebelum: int | None = None,
    jumlah: int = PER_HALAMAN,
) -> Halaman:
    """What was done to these things, newest first, sealed acts included: for whoever may see every
    one of them, which is for the rooms above to say."""
    rows = Peristiwa.objects.filter(objek_jenis=jenis, objek_id__in=nomor)
    return _halaman(rows.filter(tindakan=tindakan) if tindakan else rows, sebelum, jumlah)


def satu(urutan: int) -> Catatan | None:
    """One entry by its number."""
    halaman = _halaman(_terbuka().filter(urutan=urutan), None, 1)
    return halaman.baris[0] if halaman.baris else None


def akar_terbit(jumlah: int = PER_HALAMAN) -> list[AkarJejak]:
    """The published heads, newest first: what the public page shows."""
    return list(AkarJejak.objects.order_by("-urutan")[:jumlah])


def _terbuka() -> PeristiwaQuerySet:
    """The trail without what is still secret."""
    return Peristiwa.objects.exclude(tindakan__in=kode_rahasia())


def _halaman(rows: PeristiwaQuerySet, sebelum: int | None, jumlah: int) -> Halaman:
    entri = list(rows.sebelum(sebelum)[: jumlah + 1])
    lagi, entri = len(entri) > jumlah, entri[:jumlah]
    isi = IsiPeristiwa.objects.in_bulk([satu.urutan for satu in entri])
    catatan = tuple(_catatan(satu, isi.get(satu.urutan)) for satu in entri)
    return Halaman(catatan, entri[-1].urutan if lagi else None)


def _catatan(entri: Peristiwa, isi: IsiPeristiwa | None) -> Catatan:
    data = isi.data if isi else {}
    objek = data.get("objek_nama", f"{entri.objek_jenis} {entri.objek_id} {DIHAPUS}")
    tindakan = TINDAKAN.get(entri.tindakan)
    return Catatan(
        urutan=entri.urutan,
        waktu=entri.waktu,
        pelaku_id=entri.pelaku_id,
        pelaku=data.get("pelaku_nama", DIHAPUS),
        peran=entri.pelaku_peran,
        tindakan=entri.tindakan,
        # An act that the code no longer knows keeps its place under its code.
        bunyi=tindakan.kalimat(objek) if tindakan else f"melakukan {entri.tindakan} atas {objek}",
        objek_jenis=entri.objek_jenis,
        objek_id=entri.objek_id,
        objek=objek,
        alasan=data.get("alasan", DIHAPUS),
        perubahan=_perubahan(data.get("sebelum"), data.get("sesudah")),
        permintaan=entri.permintaan,
        hash=entri.hash,
        dihapus=isi is None,
    )


def _perubahan(
    sebelum: dict[str, Any] | None, sesudah: dict[str, Any] | None
) -> tuple[Perubahan, ...]:
    lama, baru = sebelum or {}, sesudah or {}
    return tuple(
        Perubahan(kolom, lama.get(kolom), baru.get(kolom)) for kolom in sorted({**lama, **baru})
    )

"""The one door to the trail: an act leaves its trace inside its own transaction, or it fails.

Whoever writes holds the row of :class:`KepalaJejak` until his transaction ends, so two writers at
once make one chain, and an act that is rolled back leaves neither entry nor gap. Leave the trace
last: what an act locks after its first trace may wait for somebody who waits for the trail.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

from django.db import connection
from django.db.models import Model
from django.utils import timezone

from jejak.kernel.kanonik import Json, kanonik, polos, rapi, waktu_kanonik
from jejak.kernel.rantai import KOLOM, VERSI, hash_entri, hash_isi
from jejak.models import IsiPeristiwa, KepalaJejak, Peristiwa
from jejak.tindakan import Tindakan
from toolkit.massal import sisipkan
from toolkit.permintaan import ID_PERMINTAAN

Nilai = Mapping[str, object] | None

GARAM = 16
PER_LANGKAH = 5000
KOLOM_PERISTIWA = (*KOLOM, "hash")
KOLOM_ISI = ("urutan", "garam", "isi")
# Columns whose values are never copied into the trail; that they changed is.
RAHASIA = frozenset(
    {"nik", "no_kk", "nomor_kk", "npwp", "agama", "golongan_darah", "rekening", "sandi", "password"}
)
DISAMARKAN = "(tidak disalin ke jejak)"


class OutsideTransaction(RuntimeError):
    """Somebody wrote to the trail outside an act's transaction: a defect of ours."""


@dataclass(frozen=True)
class Pelaku:
    """Who acts, as the trail names him: an internal id (never a NIP), a name, roles, an office."""

    id: str
    nama: str
    peran: str
    unit: str = ""

    def sebagai_pelaku(self) -> Pelaku:
        """So that a bare Pelaku may act too."""
        return self


class BerPelaku(Protocol):
    """Anything that can say who it is: a user, the technical account."""

    def sebagai_pelaku(self) -> Pelaku: ...


@dataclass(frozen=True)
class Objek:
    """A thing an act was done to, where no model instance is at hand."""

    jenis: str
    id: str
    nama: str

    @classmethod
    def dari(cls, benda: Model | Objek) -> Objek:
        """The thing as text that outlives it."""
        if isinstance(benda, Objek):
            return benda
        return cls(benda._meta.label_lower, str(benda.pk), str(benda))


def beda(sebelum: Nilai, sesudah: Nilai) -> tuple[dict[str, Json] | None, dict[str, Json] | None]:
    """Only what changed, as plain JSON. Without a before (or an after) everything is a change."""
    lama = None if sebelum is None else {k: polos(v) for k, v in sebelum.items()}
    baru = None if sesudah is None else {k: polos(v) for k, v in sesudah.items()}
    if lama is not None and baru is not None:
        tetap = {k for k in lama.keys() & baru.keys() if _sama(lama[k], baru[k])}
        lama = {k: v for k, v in lama.items() if k not in tetap}
        baru = {k: v for k, v in baru.items() if k not in tetap}
    return _samarkan(lama), _samarkan(baru)


def _sama(satu: Json, dua: Json) -> bool:
    """Equal as written: 1, True and 1.0 are three things."""
    if satu != dua:
        return False
    return isinstance(satu, str) or kanonik(satu) == kanonik(dua)


def _samarkan(nilai: dict[str, Json] | None) -> dict[str, Json] | None:
    if nilai is None or RAHASIA.isdisjoint(kunci.lower() for kunci in nilai):
        return nilai
    return {k: DISAMARKAN if v and k.lower() in RAHASIA else v for k, v in nilai.items()}


def catat(
    tindakan: Tindakan,
    objek: Model | Objek,
    *,
    oleh: BerPelaku,
    alasan: str = "",
    sebelum: Nilai = None,
    sesudah: Nilai = None,
) -> Peristiwa:
    """Leave one trace. Raises outside a transaction."""
    penulis = _Penulis(tindakan, oleh, alasan)
    return Peristiwa(**penulis.tulis([(Objek.dari(objek), sebelum, sesudah)]))


def catat_banyak(
    tindakan: Tindakan,
    baris: Iterable[tuple[Objek, Nilai, Nilai]],
    *,
    oleh: BerPelaku,
    alasan: str = "",
) -> tuple[int, int]:
    """Leave one trace per row, written in bulk: the first number and how many (0, 0 for none)."""
    penulis = _Penulis(tindakan, oleh, alasan)
    awal = jumlah = 0
    antre = iter(baris)
    while langkah := list(islice(antre, PER_LANGKAH)):
        akhir = penulis.tulis(langkah)
        awal = awal or akhir["urutan"] - len(langkah) + 1
        jumlah += len(langkah)
    return awal, jumlah


def kunci_kepala() -> KepalaJejak:
    """The head of the chain, held until the transaction ends."""
    if not connection.in_atomic_block:
        raise OutsideTransaction("Jejak hanya ditulis di dalam transaksi tindakannya.")
    terkunci = KepalaJejak.objects.select_for_update()
    kepala = terkunci.filter(pk=KepalaJejak.SATU).first()
    if kepala is None:
        KepalaJejak.objects.bulk_create([KepalaJejak()], ignore_conflicts=True)
        kepala = terkunci.get(pk=KepalaJejak.SATU)
    return kepala


class _Penulis:
    """Writes the rows of one act; what they share is said once."""

    def __init__(self, tindakan: Tindakan, oleh: BerPelaku, alasan: str) -> None:
        if not connection.in_atomic_block:
            raise OutsideTransaction("Jejak hanya ditulis di dalam transaksi tindakannya.")
        pelaku = oleh.sebagai_pelaku()
        tersebut = pelaku.unit in pelaku.peran
        peran = pelaku.peran if tersebut else f"{pelaku.peran}, {pelaku.unit}"
        self.waktu = timezone.now()
        self.bersama: dict[str, Any] = {
            "versi": VERSI,
            "waktu": waktu_kanonik(self.waktu),
            "pelaku_id": rapi(str(pelaku.id)),
            "pelaku_peran": rapi(peran),
            "tindakan": tindakan.kode,
            "permintaan": ID_PERMINTAAN.get(),
        }
        self.isi_bersama: dict[str, Json] = {
            "pelaku_nama": rapi(pelaku.nama),
            "alasan": rapi(alasan),
        }

    def tulis(self, baris: list[tuple[Objek, Nilai, Nilai]]) -> dict[str, Any]:
        """Append these rows and return the columns of the last one."""
        kepala = kunci_kepala()
        entri, isi = [], []
        kolom: dict[str, Any] = {"urutan": kepala.urutan, "hash": kepala.hash}
        for kolom, garam, teks in self._rangkai(baris, kepala):
            entri.append(tuple(kolom[nama] for nama in KOLOM_PERISTIWA))
            isi.append((kolom["urutan"], garam, teks))
        sisipkan(Peristiwa, KOLOM_PERISTIWA, entri)
        sisipkan(IsiPeristiwa, KOLOM_ISI, isi)
        KepalaJejak.objects.filter(pk=KepalaJejak.SATU).update(
            urutan=kolom["urutan"], hash=kolom["hash"]
        )
        return kolom

    def _rangkai(
        self, baris: list[tuple[Objek, Nilai, Nilai]], kepala: KepalaJejak
    ) -> Iterator[tuple[dict[str, Any], str, str]]:
        urutan, hash_kini = kepala.urutan, kepala.hash
        acak = os.urandom(GARAM * len(baris))
        for nomor, (objek, sebelum, sesudah) in enumerate(baris):
            lama, baru = beda(sebelum, sesudah)
            isi = kanonik(
                {
                    **self.isi_bersama,
                    "objek_nama": rapi(objek.nama),
                    "sebelum": lama,
                    "sesudah": baru,
                }
            )
            garam = acak[nomor * GARAM : (nomor + 1) * GARAM]
            urutan += 1
            kolom = {
                **self.bersama,
                "urutan": urutan,
                "objek_jenis": rapi(objek.jenis),
                "objek_id": rapi(str(objek.id)),
                "hash_isi": hash_isi(garam, isi),
                "hash_sebelum": hash_kini,
            }
            hash_kini = kolom["hash"] = hash_entri(kolom)
            kolom["waktu"] = self.waktu
            yield kolom, garam.hex(), isi

"""Seats of heads under a new structure. A seat whose name or level changes is another seat.

A structural jabatan carries the id of its unit. When another seat takes its place, the old one
keeps its name and level for the histories that point to it, and hands the id on, so that the next
reference of SIASN finds the seat in force. Called inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jejak.catat import Objek
from organisasi.kernel.id_lokal import id_pensiun
from organisasi.models import UnitKerja
from organisasi.selectors import semua_ketentuan
from organisasi.services.struktur import Jejak
from pegawai import tindakan
from pegawai.kernel.jenjang import PANGKAT_ESELON
from pegawai.models import Formasi, Jabatan, JenisJabatan

_SYARAT = (
    "kelas", "pangkat_terendah", "pangkat_tertinggi", "pendidikan_minimal_id",
    "bidang_pendidikan", "pengalaman", "pengisian", "kompetensi", "dasar", "gerbang",
)  # fmt: skip


@dataclass(frozen=True)
class KursiKelak:
    """The seat of a unit. ``boleh_tetap``: nobody stays behind in the seat there is."""

    unit: int
    nama: str
    eselon_id: str
    boleh_tetap: bool = True


def atur_kursi(
    kelak: Sequence[KursiKelak], *, tanpa: Collection[int], per: date
) -> tuple[dict[int, int], list[Jejak]]:
    """The seat of every unit by its key, and the traces; units in ``tanpa`` have none any more."""
    semua = {*tanpa, *(k.unit for k in kelak)}
    lama = {j.unit_id or 0: j for j in Jabatan.objects.filter(unit__in=semua)}
    kursi = {k.unit: lama[k.unit].pk for k in kelak if _tetap(k, lama.get(k.unit))}
    baru = [k for k in kelak if k.unit not in kursi]
    id_lama = {u: j.siasn_id for u, j in lama.items()}
    jejak = _pensiunkan([lama[k.unit] for k in baru if k.unit in lama], beri_id=True)
    jejak += _pensiunkan([lama[u] for u in sorted(tanpa) if u in lama], beri_id=False)
    dibuat = _buat(baru, lama, id_lama, per)
    jejak += [
        (tindakan.JABATAN_DICATAT, Objek.dari(j), None, {"nama": j.nama, "eselon": j.eselon})
        for j in dibuat
    ]
    kursi |= {j.unit_id or 0: j.pk for j in dibuat}
    Formasi.objects.bulk_create(
        [Formasi(unit=j.unit, jabatan=j) for j in dibuat], ignore_conflicts=True
    )
    return kursi, jejak


def _tetap(kelak: KursiKelak, ada: Jabatan | None) -> bool:
    return (
        kelak.boleh_tetap
        and ada is not None
        and ada.aktif
        and (ada.nama, ada.eselon_id) == (kelak.nama, kelak.eselon_id)
    )


def _pensiunkan(semua: Sequence[Jabatan], *, beri_id: bool) -> list[Jejak]:
    """Out of force; ``beri_id``: its id and unit are free for the seat that follows."""
    jejak: list[Jejak] = []
    for satu in semua:
        satu.aktif = False
        if beri_id:
            satu.siasn_id = satu.kunci = id_pensiun(satu.pk)
            satu.unit_id = None
        jejak.append((tindakan.JABATAN_DIUBAH, Objek.dari(satu), {"aktif": True}, {"aktif": False}))
    Jabatan.objects.bulk_update(semua, ["aktif", "siasn_id", "kunci", "unit"], batch_size=200)
    return jejak


def _buat(
    baru: Sequence[KursiKelak],
    lama: Mapping[int, Jabatan],
    id_lama: Mapping[int, str],
    per: date,
) -> list[Jabatan]:
    unit = UnitKerja.objects.in_bulk([k.unit for k in baru])
    ketentuan = semua_ketentuan(per=per)
    semua = []
    for k in baru:
        jpt = k.eselon_id.startswith(("1", "2"))
        jabatan = Jabatan(
            siasn_id=id_lama.get(k.unit, unit[k.unit].siasn_id), kunci=unit[k.unit].kunci,
            nama=k.nama, jenis=JenisJabatan.STRUKTURAL, eselon_id=k.eselon_id, unit=unit[k.unit],
            bup=int(ketentuan["bup_jpt" if jpt else "bup_struktural_lain"]),
            **_syarat(k, lama.get(k.unit)),
        )  # fmt: skip
        semua.append(jabatan)
    return Jabatan.objects.bulk_create(semua)


def _syarat(kelak: KursiKelak, lama: Jabatan | None) -> dict[str, Any]:
    """A seat that is only renamed asks what it asked; another level asks what its level does."""
    if lama is not None and lama.eselon_id == kelak.eselon_id:
        return {nama: getattr(lama, nama) for nama in _SYARAT}
    rentang = PANGKAT_ESELON.get(kelak.eselon_id)
    if rentang is None:
        return {}
    return {"pangkat_terendah": rentang[0], "pangkat_tertinggi": rentang[1]}

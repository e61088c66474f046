"""What warnings ask of the person in a case: ties where he comes to, and data unlike SIASN's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from mutasi.models import UsulanMutasi
from pegawai.models import JenisJabatan, Pegawai
from pegawai.selectors.keluarga import Lingkungan, bertemu_kerabat
from toolkit.nilai import kunci_id

SIASN = (
    "siasn", "nip", "nama", "unit__siasn_id", "jabatan__siasn_id", "golongan__siasn_id",
)  # fmt: skip
# In words -> SIASN's header.
_BANDING = {
    "NIP": "NIP BARU",
    "nama": "NAMA",
    "unit": "UNOR ID",
    "jabatan": "JABATAN ID",
    "pangkat": "GOL AKHIR ID",
}


def baca_kerabat(usulan: Sequence[UsulanMutasi]) -> set[UUID]:
    """Cases that would bring somebody together with whom he has a declared tie (W08)."""
    tujuan: dict[int, Lingkungan] = {}
    for u in usulan:
        if u.ke is not None and u.ke_id != u.dari_id:
            unit, jenis = u.ke.unit, u.ke.jabatan.jenis
            tujuan[u.pegawai_id] = Lingkungan(
                unit.pk, unit.kiri, unit.kanan, memimpin=jenis == JenisJabatan.STRUKTURAL
            )
    kena = bertemu_kerabat(tujuan) if tujuan else set()
    return {u.pk for u in usulan if u.pegawai_id in kena and u.ke_id != u.dari_id}


def beda_siasn(pegawai: Iterable[Pegawai]) -> dict[int, tuple[str, ...] | None]:
    """By person what is kept otherwise than SIASN printed it last (W11); None: never compared."""
    hasil: dict[int, tuple[str, ...] | None] = {}
    for p in pegawai:
        letak = (satu.siasn_id if satu else None for satu in (p.unit, p.jabatan, p.golongan))
        kini = dict(zip(_BANDING, (p.nip, p.nama, *letak), strict=True))
        hasil[p.pk] = _beda(p.siasn, kini) if p.siasn else None
    return hasil


def _beda(siasn: Mapping[str, Any], kini: Mapping[str, str | None]) -> tuple[str, ...]:
    """What SIASN left empty is not compared; ids in whatever spelling."""
    return tuple(
        kata
        for kata, header in _BANDING.items()
        if (tercetak := siasn.get(header)) and _sama(tercetak) != _sama(kini[kata])
    )


def _sama(nilai: object) -> str:
    """Spelling, case and leading zeros make no difference."""
    kunci = kunci_id(" ".join(str(nilai).split())) if nilai else ""
    return (kunci or "").lstrip("0")

"""Posts at positions a file names; those the register does not have yet are made."""

from __future__ import annotations

from collections.abc import Collection

from pegawai.models import Formasi
from penilaian.selectors.lembar import Posisi


def formasi_di(posisi: Collection[Posisi]) -> dict[Posisi, Formasi]:
    """The posts at these (unit, jabatan) keys, with their names."""
    hilang = posisi - _ada(posisi).keys() if posisi else set()
    Formasi.objects.bulk_create(
        [Formasi(unit_id=unit, jabatan_id=jabatan) for unit, jabatan in sorted(hilang)],
        batch_size=2_000,
    )
    return _ada(posisi)


def _ada(posisi: Collection[Posisi]) -> dict[Posisi, Formasi]:
    rows = Formasi.objects.filter(unit__in={u for u, _ in posisi}).with_names()
    pilih = set(posisi)
    semua = {(f.unit_id, f.jabatan_id): f for f in rows}
    return {p: f for p, f in semua.items() if p in pilih}

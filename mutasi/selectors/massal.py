"""One's own bulk acts in the background, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from mutasi.models import BarisMassal, UsulanMutasi
from mutasi.selectors.meja_putusan import bernama
from organisasi.models import Pengguna, Proses
from organisasi.selectors_impor import keadaan_proses


@dataclass(frozen=True)
class Laporan:
    """``baris``: (case as far as it is in sight, its answer), refused ones first; ``sisa``: rows
    nobody came to."""

    proses: dict[str, Any] | None
    baris: list[tuple[UsulanMutasi | None, BarisMassal]]
    berhasil: int
    gagal: int
    sisa: int


def laporan(proses: Proses, pengguna: Pengguna, *, per: date) -> Laporan:
    """While it runs only the figures; the rows once it has ended."""
    rows = list(BarisMassal.objects.filter(proses=proses).order_by("berhasil", "pk"))
    berhasil = sum(satu.berhasil for satu in rows)
    ids: list[UUID] = [satu.usulan_id for satu in rows] if proses.berakhir else []
    nama = bernama(pengguna, ids, per=per) if ids else {}
    return Laporan(
        keadaan_proses(proses, pengguna),
        [(nama.get(satu.usulan_id), satu) for satu in rows] if proses.berakhir else [],
        berhasil, len(rows) - berhasil, len(proses.parameter["usulan"]) - len(rows),
    )  # fmt: skip

"""Constants of the methods of needs, read from the migrations: tests repeat no number of law."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from penilaian.kernel.tetapan import KetentuanKebutuhan

HARI_INI = date(2026, 6, 1)
_MIGRASI = (
    "0002_ketentuan", "0008_ketentuan_kebutuhan", "0009_ketentuan_kebutuhan_terketik",
)  # fmt: skip


@cache
def ketentuan(per: date = HARI_INI) -> KetentuanKebutuhan:
    """As `NilaiKetentuan.objects.berlaku(per)` would give them, without a database."""
    berlaku: dict[str, tuple[date, Any, str]] = {}
    for nama in _MIGRASI:
        for diganti in getattr(import_module(f"penilaian.migrations.{nama}"), "DIGANTI", ()):
            berlaku.pop(diganti, None)
        for kode, nilai, _satuan, mulai, dasar, _ in import_module(
            f"penilaian.migrations.{nama}"
        ).KETENTUAN:
            lama = berlaku.get(kode)
            if mulai <= per and (lama is None or lama[0] < mulai):
                berlaku[kode] = (mulai, nilai, dasar)
    return KetentuanKebutuhan.dari(
        {kode: nilai for kode, (_, nilai, _) in berlaku.items()},
        {kode: dasar for kode, (*_, dasar) in berlaku.items()},
    )

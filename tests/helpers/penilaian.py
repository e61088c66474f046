"""Constants of judging people, read from their migration: tests repeat no number of law."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module

from penilaian.kernel.tetapan_nilai import KetentuanPenilaian

HARI_INI = date(2026, 6, 1)


@cache
def ketentuan_penilaian() -> KetentuanPenilaian:
    """As `tetapan_penilaian` gives them from a fresh database, without a database."""
    baris = [
        satu
        for berkas in (
            "0012_ketentuan_penilaian",
            "0014_ketentuan_tim",
            "0016_keberatan_didengar",
            "0018_ketentuan_simulasi",
            "0019_ketentuan_tindak_lanjut",
        )
        for satu in import_module(f"penilaian.migrations.{berkas}").KETENTUAN
    ]
    return KetentuanPenilaian.dari(
        {kode: nilai for kode, nilai, *_ in baris},
        {kode: dasar for kode, _nilai, _satuan, _mulai, dasar, _ in baris},
    )

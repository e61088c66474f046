"""The constants of needs and of judging people as the database holds them."""

from __future__ import annotations

from datetime import date

from organisasi.selectors import nilai_berlaku
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian


def tetapan_kebutuhan(*, per: date) -> KetentuanKebutuhan:
    """All of them as in force on the day, each with its basis, in one query."""
    return KetentuanKebutuhan.dari(*nilai_berlaku(per=per))


def tetapan_penilaian(*, per: date) -> KetentuanPenilaian:
    """Those of judging people as in force on the day, each with its basis, in one query."""
    return KetentuanPenilaian.dari(*nilai_berlaku(per=per))

"""The constants of the road as the database holds them."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from penilaian.selectors.tetapan import nilai_berlaku


def tetapan_jalan(*, per: date) -> KetentuanJalan:
    """All of them as in force on the day, each with its basis, in one query."""
    return KetentuanJalan.dari(*nilai_berlaku(per=per))

"""The constants of the road as the database holds them."""

from __future__ import annotations

from datetime import date

from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from organisasi.selectors import nilai_berlaku
from penilaian.snapshots import KetentuanHari
from toolkit.sekali import ingat


def tetapan_jalan(*, per: date) -> KetentuanJalan:
    """All of them as in force on the day, each with its basis, in one query."""
    return ingat(("tetapan_jalan", per), lambda: KetentuanJalan.dari(*nilai_berlaku(per=per)))


def jalan_dari(aturan: KetentuanHari) -> KetentuanJalan:
    """The same from the constants of a day that were read already."""
    return KetentuanJalan.dari(aturan.nilai, aturan.dasar)

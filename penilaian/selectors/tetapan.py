"""The constants of the methods of needs as the database holds them."""

from __future__ import annotations

from datetime import date

from organisasi.models import NilaiKetentuan
from penilaian.kernel.tetapan import KetentuanKebutuhan


def tetapan_kebutuhan(*, per: date) -> KetentuanKebutuhan:
    """All of them as in force on the day, each with its basis, in one query."""
    rows = list(NilaiKetentuan.objects.berlaku(per).values_list("kode", "nilai", "dasar"))
    return KetentuanKebutuhan.dari(
        {kode: nilai for kode, nilai, _ in rows}, {kode: dasar for kode, _, dasar in rows}
    )

"""Posts somebody may ask to move to: names of posts in units that stand, never who sits there."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from mutasi.selectors.rancangan_cari import memuat_kata
from pegawai.models import Formasi

BANYAK = 15
HURUF = 3


def cari_tujuan(q: str, *, per: date) -> list[Formasi]:
    """The first few of which every word stands in the job or in the unit."""
    if (memuat := memuat_kata(q, huruf=HURUF)) is None:
        return []
    tegak = Q(unit__ditutup__isnull=True) | Q(unit__ditutup__gt=per)
    rows = Formasi.objects.filter(memuat, tegak, dihitung_ke__isnull=True, jabatan__aktif=True)
    rows = rows.select_related("unit__opd", "jabatan")
    return list(rows.order_by("unit__kiri", "jabatan__nama")[:BANYAK])

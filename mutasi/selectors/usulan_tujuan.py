"""Posts somebody may ask to move to: names of posts in units that stand, never who sits there."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from pegawai.models import Formasi

BANYAK = 15
HURUF = 3


def cari_tujuan(q: str, *, per: date) -> list[Formasi]:
    """The first few of which every word stands in the job or in the unit."""
    kata = [k for k in q.replace("·", " ").split() if k]
    if sum(len(k) for k in kata) < HURUF:
        return []
    memuat = Q()
    for satu in kata:
        memuat &= (
            Q(jabatan__nama__icontains=satu)
            | Q(unit__nama__icontains=satu)
            | Q(unit__opd__nama__icontains=satu)
        )
    tegak = Q(unit__ditutup__isnull=True) | Q(unit__ditutup__gt=per)
    rows = Formasi.objects.filter(memuat, tegak, dihitung_ke__isnull=True, jabatan__aktif=True)
    rows = rows.select_related("unit__opd", "jabatan")
    return list(rows.order_by("unit__kiri", "jabatan__nama")[:BANYAK])

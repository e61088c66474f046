"""Where a result stands among those of its job family in the same run: counted in the database."""

from __future__ import annotations

from decimal import Decimal

from django.db.models import Count, Q

from penilaian.kernel.sebaran import BATAS, Sebaran, sebaran
from penilaian.models import HasilPenilaian


def letak_saya(hasil: HasilPenilaian, *, minimal: int) -> Sebaran:
    """One query over the run by its index, however large the group."""
    if not hasil.kelompok:
        return Sebaran(
            0, (), "Rumpun jabatan Anda belum tercatat, jadi tidak ada kelompok pembanding."
        )
    atas: tuple[Decimal | None, ...] = (*BATAS[1:], None)
    isi = {
        f"k{n}": Count("pk", filter=Q(skor__gte=dari) & (Q(skor__lt=sampai) if sampai else Q()))
        for n, (dari, sampai) in enumerate(zip(BATAS, atas, strict=True))
    }
    rendah = Count("pk", filter=Q(skor__lt=hasil.skor) if hasil.skor is not None else Q(pk=None))
    rows = HasilPenilaian.objects.filter(
        penilaian=hasil.penilaian_id, kelompok=hasil.kelompok, skor__isnull=False
    )
    banyak = rows.order_by().aggregate(rendah=rendah, **isi)
    return sebaran(
        [banyak[nama] for nama in isi],
        sendiri=hasil.skor,
        lebih_rendah=banyak["rendah"],
        minimal=minimal,
    )

"""Needs: plain functions with fixed values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone

from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian.models import Kebutuhan, SumberKebutuhan


def kebutuhan(
    post: Formasi,
    jumlah: int,
    *,
    sumber: str = SumberKebutuhan.PENETAPAN,
    per: date = date(2026, 6, 1),
    dipakai: bool = True,
) -> Kebutuhan:
    """A need that counts."""
    return Kebutuhan.objects.create(
        asal=post,
        formasi=post,
        sumber=sumber,
        mentah=Decimal(jumlah),
        jumlah=jumlah,
        per=per,
        dasar="uji",
        ditetapkan_pada=timezone.now(),
        ditetapkan_oleh=Pengguna.objects.get(nama_pengguna="sistem"),
        dipakai=dipakai,
        terhitung=jumlah if dipakai else None,
    )

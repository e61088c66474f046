"""Needs: plain functions with fixed values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.utils import timezone

from organisasi.models import Pengguna
from pegawai.models import Formasi
from penilaian.models import BarisLembar, Kebutuhan, LembarAbk, SumberKebutuhan


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


def lembar_abk(oleh: Pengguna, *, kebutuhan: int = 2) -> LembarAbk:
    """A needs sheet with one row whose unit nobody knows; its workbook was not kept."""
    lembar = LembarAbk.objects.create(
        nama_berkas="abk.xlsx",
        sha256="0" * 64,
        lembar="FORMULIR 3",
        per=date(2026, 6, 1),
        pola={"lembar": "FORMULIR 3", "baris_pertama": 2, "nama": "B", "kebutuhan": "D"},
        dibaca_pada=timezone.now(),
        dibaca_oleh=oleh,
    )
    BarisLembar.objects.create(
        lembar=lembar,
        nomor=2,
        macam="posisi",
        bagian="Pelaksana",
        teks_unit="DINAS ANTAH BERANTAH",
        teks_jabatan="Juru Antah",
        kebutuhan=Decimal(kebutuhan),
        keadaan="sisa_unit",
    )
    return lembar

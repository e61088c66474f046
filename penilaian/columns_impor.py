"""Columns of the needs an office has decided on paper."""

from __future__ import annotations

from decimal import Decimal

from toolkit.nilai import desimal, nama
from toolkit.tabular import Column, Hasil, Temuan

MAKS_ID = 64
_PALING_BANYAK = Decimal(100_000)


def kebutuhan(nilai: object, maks: int) -> Hasil:
    """People needed: not negative, and fewer than any office has."""
    angka, temuan = desimal(nilai, maks)
    if angka is not None and not 0 <= angka <= _PALING_BANYAK:
        pesan = "Kebutuhan harus antara 0 dan 100.000 orang."
        return None, (Temuan("kebutuhan_tak_wajar", pesan),)
    return angka, temuan


KEBUTUHAN = (
    Column("UNOR ID", "unor_id", nama, wajib=True, maks=MAKS_ID, aliases=("ID UNOR",)),
    Column("JABATAN ID", "jabatan_id", nama, wajib=True, maks=MAKS_ID, aliases=("ID JABATAN",)),
    Column("JABATAN NAMA", "jabatan_nama", nama, maks=255, aliases=("NAMA JABATAN",), lebar=50),
    Column("KEBUTUHAN", "kebutuhan", kebutuhan, wajib=True, aliases=("JUMLAH KEBUTUHAN",),
           jenis="desimal"),
)  # fmt: skip

"""The rows of the matrix about the desks of the PyB, the PPK, BKN, and of decisions on paper."""

from __future__ import annotations

from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, milik_lain, oleh

_KERTAS = (Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN)
# BKD sees what waits outside; only the operator writes it down.
_LUAR = (Izin.BKN_CATAT, Izin.USULAN_PROSES)

MEJA: dict[str, Pintu] = {
    "meja-pyb": oleh(Izin.USULAN_SETUJUI_PYB),
    "massal": milik_lain(),
    "meja-pyb-putuskan": oleh(Izin.USULAN_SETUJUI_PYB, metode=POST),
    "meja-ppk": oleh(Izin.USULAN_PUTUSKAN),
    "meja-ppk-putuskan": oleh(Izin.USULAN_PUTUSKAN, metode=POST),
    "meja-ppk-ganti": oleh(Izin.USULAN_PUTUSKAN, metode=POST),
    "meja-kertas": oleh(*_KERTAS),
    "meja-kertas-catat": oleh(*_KERTAS, metode=FORMULIR),
    "meja-bkn": oleh(*_LUAR),
    "meja-bkn-langkah": oleh(Izin.BKN_CATAT, metode=POST),
    "meja-dokumen": oleh(*_LUAR),
    "meja-pertek": oleh(*_LUAR),
}

"""The rows of the matrix about inauguration, carrying out, the day ahead, objections to decrees."""

from __future__ import annotations

from mutasi.policies.keberatan_mutasi import MELIHAT as KEBERATAN
from mutasi.policies.pelaksanaan import MELIHAT
from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, masuk, milik_lain, oleh

_LANTIK = oleh(Izin.PELANTIKAN_KELOLA)
_LANTIK_TULIS = oleh(Izin.PELANTIKAN_KELOLA, metode=FORMULIR)

PELAKSANAAN: dict[str, Pintu] = {
    "pelantikan": _LANTIK,
    "pelantikan-rincian": _LANTIK,
    "pelantikan-baru": _LANTIK_TULIS,
    "pelantikan-ubah": _LANTIK_TULIS,
    "pelantikan-batal": _LANTIK_TULIS,
    "pelantikan-catat": oleh(Izin.PELANTIKAN_KELOLA, metode=POST),
    "pelaksanaan": oleh(*MELIHAT),
    "pelaksanaan-jalankan": oleh(Izin.PELANTIKAN_KELOLA, metode=POST),
    "pelaksanaan-rincian": oleh(*MELIHAT, lingkup=True),
    # An empty form is sent back to whoever sees the case; the acts themselves have their tests.
    "pelaksanaan-spmt": oleh(*MELIHAT, metode=POST, lingkup=True),
    "pelaksanaan-siasn": oleh(*MELIHAT, metode=POST, lingkup=True),
    "pelaksanaan-spmt-banyak": oleh(Izin.SPMT_CATAT, metode=FORMULIR),
    "pelaksanaan-siasn-banyak": oleh(Izin.BKN_CATAT, metode=FORMULIR),
    "pelaksanaan-selesai": oleh(Izin.USULAN_PERIKSA, metode=POST),
    "serah-terima": oleh(Izin.PELANTIKAN_KELOLA, Izin.SPMT_CATAT, metode=POST, lingkup=True),
    "keadaan-pada": oleh(Izin.USULAN_PROSES),
    "keadaan-pada-ekspor": oleh(Izin.USULAN_PROSES),
    "keberatan-mutasi": oleh(*KEBERATAN),
    "keberatan-mutasi-rincian": oleh(*KEBERATAN),
    "keberatan-mutasi-putus": oleh(*KEBERATAN, metode=POST),
    "keberatan-mutasi-surat": oleh(Izin.KEPUTUSAN_SUSUN, metode=FORMULIR),
    "keberatan-mutasi-saya": masuk(),
    "keberatan-mutasi-ajukan": milik_lain(FORMULIR),
}

"""The rows of the matrix about outside requests, gates, signers, oversight and receipts."""

from __future__ import annotations

from mutasi.policies.aturan_alur import MELIHAT
from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, milik_lain, oleh, publik

_AWASI = oleh(Izin.USULAN_AWASI)
_TETAPKAN = oleh(Izin.ALUR_TETAPKAN)

PENGAWASAN: dict[str, Pintu] = {
    "titipan": oleh(Izin.TITIPAN_CATAT, Izin.TITIPAN_LIHAT),
    # A search for people comes by POST: no address holds whom it was about.
    "titipan-catat": oleh(Izin.TITIPAN_CATAT, metode=FORMULIR),
    "aturan-alur": oleh(*MELIHAT),
    "aturan-alur-rincian": oleh(*MELIHAT),
    "aturan-alur-usulkan": oleh(Izin.ALUR_TETAPKAN, metode=FORMULIR),
    "aturan-alur-sahkan": oleh(Izin.ALUR_TETAPKAN, metode=POST),
    "aturan-alur-tolak": oleh(Izin.ALUR_TETAPKAN, metode=POST),
    "lambang": _TETAPKAN,
    "lambang-gambar": _TETAPKAN,
    "lambang-pasang": oleh(Izin.ALUR_TETAPKAN, metode=POST),
    "lambang-cabut": oleh(Izin.ALUR_TETAPKAN, metode=POST),
    "penandatangan": _TETAPKAN,
    "penandatangan-catat": oleh(Izin.ALUR_TETAPKAN, metode=FORMULIR),
    "penandatangan-ubah": oleh(Izin.ALUR_TETAPKAN, metode=FORMULIR),
    "pengawasan": _AWASI,
    "pengawasan-bagian": _AWASI,
    "pengawasan-ekspor": _AWASI,
    "pengawasan-jejak": oleh(Izin.USULAN_AWASI, metode=FORMULIR),
    "terbuka": publik(),
    # Receipts about somebody else's case: shut to every role.
    "usulan-tanda-terima": milik_lain(),
    "usulan-tanda-terima-unduh": milik_lain(),
}

"""The rows of the matrix about decrees, excerpts, letters and the check page."""

from __future__ import annotations

from mutasi.policies.keputusan import RUANG
from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, masuk, milik_lain, oleh, publik

_SUSUN = Izin.KEPUTUSAN_SUSUN
# A draft exists for those who work on it; a set decree for whoever may see its people.
_DRAF = (_SUSUN, Izin.KEPUTUSAN_NOMORI, Izin.KEPUTUSAN_TETAPKAN)

KEPUTUSAN: dict[str, Pintu] = {
    "keputusan": oleh(*RUANG),
    "keputusan-susun": oleh(_SUSUN, metode=FORMULIR),
    "keputusan-rincian": oleh(*_DRAF),
    "keputusan-naskah": oleh(*_DRAF),
    "keputusan-ubah": oleh(_SUSUN, metode=FORMULIR),
    "keputusan-segarkan": oleh(_SUSUN, metode=POST),
    "keputusan-batalkan": oleh(_SUSUN, metode=FORMULIR),
    "keputusan-nomor": oleh(Izin.KEPUTUSAN_NOMORI, metode=FORMULIR),
    "keputusan-lepas-nomor": oleh(Izin.KEPUTUSAN_NOMORI, metode=FORMULIR),
    # The right is not enough: only the signer himself.
    "keputusan-tetapkan": milik_lain(FORMULIR),
    "keputusan-kertas": oleh(Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN, metode=FORMULIR),
    "keputusan-bertanda": oleh(*_DRAF, Izin.BKN_CATAT),
    "keputusan-unggah": oleh(_SUSUN, Izin.KEPUTUSAN_TETAPKAN, metode=POST),
    **{f"keputusan-{nama}": oleh(_SUSUN, metode=FORMULIR) for nama in ("cabut", "ganti", "ralat")},
    "keputusan-petikan": oleh(_SUSUN, metode=POST),
    "keputusan-petikan-satu": oleh(_SUSUN),
    "keputusan-diterima": oleh(_SUSUN, metode=POST),
    "keputusan-petikan-paket": milik_lain(),
    "petikan-saya": masuk(),
    "petikan-unduh": milik_lain(),
    "periksa": publik(FORMULIR),
    **{
        nama: oleh(_SUSUN)
        for nama in (
            "surat", "surat-berkas", "surat-nominatif", "surat-pdf", "surat-word",
            "surat-templat", "templat-bawaan",
        )
    },
    "surat-buat": oleh(_SUSUN, metode=FORMULIR),
    "templat-unggah": oleh(_SUSUN, metode=POST),
    "templat-cabut": oleh(_SUSUN, metode=POST),
}  # fmt: skip

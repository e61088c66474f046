"""The rows of the matrix about files of cases, cases, reviews and one's own moves.

The case of the world lies before its panel and is no longer secret: BKD and those who sit in the
panel see it. What is secret has tests of its own (tests/mutasi/halaman_jalan).
"""

from __future__ import annotations

from organisasi.izin import Izin
from tests.house.pintu import FORMULIR, POST, Pintu, masuk, milik_lain, oleh

_TAMPAK = (Izin.USULAN_PROSES, Izin.SIDANG_LIHAT)

JALAN: dict[str, Pintu] = {
    **{
        nama: oleh(Izin.USULAN_LIHAT)
        for nama in ("meja", "berkas", "berkas-ekspor", "usulan", "usulan-ekspor")
    },
    "berkas-baru": oleh(Izin.USULAN_PROSES, metode=FORMULIR),
    "berkas-dari-sotk": oleh(Izin.USULAN_PROSES, metode=FORMULIR),
    "berkas-dari-rancangan": milik_lain(FORMULIR),
    **{f"berkas-{nama}": oleh(*_TAMPAK) for nama in ("lembar", "akibat")},
    "berkas-anggota": oleh(*_TAMPAK, metode=FORMULIR),
    "berkas-baris": oleh(*_TAMPAK),
    "berkas-baris-ubah": oleh(Izin.USULAN_PROSES, metode=POST),
    "berkas-massal": oleh(*_TAMPAK, metode=POST),
    "berkas-ubah": oleh(Izin.USULAN_PROSES, metode=FORMULIR),
    "berkas-baris-tambah": oleh(Izin.USULAN_PROSES, metode=FORMULIR),
    "berkas-tempel": oleh(Izin.USULAN_PROSES, metode=FORMULIR),
    "berkas-cari": oleh(Izin.USULAN_PROSES),
    "berkas-cabut": oleh(Izin.USULAN_PROSES, metode=POST),
    "berkas-tutup": oleh(Izin.USULAN_PROSES, metode=POST),
    # The operator of I-MUT sees a file once something in it lies on his desk.
    "berkas-kesiapan": oleh(Izin.USULAN_PROSES),
    "berkas-imut-ekspor": oleh(Izin.USULAN_PROSES),
    "usulan-ajukan-unit": oleh(Izin.USULAN_AJUKAN, metode=FORMULIR),
    **{f"usulan-{nama}": oleh(*_TAMPAK) for nama in ("rincian", "aturan", "riwayat", "lembar")},
    # Who sees the case sees the act's page with the reason it is shut; the act itself refuses.
    **{
        f"usulan-{nama}": oleh(*_TAMPAK, metode=FORMULIR)
        for nama in ("ubah", "aksi", "catat", "dokumen-ganti")
    },
    "usulan-alasan": oleh(*_TAMPAK, metode=POST),
    "telaah": oleh(Izin.USULAN_TELAAH),
    "telaah-jawab": oleh(Izin.USULAN_TELAAH, metode=FORMULIR, lingkup=True),
    "usulan-saya": masuk(),
    # Nobody of the matrix is somebody in the register.
    "usulan-ajukan-sendiri": milik_lain(FORMULIR),
    "usulan-saya-rincian": milik_lain(),
    "usulan-saya-unduh": milik_lain(),
    "usulan-saya-jawab": milik_lain(POST),
    "usulan-saya-dibuka": milik_lain(POST),
    "usulan-saya-perbaiki": milik_lain(FORMULIR),
    "usulan-saya-tarik": milik_lain(FORMULIR),
}

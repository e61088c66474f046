"""Columns of the workbook of attendance: one row is one person in one period."""

from __future__ import annotations

import re

from pegawai.columns import nomor_pegawai
from toolkit.nilai import desimal, nama
from toolkit.tabular import Column, Hasil, Temuan

PERIODE = "PERIODE"
_SATUAN = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:hari|hr|menit|mnt|tugas|kali|%)\.?", re.IGNORECASE)


def cacah(mentah: object, maks: int) -> Hasil:
    """A number of days, minutes or tasks; a unit behind it is left out and told.

    Whether it is whole, too large or below nothing is asked with the other cells of its row.
    """
    temu = _SATUAN.fullmatch(mentah.strip()) if isinstance(mentah, str) else None
    isi, temuan = desimal(temu[1] if temu else mentah, maks)
    if temu and isi is not None:
        pesan = f"Dibaca {temu[1]}. Isi dengan angka saja."
        temuan = (*temuan, Temuan("angka_bersatuan", pesan, "peringatan"))
    return isi, temuan


def _angka(header: str, key: str, *aliases: str) -> Column:
    return Column(header, key, cacah, maks=40, jenis="bulat", aliases=aliases)


ORANG = (
    Column("NIP", "nip", nomor_pegawai, wajib=True, maks=40, aliases=("NIP BARU",), lebar=20),
    Column("NAMA", "nama", nama, maks=255, simpan=False, lebar=34),
    Column("UNIT", "unit", nama, maks=255, simpan=False, lebar=34, aliases=("NAMA UNOR",)),
    Column(PERIODE, "periode", nama, maks=40, aliases=("KODE PERIODE",)),
)
KEHADIRAN: tuple[Column, ...] = (
    *ORANG,
    _angka("HARI KERJA", "hari_kerja", "JUMLAH HARI KERJA"),
    _angka("HARI HADIR", "hari_hadir", "HADIR", "JUMLAH HADIR"),
    _angka("HARI SAH", "hari_sah", "TIDAK HADIR SAH", "CUTI DAN IZIN"),
    _angka("HARI TANPA KETERANGAN", "hari_alpa", "ALPA", "TANPA KETERANGAN", "TK"),
    _angka("BERTURUT-TURUT", "hari_alpa_beruntun", "ALPA BERTURUT-TURUT"),
    _angka("HARI TEPAT WAKTU", "hari_tepat", "TEPAT WAKTU"),
    _angka("MENIT TERLAMBAT", "menit_terlambat", "TERLAMBAT (MENIT)"),
    _angka("MENIT PULANG CEPAT", "menit_pulang_cepat", "PULANG CEPAT (MENIT)", "PSW"),
)
PETUNJUK_KEHADIRAN = (
    ("Satu baris", "Satu pegawai dalam satu periode. Periode disebut saat mengunggah."),
    (PERIODE, "Boleh kosong. Bila diisi, harus sama dengan periode yang dipilih."),
    ("HARI KERJA", "Hari kerja pegawai itu dalam periode: sama dengan jumlah HARI HADIR, HARI SAH, "
                   "dan HARI TANPA KETERANGAN bila ketiganya diisi."),
    ("HARI SAH", "Tidak hadir dengan alasan sah: cuti, sakit, dinas luar, tugas belajar."),
    ("BERTURUT-TURUT", "Rangkaian terpanjang hari tanpa keterangan."),
    ("HARI TEPAT WAKTU", "Hari hadir tanpa terlambat dan tanpa pulang cepat."),
    ("Sel kosong", "Belum diketahui; yang sudah tercatat tidak berubah. Nol ditulis 0."),
)  # fmt: skip

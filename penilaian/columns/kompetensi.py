"""Columns of the workbook of assessments: one row is one competence of one person."""

from __future__ import annotations

import re

from pegawai.columns import nomor_pegawai
from penilaian.kernel.kompetensi import NAMA_LEVEL
from toolkit.nilai import bulat, nama, tanggal
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

KODE, NAMA, LEVEL = "KODE KOMPETENSI", "NAMA KOMPETENSI", "LEVEL"
TANGGAL, SAMPAI, SUMBER = "TANGGAL ASESMEN", "BERLAKU SAMPAI", "SUMBER"
_TERTULIS = re.compile(r"(?:level|lvl|l)?\s*([0-9]+)\b.*", re.IGNORECASE)
_NAMA = {kata.casefold(): nomor for nomor, kata in enumerate(NAMA_LEVEL, 1)}
_DI_LUAR = Temuan("level_tidak_sah", "Level kompetensi ditulis 1 sampai 5.")


def level(nilai: object, maks: int) -> Hasil:
    """1 to 5; also as reports write it: "Level 3", "3 (Menengah)", "Menengah"."""
    if isinstance(nilai, str) and nilai.strip():
        kata = " ".join(nilai.split()).casefold()
        cocok = _TERTULIS.fullmatch(kata)
        tertulis = _NAMA.get(kata) or (int(cocok[1]) if cocok and len(cocok[1]) < 4 else None)
        if "." not in kata and "," not in kata and tertulis is not None:
            return (tertulis, BERSIH) if tertulis in range(1, 6) else (None, (_DI_LUAR,))
    isi, temuan = bulat(nilai, maks)
    if temuan or isi is None:
        return None, temuan
    return (isi, BERSIH) if isi in range(1, 6) else (None, (_DI_LUAR,))


KOMPETENSI = (
    Column("NIP", "nip", nomor_pegawai, wajib=True, aliases=("NIP BARU",), lebar=20),
    Column("NAMA", "orang", nama, simpan=False, lebar=32),
    Column(KODE, "kode", nama, maks=30, aliases=("KODE",)),
    Column(NAMA, "kompetensi", nama, maks=150, aliases=("KOMPETENSI",), lebar=34),
    Column(LEVEL, "level", level, wajib=True, aliases=("LEVEL CAPAIAN", "CAPAIAN"), jenis="bulat"),
    Column(TANGGAL, "mulai", tanggal, wajib=True, aliases=("TANGGAL",), jenis="tanggal"),
    Column(SAMPAI, "selesai", tanggal, jenis="tanggal"),
    Column(SUMBER, "sumber", nama, maks=255, aliases=("PENYELENGGARA",), lebar=34),
)
PETUNJUK = (
    ("NIP", "Pegawai yang dinilai. Data Anda sendiri dicatat oleh orang lain."),
    (f"{KODE} / {NAMA}", "Salah satu cukup, seperti tertulis di kamus kompetensi."),
    (LEVEL, "1 sampai 5. Yang belum dinilai jangan ditulis: baris kosong bukan level nol."),
    (TANGGAL, "Hari asesmen. Asesmen kompetensi yang sama pada hari yang sama diperbarui."),
    (SAMPAI, "Bila laporannya menyebut; selain itu masa berlaku menurut ketentuan."),
    (SUMBER, "Penyelenggara atau nomor laporan."),
)

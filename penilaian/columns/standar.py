"""Columns of the workbook of standards: one row is one competence that one jabatan asks."""

from __future__ import annotations

from pegawai.columns import MAKS_ID
from penilaian.columns.kompetensi import KODE, LEVEL, NAMA, level
from toolkit.nilai import nama, tanggal
from toolkit.tabular import Column

JABATAN_ID, JABATAN, SEJAK, DASAR = "JABATAN ID", "JABATAN", "BERLAKU SEJAK", "DASAR"

STANDAR = (
    Column(JABATAN_ID, "jabatan_id", nama, maks=MAKS_ID, aliases=("ID JABATAN",)),
    Column(JABATAN, "jabatan", nama, maks=255, aliases=("NAMA JABATAN", "JABATAN NAMA"), lebar=46),
    Column(KODE, "kode", nama, maks=30, aliases=("KODE",)),
    Column(NAMA, "kompetensi", nama, maks=150, aliases=("KOMPETENSI",), lebar=34),
    Column(LEVEL, "level", level, wajib=True, aliases=("LEVEL STANDAR",), jenis="bulat"),
    Column(SEJAK, "mulai", tanggal, wajib=True, aliases=("MULAI",), jenis="tanggal"),
    Column(DASAR, "dasar", nama, wajib=True, maks=255, aliases=("DASAR HUKUM",), lebar=40),
)
PETUNJUK = (
    (f"{JABATAN_ID} / {JABATAN}", "Salah satu cukup; nama harus persis dan hanya satu di acuan."),
    (f"{KODE} / {NAMA}", "Salah satu cukup, seperti tertulis di kamus kompetensi."),
    (LEVEL, "1 sampai 5. Standar lama kompetensi itu berakhir sehari sebelumnya."),
    (SEJAK, "Hari mulai berlaku; tidak boleh mendahului standar yang sudah tercatat."),
    (DASAR, "Peraturan atau keputusan yang menetapkannya."),
)

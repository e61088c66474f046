"""Columns of the workbook of tasks, SKP and periodic ratings: one row is one person."""

from __future__ import annotations

from pegawai.columns import predikat, rating
from penilaian.columns.kehadiran import ORANG, PERIODE, cacah
from toolkit.tabular import Column

INDIKATOR: tuple[Column, ...] = (
    *ORANG,
    Column("TUGAS JATUH TEMPO", "tugas_jatuh_tempo", cacah, maks=40, jenis="bulat"),
    Column("TUGAS TEPAT WAKTU", "tugas_tepat_waktu", cacah, maks=40, jenis="bulat",
           aliases=("TUGAS SELESAI TEPAT WAKTU",)),
    Column("TUGAS SELESAI", "tugas_selesai", cacah, maks=40, jenis="bulat"),
    Column("TUGAS DIREVISI", "tugas_direvisi", cacah, maks=40, jenis="bulat"),
    Column("CAPAIAN SKP", "capaian_skp", cacah, maks=40, jenis="desimal",
           aliases=("CAPAIAN SKP (PERSEN)",)),
    Column("RATING HASIL", "rating_hasil", rating, maks=60, aliases=("HASIL KERJA",), lebar=24),
    Column("RATING PERILAKU", "rating_perilaku", rating, maks=60, aliases=("PERILAKU KERJA",),
           lebar=24),
    Column("PREDIKAT PERIODIK", "predikat", predikat, maks=60,
           aliases=("PREDIKAT KINERJA", "PREDIKAT"), lebar=20),
)  # fmt: skip
PETUNJUK_INDIKATOR = (
    ("Satu baris", "Satu pegawai dalam satu periode. Periode disebut saat mengunggah."),
    (PERIODE, "Boleh kosong. Bila diisi, harus sama dengan periode yang dipilih."),
    ("TUGAS TEPAT WAKTU", "Dari TUGAS JATUH TEMPO, yang selesai tidak melewati batasnya."),
    ("TUGAS DIREVISI", "Dari TUGAS SELESAI, yang dikembalikan untuk diperbaiki."),
    ("CAPAIAN SKP", "Realisasi dibagi target, dalam persen: 0 sampai 200."),
    ("RATING HASIL, RATING PERILAKU", "Di atas ekspektasi, Sesuai ekspektasi, atau Di bawah "
                                      "ekspektasi."),
    ("PREDIKAT PERIODIK", "Predikat triwulan atau bulan. Predikat tahunan diimpor lewat Kinerja "
                          "tahunan."),
    ("Sel kosong", "Belum diketahui; yang sudah tercatat tidak berubah. Nol ditulis 0."),
)  # fmt: skip

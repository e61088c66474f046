"""An invented needs workbook with all that real ones have: merged headers, sums, mixed rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

JUDUL = "PROYEKSI KEBUTUHAN"
# number, name, holders, need, kind of job, unit of the row
ISI: tuple[tuple[object, ...], ...] = (
    ("", "Jumlah Seluruhnya", 9, 30, "", ""),
    (1, "DINAS PENDIDIKAN KABUPATEN CONTOH", 1, 1, "", ""),
    ("", "Pengadministrasi\nUmum", 2, "3", "JFU", ""),
    ("", "FORMASI P3K (PERMENPAN RB NO. 76 TAHUN 2022)", "", "", "", ""),
    ("", "PENGADMINISTRASI UMUM", "", 1, "JFU", ""),
    ("", "SD NEGERI 1 CONTOH", "", "", "", ""),
    ("", "JABATAN FUNGSIONAL (JFT)", "", "", "", ""),
    ("", "Guru Ahli Pertama (JF)", 4, 6, "FT", ""),
    ("", "Juru Antah", 1, 2, "", ""),
    ("", "", "", "", "", ""),
    (2, "BADAN KEPEGAWAIAN", 1, 1, "", ""),
    ("", "KEPALA BIDANG MUTASI", 1, 1, "", ""),
    ("", "PELAKSANA/PERMENPAN 41 TAHUN 2018", "", "", "", ""),
    ("", "Pengadministrasi Umum", "", "", "", ""),
    ("", "Juru Antah", "", 1.5, "", ""),
    ("", "JFT/FORMASI P3K", "", "", "", ""),
    ("", "Pranata Komputer", "", 4, "FT", ""),
    (3, "DINAS ANTAH BERANTAH", 1, 1, "", ""),
    ("", "Pengadministrasi Umum", "", 2, "JFU", ""),
)
KURSI = "23.5"
"""The sum of the needs above without the row of sums."""


def tulis_buku_abk(
    path: Path,
    *,
    ubah: Mapping[int, object] | None = None,
    tambah: Sequence[tuple[object, ...]] = (),
    rumus: int | None = None,
) -> Path:
    """Write it; ``ubah`` gives rows (counted from 0) another need, ``rumus`` one a formula."""
    buku = xlsxwriter.Workbook(str(path))
    profil = buku.add_worksheet("PROFIL")
    for i, baris in enumerate([("NO", "KELOMPOK JABATAN", "KEBUTUHAN (ABK)"), ("", "JUMLAH", 99)]):
        profil.write_row(3 + i, 0, baris)
    lembar = buku.add_worksheet(JUDUL)
    lembar.merge_range("A2:F2", "PROYEKSI KEBUTUHAN PEGAWAI")
    lembar.merge_range("A4:A5", "No")
    lembar.merge_range("B4:B5", "Nama Unit Organisasi dan Nama Jabatan")
    lembar.merge_range("C4:D4", "Pegawai")
    lembar.write_row("C5", ["Bezetting Saat Ini", "Kebutuhan Berdasarkan ABK"])
    lembar.merge_range("E4:F4", "Keterangan")
    lembar.write_row(5, 0, [1, 2, 3, 4, 5, 6])
    for i, isi in enumerate([*ISI, *tambah]):
        nilai = list(isi)
        nilai[3] = (ubah or {}).get(i, nilai[3])
        for kolom, satu in enumerate(nilai):
            if satu != "":
                lembar.write(6 + i, kolom, satu)
        if i == rumus:
            lembar.write_formula(6 + i, 3, "=1+1", None, 2)
    buku.close()
    return path


def nomor(i: int) -> int:
    """The row of the spreadsheet where row ``i`` of ``ISI`` stands."""
    return 7 + i

"""Columns of decisions on names: our template in both directions, and the export of the page."""

from __future__ import annotations

from typing import Any

from pegawai.models import MacamPadanan
from toolkit.nilai import nama
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

MACAM = {m.value: m for m in MacamPadanan}


def macam(nilai: object, maks: int) -> Hasil:
    """One of three words; an empty cell is told from the other columns."""
    teks, temuan = nama(nilai, maks)
    if teks is None or temuan:
        return teks, temuan
    kode = teks.strip().casefold()
    if kode not in MACAM:
        pesan = "MACAM harus jabatan, nama, atau unit (boleh kosong bila DARI ID diisi)."
        return None, (Temuan("macam_tidak_dikenal", pesan),)
    return kode, BERSIH


PADANAN = (
    Column("MACAM", "macam", macam, maks=20, lebar=10),
    Column("DARI ID", "dari_id", nama, maks=64, lebar=34),
    # Required as a header: that is how the file is known; the cell may be empty beside an id.
    Column("DARI NAMA", "dari_nama", nama, wajib=True, maks=500, lebar=46),
    Column("KE ID", "ke_id", nama, maks=64, lebar=34),
    Column("KE NAMA", "ke_nama", nama, maks=500, lebar=46),
    Column("ALASAN", "alasan", nama, maks=255, lebar=40),
    # For the eyes of whoever fills the template; nothing is read back from them.
    Column("PEMANGKU", "pemangku", simpan=False, jenis="bulat"),
    Column("KEBUTUHAN", "kebutuhan", simpan=False, jenis="bulat"),
    Column("USULAN 1", "usulan_1", simpan=False, lebar=46),
    Column("USULAN 2", "usulan_2", simpan=False, lebar=46),
    Column("USULAN 3", "usulan_3", simpan=False, lebar=46),
)


def _usulan(urutan: int) -> Any:
    def ambil(baris: Any) -> str:
        semua = baris.usulan
        return f"{semua[urutan].nama} ({semua[urutan].skor})" if len(semua) > urutan else ""

    return ambil


DI_LUAR = (
    Column("JABATAN ID", "siasn_id", lebar=34),
    Column("JABATAN", "nama", lebar=46),
    Column("JENIS DAN JENJANG", "sebutan", lebar=24),
    Column("FORMASI", "posts", jenis="bulat"),
    Column("PEMANGKU", "pemangku", jenis="bulat"),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("KEKURANGAN", "kurang", jenis="bulat"),
    Column("KELEBIHAN", "lebih", jenis="bulat"),
    Column("PEMANGKU TANPA KEBUTUHAN", "tanpa", jenis="bulat"),
    *(Column(f"USULAN {i + 1}", f"usulan_{i}", ambil=_usulan(i), lebar=46) for i in range(3)),
)

KEPUTUSAN = (
    Column("MACAM", "macam", ambil=lambda p: p.get_macam_display(), lebar=24),
    Column("DARI ID", "dari_id", ambil=lambda p: p.dari.siasn_id if p.dari else "", lebar=34),
    Column("DARI", "dari", ambil=lambda p: str(p.dari or p.teks), lebar=46),
    Column("KE", "sasaran", lebar=46),
    Column("KEMIRIPAN", "skor", jenis="bulat"),
    Column("BERLAKU SEJAK", "mulai", jenis="tanggal"),
    Column("BERAKHIR", "selesai", jenis="tanggal"),
    Column("DIPUTUSKAN OLEH", "oleh", ambil=lambda p: p.diputuskan_oleh.nama, lebar=30),
    Column("ALASAN", "alasan", lebar=60),
)

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
    Column("JABATAN ID", "id", ambil=lambda b: b.jabatan.siasn_id, lebar=34),
    Column("JABATAN", "nama", ambil=lambda b: b.jabatan.nama, lebar=46),
    Column("JENIS JABATAN", "jenis", ambil=lambda b: b.jabatan.get_jenis_display()),
    Column("JENJANG", "jenjang", ambil=lambda b: b.jabatan.get_jenjang_display()),
    Column("FORMASI", "posts", jenis="bulat"),
    Column("PEMANGKU", "pemangku", jenis="bulat"),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("KEKURANGAN", "kurang", jenis="bulat"),
    Column("KELEBIHAN", "lebih", jenis="bulat"),
    Column("DIPADANKAN KE", "padanan", ambil=lambda b: b.ke.nama if b.ke else "", lebar=46),
    *(Column(f"USULAN {i + 1}", f"usulan_{i}", ambil=_usulan(i), lebar=46) for i in range(3)),
)

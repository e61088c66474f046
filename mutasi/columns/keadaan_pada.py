"""Columns of the workbook of a day ahead: one row per person who leaves or comes."""

from __future__ import annotations

from typing import Any

from toolkit.tabular import Column


def _pos(bidang: str) -> Any:
    return lambda b: getattr(b[0], bidang)


def _formasi(*jalan: str) -> Any:
    def ambil(b: Any) -> Any:
        nilai = b[0].formasi
        for satu in jalan:
            nilai = getattr(nilai, satu) if nilai is not None else None
        return nilai

    return ambil


KEADAAN_PADA: tuple[Column, ...] = (
    Column("PERANGKAT DAERAH", "opd", ambil=_formasi("unit", "opd", "nama"), lebar=32),
    Column("UNIT", "unit", ambil=_formasi("unit", "nama"), lebar=36),
    Column("JABATAN", "jabatan", ambil=_formasi("jabatan", "nama"), lebar=36),
    Column("KEBUTUHAN", "butuh", jenis="bulat", ambil=_pos("butuh")),
    Column("BEZETTING HARI INI", "isi", jenis="bulat", ambil=_pos("isi")),
    Column("BEZETTING PADA TANGGAL ITU", "kelak", jenis="bulat", ambil=_pos("kelak")),
    Column("LOWONG PADA TANGGAL ITU", "lowong", jenis="bulat", ambil=_pos("lowong")),
    Column("ARAH", "arah", ambil=lambda b: "masuk" if b[1].masuk else "keluar", lebar=10),
    Column("NIP", "nip", ambil=lambda b: b[1].orang.nip if b[1].orang else "", lebar=20),
    Column(
        "NAMA", "nama", ambil=lambda b: b[1].orang.nama_lengkap if b[1].orang else "", lebar=34
    ),
    Column("SEBAB", "sebab", ambil=lambda b: b[1].kata, lebar=20),
    Column("TANGGAL", "hari", jenis="tanggal", ambil=lambda b: b[1].hari),
    Column(
        "KETERANGAN", "keterangan", lebar=20,
        ambil=lambda b: "belum dilantik" if b[1].belum_lantik else "",
    ),
)  # fmt: skip

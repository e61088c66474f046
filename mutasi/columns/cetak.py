"""Columns of the workbooks beside the printed papers: one fact per cell, in the papers' order."""

from __future__ import annotations

from typing import Any

from mutasi.kernel.duk import SEBUTAN_LATIHAN
from toolkit.tabular import Column


def _tempat(kunci: str, judul: str) -> tuple[Column, ...]:
    def ambil(bidang: str) -> Any:
        def dari(b: Any) -> Any:
            tempat = getattr(b, kunci)
            return getattr(tempat, bidang) if tempat else None

        return dari

    return (
        Column(f"JABATAN {judul}", f"{kunci}_jabatan", ambil=ambil("jabatan"), lebar=36),
        Column(f"ESELON/JENJANG {judul}", f"{kunci}_tingkat", ambil=ambil("tingkat"), lebar=16),
        Column(f"KELAS {judul}", f"{kunci}_kelas", jenis="bulat", ambil=ambil("kelas")),
        Column(f"UNIT {judul}", f"{kunci}_unit", ambil=ambil("unit"), lebar=36),
        Column(f"PERANGKAT DAERAH {judul}", f"{kunci}_opd", ambil=ambil("opd"), lebar=30),
    )


NOMINATIF: tuple[Column, ...] = (
    Column("NO", "nomor", jenis="bulat", lebar=6),
    Column("NAMA", "nama", lebar=32),
    Column("NIP", "nip"),
    Column("PANGKAT/GOL. RUANG", "pangkat", lebar=24),
    Column("TMT PANGKAT", "tmt_pangkat", jenis="tanggal"),
    Column("PENDIDIKAN", "pendidikan", lebar=28),
    *_tempat("lama", "LAMA"),
    *_tempat("baru", "BARU"),
    Column("JENIS", "jenis", lebar=18),
    Column("TMT", "tmt", jenis="tanggal"),
    Column("KEADAAN", "status", ambil=lambda b: b.status.value, lebar=20),
    Column("KETERANGAN", "keterangan", ambil=lambda b: "; ".join(b.keterangan), lebar=40),
)

TEMUAN: tuple[Column, ...] = (
    Column("NO BARIS", "nomor", jenis="bulat", ambil=lambda s: s[0].nomor),
    Column("NAMA", "nama", ambil=lambda s: s[0].nama, lebar=32),
    Column("ATURAN", "kode", ambil=lambda s: s[1].kode, lebar=8),
    Column("HASIL", "hasil", ambil=lambda s: s[1].hasil),
    Column("KETERANGAN", "bunyi", ambil=lambda s: s[1].bunyi, lebar=60),
    Column("PERBAIKAN", "perbaikan", ambil=lambda s: s[1].perbaikan, lebar=50),
    Column("ALASAN TERTULIS", "alasan", ambil=lambda s: s[1].alasan, lebar=50),
    Column("DASAR", "dasar", ambil=lambda s: s[1].dasar, lebar=40),
)

KURSI: tuple[Column, ...] = (
    Column("JABATAN", "jabatan", ambil=lambda k: k.tempat.jabatan, lebar=36),
    Column("UNIT", "unit", ambil=lambda k: k.tempat.unit, lebar=36),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("BEZETTING", "isi", jenis="bulat"),
    Column("KELUAR", "keluar", jenis="bulat"),
    Column("MASUK", "masuk", jenis="bulat"),
    Column("SESUDAH", "sesudah", jenis="bulat"),
    Column("MENJADI LOWONG", "kosong", jenis="bulat"),
)


def masa_kerja(bulan: int | None) -> str:
    """12 tahun 3 bulan, as lists print it."""
    return "" if bulan is None else f"{bulan // 12} th {bulan % 12} bl"


def latihan(b: Any) -> str:
    """PKA, 2019."""
    if b.bahan.latihan is None:
        return ""
    nilai, lulus = b.bahan.latihan
    return SEBUTAN_LATIHAN[nilai] + (f", {lulus.year}" if lulus else "")


DUK: tuple[Column, ...] = (
    Column("NO", "nomor", jenis="bulat", lebar=6),
    Column("NAMA", "nama", ambil=lambda b: b.orang.nama_lengkap, lebar=32),
    Column("NIP", "nip", ambil=lambda b: b.orang.nip),
    Column("PANGKAT", "pangkat", ambil=lambda b: b.orang.golongan and b.orang.golongan.pangkat),
    Column("GOL. RUANG", "golongan", ambil=lambda b: b.orang.golongan and b.orang.golongan.nama,
           lebar=10),
    Column("TMT PANGKAT", "tmt_golongan", jenis="tanggal", ambil=lambda b: b.orang.tmt_golongan),
    Column("JABATAN", "jabatan", ambil=lambda b: b.orang.jabatan and b.orang.jabatan.nama,
           lebar=36),
    Column("ESELON", "eselon", ambil=lambda b: b.orang.jabatan and b.orang.jabatan.eselon,
           lebar=8),
    Column("TMT JABATAN", "tmt_jabatan", jenis="tanggal", ambil=lambda b: b.orang.tmt_jabatan),
    Column("UNIT", "unit", ambil=lambda b: b.orang.unit and b.orang.unit.nama, lebar=36),
    Column("MASA KERJA", "mk", ambil=lambda b: masa_kerja(b.bahan.masa_kerja), lebar=14),
    Column("LATIHAN JABATAN", "latihan", ambil=latihan, lebar=16),
    Column("PENDIDIKAN", "pendidikan", lebar=28,
           ambil=lambda b: b.orang.pendidikan and b.orang.pendidikan.nama),
    Column("TAHUN LULUS", "lulus", jenis="bulat", ambil=lambda b: b.orang.tahun_lulus),
    Column("TANGGAL LAHIR", "lahir", jenis="tanggal", ambil=lambda b: b.orang.lahir),
)  # fmt: skip

_POSISI = (
    Column("JABATAN", "jabatan", ambil=lambda p: p.jabatan.nama, lebar=36),
    Column("UNIT", "unit", ambil=lambda p: p.unit.nama, lebar=36),
    Column("PERANGKAT DAERAH", "opd", lebar=30,
           ambil=lambda p: p.unit.opd.nama if p.unit.opd else ""),
)  # fmt: skip
LOWONG_STRUKTURAL: tuple[Column, ...] = (
    *_POSISI,
    Column("ESELON", "eselon", ambil=lambda p: p.jabatan.eselon, lebar=8),
    Column("KELAS", "kelas", jenis="bulat", ambil=lambda p: p.jabatan.kelas),
)
LOWONG_KURANG: tuple[Column, ...] = (
    *_POSISI,
    Column("KELAS", "kelas", jenis="bulat", ambil=lambda p: p.jabatan.kelas),
    Column("KEBUTUHAN", "butuh", jenis="bulat"),
    Column("BEZETTING", "isi", jenis="bulat"),
    Column("KEKURANGAN", "kurang", jenis="bulat"),
)
AKAN_LOWONG: tuple[Column, ...] = (
    Column("TMT PENSIUN", "tmt", jenis="tanggal"),
    Column("JABATAN", "jabatan", ambil=lambda a: a.formasi.jabatan.nama, lebar=36),
    Column("UNIT", "unit", ambil=lambda a: a.formasi.unit.nama, lebar=36),
    Column("PERANGKAT DAERAH", "opd", lebar=30,
           ambil=lambda a: a.formasi.unit.opd.nama if a.formasi.unit.opd else ""),
    Column("PEMANGKU", "nama", lebar=32),
    Column("NIP", "nip"),
)  # fmt: skip

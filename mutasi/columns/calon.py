"""Columns of the workbook of candidates; a column is said once."""

from __future__ import annotations

from typing import Any

from toolkit.tabular import Column

RINGKAS = (Column("HAL", "hal", lebar=70), Column("JUMLAH", "jumlah", jenis="bulat"))


def _kursi(kolom: str) -> Any:
    return lambda b: getattr(b.orang.kursi, kolom) if b.orang.kursi else ""


def _gabung(bagian: str, kolom: str) -> Any:
    return lambda b: "; ".join(
        f"{p.kode}: {getattr(p, kolom)}" for p in getattr(b, bagian) if getattr(p, kolom)
    )


CALON: tuple[Column, ...] = (
    Column("NIP", "nip", ambil=lambda b: b.orang.nip, lebar=20),
    Column("NAMA", "nama", ambil=lambda b: b.orang.nama, lebar=34),
    Column("STATUS", "status", ambil=lambda b: b.orang.calon.status),
    Column("GOLONGAN", "golongan", ambil=lambda b: b.orang.golongan),
    Column("JABATAN SEKARANG", "jabatan", ambil=_kursi("nama"), lebar=36),
    Column("UNIT", "unit", ambil=_kursi("unit"), lebar=36),
    Column("PERANGKAT DAERAH", "opd", ambil=_kursi("opd"), lebar=32),
    Column("TMT JABATAN", "tmt", jenis="tanggal", ambil=lambda b: b.orang.calon.tmt_jabatan),
    Column("BULAN DI JABATAN", "bulan", jenis="bulat", ambil=lambda b: b.bulan_jabatan),
    Column("PENDIDIKAN", "pendidikan", ambil=lambda b: b.orang.calon.program_studi, lebar=30),
    Column(
        "KINERJA",
        "kinerja",
        ambil=lambda b: "; ".join(f"{t}: {p or 'belum tercatat'}" for t, p in b.predikat),
        lebar=30,
    ),
    Column("TMT PENSIUN", "pensiun", jenis="tanggal", ambil=lambda b: b.orang.calon.tmt_pensiun),
    Column("ATURAN", "aturan", ambil=lambda b: ", ".join(p.kode for p in b.penentu)),
    Column("URAIAN", "uraian", ambil=_gabung("penentu", "bunyi"), lebar=70),
    Column("PERBAIKAN", "perbaikan", ambil=_gabung("penentu", "perbaikan"), lebar=60),
    Column("PERINGATAN", "peringatan", ambil=_gabung("peringatan", "bunyi"), lebar=60),
)

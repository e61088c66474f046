"""Columns of the workbooks of cases and of files; a column is said once."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from toolkit.tabular import Column

KETERANGAN = (Column("HAL", "hal", lebar=28), Column("ISI", "isi", lebar=70))


def _formasi(sisi: str, kolom: str) -> Any:
    def ambil(u: Any) -> str:
        post = getattr(u, sisi)
        if post is None:
            return u.tujuan_luar if sisi == "ke" else u.asal_luar
        return str(post.jabatan.nama if kolom == "jabatan" else post.unit.nama)

    return ambil


def _hari(kolom: str) -> Any:
    return lambda u: timezone.localdate(getattr(u, kolom)) if getattr(u, kolom) else None


USULAN: tuple[Column, ...] = (
    Column("BERKAS", "berkas", ambil=lambda u: u.berkas.nomor, lebar=16),
    Column("NOMOR", "urutan", jenis="bulat"),
    Column("NIP", "nip", ambil=lambda u: u.pegawai.nip, lebar=20),
    Column("NAMA", "nama", ambil=lambda u: u.pegawai.nama_lengkap, lebar=34),
    Column("JENIS", "jenis", ambil=lambda u: u.get_jenis_display(), lebar=22),
    Column("JABATAN LAMA", "jabatan_lama", ambil=_formasi("dari", "jabatan"), lebar=36),
    Column("UNIT LAMA", "unit_lama", ambil=_formasi("dari", "unit"), lebar=32),
    Column("JABATAN BARU", "jabatan_baru", ambil=_formasi("ke", "jabatan"), lebar=36),
    Column("UNIT BARU", "unit_baru", ambil=_formasi("ke", "unit"), lebar=32),
    Column("TMT", "tmt", jenis="tanggal"),
    Column("KEADAAN", "status", ambil=lambda u: u.get_status_display(), lebar=36),
    Column("SEJAK", "sejak", jenis="tanggal", ambil=_hari("sejak")),
    Column("DI TANGAN", "siapa", lebar=26),
    Column("BATAS WAKTU", "tenggat", jenis="tanggal"),
    Column("KERAHASIAAN", "tahap", ambil=lambda u: u.get_tahap_display(), lebar=36),
    Column("ASAL", "sumber", ambil=lambda u: u.get_sumber_display(), lebar=20),
    Column("ALASAN", "alasan", lebar=60),
)
BERKAS: tuple[Column, ...] = (
    Column("NOMOR", "nomor", lebar=16),
    Column("NAMA", "nama", lebar=44),
    Column("ASAL", "sumber", ambil=lambda b: b.get_sumber_display(), lebar=20),
    Column("RENCANA TMT", "tmt", jenis="tanggal"),
    Column("USULAN", "jumlah", jenis="bulat", ambil=lambda b: b.isi.jumlah),
    Column("BERJALAN", "berjalan", jenis="bulat", ambil=lambda b: b.isi.berjalan),
    Column("LEWAT BATAS", "lewat", jenis="bulat", ambil=lambda b: b.isi.lewat),
    Column("KEADAAN", "keadaan", ambil=lambda b: b.isi.kalimat, lebar=70),
    Column("DIBUAT", "dibuat", jenis="tanggal", ambil=_hari("dibuat_pada")),
    Column("DIBUAT OLEH", "oleh", ambil=lambda b: b.dibuat_oleh.nama, lebar=28),
    Column("DITUTUP", "ditutup", jenis="tanggal", ambil=_hari("ditutup_pada")),
)

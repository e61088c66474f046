"""Results of a run, and differences between two, as workbooks: exactly what the list shows."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse

from penilaian.models import HasilPenilaian, Penilaian
from penilaian.selectors.penilaian_beda import BarisBeda
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

_HAL = (Column("HAL", "hal", lebar=40), Column("ISI", "isi", lebar=70))
HASIL = (
    Column("NIP", "nip", ambil=lambda h: h.pegawai.nip, lebar=20),
    Column("NAMA", "nama", ambil=lambda h: h.pegawai.nama_lengkap, lebar=36),
    Column("UNIT", "unit", ambil=lambda h: h.unit.nama if h.unit else "", lebar=36),
    Column("RUMPUN", "kelompok", lebar=28),
    Column("KEADAAN", "keadaan", ambil=lambda h: h.get_keadaan_display(), lebar=22),
    Column("SKOR", "skor", jenis="desimal"),
    Column("PERINGKAT", "peringkat", jenis="bulat"),
)
BEDA = (
    Column("NIP", "nip", ambil=lambda b: b.hasil.pegawai.nip, lebar=20),
    Column("NAMA", "nama", ambil=lambda b: b.hasil.pegawai.nama_lengkap, lebar=36),
    Column("UNIT", "unit", ambil=lambda b: b.hasil.unit.nama if b.hasil.unit else "", lebar=36),
    Column("PERUBAHAN", "macam", lebar=24),
    Column("SEBELUM", "lama", lebar=18),
    Column("SESUDAH", "baru", lebar=18),
    Column("SELISIH", "selisih"),
    Column("SEBAB", "sebab", ambil=lambda b: " ".join(s.bunyi for s in b.butir), lebar=90),
)


def buku_hasil(satu: Penilaian, rows: QuerySet[HasilPenilaian]) -> FileResponse:
    """A download: what was computed with what, then the people."""
    hal = [*_kepala(satu), ("Sidik hasil (sha256)", satu.hasil_sha256)]
    return _kirim(f"nilai-{satu.periode.kode}-{satu.nomor}.xlsx", hal, "Hasil", HASIL, rows)


def buku_beda(baru: Penilaian, lama: Penilaian, rows: Iterable[BarisBeda]) -> FileResponse:
    """A download: the two runs, then every change with its reasons."""
    nama = f"beda-nilai-{baru.periode.kode}-{lama.nomor}-{baru.nomor}.xlsx"
    hal = [*_kepala(baru), ("Dibandingkan dengan", f"{lama}, {lama.perangkat}")]
    return _kirim(nama, hal, "Perubahan", BEDA, rows)


def _kepala(satu: Penilaian) -> list[tuple[str, str]]:
    return [
        ("Penilaian", str(satu)),
        ("Kriteria", str(satu.perangkat)),
        ("Sidik kriteria (sha256)", satu.perangkat.sha256),
        ("Keadaan data per", f"{satu.per:%d-%m-%Y}"),
        ("Sidik masukan (sha256)", satu.masukan_sha256),
    ]


def _kirim(
    nama: str,
    hal: list[tuple[str, str]],
    judul: str,
    kolom: tuple[Column, ...],
    rows: Iterable[Any],
) -> FileResponse:
    berkas = BytesIO()
    tulis_buku(
        berkas,
        [
            LembarTulis("Penjelasan", _HAL, hal),
            LembarTulis(judul, kolom, baris_objek(kolom, rows)),
        ],
    )
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=nama)

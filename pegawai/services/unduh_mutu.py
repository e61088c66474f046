"""The workbook of what an office has to mend: prefilled, to be filled in and brought back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date

from django.http import FileResponse

from jejak import akses
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.columns_mutu import MEDAN, PERBAIKAN, Perbaikan
from pegawai.kernel.mutu_daftar import SEMUA
from pegawai.models.pegawai import PegawaiQuerySet
from pegawai.selectors import mutu as baca
from pegawai.services.unduh import JENIS, PER_LANGKAH
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

_PETUNJUK = (
    "Satu baris satu masalah pada satu pegawai. Jangan ubah NIP, KODE, dan NILAI SEKARANG.",
    "Isi NILAI YANG BENAR hanya untuk kolom yang dapat dicatat di sini: " + ", ".join(MEDAN) + ".",
    "Bila kolom lain yang keliru, ganti isi KOLOM dengan salah satu nama itu, kosongkan NILAI "
    "SEKARANG, lalu isi nilainya.",
    "Tulis ya di DIPERBAIKI DI SIASN bila sudah diperbaiki di SIASN; barisnya hilang sesudah impor "
    "SIASN berikutnya.",
    "Tanggal ditulis hari-bulan-tahun (31-01-2026), jenis kelamin L atau P.",
    "CATATAN ikut tersimpan dalam jejak; sebut nomor SK atau dasarnya.",
    "Predikat kinerja yang belum ada tidak diisi di sini, tetapi lewat templat impor Kinerja "
    "tahunan.",
    "Baris yang dibiarkan kosong tidak mengubah apa-apa. Serahkan buku ini kepada BKD untuk "
    "diimpor sebagai Perbaikan data.",
)


def unduh_perbaikan(*, oleh: Pengguna, per: date, opd: str = "") -> FileResponse:
    """Everything wrong with the people within reach of export, person by person."""
    orang, nama = baca.bercela(oleh, per=per, opd=opd, izin=Izin.PEGAWAI_EKSPOR)
    pencacah = _Pencacah(orang, nama)
    # The response closes it; on disk, so that 20,000 rows do not sit in memory.
    berkas = tempfile.TemporaryFile()  # noqa: SIM115
    petunjuk = LembarTulis(
        "Petunjuk", [Column("PETUNJUK", "petunjuk", lebar=110)], [(k,) for k in _PETUNJUK]
    )
    perbaikan = LembarTulis("Perbaikan", PERBAIKAN, baris_objek(PERBAIKAN, pencacah.baris()))
    tulis_buku(berkas, [perbaikan, petunjuk])
    akses.lihat_ekspor(
        oleh=oleh,
        apa="Buku perbaikan data",
        alasan="mutu data",
        jumlah=pencacah.orang,
        saringan=f"opd={opd}" if opd else "semua",
    )
    berkas.seek(0)
    return FileResponse(
        berkas,
        as_attachment=True,
        filename=f"perbaikan-data-{per:%Y-%m-%d}.xlsx",
        content_type=JENIS["xlsx"],
    )


class _Pencacah:
    """Counts people while their faults pass through: the entry says how many left the house."""

    def __init__(self, rows: PegawaiQuerySet, nama: dict[str, str]) -> None:
        self._rows, self._nama, self.orang = rows, nama, 0

    def baris(self) -> Iterator[Perbaikan]:
        """Person by person, fault by fault."""
        for orang in self._rows.iterator(chunk_size=PER_LANGKAH):
            self.orang += 1
            for alias, kode in self._nama.items():
                if getattr(orang, alias):
                    yield Perbaikan(orang, SEMUA[kode])

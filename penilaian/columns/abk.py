"""Columns of the workbook of task rows; cells with numbers and periods are read by the kernel."""

from __future__ import annotations

from penilaian.kernel.abk_baca import NORMA, PERIODE, SATUAN, URAIAN, VOLUME
from toolkit.nilai import nama
from toolkit.tabular import BERSIH, Column, Hasil

MAKS_URAIAN, MAKS_SATUAN, _MAKS_ANGKA = 500, 100, 60


def tertulis(nilai: object, maks: int) -> Hasil:
    """A cell for the kernel to read: text is cleaned, a number stays what it is."""
    return nama(nilai, maks) if isinstance(nilai, str) else (nilai, BERSIH)


ABK = (
    Column("UNOR ID", "unor_id", nama, wajib=True, maks=64, aliases=("ID UNOR",)),
    Column("NAMA UNOR", "unor", nama, maks=255, aliases=("UNOR NAMA",), simpan=False, lebar=36),
    Column("JABATAN ID", "jabatan_id", nama, wajib=True, maks=64, aliases=("ID JABATAN",)),
    Column("JABATAN", "jabatan", nama, maks=255, aliases=("JABATAN NAMA", "NAMA JABATAN"),
           simpan=False, lebar=36),
    Column(URAIAN, "uraian", nama, wajib=True, maks=MAKS_URAIAN, lebar=50),
    Column(SATUAN, "satuan", nama, wajib=True, maks=MAKS_SATUAN),
    Column(VOLUME, "volume", tertulis, wajib=True, maks=_MAKS_ANGKA, jenis="desimal"),
    Column(PERIODE, "periode", tertulis, wajib=True, maks=_MAKS_ANGKA),
    Column(NORMA, "norma", tertulis, wajib=True, maks=_MAKS_ANGKA, jenis="desimal",
           aliases=("NORMA WAKTU",)),
)  # fmt: skip
# Which draft the post had when the workbook went out; nobody types it.
STEMPEL = Column("STEMPEL DRAF", "stempel", nama, maks=80, simpan=False, lebar=16)
ABK_BUKU = (*ABK, STEMPEL)
SEL_TUGAS = ("uraian", "satuan", "volume", "periode", "norma")

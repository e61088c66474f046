"""Columns of the files this room reads: the unit hierarchy, districts, attributes of units."""

from __future__ import annotations

import re
from decimal import Decimal

from organisasi.models import JenisUnit
from toolkit.nilai import desimal, nama, teks
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

MAKS_ID = 64
_DERAJAT = re.compile(r"-?\d{1,3}(?:[.,]\d{1,15})?")
_YA = {"ya", "y", "1", "true", "benar", "terpencil"}
_TIDAK = {"tidak", "t", "0", "false", "bukan", "tidak terpencil"}
_JENIS = {
    **{kode.casefold(): kode for kode in JenisUnit.values},
    **{label.casefold(): kode for kode, label in JenisUnit.choices},
}


def mentah(nilai: object, maks: int) -> Hasil:
    """The cell as it stands: blanks in front mean something here."""
    return (nilai if str(nilai).strip() else None), BERSIH


def ya_tidak(nilai: object, maks: int) -> Hasil:
    """Ya / Tidak, as Excel and people write it; empty means not known."""
    if isinstance(nilai, bool):
        return nilai, BERSIH
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kata = isi.casefold().removesuffix(".0")
    if kata in _YA or kata in _TIDAK:
        return kata in _YA, temuan
    return None, (Temuan("isian_tidak_dikenal", "Isi dengan Ya atau Tidak, atau kosongkan."),)


def derajat(nilai: object, maks: int) -> Hasil:
    """A coordinate in degrees: here a point with three digits behind it is never thousands."""
    if isinstance(nilai, str):
        isi, temuan = nama(nilai, maks)
        if isi is None:
            return None, temuan
        if not _DERAJAT.fullmatch(isi):
            pesan = "Bukan koordinat. Tulis derajat desimal, misalnya -6,914744."
            return None, (Temuan("angka_tidak_sah", pesan),)
        return Decimal(isi.replace(",", ".")), BERSIH
    return desimal(nilai, maks)


def jenis_unit(nilai: object, maks: int) -> Hasil:
    """A kind of unit by its label or its code."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kode = _JENIS.get(isi.casefold())
    if kode is None:
        pesan = f"Jenis unit tidak dikenal. Pilihan: {', '.join(JenisUnit.labels)}."
        return None, (Temuan("jenis_tidak_dikenal", pesan),)
    return kode, temuan


UNOR = (
    Column("ID", "siasn_id", nama, wajib=True, maks=MAKS_ID, aliases=("UNOR ID", "ID UNOR")),
    Column("NAMA_UNOR", "nama", mentah, wajib=True, aliases=("UNOR NAMA",), lebar=60),
    Column(
        "ID_ATASAN",
        "atasan",
        nama,
        wajib=True,
        maks=MAKS_ID,
        aliases=("DiatasanId", "ATASAN ID", "ID INDUK"),
    ),
)

WILAYAH = (
    Column("kode", "kode", nama, wajib=True, maks=13),
    Column("nama", "nama", nama, wajib=True, maks=100),
    Column("tingkat", "tingkat", nama, maks=20),
    Column("lat", "lintang", derajat, aliases=("lintang", "latitude"), jenis="desimal"),
    Column("lng", "bujur", derajat, aliases=("bujur", "longitude", "lon"), jenis="desimal"),
)

ATRIBUT_UNOR = (
    Column("UNOR ID", "siasn_id", nama, wajib=True, maks=MAKS_ID, aliases=("ID", "ID UNOR")),
    Column("UNOR NAMA", "nama", teks, simpan=False, aliases=("NAMA_UNOR",), lebar=60),
    Column("JENIS", "jenis", jenis_unit),
    Column("URUSAN", "urusan", nama, maks=100),
    Column("KODE KECAMATAN", "wilayah", nama, maks=13),
    Column("LINTANG", "lintang", derajat, jenis="desimal"),
    Column("BUJUR", "bujur", derajat, jenis="desimal"),
    Column("TERPENCIL", "terpencil", ya_tidak, maks=20),
)

"""Columns of an office's own needs sheet as it is read, and of the lists made of it."""

from __future__ import annotations

from decimal import Decimal

from toolkit.nilai import desimal, teks
from toolkit.tabular import Column, Hasil, Temuan

PANJANG_NAMA = 500
_PALING_BANYAK = Decimal(100_000)


def _angka(nilai: object, maks: int) -> Hasil:
    """People: not negative, and fewer than any office has; the figure is kept for the balance."""
    angka, temuan = desimal(nilai, maks)
    if angka is None or 0 <= angka <= _PALING_BANYAK:
        return angka, temuan
    pesan = "Jumlah orang harus antara 0 dan 100.000."
    if abs(angka) > _PALING_BANYAK:
        return None, (Temuan("kebutuhan_tak_wajar", pesan),)
    return angka, (Temuan("kebutuhan_tak_wajar", pesan),)


def _urut(nilai: object, maks: int) -> Hasil:
    """A running number; anything else is none."""
    bulat = isinstance(nilai, int | float) and float(nilai).is_integer()
    return (int(nilai) if bulat else None), ()  # type: ignore[call-overload]


def _bebas(nilai: object, maks: int) -> Hasil:
    """Text that only helps; what is wrong with it is nobody's concern."""
    return teks(nilai, maks)[0], ()


# By the field of ``Pola`` that names the column's letter.
LEMBAR: dict[str, Column] = {
    "nama": Column("NAMA UNIT DAN JABATAN", "teks", teks, wajib=True, maks=PANJANG_NAMA, lebar=60),
    "bezetting": Column("BEZETTING", "bezetting", _angka, jenis="desimal"),
    "kebutuhan": Column("KEBUTUHAN", "kebutuhan", _angka, wajib=True, jenis="desimal"),
    "unit": Column("UNIT", "unit", teks, maks=PANJANG_NAMA, lebar=40),
    "jenis": Column("JENIS", "jenis", _bebas),
    "urut": Column("NO", "urut", _urut),
}
PENENTU = frozenset(LEMBAR[k].header for k in ("nama", "kebutuhan", "unit"))
"""A fault in one of these makes the row's seats unusable."""

SISA: tuple[Column, ...] = (
    Column("BARIS", "nomor", jenis="bulat"),
    Column("BAGIAN", "bagian", lebar=26),
    Column("UNIT TERTULIS", "teks_unit", lebar=60),
    Column("JABATAN TERTULIS", "teks_jabatan", lebar=50),
    Column("BEZETTING", "bezetting", jenis="bulat"),
    Column("KEBUTUHAN", "kursi", jenis="desimal"),
    Column("KEADAAN", "keadaan", ambil=lambda b: b.get_keadaan_display(), lebar=30),
    Column("UNIT DI REGISTER", "unit", ambil=lambda b: str(b.unit or ""), lebar=40),
    Column("JABATAN DI REGISTER", "jabatan", ambil=lambda b: str(b.jabatan or ""), lebar=40),
)

TEMPLAT: tuple[Column, ...] = (
    Column("UNOR ID", "unor_id", ambil=lambda f: f.unit.siasn_id, lebar=36),
    Column("UNOR NAMA", "unor_nama", ambil=lambda f: f.unit.nama, lebar=44),
    Column("JABATAN ID", "jabatan_id", ambil=lambda f: f.jabatan.siasn_id, lebar=36),
    Column("JABATAN NAMA", "jabatan_nama", ambil=lambda f: f.jabatan.nama, lebar=50),
    Column("KEBUTUHAN", "butuh", jenis="desimal"),
)

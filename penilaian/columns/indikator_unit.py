"""Columns of the workbook of unit indicators: one row is one indicator of one unit."""

from __future__ import annotations

import re
from decimal import Decimal

from pegawai.columns import MAKS_ID
from penilaian.models import ArahKriteria, SumberIndikatorUnit
from toolkit.nilai import desimal, nama
from toolkit.tabular import Column, Hasil, Temuan

UNOR, UNIT, KODE, NAMA, SUMBER, SATUAN, ARAH, TARGET, NILAI = (
    "UNOR ID", "NAMA UNIT", "KODE", "NAMA INDIKATOR", "SUMBER", "SATUAN", "ARAH", "TARGET", "NILAI",
)  # fmt: skip
_KODE = re.compile(r"[A-Za-z0-9_-]{1,30}")
_TERBESAR = Decimal(10) ** 12
_TELITI = Decimal("0.01")
_SUMBER = {
    **{satu.value: satu.value for satu in SumberIndikatorUnit},
    **{satu.label.casefold(): satu.value for satu in SumberIndikatorUnit},
    "waktu layanan": "waktu_layanan", "ikm": "ikm", "skm": "ikm",
    "indeks kepuasan masyarakat": "ikm",
    "capaian program": "program", "aduan": "pengaduan", "lainnya": "lain",
}  # fmt: skip
_ARAH = {
    **{satu.value: satu.value for satu in ArahKriteria},
    "makin tinggi makin baik": "naik", "maksimal": "naik",
    "makin rendah makin baik": "turun", "minimal": "turun",
}  # fmt: skip


def kode(mentah: object, maks: int) -> Hasil:
    """Letters, digits and hyphens, kept in capitals."""
    isi, temuan = nama(mentah, maks)
    if isi is None:
        return None, temuan
    if not _KODE.fullmatch(isi):
        pesan = "Kode paling panjang 30: huruf, angka, dan tanda hubung, tanpa spasi."
        return None, (Temuan("kode_tidak_sah", pesan),)
    return isi.upper(), temuan


def sumber(mentah: object, maks: int) -> Hasil:
    """Where the result comes from."""
    isi, temuan = nama(mentah, maks)
    if isi is None:
        return None, temuan
    if (hasil := _SUMBER.get(" ".join(isi.casefold().split()))) is None:
        pesan = "Isi salah satu: waktu layanan, pengaduan, IKM, capaian program, lainnya."
        return None, (Temuan("sumber_tidak_dikenal", pesan),)
    return hasil, temuan


def arah(mentah: object, maks: int) -> Hasil:
    """Which way is better."""
    isi, temuan = nama(mentah, maks)
    if isi is None:
        return None, temuan
    if (hasil := _ARAH.get(" ".join(isi.casefold().split()))) is None:
        pesan = "Isi naik (makin tinggi makin baik) atau turun (makin rendah makin baik)."
        return None, (Temuan("arah_tidak_dikenal", pesan),)
    return hasil, temuan


def angka(mentah: object, maks: int) -> Hasil:
    """Not below zero, at most two decimals."""
    isi, temuan = desimal(mentah, maks)
    if isi is None:
        return None, temuan
    if isi < 0:
        return None, (Temuan("angka_negatif", "Angka ini tidak dapat kurang dari nol."),)
    if isi >= _TERBESAR:
        return None, (Temuan("angka_tak_wajar", "Angka ini terlalu besar. Periksa satuannya."),)
    bulat = isi.quantize(_TELITI)
    if bulat != isi:
        pesan = f"Dibulatkan menjadi {bulat:f}".replace(".", ",") + "."
        return bulat, (*temuan, Temuan("dibulatkan", pesan, "peringatan"))
    return bulat, temuan


INDIKATOR_UNIT: tuple[Column, ...] = (
    Column(UNOR, "unor_id", nama, maks=MAKS_ID, aliases=("ID UNOR",), lebar=36),
    Column(UNIT, "unit", nama, maks=255, aliases=("UNIT KERJA", "UNIT"), lebar=36),
    Column(KODE, "kode", kode, wajib=True, maks=60, aliases=("KODE INDIKATOR",)),
    Column(NAMA, "nama", nama, maks=255, aliases=("NAMA", "INDIKATOR"), lebar=36),
    Column(SUMBER, "sumber", sumber, maks=60, lebar=20),
    Column(SATUAN, "satuan", nama, maks=40),
    Column(ARAH, "arah", arah, maks=60),
    Column(TARGET, "target", angka, wajib=True, maks=40, jenis="desimal"),
    Column(NILAI, "nilai", angka, maks=40, jenis="desimal", aliases=("REALISASI", "CAPAIAN")),
)
PETUNJUK = (
    ("Satu baris", "Satu indikator satu unit untuk periode yang disebut saat mengunggah."),
    (UNOR, "ID unit di SIASN. Boleh kosong bila NAMA UNIT tepat dan hanya satu."),
    (KODE, "Tetap dari periode ke periode, misalnya IKM-1."),
    (NAMA, "Wajib untuk kode baru, begitu pula SUMBER dan SATUAN."),
    (SUMBER, "waktu layanan, pengaduan, IKM, capaian program, atau lainnya."),
    (ARAH, "naik bila makin tinggi makin baik, turun bila makin rendah makin baik; kosong: naik."),
    (NILAI, "Kosongkan bila belum diketahui; kosong tidak pernah dihitung nol. IKM 25 sampai 100."),
)

"""Columns of the workbook of health staff, as SISDMK knows them."""

from __future__ import annotations

from pegawai.columns import nomor_pegawai
from penilaian.models.faskes import KategoriPuskesmas
from toolkit.nilai import nama, nomor, tanggal
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

SEUMUR_HIDUP = "seumur hidup"
KATEGORI, RAWAT_INAP, TENAGA = "KATEGORI", "RAWAT INAP", "JENIS TENAGA"
_SELAMANYA = {"seumur hidup", "sepanjang hayat", "selamanya", "seumurhidup", "tanpa batas"}
_YA = {"y": True, "ya": True, "rawat inap": True, "1": True}
_TIDAK = {"t": False, "tidak": False, "n": False, "non rawat inap": False, "0": False}
_KATEGORI = {
    **{satu.value: satu.value for satu in KategoriPuskesmas},
    "kota": "perkotaan", "pedesaan": "perdesaan", "desa": "perdesaan",
    "sangat terpencil": "terpencil", "terpencil sangat terpencil": "terpencil",
}  # fmt: skip
_KATEGORI_ASING = Temuan(
    "kategori_tidak_dikenal", "Isi salah satu: perkotaan, perdesaan, terpencil."
)
_BUKAN_YA_TIDAK = Temuan("ya_tidak_keliru", "Isi Y (rawat inap) atau T (tidak).")


def kategori(mentah: object, maks: int) -> Hasil:
    """Where the puskesmas stands, in the words of the staff tables."""
    isi, temuan = nama(mentah, maks)
    if isi is None:
        return None, temuan
    kata = " ".join(isi.casefold().replace("/", " ").split())
    if kata not in _KATEGORI:
        return None, (*temuan, _KATEGORI_ASING)
    return _KATEGORI[kata], temuan


def ya_tidak(mentah: object, maks: int) -> Hasil:
    """Yes or no."""
    if isinstance(mentah, bool):
        return mentah, BERSIH
    isi, temuan = nama(mentah, maks)
    if isi is None:
        return None, temuan
    jawaban = {**_YA, **_TIDAK}.get(" ".join(isi.casefold().replace("-", " ").split()))
    return jawaban, temuan if jawaban is not None else (*temuan, _BUKAN_YA_TIDAK)


def berlaku_sampai(mentah: object, maks: int) -> Hasil:
    """The last day of a licence, or :data:`SEUMUR_HIDUP`."""
    if isinstance(mentah, str) and " ".join(mentah.casefold().split()) in _SELAMANYA:
        return SEUMUR_HIDUP, BERSIH
    return tanggal(mentah, maks)


SDMK = (
    Column("UNOR ID", "unor_id", nama, wajib=True, maks=64, aliases=("ID UNOR",)),
    Column("NAMA FASKES", "faskes", nama, maks=255, aliases=("NAMA UNOR",), simpan=False, lebar=34),
    Column(KATEGORI, "kategori", kategori, maks=60),
    Column(RAWAT_INAP, "rawat_inap", ya_tidak, maks=30),
    Column("NIP", "nip", nomor_pegawai, maks=40),
    Column("NAMA", "nama", nama, maks=255, simpan=False, lebar=34),
    Column(TENAGA, "tenaga", nama, maks=120, aliases=("JENIS SDMK",), lebar=26),
    Column("NOMOR STR", "str_nomor", nomor, maks=150),
    Column("STR BERLAKU SAMPAI", "str_sampai", berlaku_sampai, maks=60, jenis="tanggal"),
    Column("NOMOR SIP", "sip_nomor", nomor, maks=150),
    Column("SIP BERLAKU SAMPAI", "sip_sampai", berlaku_sampai, maks=60, jenis="tanggal"),
)

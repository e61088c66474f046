"""Columns of the file SIMATA gives: the box of one person in one year, with its two axes."""

from __future__ import annotations

import re

from pegawai.columns import nomor_pegawai
from pegawai.columns import rating as rating_kinerja
from penilaian.kernel.talenta import Potensial
from toolkit.nilai import bulat, nama, tanggal
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

TAHUN, KINERJA, POTENSIAL, KOTAK, TANGGAL = (
    "TAHUN", "KINERJA", "POTENSIAL", "KOTAK", "TANGGAL",
)  # fmt: skip
_KOTAK = re.compile(r"(?:kotak|box|k)?\s*([0-9]+|[ivx]+)", re.IGNORECASE)
_ROMAWI = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_POTENSIAL = {
    **{satu.value.casefold(): satu.value for satu in Potensial},
    "sedang": Potensial.MENENGAH.value, "1": Potensial.TINGGI.value,
    "2": Potensial.MENENGAH.value, "3": Potensial.RENDAH.value,
}  # fmt: skip
_PENDEK = {"DI ATAS", "DIATAS", "SESUAI", "DI BAWAH", "DIBAWAH"}
_BUKAN_KOTAK = Temuan("kotak_tidak_sah", "Kotak talenta bernomor 1 sampai 9.")
_BUKAN_POTENSIAL = Temuan("potensial_tidak_dikenal", "Isi salah satu: Tinggi, Menengah, Rendah.")


def kinerja(nilai: object, maks: int) -> Hasil:
    """The performance axis; SIMATA also writes it without its last word."""
    if isinstance(nilai, str) and " ".join(nilai.upper().split()) in _PENDEK:
        nilai = f"{nilai} EKSPEKTASI"
    return rating_kinerja(nilai, maks)


def potensial(nilai: object, maks: int) -> Hasil:
    """The potential axis."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kata = " ".join(isi.split()).casefold().removesuffix(".0")
    return (_POTENSIAL[kata], temuan) if kata in _POTENSIAL else (None, (_BUKAN_POTENSIAL,))


def kotak(nilai: object, maks: int) -> Hasil:
    """1 to 9, also "Kotak 7" and "VII"."""
    if isinstance(nilai, str) and nilai.strip():
        cocok = _KOTAK.fullmatch(nilai.strip())
        if cocok is None:
            return None, (_BUKAN_KOTAK,)
        kata = cocok[1].casefold()
        if kata in _ROMAWI:
            return _ROMAWI.index(kata) + 1, BERSIH
        nilai = kata
    isi, temuan = bulat(nilai, maks)
    if temuan or isi is None:
        return None, (_BUKAN_KOTAK,) if temuan else ()
    return (isi, BERSIH) if isi in range(1, 10) else (None, (_BUKAN_KOTAK,))


TALENTA = (
    Column("NIP", "nip", nomor_pegawai, wajib=True, aliases=("NIP BARU",), lebar=20),
    Column("NAMA", "orang", nama, simpan=False, lebar=32),
    Column(TAHUN, "tahun", bulat, wajib=True, jenis="bulat"),
    Column(KINERJA, "kinerja", kinerja, maks=60, aliases=("SUMBU KINERJA",), lebar=24),
    Column(POTENSIAL, "potensial", potensial, maks=60, aliases=("SUMBU POTENSIAL",), lebar=14),
    Column(KOTAK, "kotak", kotak, wajib=True, aliases=("BOX", "KOTAK TALENTA"), jenis="bulat"),
    Column(TANGGAL, "ditetapkan", tanggal, wajib=True, aliases=("TANGGAL PENETAPAN",),
           jenis="tanggal"),
)  # fmt: skip
PETUNJUK = (
    ("NIP", "Pegawai yang dipetakan. Data Anda sendiri dicatat oleh orang lain."),
    (KINERJA, "Di atas, sesuai, atau di bawah ekspektasi. Boleh kosong."),
    (POTENSIAL, "Tinggi, menengah, atau rendah. Boleh kosong."),
    (KOTAK, "Seperti tercetak di SIMATA. Kotak yang bertentangan dengan sumbunya tetap disimpan "
            "dan ditandai; SERASI tidak menghitung ulang."),
    (TANGGAL, "Hari hasilnya ditetapkan."),
)  # fmt: skip

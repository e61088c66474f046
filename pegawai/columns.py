"""Columns of the reference lists of jabatan and education, of requirements and of performance."""

from __future__ import annotations

import re

from pegawai.kernel.jenjang import ESELON, SEBUTAN
from pegawai.models import Jenjang, RiwayatKinerja
from toolkit.nilai import bulat, nama, teks
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

MAKS_ID = 64
_JENJANG = {
    **{kode.casefold(): kode for kode in Jenjang.values},
    **SEBUTAN,
}
_GOLONGAN = re.compile(r"(I|II|III|IV)\s*/?\s*([A-Ea-e])")
_NIP = re.compile(r"\d{18}")
_RATING = {"1": "DI ATAS EKSPEKTASI", "2": "SESUAI EKSPEKTASI", "3": "DI BAWAH EKSPEKTASI"}
_PREDIKAT = {
    "1": "SANGAT BAIK", "2": "BAIK", "3": "BUTUH PERBAIKAN", "4": "KURANG", "5": "SANGAT KURANG",
    "CUKUP": "BUTUH PERBAIKAN", "KURANG/MISCONDUCT": "KURANG", "MISCONDUCT": "KURANG",
}  # fmt: skip
_BUP = range(50, 76)
_KELAS = range(1, 18)


def eselon(nilai: object, maks: int) -> Hasil:
    """SIASN's two digits; Excel likes to lose the zeros of 00."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kode = isi.removesuffix(".0").zfill(2)
    if kode not in ESELON:
        return None, (Temuan("eselon_tidak_dikenal", "Kode eselon tidak dikenal SIASN."),)
    return kode, temuan


def jenjang(nilai: object, maks: int) -> Hasil:
    """A level of JF by its code or its name."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kode = _JENJANG.get(" ".join(isi.split()).casefold())
    if kode is None:
        return None, (Temuan("jenjang_tidak_dikenal", "Jenjang jabatan fungsional tidak dikenal."),)
    return kode, temuan


def bup(nilai: object, maks: int) -> Hasil:
    """An age at which a jabatan ends."""
    return _dalam(nilai, maks, _BUP, Temuan("bup_tak_wajar", "BUP harus antara 50 dan 75 tahun."))


def kelas(nilai: object, maks: int) -> Hasil:
    """A class of jabatan."""
    return _dalam(nilai, maks, _KELAS, Temuan("kelas_tak_wajar", "Kelas jabatan 1 sampai 17."))


def _dalam(nilai: object, maks: int, rentang: range, di_luar: Temuan) -> Hasil:
    isi, temuan = bulat(nilai, maks)
    if isi is not None and isi not in rentang:
        return None, (di_luar,)
    return isi, temuan


def golongan(nilai: object, maks: int) -> Hasil:
    """A golongan ruang of civil servants, however it is spelled: ``III/a``."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    temu = _GOLONGAN.fullmatch(isi)
    if temu is None or (temu[2].casefold() == "e" and temu[1] != "IV"):
        return None, (Temuan("golongan_tidak_dikenal", "Golongan tidak dikenal; contoh: III/a."),)
    return f"{temu[1]}/{temu[2].lower()}", temuan


def kode_tingkat(nilai: object, maks: int) -> Hasil:
    """A code of a level of education without its leading zero."""
    isi, temuan = nama(nilai, maks)
    return (isi.removesuffix(".0").lstrip("0") if isi else None), temuan


def nomor_pegawai(nilai: object, maks: int) -> Hasil:
    """NIP or NI PPPK: eighteen digits, as text."""
    if isinstance(nilai, float | int):
        pesan = "NIP tersimpan sebagai angka, jadi digit akhirnya sudah dibulatkan Excel."
        return None, (Temuan("nip_berupa_angka", pesan),)
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    rapat = isi.replace(" ", "")
    if not rapat.isascii() or not rapat.isdigit():
        return None, (Temuan("nip_bukan_angka", "NIP hanya memuat angka."),)
    if not _NIP.fullmatch(rapat):
        return None, (Temuan("nip_panjang", f"NIP harus 18 digit, ini {len(rapat)} digit."),)
    return rapat, BERSIH


def rating(nilai: object, maks: int) -> Hasil:
    """A rating in any of its spellings: DIATAS, DI ATAS; EKSPEKTASI, ESPEKTASI; SIASN's digits."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kata = " ".join(isi.upper().split()).replace("ESPEKTASI", "EKSPEKTASI").removesuffix(".0")
    kata = _RATING.get(kata, kata.replace("DIATAS", "DI ATAS").replace("DIBAWAH", "DI BAWAH"))
    if kata not in RiwayatKinerja.Rating.values:
        pilihan = ", ".join(RiwayatKinerja.Rating.labels)
        return None, (Temuan("rating_tidak_dikenal", f"Isi salah satu: {pilihan}."),)
    return kata, temuan


def predikat(nilai: object, maks: int) -> Hasil:
    """A predicate in any of its spellings."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kata = " ".join(isi.upper().split()).removesuffix(".0")
    kata = _PREDIKAT.get(kata, kata)
    if kata not in RiwayatKinerja.Predikat.values:
        pilihan = ", ".join(RiwayatKinerja.Predikat.labels)
        return None, (Temuan("predikat_tidak_dikenal", f"Isi salah satu: {pilihan}."),)
    return kata, temuan


STRUKTURAL = (
    Column("ID", "siasn_id", nama, wajib=True, maks=MAKS_ID, aliases=("UNOR ID",)),
    Column("Nama_unor", "unor", nama, simpan=False),
    Column("Nama_jabatan", "nama", nama, wajib=True, maks=255, lebar=60),
    Column("Eselon_id", "eselon_id", eselon, wajib=True, aliases=("ESELON",)),
)

FUNGSIONAL = (
    Column("ID", "siasn_id", nama, wajib=True, maks=MAKS_ID),
    Column("Nama", "nama", nama, wajib=True, maks=255, lebar=60),
    Column("BUP", "bup", bup, wajib=True, aliases=("usiaBup",), jenis="bulat"),
    Column("JENJANG", "jenjang", jenjang, wajib=True),
)

PELAKSANA = (
    Column("ID", "siasn_id", nama, wajib=True, maks=MAKS_ID),
    Column("Nama", "nama", nama, wajib=True, maks=255, lebar=60),
)

PENDIDIKAN = (
    Column("id", "siasn_id", nama, wajib=True, maks=MAKS_ID, aliases=("PENDIDIKAN ID",)),
    Column(
        "tingkatPendidikanId",
        "tingkat",
        kode_tingkat,
        wajib=True,
        aliases=("TINGKAT PENDIDIKAN ID",),
    ),
    Column("nama", "nama", nama, wajib=True, maks=255, aliases=("PENDIDIKAN NAMA",), lebar=60),
    Column("status", "status", nama, maks=20),
)

PROFIL_BKN = (
    Column("Nama Jabatan Fungsional", "jf", nama, maks=255),
    Column("Jenjang", "jenjang", jenjang),
    Column("Dasar Hukum", "dasar", teks, maks=2000),
    Column("Pendidikan_Pengangkatan_Pertama", "pendidikan_pertama", teks, maks=5000),
    Column("Pendidikan_Perpindahan", "pendidikan_pindah", teks, maks=5000),
    Column("Golongan Ruang Awal", "golongan_awal", golongan),
    Column("Kedudukan", "kedudukan", teks, maks=5000),
    Column("Pengisian ASN", "pengisian", nama, maks=60),
)
SYARAT_TEMPLAT = (
    Column("JABATAN ID", "siasn_id", nama, maks=MAKS_ID),
    Column("JABATAN NAMA", "nama", nama, simpan=False, lebar=50),
    Column("TINGKAT PENDIDIKAN ID", "tingkat", kode_tingkat),
    Column("BIDANG PENDIDIKAN", "bidang_pendidikan", teks, maks=5000, lebar=40),
    Column("PANGKAT TERENDAH", "pangkat_terendah", golongan),
    Column("PANGKAT TERTINGGI", "pangkat_tertinggi", golongan),
    Column("PENGALAMAN", "pengalaman", teks, maks=5000, lebar=40),
    Column("KOMPETENSI", "kompetensi", teks, maks=5000, lebar=40),
    Column("BUP", "bup", bup, jenis="bulat"),
    Column("KELAS JABATAN", "kelas", kelas, jenis="bulat"),
    Column("DASAR", "dasar_templat", nama, maks=255),
)
SYARAT = (*PROFIL_BKN, *SYARAT_TEMPLAT)

KINERJA = (
    Column("NIP", "nip", nomor_pegawai, wajib=True, aliases=("NIP BARU",)),
    Column("HASIL KERJA", "hasil", rating, maks=60),
    Column("PERILAKU KERJA", "perilaku", rating, maks=60),
    Column("PREDIKAT KINERJA", "predikat", predikat, wajib=True, maks=60, aliases=("PREDIKAT",)),
)

"""Columns of the workbook of classes and lessons: one row is one lesson of one class."""

from __future__ import annotations

import re
from decimal import Decimal

from pegawai.columns import MAKS_ID, nomor_pegawai
from penilaian.kernel.mapel import baku_mapel
from penilaian.models import TugasTambahan
from toolkit.nilai import bulat, desimal, nama
from toolkit.tabular import BERSIH, Column, Hasil, Temuan

MAKS_ROMBEL, MAKS_MAPEL = 60, 120
MURID, JTM, TINGKAT, GURU, MAPEL = (
    "JUMLAH MURID", "JTM", "TINGKAT", "NIP GURU", "MATA PELAJARAN",
)  # fmt: skip
NON_ASN, SERTIFIKAT, NOMOR, TUGAS = (
    "GURU NON ASN", "MAPEL SERTIFIKAT", "NOMOR SERTIFIKAT", "TUGAS TAMBAHAN",
)  # fmt: skip

_SEMESTER = re.compile(r"20\d{2}[12]")
_SATUAN = re.compile(r"(\d+)\s*(?:orang|murid|siswa|anak|peserta didik)\.?", re.IGNORECASE)
_ROMAWI = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10,
    "XI": 11, "XII": 12,
}  # fmt: skip
_MURID_MAKS, _JTM_MAKS, _TINGKAT_MAKS = 200, Decimal(40), 12
_TELITI = Decimal("0.01")
_YA = {"y": True, "ya": True, "t": False, "tidak": False}
_TUGAS = {
    "kepala sekolah": TugasTambahan.KEPALA_SEKOLAH.value,
    "plt kepala sekolah": TugasTambahan.KEPALA_SEKOLAH.value,
    "wakil kepala sekolah": TugasTambahan.WAKIL_KEPALA.value,
    "wakasek": TugasTambahan.WAKIL_KEPALA.value,
}


def semester(nilai: object, maks: int) -> Hasil:
    """Dapodik's code: the year the school year begins, then 1 (ganjil) or 2 (genap)."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    if not _SEMESTER.fullmatch(isi):
        pesan = "Semester ditulis seperti Dapodik: 20261 (ganjil) atau 20262 (genap)."
        return None, (Temuan("semester_tidak_sah", pesan),)
    return isi, temuan


def tingkat(nilai: object, maks: int) -> Hasil:
    """A grade by its number, or as classes are painted on doors: VII."""
    romawi = _ROMAWI.get(nilai.strip().upper()) if isinstance(nilai, str) else None
    isi, temuan = (romawi, BERSIH) if romawi else bulat(nilai, maks)
    if isi is not None and not 0 <= isi <= _TINGKAT_MAKS:
        return None, (Temuan("tingkat_tidak_sah", "Tingkat 1 sampai 12; TK ditulis 0."),)
    return isi, temuan


def murid(nilai: object, maks: int) -> Hasil:
    """Pupils of a class; a unit behind the number is left out and told."""
    temu = _SATUAN.fullmatch(nilai.strip()) if isinstance(nilai, str) else None
    isi, temuan = bulat(temu[1] if temu else nilai, maks)
    if temu:
        pesan = f"Dibaca {temu[1]}. Isi dengan angka saja."
        temuan = (Temuan("murid_bersatuan", pesan, "peringatan"),)
    if isi is not None and not 0 <= isi <= _MURID_MAKS:
        pesan = f"Murid satu rombel 0 sampai {_MURID_MAKS}. Apakah ini murid seluruh sekolah?"
        return None, (Temuan("murid_tak_wajar", pesan),)
    return isi, temuan


def jtm(nilai: object, maks: int) -> Hasil:
    """Lesson hours a week of one class: more than none, at most forty."""
    isi, temuan = desimal(nilai, maks)
    if isi is None:
        return None, temuan
    if not 0 < isi <= _JTM_MAKS:
        pesan = "JTM seminggu satu mata pelajaran di satu rombel lebih dari 0 dan paling banyak 40."
        return None, (Temuan("jtm_nol" if isi == 0 else "jtm_tak_wajar", pesan),)
    bulat_dua = isi.quantize(_TELITI)
    if bulat_dua != isi or not bulat_dua:
        pesan = "JTM paling banyak dua angka di belakang koma."
        return None, (Temuan("jtm_terlalu_teliti", pesan),)
    return bulat_dua, temuan


def mapel(nilai: object, maks: int) -> Hasil:
    """A subject in the one spelling it is kept under."""
    isi, temuan = nama(nilai, maks)
    return (None if isi is None else baku_mapel(isi)), temuan


def ya_tidak(nilai: object, maks: int) -> Hasil:
    """Y or T."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    jawab = _YA.get(isi.casefold())
    if jawab is None:
        return None, (Temuan("bukan_ya_tidak", "Isi Y atau T."),)
    return jawab, temuan


def tugas(nilai: object, maks: int) -> Hasil:
    """An extra duty that stands for lesson hours; others are left out and told."""
    isi, temuan = nama(nilai, maks)
    if isi is None:
        return None, temuan
    kata = isi.casefold().replace("_", " ").replace(".", "")
    kode = _TUGAS.get(" ".join(kata.split()))
    if kode is None and kata.startswith("wakil kepala sekolah"):
        kode = TugasTambahan.WAKIL_KEPALA.value
    if kode is None:
        pesan = "Hanya Kepala Sekolah dan Wakil Kepala Sekolah yang mengurangi jam mengajar."
        return None, (Temuan("tugas_tidak_dihitung", pesan, "peringatan"),)
    return kode, temuan


ROMBEL: tuple[Column, ...] = (
    Column("UNOR ID", "unor_id", nama, wajib=True, maks=MAKS_ID, aliases=("ID UNOR",), lebar=36),
    Column("NAMA SEKOLAH", "sekolah", nama, maks=255, simpan=False, lebar=32),
    Column("SEMESTER", "semester", semester, wajib=True, maks=20),
    Column("ROMBEL", "rombel", nama, wajib=True, maks=MAKS_ROMBEL, aliases=("NAMA ROMBEL",)),
    Column(TINGKAT, "tingkat", tingkat, wajib=True, maks=20, jenis="bulat",
           aliases=("TINGKAT KELAS",)),
    Column(MURID, "murid", murid, wajib=True, maks=40, jenis="bulat",
           aliases=("JUMLAH SISWA", "PESERTA DIDIK")),
    Column(MAPEL, "mapel", mapel, wajib=True, maks=MAKS_MAPEL, aliases=("MAPEL",), lebar=36),
    Column(JTM, "jtm", jtm, wajib=True, maks=40, jenis="desimal", aliases=("JAM", "JJM")),
    Column(GURU, "nip", nomor_pegawai, wajib=True, aliases=("NIP",), lebar=20),
    Column(NON_ASN, "non_asn", ya_tidak, maks=20),
    Column(SERTIFIKAT, "sertifikat", mapel, maks=MAKS_MAPEL, lebar=30),
    Column(NOMOR, "nomor", nama, maks=150, lebar=24),
    Column(TUGAS, "tugas", tugas, maks=100, lebar=24),
)  # fmt: skip
# Cells that may be empty although their columns may not: which of them, says the kind of row.
BOLEH_KOSONG = ("rombel", "tingkat", "murid", "mapel", "jtm", "nip")
PETUNJUK = (
    ("Satu baris", "Satu mata pelajaran di satu rombel dengan seorang guru."),
    ("SEMESTER", "Kode Dapodik: 20261 untuk semester ganjil 2026/2027, 20262 untuk genap."),
    ("TINGKAT", "SD 1 sampai 6, SMP 7 sampai 9, TK 0."),
    (MAPEL, "Untuk guru kelas SD tulis Guru Kelas. Kosongkan bila barisnya hanya menyebut rombel."),
    (JTM, "Jam tatap muka seminggu mata pelajaran itu di rombel itu."),
    (GURU, "NIP atau NI PPPK. Kosongkan bila gurunya bukan ASN atau belum ada."),
    (NON_ASN, "Y bila diajar guru bukan ASN. Namanya tidak disimpan."),
    (SERTIFIKAT, "Mata pelajaran pada sertifikat pendidik guru itu, bila ada."),
    (TUGAS, "Kepala Sekolah atau Wakil Kepala Sekolah. Yang tidak mengajar ditulis dalam baris "
            "tanpa ROMBEL, TINGKAT, dan MATA PELAJARAN."),
    ("Baris lain", "Berkas memuat daftar lengkap setiap sekolah yang disebutnya untuk satu "
                   "semester: yang tidak ada lagi di berkas dikeluarkan dari sekolah itu."),
)  # fmt: skip

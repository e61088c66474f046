"""The workbook of what is to be mended: one row per person and fault, out and back in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pegawai.kernel import nip as kernel_nip
from pegawai.kernel.cela import Cela
from pegawai.kernel.mutu import Indikator
from pegawai.models import Pegawai
from toolkit.nilai import nama, teks
from toolkit.tabular import Column, Hasil, Temuan

MAKS_PERBAIKAN = 300
_YA = frozenset({"ya", "y", "sudah", "v", "x", "1"})
_TIDAK = frozenset({"tidak", "t", "belum", "0", "-"})

# Columns of SIASN's export that may be corrected here, and the field each one fills.
MEDAN: dict[str, str] = {
    "NAMA": "nama",
    "GELAR DEPAN": "gelar_depan",
    "GELAR BELAKANG": "gelar_belakang",
    "TEMPAT LAHIR NAMA": "tempat_lahir",
    "TANGGAL LAHIR": "lahir",
    "JENIS KELAMIN": "kelamin",
    "NOMOR HP": "telepon",
    "EMAIL": "email",
    "EMAIL GOV": "email_dinas",
    "TMT CPNS": "tmt_cpns",
    "TMT PNS": "tmt_pns",
    "TMT GOLONGAN": "tmt_golongan",
    "AKHIR KONTRAK": "akhir_kontrak",
    "INSTANSI KERJA NAMA": "instansi_kerja_lain",
}
# The others are only shown: they come from SIASN and decrees alone.
_TAMPIL: dict[str, Callable[[Pegawai], object]] = {
    "JABATAN ID": lambda p: p.jabatan or p.siasn.get("JABATAN NAMA", ""),
    "JABATAN NAMA": lambda p: p.jabatan or p.siasn.get("JABATAN NAMA", ""),
    "UNOR ID": lambda p: p.unit or p.siasn.get("UNOR NAMA", ""),
    "PENDIDIKAN ID": lambda p: p.pendidikan or p.tingkat_pendidikan or "",
    "KEDUDUKAN HUKUM ID": lambda p: p.kedudukan or "",
    "GOL AKHIR ID": lambda p: p.golongan or "",
    "STATUS CPNS PNS": lambda p: "CPNS" if p.cpns else "PNS",
    "JENIS PEGAWAI NAMA": lambda p: p.jenis_pegawai,
    "TMT JABATAN": lambda p: p.tmt_jabatan,
    "IS VALID NIK": lambda p: p.nik_samar,
    "NIP BARU": lambda p: p.nip,
    "PNS ID": lambda p: p.pns_id,
}


def bernilai(kolom: str) -> bool:
    """Whether the register holds that column at all; predicates are rows of their own."""
    return kolom in MEDAN or kolom in _TAMPIL


def nilai_kini(kolom: str, p: Pegawai) -> str:
    """What the register holds in that column, as a person reads it; a NIK only in part."""
    if kolom in MEDAN:
        return sebagai_teks(getattr(p, MEDAN[kolom]))
    return sebagai_teks(_TAMPIL[kolom](p)) if kolom in _TAMPIL else ""


def sebagai_teks(isi: object) -> str:
    """A day day-first, nothing as nothing."""
    if isinstance(isi, date):
        return f"{isi:%d-%m-}{isi.year:04d}"
    return "" if isi is None else str(isi)


@dataclass(frozen=True)
class Perbaikan:
    """One row: a person and one thing that is wrong with the data about him."""

    orang: Pegawai
    indikator: Indikator

    @property
    def kini(self) -> str:
        """What stands there now."""
        return nilai_kini(self.indikator.kolom, self.orang)


def nomor(nilai: object, maks: int) -> Hasil:
    """A NIP or NI PPPK, or what is wrong with it."""
    del maks
    hasil = kernel_nip.baca(None if nilai == "" else nilai)
    if isinstance(hasil, Cela):
        return None, (Temuan(hasil.kode, hasil.pesan),)
    return hasil.angka, ()


def kode(nilai: object, maks: int) -> Hasil:
    """An indicator's code in capitals."""
    isi, temuan = nama(nilai, maks)
    return (isi.upper().replace(" ", "") if isi else None), temuan


def kepala(nilai: object, maks: int) -> Hasil:
    """The name of a column in capitals."""
    isi, temuan = nama(nilai, maks)
    return (" ".join(isi.upper().split()) if isi else None), temuan


def ya_tidak(nilai: object, maks: int) -> Hasil:
    """Ya or tidak; empty is tidak."""
    isi, temuan = nama(nilai, maks)
    kata = (isi or "tidak").casefold().removesuffix(".0")
    if kata in _YA or kata in _TIDAK:
        return kata in _YA, temuan
    return None, (Temuan("ya_tidak", "Isi dengan ya atau tidak."),)


PERBAIKAN: tuple[Column, ...] = (
    Column("NIP", "nip", nomor, wajib=True, aliases=("NIP BARU",), lebar=20,
           ambil=lambda b: b.orang.nip),
    Column("NAMA", "nama", nama, simpan=False, lebar=30,
           ambil=lambda b: b.orang.nama_lengkap),
    Column("UNIT", "unit", nama, simpan=False, lebar=36,
           ambil=lambda b: str(b.orang.unit or b.orang.siasn.get("UNOR NAMA", ""))),
    Column("KODE", "kode", kode, maks=20, lebar=9, ambil=lambda b: b.indikator.kode),
    Column("MASALAH", "masalah", teks, simpan=False, lebar=50,
           ambil=lambda b: f"{b.indikator.nama}. {b.indikator.kalimat}"),
    Column("KOLOM", "kolom", kepala, wajib=True, maks=60, lebar=22,
           ambil=lambda b: b.indikator.kolom),
    Column("NILAI SEKARANG", "kini", lebar=26, ambil=lambda b: b.kini),
    Column("NILAI YANG BENAR", "benar", lebar=26, ambil=lambda b: ""),
    Column("DIPERBAIKI DI SIASN", "siasn", ya_tidak, lebar=20, ambil=lambda b: ""),
    Column("CATATAN", "catatan", teks, maks=MAKS_PERBAIKAN, lebar=36, ambil=lambda b: ""),
)  # fmt: skip

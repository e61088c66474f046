"""Reads for the pages of constants: single values, tables of amounts, holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from organisasi.kernel.tabel_besaran import (
    TABEL,
    TAMBAHAN_KELAS,
    TUNJANGAN_FUNGSIONAL,
    TUNJANGAN_STRUKTURAL,
    Besaran,
    berurutan,
    urai,
)
from organisasi.models import HariLibur, NilaiKetentuan


@dataclass(frozen=True)
class SatuKetentuan:
    """One constant: in force today, coming, past."""

    kode: str
    nama: str
    contoh: Any
    berlaku: NilaiKetentuan | None
    baris: list[NilaiKetentuan]


def ketentuan_berlaku(*, per: date) -> list[tuple[str, NilaiKetentuan]]:
    """In force on the day, with their names, in the order of these; the tables stand apart."""
    rows = NilaiKetentuan.objects.berlaku(per).exclude(kode__in=TABEL)
    return sorted(((nama_ketentuan(b.kode), b) for b in rows), key=lambda satu: satu[0])


@dataclass(frozen=True)
class TabelBesaran:
    """One table of amounts: its lines in force on a day, and all rows that made it."""

    kode: str
    nama: str
    kepala: str
    berlaku: NilaiKetentuan | None
    isi: list[Besaran]
    baris: list[NilaiKetentuan]


def daftar_tabel(*, per: date) -> list[TabelBesaran]:
    """The tables as they stand on the day, also those nobody filled."""
    rows = {b.kode: b for b in NilaiKetentuan.objects.berlaku(per).filter(kode__in=TABEL)}
    return [_tabel(kode, rows.get(kode), []) for kode in TABEL]


def satu_tabel(kode: str, *, per: date) -> TabelBesaran:
    """One table on a day, with its history, newest first."""
    rows = NilaiKetentuan.objects.filter(kode=kode).select_related("ditetapkan_oleh")
    baris = list(rows.order_by("-mulai", "-pk"))
    return _tabel(kode, next((b for b in baris if b.mulai <= per), None), baris)


def _tabel(kode: str, berlaku: NilaiKetentuan | None, baris: list[NilaiKetentuan]) -> TabelBesaran:
    isi = berurutan(urai(berlaku.nilai)) if berlaku else []
    return TabelBesaran(kode, nama_ketentuan(kode), TABEL[kode], berlaku, isi, baris)


def saring_besaran(isi: list[Besaran], q: str) -> list[Besaran]:
    """The lines whose name or basis holds the words."""
    kata = q.casefold().split()
    return [b for b in isi if all(k in f"{b.sebutan} {b.dasar}".casefold() for k in kata)]


def satu_ketentuan(kode: str, *, per: date) -> SatuKetentuan:
    """One constant with all its values, newest first."""
    rows = NilaiKetentuan.objects.filter(kode=kode).select_related("ditetapkan_oleh")
    baris = list(rows.order_by("-mulai", "-pk"))
    if not baris:
        raise Http404
    berlaku = next((b for b in baris if b.mulai <= per), None)
    return SatuKetentuan(kode, nama_ketentuan(kode), baris[0].nilai, berlaku, baris)


SINGKATAN = {"bup": "BUP", "jpt": "JPT", "pppk": "PPPK", "pw": "paruh waktu", "plt": "Plt./Plh.",
             "maks": "paling lama", "min": "paling sedikit", "tmt": "TMT", "abk": "ABK",
             "jke": "JKE", "pns": "PNS", "ej": "EJ", "jtm": "JTM", "wisn": "WISN", "bk": "BK",
             "sd": "SD", "pp30": "PP 30/2019", "pp94": "PP 94/2021", "tl": "TL", "psw": "PSW",
             "jpm": "JPM", "jp": "JP", "skp": "SKP", "tpk": "TPK", "sk": "SK"}  # fmt: skip
NAMA = {
    "eselon_berkursi": "Eselon yang mempunyai kursi",
    "pppk_pw_mengisi_formasi": "PPPK paruh waktu mengisi formasi",
    "bup_jpt": "Batas usia pensiun JPT",
    "bup_struktural_lain": "Batas usia pensiun struktural lain",
    "bup_pelaksana": "Batas usia pensiun pelaksana",
    "min_bulan_jabatan": "Masa jabatan paling singkat sebelum dimutasi",
    "maks_bulan_jabatan": "Masa jabatan paling lama",
    "awas_bulan_jabatan": "Masa jabatan mulai ditandai",
    "pensiun_horizon_bulan": "Jangka daftar akan pensiun",
    "tmt_masa_depan_bulan": "TMT paling jauh di masa depan",
    "lahir_paling_akhir": "Tahun lahir paling akhir",
    "plt_maks_bulan": "Masa Plt./Plh. setiap kali",
    "plt_maks_perpanjangan": "Perpanjangan Plt./Plh.",
    "slip_aktivasi_hari": "Masa berlaku slip aktivasi",
    "retensi_akses_bulan": "Masa simpan catatan akses",
    "retensi_berkas_impor_hari": "Masa simpan berkas impor",
    TUNJANGAN_STRUKTURAL: "Tunjangan jabatan struktural",
    TUNJANGAN_FUNGSIONAL: "Tunjangan jabatan fungsional",
    TAMBAHAN_KELAS: "Tambahan penghasilan menurut kelas jabatan",
}


def nama_ketentuan(kode: str) -> str:
    """The constant in words; one that a later room declared is made from its code."""
    if kode in NAMA:
        return NAMA[kode]
    kata = " ".join(SINGKATAN.get(k, k) for k in kode.split("_"))
    return kata[:1].upper() + kata[1:]


def hari_libur(tahun: int) -> list[HariLibur]:
    """Holidays of one year."""
    return list(HariLibur.objects.filter(tanggal__year=tahun))


def tahun_dari(teks: str, bawaan: int) -> int:
    """A year as typed, or the one given."""
    return (
        int(teks) if teks.isascii() and teks.isdecimal() and 1945 <= int(teks) <= 2100 else bawaan
    )

"""Cases, files and constants before the rules of the road: complete and lawful unless said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from mutasi.kernel.aturan.berkas import Baris, Berkas, KursiAwal
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import (
    HasilPertek,
    Kapasitas,
    Kasus,
    Keputusan,
    Penandatangan,
    Pertek,
    SidangTpk,
    Surat,
)
from mutasi.kernel.ketentuan_jalan import KetentuanJalan
from mutasi.kernel.kuorum import Kuorum
from tests.helpers.perkara import KABID, KASI

SK = date(2026, 11, 2)  # a Monday
TUJUAN = "formasi:7"
ALASAN = "Kompetensinya paling sesuai dengan kebutuhan bidang itu."
PPK = Penandatangan("Bupati", ppk=True, kapasitas=Kapasitas.DEFINITIF)
_SUMBER = (
    "organisasi.migrations.0002_ketentuan_dan_akun_sistem",
    "penilaian.migrations.0004_ketentuan_syarat",
    "mutasi.migrations.0003_ketentuan_jalan",
    "mutasi.migrations.0009_nomor_sk",
    "mutasi.migrations.0010_semester_guru",
)


@cache
def _nilai(hari: date) -> tuple[dict[str, Any], dict[str, str]]:
    terbaru: dict[str, tuple[date, Any, str]] = {}
    for modul in _SUMBER:
        for kode, isi, _, mulai, dasar, *_ in import_module(modul).KETENTUAN:
            if mulai <= hari and (kode not in terbaru or terbaru[kode][0] < mulai):
                terbaru[kode] = (mulai, isi, dasar)
    return {k: v[1] for k, v in terbaru.items()}, {k: v[2] for k, v in terbaru.items()}


def ketentuan_jalan(hari: date = SK, **ubah: Any) -> KetentuanJalan:
    """As the migrations lay them, in force on the day; some stored values replaced."""
    nilai, dasar = _nilai(hari)
    return KetentuanJalan.dari({**nilai, **ubah}, dasar)


def surat(hari: date = date(2026, 10, 20), **isi: Any) -> Surat:
    """A signed letter that names the person and the post."""
    lengkap = Surat("800/1/2026", hari, berkas=True, memuat_nama=True, tujuan=TUJUAN)
    return replace(lengkap, **isi)


def pertek(hari: date = date(2026, 10, 26), **isi: Any) -> Pertek:
    """BKN agreed."""
    return replace(Pertek(surat(hari), HasilPertek.DISETUJUI, pemberi="Kepala Kanreg BKN"), **isi)


def sidang(**isi: Any) -> SidangTpk:
    """Signed minutes of a session of 5 out of 7 that recommend the person first."""
    lengkap = SidangTpk("TPK/3/2026", date(2026, 10, 12), True, Kuorum(7, 5, 5), {TUJUAN: 1})
    return replace(lengkap, **isi)


def keputusan(**isi: Any) -> Keputusan:
    """A named human agreed, with a reason the person may read and contest."""
    return replace(Keputusan("Siti Aminah", True, True, ALASAN, True, True), **isi)


def kasus(**isi: Any) -> Kasus:
    """A Kabid to another post of his level, everything in order for a decree on 2 November 2026."""
    dasar = Kasus(
        menuju=Titik.SK, ketentuan=ketentuan_jalan(), tujuan=TUJUAN,
        asal=KABID, sasaran=KABID, asal_memimpin=False, sasaran_memimpin=False,
        perlu_tpk=True, perlu_lantik=True, tmt=SK, tanggal_sk=SK,
        sidang=sidang(), pertek=pertek(), penandatangan=PPK,
        putusan_pyb=keputusan(), putusan_ppk=keputusan(),
        kerabat_selingkungan=False, keadaan_khusus=False, beda_siasn=(),
    )  # fmt: skip
    return replace(dasar, **isi)


def baris(nomor: int, dari: int | None, ke: int | None, tmt: date | None = SK, **isi: Any) -> Baris:
    """Line and person of the same number, between two posts of Kasi."""
    dasar = Baris(
        nomor, f"Pegawai {nomor}", nomor, dari, ke, tmt,
        asal=KASI, sasaran=KASI, asal_memimpin=False, sasaran_memimpin=False,
    )  # fmt: skip
    return replace(dasar, **isi)


def kursi(*formasi: int, butuh: int = 1, isi: int = 1, **lain: Any) -> dict[int, KursiAwal]:
    """Posts of one seat, filled."""
    return {satu: KursiAwal(f"Seksi {satu}", butuh, isi, **lain) for satu in formasi}


def berkas(*isi: Baris, **lain: Any) -> Berkas:
    """A small file in an ordinary time."""
    dasar = Berkas(
        isi, ketentuan_jalan(), kursi(*range(1, 10)), tanggal_sk=SK, jabatan_manajerial=400
    )
    return replace(dasar, **lain)

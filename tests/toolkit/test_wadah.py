"""Whole invented downloads: every container gives the answer that is known beforehand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.bersama import SIASN, oracle, perlu_bersama
from toolkit import nilai
from toolkit.lembar import Tabel
from toolkit.tabular import BerkasDitolak, Column, Problem, urai
from toolkit.xlsx import baca_tabel

pytestmark = perlu_bersama

TANGGAL = (
    "TANGGAL LAHIR",
    "TANGGAL SK CPNS",
    "TMT CPNS",
    "TANGGAL SK PNS",
    "TMT PNS",
    "TMT GOLONGAN",
    "TMT JABATAN",
)
BULAT = ("GOL AKHIR ID", "MK TAHUN", "MK BULAN", "TAHUN LULUS")
NOMOR = ("NIP LAMA", "NIK", "NOMOR HP", "NPWP NOMOR", "BPJS")
SURAT = ("NOMOR SK CPNS", "NOMOR SK PNS")
SATU_BARIS = ("GELAR DEPAN", "GELAR BELAKANG", "UNOR ID", "UNOR NAMA", "JENIS KELAMIN")
KOLOM = (
    Column("NIP BARU", "nip", nilai.teks, wajib=True),
    Column("NAMA", "nama", nilai.nama, maks=nilai.MAKS_NAMA),
    Column("ALAMAT", "alamat", nilai.teks),
    *(Column(h, h, nilai.tanggal) for h in TANGGAL),
    *(Column(h, h, nilai.bulat) for h in BULAT),
    *(Column(h, h, nilai.nomor) for h in NOMOR),
    *(Column(h, h, nilai.nomor_surat) for h in SURAT),
    *(Column(h, h, nilai.nama) for h in SATU_BARIS),
)
KODE = {
    "tanggal_tidak_sah",
    "tanggal_berupa_angka",
    "tanggal_teks_sebelum_1900",
    "sel_rumus",
    "teks_mirip_rumus",
    "teks_terlalu_panjang",
    "karakter_kendali",
    "emoji",
    "sel_gabung",
    "baris_tersembunyi",
    "baris_kosong",
    "nomor_sk_bukan_teks",
}


# The giant is read for a quarter of a minute.
LAMA = {"raksasa.xlsx": [pytest.mark.panjang]}


@pytest.mark.parametrize(
    "nama", [pytest.param(n, marks=LAMA.get(n, [])) for n in sorted(oracle()["wadah"])]
)
def test_a_container_is_accepted_or_refused_for_the_known_reason(nama: str) -> None:
    harapan: dict[str, Any] = oracle()["wadah"][nama]
    berkas = SIASN / "wadah" / nama

    if harapan["hasil"] == "ditolak":
        with pytest.raises(BerkasDitolak) as galat:
            baca_tabel(berkas, KOLOM)
        assert galat.value.kode == harapan["alasan"]
        return

    tabel = baca_tabel(berkas, KOLOM)
    assert sum(1 for _ in tabel.baris()) == harapan["baris_data"]
    assert tabel.baris_kepala == harapan.get("baris_kepala", 1)
    assert tabel.lembar.nama == harapan.get("lembar", tabel.lembar.nama)


@pytest.mark.parametrize("nama", sorted(oracle()["berkas"]))
def test_a_download_shows_the_known_rows_and_findings(nama: str) -> None:
    harapan: dict[str, Any] = oracle()["berkas"][nama]

    tabel = baca_tabel(SIASN / nama, KOLOM)
    jumlah, masalah = _semua_masalah(tabel)

    assert jumlah == harapan["baris_data"]
    if "lembar" in harapan and nama.endswith(".xlsx"):
        assert tabel.lembar.nama == harapan["lembar"]
    if "pemisah" in harapan:
        assert tabel.lembar.pemisah == harapan["pemisah"]
    ditemukan = {(p.baris, p.kolom, p.kode, p.tingkat) for p in masalah if p.kode in KODE}
    diketahui = {tuple(t) for t in harapan["temuan"] if t[2] in KODE}
    assert diketahui <= ditemukan
    assert ditemukan - diketahui <= _boleh_juga(harapan)


def _semua_masalah(tabel: Tabel) -> tuple[int, list[Problem]]:
    masalah: list[Problem] = []
    kosong: list[Problem] = []
    jumlah = 0
    for baris in tabel.baris(kosong):
        jumlah += 1
        masalah += baris.temuan
        masalah += urai(baris.nomor, baris.nilai, tabel.posisi)[1]
    return jumlah, masalah + kosong


def _boleh_juga(harapan: dict[str, Any]) -> set[tuple[int, str | None, str, str]]:
    return {
        (t["baris"], t["kolom"], juga, "tolak")
        for t in harapan.get("temuan_rinci", [])
        for juga in t["juga"]
    }

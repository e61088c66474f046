"""The proposed kind of an office."""

from __future__ import annotations

import pytest

from organisasi.kernel.jenis_unit import _ATURAN, usulan_jenis
from organisasi.models import JenisUnit


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("Dinas  Pekerjaan Umum Dan Penataan Ruang", JenisUnit.DINAS),
        ("DINAS KOMUNIKASI INFORMATIKA, PERSANDIAN DAN STATISTIK", JenisUnit.DINAS),
        ("Badan Kepegawaian Daerah", JenisUnit.BADAN),
        ("Inspektorat Daerah", JenisUnit.INSPEKTORAT),
        ("Satuan Polisi Pamong Praja", JenisUnit.SATPOL),
        ("Sekretariat DPRD", JenisUnit.SEKRETARIAT),
        ("Kecamatan Contoh Utara", JenisUnit.KECAMATAN),
        ("Kelurahan Contoh", JenisUnit.KELURAHAN),
        ("UPT Puskesmas Contoh", JenisUnit.PUSKESMAS),
        pytest.param("PUSKESMAS PEMBANTU CONTOH", JenisUnit.PUSTU, id="pustu before puskesmas"),
        pytest.param("PUSEKSMAS PEMBANTU CONTOH", JenisUnit.PUSTU, id="a real misspelling"),
        ("POSKESDES CONTOH", JenisUnit.PUSTU),
        pytest.param(
            "Sub Bagian Tata Usaha Puskesmas Contoh",
            JenisUnit.SUBBAGIAN,
            id="part of a puskesmas is no puskesmas",
        ),
        ("TATA USAHA UPT. DINAS CONTOH", JenisUnit.SUBBAGIAN),
        ("Rumah Sakit Umum Daerah Contoh", JenisUnit.RSUD),
        ("TK Negeri Pembina Contoh", JenisUnit.SEKOLAH_TK),
        ("SD Negeri 1 Contoh", JenisUnit.SEKOLAH_SD),
        ("SDN 2 CONTOH", JenisUnit.SEKOLAH_SD),
        pytest.param("UPTD SPF SD Negeri 3 Contoh", JenisUnit.SEKOLAH_SD, id="school as UPT"),
        ("SMP Negeri 1 Satu Atap Contoh", JenisUnit.SEKOLAH_SMP),
        ("SMK Negeri 1 Contoh", JenisUnit.SEKOLAH_SMA),
        ("Sanggar Kegiatan Belajar Contoh", JenisUnit.SEKOLAH_LAIN),
        ("UPT. LOKA LATIHAN KERJA DINAS TENAGA KERJA", JenisUnit.UPT),
        pytest.param("UPTD Dinas Perikanan Wilayah I", JenisUnit.UPT, id="UPT of a dinas"),
        ("Bidang Mutasi", JenisUnit.BIDANG),
        ("Bagian Umum", JenisUnit.BAGIAN),
        ("Seksi Pemerintahan", JenisUnit.SEKSI),
        ("Kelompok Jabatan Fungsional", JenisUnit.KELOMPOK_JF),
        ("Pemerintah Kabupaten Contoh", JenisUnit.PEMERINTAH_DAERAH),
        pytest.param("Staf Ahli Bidang Hukum", JenisUnit.LAIN, id="no office of its own"),
        pytest.param("Sdm dan Umum", JenisUnit.LAIN, id="SD is a word of its own"),
    ],
)
def test_kind_is_proposed_from_the_name(nama: str, jenis: str) -> None:
    assert usulan_jenis(nama) == jenis


def test_root_is_the_local_government_whatever_it_is_called() -> None:
    assert usulan_jenis("Kota Contoh", akar=True) == JenisUnit.PEMERINTAH_DAERAH


def test_every_rule_proposes_a_kind_that_exists() -> None:
    assert {jenis for jenis, _ in _ATURAN} <= set(JenisUnit.values)

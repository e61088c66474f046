"""The lowest level of education that a sentence asks for."""

from __future__ import annotations

import pytest

from pegawai.kernel.syarat_pendidikan import tingkat_minimal


@pytest.mark.parametrize(
    ("kalimat", "keahlian", "kode"),
    [
        ("Berijazah paling rendah Sarjana(S-1)/Diploma IV (D-IV) bidang komputer", True, "35"),
        pytest.param("Berijazah paling rendah Sarjana (Sl)/Diploma lV", True, "35", id="l for 1"),
        ("berijazah paling rendah sarjana di bidang ilmu hukum", True, "40"),
        ("berijazah paling rendah magister", True, "45"),
        ("Berijazah paling rendah dokter hewan", True, "42"),
        ("Dokter Spesialis", True, "47"),
        pytest.param(
            "berijazah pendidikan profesi Bidan, dan memiliki STR", True, "42", id="profession"
        ),
        pytest.param(
            "Sarjana farmasi yang telah lulus profesi Apoteker",
            True,
            "42",
            id="a profession stands on a degree",
        ),
        ("berijazah paling rendah diploma tiga", False, "30"),
        ("berijazah paling rendah SMA atau sederajat", False, "15"),
        ("SMU/SMK sesuai dengan kualifikasi pendidikan", False, "15"),
        pytest.param(
            "diploma tiga di bidang survei, atau sarjana",
            False,
            "30",
            id="skill never asks for more than D-III",
        ),
        pytest.param(
            "SMA untuk keterampilan dan sarjana untuk keahlian",
            True,
            "40",
            id="expertise never asks for less than D-IV",
        ),
        pytest.param("di bidang ilmu administrasi negara", False, "", id="'di' is no D-I"),
        ("sesuai dengan kualifikasi yang ditetapkan Instansi Pembina", True, ""),
        ("", True, ""),
    ],
)
def test_level_is_read_only_where_it_is_certain(kalimat: str, keahlian: bool, kode: str) -> None:
    assert tingkat_minimal(kalimat, keahlian=keahlian) == kode

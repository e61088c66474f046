"""What the name of a jabatan and its level say."""

from __future__ import annotations

import pytest

from pegawai.kernel.jenjang import (
    KEAHLIAN,
    PANGKAT_ESELON,
    PANGKAT_JENJANG,
    SEBUTAN,
    jenjang_dari_nama,
    kunci_nama,
    rumpun,
)
from pegawai.models import Jenjang


@pytest.mark.parametrize(
    ("nama", "jenjang", "keluarga"),
    [
        ("Guru Ahli Pertama", "PT", "Guru"),
        ("Asisten Perisalah Legislatif Penyelia", "PY", "Asisten Perisalah Legislatif"),
        pytest.param("Perawat Pertama / Ahli Pertama", "PT", "Perawat", id="both levels printed"),
        pytest.param("AHLI PERTAMA - ANALIS KEBIJAKAN", "PT", "ANALIS KEBIJAKAN", id="level first"),
        pytest.param(
            "Penggerak Swadaya Masyarakat Utama",
            "UT",
            "Penggerak Swadaya Masyarakat",
            id="without the word Ahli",
        ),
        pytest.param("Dosen Lektor", "MU", "Dosen Lektor", id="a level of its own"),
        pytest.param("Terampil", "TR", "Terampil", id="nothing but a level"),
        pytest.param("Guru  Ahli  Muda", "MU", "Guru", id="double blanks"),
    ],
)
def test_family_is_the_name_without_its_level(nama: str, jenjang: str, keluarga: str) -> None:
    assert rumpun(nama, jenjang) == keluarga


@pytest.mark.parametrize(
    ("nama", "jenjang"),
    [
        ("Guru Ahli Madya", "MA"),
        ("AHLI MUDA - ANALIS KEBIJAKAN", "MU"),
        ("Sanitarian Penyelia", "PY"),
        pytest.param("Guru Madya", "", id="the old word alone is not certain"),
        ("PENGADMINISTRASI UMUM", ""),
    ],
)
def test_level_is_read_from_a_name_that_states_it(nama: str, jenjang: str) -> None:
    assert jenjang_dari_nama(nama) == jenjang


def test_every_level_has_a_range_of_pangkat_and_a_word() -> None:
    assert set(PANGKAT_JENJANG) == set(Jenjang.values) == set(SEBUTAN.values())
    assert set(Jenjang.values) > KEAHLIAN


def test_ranges_of_eselon_run_from_the_lower_to_the_higher_grade() -> None:
    urut = ["III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d"]

    assert all(urut.index(a) <= urut.index(b) for a, b in PANGKAT_ESELON.values())


def test_spellings_of_one_name_share_a_key() -> None:
    assert kunci_nama("Analis  Perkarantinaan-Tumbuhan") == kunci_nama(
        "ANALIS PERKARANTINAAN TUMBUHAN"
    )

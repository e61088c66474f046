"""One person before one post, as raw values: words, months, levels; what is missing says who."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from penilaian.kernel.bahan_mutasi import Tambahan, mentah_mutasi
from penilaian.kernel.kriteria import Keluarga
from penilaian.kernel.perkara import Pengalaman, UjiKompetensi
from penilaian.kernel.skor import Keadaan, Mentah
from penilaian.kernel.sumber_nilai import SumberNilai as S
from tests.helpers.perkara import ANALIS_MUDA, ANALIS_PERTAMA, calon, perkara, sasaran


def nilai(
    sumber: S,
    tambahan: Tambahan | None = None,
    *,
    orang: dict[str, Any] | None = None,
    pos: dict[str, Any] | None = None,
) -> Mentah:
    """A Kasi of whom everything is known, before an Analis Kebijakan Muda of class 9."""
    tujuan = sasaran(**{"jabatan": ANALIS_MUDA, "kelas": 9} | (pos or {}))
    kasus = perkara(calon(**{"kelas": 8} | (orang or {})), tujuan)
    return mentah_mutasi(sumber, kasus, tambahan or Tambahan())


def test_every_source_of_the_family_has_a_way_and_no_other() -> None:
    for sumber in S:
        if Keluarga.MUTASI in sumber.keluarga:
            assert isinstance(nilai(sumber), Mentah)
        else:
            with pytest.raises(ValueError, match="bukan sumber kriteria mutasi"):
                nilai(sumber)


@pytest.mark.parametrize(
    ("predikat", "rendah", "arah"),
    [
        ({2024: "BAIK", 2025: "SANGAT BAIK"}, "BAIK", "NAIK"),
        ({2024: "BAIK", 2025: "BAIK"}, "BAIK", "TETAP"),
        ({2024: "BAIK", 2025: "KURANG"}, "KURANG", "TURUN"),
    ],
)
def test_two_years_count_by_the_worse_and_show_their_direction(
    predikat: dict[int, str], rendah: str, arah: str
) -> None:
    orang = {"predikat": tuple(predikat.items())}

    assert nilai(S.PREDIKAT_DUA_TAHUN, orang=orang).nilai == rendah
    assert nilai(S.TREN_PREDIKAT, orang=orang).nilai == arah


def test_a_missing_year_is_missing_and_names_the_year() -> None:
    satu = nilai(S.PREDIKAT_DUA_TAHUN, orang={"predikat": ((2025, "BAIK"),)})

    assert satu.keadaan is Keadaan.TIDAK_LENGKAP
    assert satu.alasan == "Predikat tahun 2024 belum tercatat"
    assert satu.nilai is None


@pytest.mark.parametrize(
    ("punya", "lebih"), [("40", 0), ("35", 0), ("42", 1), ("45", 2), ("30", -1)]
)
def test_levels_of_education_are_steps_of_kkni_above_the_minimum(punya: str, lebih: int) -> None:
    satu = nilai(S.PENDIDIKAN_LEBIH, orang={"pendidikan": punya}, pos={"pendidikan_minimal": "40"})

    assert satu.nilai == Decimal(lebih)


def test_a_field_nobody_can_judge_is_missing_and_a_foreign_profession_is_not() -> None:
    apotek = {"bidang_pendidikan": "Apoteker"}

    assert nilai(S.PENDIDIKAN_LINEAR).nilai == "YA"  # no field is asked for
    assert nilai(S.PENDIDIKAN_LINEAR, pos=apotek).nilai == "TIDAK"
    ragu = nilai(S.PENDIDIKAN_LINEAR, pos={"bidang_pendidikan": "Manajemen"})
    assert (ragu.keadaan, ragu.siapa) == (Keadaan.TIDAK_LENGKAP, "Badan Kepegawaian")


def test_months_of_the_same_family_need_a_complete_history() -> None:
    riwayat = (Pengalaman(ANALIS_PERTAMA, date(2015, 1, 1), date(2017, 7, 1)),)

    lengkap = nilai(S.PENGALAMAN_RUMPUN, orang={"riwayat": riwayat})
    kurang = nilai(S.PENGALAMAN_RUMPUN, orang={"riwayat": riwayat, "riwayat_lengkap": False})

    assert lengkap.nilai == Decimal(30)
    assert kurang.nilai is None
    assert "paling sedikit 30 bulan" in kurang.alasan


@pytest.mark.parametrize(
    ("uji", "hasil"),
    [
        (UjiKompetensi("Analis Kebijakan", "MU", True, date(2025, 5, 5)), "LULUS"),
        (UjiKompetensi("Analis Kebijakan", "MU", False, date(2025, 5, 5)), "BELUM"),
        (UjiKompetensi("Analis Kebijakan", "PT", True, date(2025, 5, 5)), "BELUM"),
        (UjiKompetensi("Analis Kebijakan", "MU", True, date(2015, 5, 5)), "BELUM"),
    ],
)
def test_a_competence_test_counts_for_its_post_while_it_is_young(
    uji: UjiKompetensi, hasil: str
) -> None:
    assert nilai(S.UJI_KOMPETENSI, orang={"uji_kompetensi": (uji,)}).nilai == hasil


def test_the_rest_counts_as_it_stands_and_never_as_zero_when_unknown() -> None:
    tahu = Tambahan(24, Decimal("77.78"), Decimal("84.25"), 7)

    assert nilai(S.KESAMAAN_KELAS).nilai == Decimal(1)
    assert nilai(S.MASA_JABATAN).nilai == Decimal(64)
    assert nilai(S.PELATIHAN_JP, tahu).nilai == Decimal(24)
    assert nilai(S.JPM, tahu).nilai == Decimal("77.78")
    assert nilai(S.SKOR_KINERJA, tahu).nilai == Decimal("84.25")
    assert nilai(S.KOTAK_TALENTA, tahu).nilai == "7"
    for sumber in (S.PELATIHAN_JP, S.JPM, S.SKOR_KINERJA, S.KOTAK_TALENTA):
        assert nilai(sumber).keadaan is Keadaan.TIDAK_LENGKAP

"""Predicates: the number of PP 30/2019, the matrix of PermenPANRB 6/2022, the pattern of a unit."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pegawai.kernel.predikat import predikat
from pegawai.models import RiwayatKinerja
from penilaian.kernel.kinerja import (
    NilaiMustahil,
    Predikat,
    PredikatOrganisasi,
    Rating,
    bertentangan,
    bobot_pp30,
    nilai_pp30,
    periksa_distribusi,
    predikat_matriks,
    predikat_pp30,
)
from tests.helpers.penilaian import ketentuan_penilaian

K = ketentuan_penilaian()
NILAI = st.decimals(min_value=0, max_value=120, places=2)
UNIT = st.fixed_dictionaries({predikat: st.integers(0, 40) for predikat in Predikat})


@pytest.mark.parametrize(
    ("skp", "perilaku", "rekan", "inovasi", "nilai", "predikat"),
    [
        (112, 108, False, True, "110.8", "SANGAT BAIK"),
        (112, 108, False, False, "110.8", "BAIK"),
        (95, 85, True, False, "91", "BAIK"),
        (88, 92, False, False, "89.2", "CUKUP"),
        (100, 75, True, False, "90", "BAIK"),
    ],
)
def test_published_numbers_of_government_regulation_30(
    skp: int, perilaku: int, rekan: bool, inovasi: bool, nilai: str, predikat: str
) -> None:
    """pp30-bobot-70-30."""
    bobot = bobot_pp30(K, rekan_dan_bawahan=rekan)
    hasil = nilai_pp30(Decimal(skp), Decimal(perilaku), bobot)

    assert bobot == ((60, 40) if rekan else (70, 30))
    assert hasil == Decimal(nilai)
    assert predikat_pp30(hasil, K, inovasi=inovasi) == predikat


@pytest.mark.parametrize(
    ("nilai", "predikat"),
    [
        ("120", "SANGAT BAIK"), ("110", "SANGAT BAIK"), ("109.99", "BAIK"), ("90", "BAIK"),
        ("89.9999", "CUKUP"), ("70", "CUKUP"), ("69.99", "KURANG"), ("50", "KURANG"),
        ("49.99", "SANGAT KURANG"), ("0", "SANGAT KURANG"),
    ],
)  # fmt: skip
def test_each_predicate_begins_at_its_limit(nilai: str, predikat: str) -> None:
    assert predikat_pp30(Decimal(nilai), K, inovasi=True) == predikat


@settings(max_examples=60)
@given(NILAI, NILAI, st.decimals(min_value=0, max_value=20, places=2), st.booleans())
def test_a_higher_mark_never_lowers_the_predicate(
    skp: Decimal, perilaku: Decimal, tambah: Decimal, inovasi: bool
) -> None:
    urutan = ["SANGAT KURANG", "KURANG", "CUKUP", "BAIK", "SANGAT BAIK"]
    bobot = bobot_pp30(K, rekan_dan_bawahan=inovasi)
    rendah = nilai_pp30(skp, perilaku, bobot)
    tinggi = nilai_pp30(min(skp + tambah, Decimal(120)), perilaku, bobot)

    tingkat = [urutan.index(predikat_pp30(n, K, inovasi=inovasi)) for n in (rendah, tinggi)]
    assert tingkat == sorted(tingkat)


def test_impossible_numbers_are_refused_with_their_sentence() -> None:
    with pytest.raises(NilaiMustahil, match=r"^Nilai kinerja 120,5 di luar 0 sampai 120\.$"):
        predikat_pp30(Decimal("120.5"), K, inovasi=False)
    with pytest.raises(NilaiMustahil, match=r"^Bobot 70 dan 40 persen tidak berjumlah 100\.$"):
        nilai_pp30(Decimal(100), Decimal(100), (Decimal(70), Decimal(40)))
    with pytest.raises(NilaiMustahil, match="di bawah nol"):
        periksa_distribusi("BAIK", {"BAIK": -1}, K)


def test_words_and_cells_are_those_of_the_personnel_file() -> None:
    """The import marks contradictions by the same stored table (pegawai/kernel/predikat.py)."""
    for (hasil, perilaku), kata in K.matriks_predikat.items():
        assert predikat(K.asal["matriks_predikat"], hasil, perilaku) == kata
    assert [str(r) for r in Rating] == RiwayatKinerja.Rating.values
    assert [str(p) for p in Predikat] == RiwayatKinerja.Predikat.values
    assert set(K.distribusi) == set(PredikatOrganisasi)


def test_the_matrix_answers_all_nine_cells_and_nothing_else() -> None:
    for hasil, perilaku in product(Rating, Rating):
        kata = predikat_matriks(hasil, perilaku, K)
        assert kata in set(Predikat)
        assert bertentangan(hasil, perilaku, str(kata), K) is None
    assert predikat_matriks("", Rating.SESUAI, K) is None
    assert bertentangan("", Rating.SESUAI, "BAIK", K) is None
    assert bertentangan(Rating.SESUAI, Rating.SESUAI, "", K) is None


def test_a_printed_predicate_against_its_ratings_is_shown_with_both() -> None:
    assert bertentangan(Rating.DI_BAWAH, Rating.SESUAI, "SANGAT BAIK", K) == (
        "Tercatat Sangat Baik, sedangkan hasil kerja di bawah ekspektasi dan perilaku sesuai "
        "ekspektasi menurut matriks Butuh Perbaikan."
    )


def test_published_unit_within_its_pattern() -> None:
    """distribusi-cek: 14 of 20 are exactly 70%."""
    hasil = periksa_distribusi("BAIK", {"SANGAT BAIK": 4, "BAIK": 14, "BUTUH PERBAIKAN": 2}, K)

    assert (hasil.lolos, hasil.kalimat, hasil.jumlah, hasil.toleransi) == (True, (), 20, 0)


def test_published_unit_outside_its_pattern() -> None:
    """distribusi-cek-gagal."""
    hasil = periksa_distribusi("BAIK", {"SANGAT BAIK": 5, "BAIK": 15}, K)

    assert hasil.lolos is False
    assert hasil.kalimat == (
        "Baik: 15 dari 20 pegawai (75%); pada organisasi berpredikat Baik paling banyak 70%.",
        "Butuh Perbaikan atau Kurang: 0 dari 20 pegawai; pada organisasi berpredikat Baik paling "
        "sedikit 1 orang.",
    )


@pytest.mark.parametrize(
    ("organisasi", "banyak", "lolos"),
    [
        ("ISTIMEWA", {"SANGAT BAIK": 14, "BAIK": 6}, True),
        ("ISTIMEWA", {"SANGAT BAIK": 15, "BAIK": 5}, False),
        ("BUTUH PERBAIKAN", {"BUTUH PERBAIKAN": 12, "BAIK": 6, "SANGAT BAIK": 2}, True),
        ("BUTUH PERBAIKAN", {"BUTUH PERBAIKAN": 11, "BAIK": 9}, False),
        ("BUTUH PERBAIKAN", {"BUTUH PERBAIKAN": 12, "BAIK": 5, "SANGAT BAIK": 3}, False),
        ("KURANG", {"KURANG": 12, "BUTUH PERBAIKAN": 2, "BAIK": 6}, True),
        ("KURANG", {"KURANG": 12, "BUTUH PERBAIKAN": 1, "BAIK": 7}, False),
        ("SANGAT KURANG", {"SANGAT KURANG": 12, "KURANG": 1, "BUTUH PERBAIKAN": 1, "BAIK": 6},
         True),
        ("SANGAT KURANG", {"SANGAT KURANG": 12, "KURANG": 2, "SANGAT BAIK": 1, "BAIK": 5}, False),
        # One person more or less in a unit under ten, two never; nobody where the limit is zero.
        ("BAIK", {"BAIK": 1}, True),
        ("BAIK", {"BAIK": 7, "SANGAT BAIK": 2}, True),
        ("BAIK", {"BAIK": 8, "SANGAT BAIK": 1}, False),
        ("KURANG", {"KURANG": 5, "BAIK": 4}, True),
        ("KURANG", {"KURANG": 4, "BAIK": 5}, False),
        ("SANGAT KURANG", {"SANGAT KURANG": 5, "SANGAT BAIK": 1}, False),
        ("BAIK", {"BAIK": 8, "SANGAT BAIK": 2}, False),
    ],
)  # fmt: skip
def test_patterns_at_their_limits(organisasi: str, banyak: dict[str, int], lolos: bool) -> None:
    assert periksa_distribusi(organisasi, banyak, K).lolos is lolos


def test_a_unit_without_predicates_is_neither_right_nor_wrong() -> None:
    hasil = periksa_distribusi("BAIK", {"BAIK": 0}, K)

    assert (hasil.lolos, hasil.kalimat) == (None, ("Belum ada pegawai yang berpredikat.",))


@settings(max_examples=60)
@given(st.sampled_from(PredikatOrganisasi), UNIT)
def test_doubling_a_large_unit_changes_no_answer_and_order_none(
    organisasi: str, unit: dict[str, int]
) -> None:
    """Shares alone decide, but for the one person the pattern of Baik asks for."""
    hasil = periksa_distribusi(organisasi, unit, K)

    assert periksa_distribusi(organisasi, dict(reversed(unit.items())), K) == hasil
    if hasil.jumlah >= K.distribusi_unit_kecil:
        dua_kali = {predikat: 2 * orang for predikat, orang in unit.items()}
        assert periksa_distribusi(organisasi, dua_kali, K).lolos is hasil.lolos

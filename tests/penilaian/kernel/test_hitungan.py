"""Exact numbers, rounded once; constants complete or named."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from penilaian.kernel.hitungan import Metode, Pembulatan, angka, bulatkan, desimal, pecahan
from penilaian.kernel.ketentuan import KetentuanTidakLengkap
from penilaian.kernel.metode import PENJELASAN
from penilaian.kernel.sumber import URUTAN
from penilaian.kernel.tetapan import KetentuanKebutuhan, KetentuanTidakTerbaca
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()


@pytest.mark.parametrize(
    ("nilai", "empat"),
    [("1/3", "0.3333"), ("2/3", "0.6667"), ("0.00005", "0.0001"), ("-0.00005", "-0.0001"),
     ("0.00004", "0.0000"), ("12", "12.0000")],
)  # fmt: skip
def test_four_decimals_are_half_away_from_zero(nilai: str, empat: str) -> None:
    assert str(desimal(pecahan(nilai))) == empat


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [("1250.5", "1.250,5"), ("75000", "75.000"), ("0.724", "0,724"), ("-0.5", "-0,5"),
     ("-12", "-12"), ("0", "0"), ("-0.00001", "0"), ("-1234.5", "-1.234,5")],
)  # fmt: skip
def test_sentences_write_numbers_the_indonesian_way(nilai: str, kata: str) -> None:
    assert angka(pecahan(nilai)) == kata


def test_number_of_a_sheet_is_taken_as_written_not_as_stored_in_binary() -> None:
    assert pecahan(0.1) == Fraction(1, 10) == pecahan(Decimal("0.1"))


@pytest.mark.parametrize("cara", [Pembulatan.GURU, Pembulatan.TABEL])
def test_roundings_that_need_more_than_a_number_are_refused(cara: Pembulatan) -> None:
    with pytest.raises(ValueError, match=f"pembulatan {cara.value} tidak berlaku"):
        bulatkan(Fraction(1), cara, {})


def test_every_method_belongs_to_a_published_source() -> None:
    assert {metode.sumber for metode in Metode} <= set(URUTAN)


def test_missing_constants_are_named_and_never_zero() -> None:
    asal = {k: v for k, v in K.asal.items() if k not in {"jke_menit", "jtm_minimal"}}

    with pytest.raises(KetentuanTidakLengkap, match="jke_menit, jtm_minimal"):
        KetentuanKebutuhan.dari(asal)


def test_health_centres_need_at_least_one_table() -> None:
    asal = {k: v for k, v in K.asal.items() if not k.startswith("puskesmas_minimal_")}

    with pytest.raises(KetentuanTidakLengkap, match="puskesmas_minimal_…"):
        KetentuanKebutuhan.dari(asal)


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [("jke_menit", "tujuh puluh lima ribu"), ("pengali_periode", 250), ("akan_lowong_bulan", [6]),
     ("pustu_minimal", {"perawat": "satu"}), ("puskesmas_minimal_perkotaan", [1, 2])],
)  # fmt: skip
def test_constant_of_another_shape_is_named(nama: str, nilai: object) -> None:
    with pytest.raises(KetentuanTidakTerbaca, match=f"^{nama}: "):
        K.andaikan(**{nama: nilai})


def test_constants_come_from_their_stored_form_with_their_basis() -> None:
    ulang = KetentuanKebutuhan.dari({**K.asal, "lain": 1}, K.dasar)

    assert ulang == K
    assert all(K.dasar.values()), "every constant stands on something"


def test_supposing_a_value_changes_that_one_alone_and_says_it_is_supposed() -> None:
    andai = K.andaikan(jke_menit=72_000)

    assert (andai.jke_menit, K.jke_menit) == (72_000, 75_000)
    assert andai.pakai("jke_menit")[0].dasar == "Andaian, bukan ketentuan yang berlaku"
    assert andai.pakai("jtm_minimal") == K.pakai("jtm_minimal")


def test_every_constant_is_explained_by_the_method_that_reads_it() -> None:
    disebut = {nama for satu in PENJELASAN for nama in satu.ketentuan}

    assert disebut == set(K.asal)

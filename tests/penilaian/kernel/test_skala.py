"""The four scales: points by hand, the same both ways, and never against their direction."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.skala import (
    Arah,
    JenisSkala,
    Linear,
    Rasio,
    Skala,
    SkalaKeliru,
    Tabel,
    Tangga,
    skala_dari,
)

D = Decimal
ANGKA = st.decimals(min_value=-50, max_value=300, places=2)


@pytest.mark.parametrize(
    ("skala", "mentah", "nilai"),
    [
        (Linear(D(80), D(100)), "99.13", "95.65"),
        (Linear(D(80), D(100)), "80", "0.00"),
        (Linear(D(80), D(100)), "79.99", "0.00"),
        (Linear(D(80), D(100)), "104", "100.00"),
        (Linear(D(0), D(8)), "0.0004", "0.01"),  # 0,005 exactly: half goes up
        (Linear(D(10), D(0)), "2.5", "75.00"),
        (Linear(D(10), D(0)), "12", "0.00"),
        (Tangga(((D(3), D(100)), (D(1), D(60)))), "0.99", "0.00"),
        (Tangga(((D(3), D(100)), (D(1), D(60)))), "1", "60.00"),
        (Tangga(((D(3), D(100)), (D(1), D(60)))), "2.99", "60.00"),
        (Tangga(((D(3), D(100)), (D(1), D(60)))), "3", "100.00"),
        (Tangga(((D(1), D(100)), (D(2), D(50)))), "0", "100.00"),  # falling: the first step below
        (Rasio(D(100), D(120)), "120", "100.00"),
        (Rasio(D(100), D(120)), "150", "100.00"),
        (Rasio(D(100), D(120)), "100", "83.33"),
        (Rasio(D(100), D(120)), "-5", "0.00"),
        (Rasio(D(6), D(100), Arah.TURUN), "8", "75.00"),
        (Rasio(D(6), D(100), Arah.TURUN), "0", "100.00"),
    ],
)
def test_points_as_worked_by_hand(skala: Skala, mentah: str, nilai: str) -> None:
    assert str(skala.nilai(D(mentah))) == nilai


SKALA = st.one_of(
    st.builds(
        Linear,
        st.decimals(min_value=0, max_value=99, places=1),
        st.decimals(min_value=100, max_value=200, places=1),
    ),
    st.builds(
        Linear,
        st.decimals(min_value=100, max_value=200, places=1),
        st.decimals(min_value=0, max_value=99, places=1),
    ),
    st.builds(
        Rasio,
        st.decimals(min_value="0.1", max_value=150, places=1),
        st.decimals(min_value=50, max_value=200, places=1),
        st.sampled_from(Arah),
    ),
    st.lists(
        st.tuples(ANGKA, st.integers(0, 100).map(D)),
        min_size=1,
        max_size=5,
        unique_by=lambda satu: satu[0],
    ).map(
        lambda anak: Tangga(
            tuple(zip(sorted(m for m, _ in anak), sorted(n for _, n in anak), strict=True))
        )
    ),
)


@settings(max_examples=150)
@given(SKALA, ANGKA, ANGKA)
def test_a_better_raw_value_never_earns_less(skala: Skala, satu: Decimal, dua: Decimal) -> None:
    kurang, lebih = sorted((satu, dua))
    bawah, atas = skala.nilai(kurang), skala.nilai(lebih)

    assert 0 <= bawah <= 100
    assert bawah == bawah.quantize(D("0.01"))
    assert bawah >= atas if skala.arah is Arah.TURUN else bawah <= atas


@settings(max_examples=60)
@given(SKALA)
def test_a_scale_comes_back_from_its_stored_parameters(skala: Skala) -> None:
    assert skala_dari(skala.jenis, skala.parameter()) == skala


def test_each_scale_says_its_formula_with_an_example() -> None:
    assert Linear(D(80), D(100)).bunyi("%") == (
        "80 % atau kurang bernilai 0; 100 % atau lebih bernilai 100; "
        "di antaranya (data − 80) ÷ (100 − 80) × 100."
    )
    assert Linear(D(80), D(100)).contoh("%") == "Contoh: 95 % mendapat nilai 75."
    assert Linear(D(10), D(0)).bunyi("hari") == (
        "10 hari atau lebih bernilai 0; 0 hari atau kurang bernilai 100; "
        "di antaranya (10 − data) ÷ (10 − 0) × 100."
    )
    assert Tangga(((D(1), D(60)), (D(3), D(100)))).bunyi("inovasi") == (
        "Mulai 1 inovasi bernilai 60; mulai 3 inovasi bernilai 100; di bawah 1 inovasi bernilai 0."
    )
    assert Tabel({"YA": D(100), "TIDAK": D(0)}).bunyi() == "YA bernilai 100; TIDAK bernilai 0."
    assert Rasio(D(20), D(100)).bunyi("JP") == (
        "Capaian = data ÷ 20 JP × 100 %, paling tinggi 100 %; nilai = capaian ÷ 100 × 100."
    )


@pytest.mark.parametrize(
    ("jenis", "parameter", "kalimat"),
    [
        ("rumus", {}, "Jenis skala 'rumus' tidak dikenal."),
        ("linear", [], "Isian skala tidak terbaca."),
        ("linear", {"dari": "80"}, "Isian skala 'sampai' belum ada."),
        ("linear", {"dari": "80", "sampai": 99.5}, "Isian skala 'sampai' bukan angka: 99.5."),
        ("linear", {"dari": True, "sampai": 1}, "Isian skala 'dari' bukan angka: True."),
        ("linear", {"dari": "NaN", "sampai": 1}, "Isian skala 'dari' bukan angka: 'NaN'."),
        ("linear", {"dari": 5, "sampai": "5.0"},
         "Batas bernilai 0 dan batas bernilai 100 tidak boleh sama."),
        ("tangga", {"anak": []}, "Tangga belum punya satu pun anak tangga."),
        ("tangga", {"anak": [[1, 2, 3]]},
         "Anak tangga harus berupa pasangan batas mulai dan nilai."),
        ("tangga", {"anak": [[1, 2], ["1.0", 3]]},
         "Dua anak tangga mulai dari angka yang sama."),
        ("tabel", {"isi": {}}, "Tabel belum punya satu pun kata."),
        ("tabel", {"isi": [1]}, "Tabel harus berupa pasangan kata dan nilai."),
        ("rasio", {"target": 0, "batas": 100}, "Target dan batas capaian harus lebih dari 0."),
        ("rasio", {"target": 1, "batas": 100, "arah": "x"},
         "Arah 'x' tidak dikenal; yang sah naik atau turun."),
    ],
)  # fmt: skip
def test_parameters_that_give_no_scale_are_refused_with_a_sentence(
    jenis: str, parameter: Any, kalimat: str
) -> None:
    with pytest.raises(SkalaKeliru) as galat:
        skala_dari(jenis, parameter)

    assert str(galat.value) == kalimat


def test_a_word_has_no_points_on_a_scale_of_numbers_nor_outside_its_table() -> None:
    with pytest.raises(SkalaKeliru, match="'BAIK' bukan angka"):
        Linear(D(0), D(1)).nilai("BAIK")
    with pytest.raises(SkalaKeliru, match="'CUKUP' tidak ada di tabel nilai"):
        skala_dari(JenisSkala.TABEL, {"isi": {"BAIK": 80}}).nilai("CUKUP")

"""The nine boxes as published, and an imported box against its axes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.kinerja import NilaiMustahil, Rating
from penilaian.kernel.talenta import (
    Potensial,
    kotak,
    periksa_kotak,
    rekomendasi,
    sumbu_kinerja,
    sumbu_potensial,
)
from tests.helpers.penilaian import ketentuan_penilaian

K = ketentuan_penilaian()
NILAI = st.decimals(min_value=0, max_value=100, places=2)


def test_published_numbers_of_the_boxes() -> None:
    """ninebox-nomor."""
    tabel = {
        Rating.DI_BAWAH: {Potensial.RENDAH: 1, Potensial.MENENGAH: 3, Potensial.TINGGI: 6},
        Rating.SESUAI: {Potensial.RENDAH: 2, Potensial.MENENGAH: 5, Potensial.TINGGI: 8},
        Rating.DI_ATAS: {Potensial.RENDAH: 4, Potensial.MENENGAH: 7, Potensial.TINGGI: 9},
    }

    for kinerja, baris in tabel.items():
        assert {p: kotak(kinerja, p, K) for p in Potensial} == baris
    assert kotak("", Potensial.TINGGI, K) is None


@pytest.mark.parametrize(
    ("kinerja", "potensial", "nomor"),
    [
        ("100", "100", 9), ("100", "70", 7), ("100", "40", 4), ("70", "100", 8), ("70", "70", 5),
        ("70", "40", 2), ("40", "100", 6), ("40", "70", 3), ("40", "40", 1), ("80", "93.47", 9),
        ("79.99", "59.99", 2), ("60", "60", 5),
    ],
)  # fmt: skip
def test_published_boxes_at_the_limits_80_and_60(kinerja: str, potensial: str, nomor: int) -> None:
    """talenta-matriks-80-60."""
    sumbu = sumbu_kinerja(Decimal(kinerja), K), sumbu_potensial(Decimal(potensial), K)

    assert kotak(*sumbu, K) == nomor


def test_published_level_under_the_limits_of_another_office() -> None:
    """potensial-cutoff-balangan-style: its average of 91.5 is given, not computed here."""
    balangan = K.andaikan(talenta_batas_potensial=[90, 78])

    assert sumbu_potensial(Decimal("91.5"), balangan) is Potensial.TINGGI


@pytest.mark.parametrize(
    ("nomor", "harus"),
    [
        (1, ("diproses sesuai ketentuan peraturan perundangan",)),
        (4, ("rotasi", "pengembangan kompetensi")),
        (6, ("penempatan yang sesuai", "bimbingan kinerja", "konseling kinerja")),
    ],
)
def test_recommendations_are_the_official_phrases(nomor: int, harus: tuple[str, ...]) -> None:
    assert rekomendasi(nomor, K) == harus


def test_boxes_whose_recommendation_moves_somebody() -> None:
    pindah = {n for n in range(1, 10) if any("rotasi" in kata for kata in rekomendasi(n, K))}
    sesuai = {n for n in range(1, 10) if "penempatan yang sesuai" in rekomendasi(n, K)}

    assert (pindah, sesuai) == ({4, 7, 8}, {2, 3, 5, 6})


def test_the_conflict_of_the_published_suite_is_shown_with_both_boxes() -> None:
    """Performance 100 and potential 69.58 are box 7; the source system said 4."""
    hasil = periksa_kotak(
        4, sumbu_kinerja(Decimal(100), K), sumbu_potensial(Decimal("69.58"), K), K
    )

    assert (hasil.tercatat, hasil.menurut_sumbu, hasil.sepadan) == (4, 7, False)
    assert hasil.kalimat == (
        "Tercatat kotak 4, sedangkan kinerja di atas ekspektasi dan potensial menengah adalah "
        "kotak 7. Mintakan pemeriksaan kepada pengelola SIMATA."
    )


def test_a_box_without_axes_is_not_checked_and_one_that_agrees_says_so() -> None:
    tanpa = periksa_kotak(5, Rating.SESUAI, "", K)
    sama = periksa_kotak(5, Rating.SESUAI, Potensial.MENENGAH, K)

    assert (tanpa.sepadan, tanpa.kalimat) == (
        None, "Kotak 5; sumbunya tidak tercatat, tidak diperiksa."
    )  # fmt: skip
    assert (sama.sepadan, sama.kalimat) == (True, "Kotak 5, sesuai kedua sumbunya.")


def test_impossible_axes_and_boxes_are_refused_with_their_sentence() -> None:
    with pytest.raises(NilaiMustahil, match=r"^Nilai sumbu 130 di luar 0 sampai 100\.$"):
        sumbu_kinerja(Decimal(130), K)
    with pytest.raises(NilaiMustahil, match=r"^Kotak 10 tidak ada; kotak talenta 1 sampai 9\.$"):
        periksa_kotak(10, Rating.SESUAI, Potensial.TINGGI, K)


@settings(max_examples=60)
@given(NILAI, NILAI, NILAI)
def test_a_higher_axis_never_leads_to_a_lower_box(
    kinerja: Decimal, potensial: Decimal, tambah: Decimal
) -> None:
    awal = kotak(sumbu_kinerja(kinerja, K), sumbu_potensial(potensial, K), K)
    naik = min(kinerja + tambah, Decimal(100)), min(potensial + tambah, Decimal(100))

    assert awal is not None
    for x, y in ((naik[0], potensial), (kinerja, naik[1])):
        nomor = kotak(sumbu_kinerja(x, K), sumbu_potensial(y, K), K)
        assert nomor is not None
        assert nomor >= awal

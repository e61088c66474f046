"""The geometry of the maps of needs: classes, projection, graticule, symbols, labels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.kernel.peta import (
    BATAS_PERSEN,
    KM_PER_DERAJAT,
    Bidang,
    Kotak,
    Titik,
    batas_panas,
    derajat,
    kelas_panas,
    letakkan_label,
    perlu_garis,
    pisahkan,
    sisi_lambang,
)

UKURAN = {"lebar": 800, "tinggi": 600, "tepi": 60}
DERAJAT = st.tuples(
    st.floats(-11, 6, allow_nan=False), st.floats(95, 141, allow_nan=False)
).map(lambda t: Titik(*t))  # fmt: skip


@pytest.mark.parametrize(
    ("terbesar", "batas"),
    [
        (0, ()),
        (1, ()),
        (3, (1, 2)),
        (12, (1, 2, 5, 10)),
        (140, (10, 20, 50, 100)),
        (100, (5, 10, 20, 50)),
    ],
)
def test_bounds_of_classes_are_round_numbers_below_the_largest_cell(
    terbesar: int, batas: tuple[int, ...]
) -> None:
    assert batas_panas(terbesar) == batas


@pytest.mark.parametrize(
    ("nilai", "kelas"), [(0, 0), (0.5, 1), (10, 1), (10.01, 2), (75, 4), (75.5, 5), (400, 5)]
)
def test_a_bound_belongs_to_the_class_it_closes(nilai: float, kelas: int) -> None:
    assert kelas_panas(nilai, BATAS_PERSEN) == kelas


@given(st.lists(DERAJAT, min_size=1, max_size=8))
def test_every_place_lies_inside_the_margin_and_north_is_up(titik: list[Titik]) -> None:
    bidang = Bidang.muat(titik, **UKURAN)
    piksel = [bidang.piksel(t) for t in titik]

    assert all(59 <= x <= 741 and 59 <= y <= 541 for x, y in piksel)
    assert all(
        (y1 <= y2) == (a.lintang >= b.lintang) or y1 == y2
        for a, (_, y1) in zip(titik, piksel, strict=True)
        for b, (_, y2) in zip(titik, piksel, strict=True)
    )


def test_one_place_is_drawn_in_the_middle_of_twenty_kilometres() -> None:
    bidang = Bidang.muat([Titik(-1.2, 116.8)], **UKURAN)

    assert bidang.piksel(Titik(-1.2, 116.8)) == (400, 300)
    atas = bidang.piksel(Titik(-1.2 + 10 / KM_PER_DERAJAT, 116.8))
    assert atas == (400, 60)


def test_no_place_makes_no_map() -> None:
    with pytest.raises(ValueError, match="tidak ada titik"):
        Bidang.muat([], **UKURAN)


def test_a_kilometre_east_is_as_long_as_a_kilometre_north() -> None:
    bidang = Bidang.muat([Titik(-7.5, 110), Titik(-6.5, 111)], **UKURAN)
    x0, y0 = bidang.piksel(Titik(-7, 110.5))

    utara = y0 - bidang.piksel(Titik(-7 + 50 / KM_PER_DERAJAT, 110.5))[1]
    # The cosine of 7 degrees is 0.99255.
    timur = bidang.piksel(Titik(-7, 110.5 + 50 / KM_PER_DERAJAT / 0.99255))[0] - x0

    assert abs(utara - timur) <= 1


def test_scale_bar_says_its_kilometres() -> None:
    bidang = Bidang.muat([Titik(-1.5, 116.4), Titik(-0.9, 117.1)], **UKURAN)

    km, piksel = bidang.batang_skala()

    assert km == 20
    x0 = bidang.piksel(Titik(-1.2, 116.75))[0]
    assert abs(bidang.piksel(Titik(-1.2, 116.75 + 20 / KM_PER_DERAJAT))[0] - x0 - piksel) <= 1


def test_graticule_stands_on_round_degrees() -> None:
    bidang = Bidang.muat([Titik(-1.5, 116.4), Titik(-0.9, 117.1)], **UKURAN)

    assert [g.teks for g in bidang.meridian()] == [
        "116,4° BT", "116,6° BT", "116,8° BT", "117° BT", "117,2° BT",
    ]  # fmt: skip
    assert [g.teks for g in bidang.paralel()] == [
        "1,5° LS", "1,4° LS", "1,3° LS", "1,2° LS", "1,1° LS", "1° LS", "0,9° LS",
    ]  # fmt: skip
    assert all(0 <= g.letak <= 800 for g in bidang.meridian())


@pytest.mark.parametrize(
    ("nilai", "teks"), [(-1.25, "1,25° LS"), (0.5, "0,5° LU"), (0, "0°"), (-3, "3° LS")]
)
def test_degrees_are_written_as_maps_write_them(nilai: float, teks: str) -> None:
    assert derajat(nilai, positif="LU", negatif="LS") == teks


def test_area_of_a_symbol_stands_for_its_value() -> None:
    assert sisi_lambang(100, 100, paling_besar=60) == 60
    assert sisi_lambang(25, 100, paling_besar=60) == 30
    assert sisi_lambang(1, 10_000, paling_besar=60) == 6  # small, yet seen
    assert sisi_lambang(0, 100, paling_besar=60) == 0
    assert sisi_lambang(0, 0, paling_besar=60) == 0


def test_labels_cover_neither_symbols_nor_each_other() -> None:
    lambang = [Kotak(100 + 8 * i, 100, 12, 12) for i in range(6)]

    label = letakkan_label(lambang, [(60, 14)] * 6, lebar=400, tinggi=300)

    ada = [k for k in label if k is not None]
    assert len(ada) == 6
    assert not any(a.menimpa(b) for i, a in enumerate(ada) for b in ada[i + 1 :])
    assert not any(a.menimpa(b) for a in ada for b in lambang)
    assert any(perlu_garis(s, k) for s, k in zip(lambang, ada, strict=True))


def test_symbols_on_one_spot_are_pushed_apart_and_stay_near() -> None:
    apart = pisahkan([Kotak(100, 100, 40, 30)] * 4)

    assert not any(a.menimpa(b) for i, a in enumerate(apart) for b in apart[i + 1 :])
    assert all(abs(k.x - 100) <= 90 and abs(k.y - 100) <= 90 for k in apart)
    assert pisahkan([Kotak(0, 0, 5, 5), Kotak(9, 9, 5, 5)]) == [
        Kotak(0, 0, 5, 5),
        Kotak(9, 9, 5, 5),
    ]


def test_lonely_label_stands_at_the_right_without_a_line() -> None:
    (label,) = letakkan_label([Kotak(10, 10, 20, 20)], [(50, 14)], lebar=200, tinggi=200)

    assert label == Kotak(32, 13, 50, 14)
    assert not perlu_garis(Kotak(10, 10, 20, 20), label)


def test_label_without_any_place_is_left_out() -> None:
    assert letakkan_label([Kotak(0, 0, 50, 50)], [(80, 14)], lebar=60, tinggi=60) == [None]

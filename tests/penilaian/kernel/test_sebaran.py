"""The place of one score among others: no group and no basket small enough to be a name."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.kernel.sebaran import BATAS, letak, sebaran

SKOR = st.decimals(min_value=0, max_value=100, places=4)


@pytest.mark.parametrize(
    ("nilai", "bunyi"),
    [
        pytest.param("0", "di bawah 50", id="the lowest"),
        pytest.param("49.9999", "di bawah 50", id="just below the first step"),
        pytest.param("50", "50 – 55", id="on a bound"),
        pytest.param("84.2500", "80 – 85", id="between"),
        pytest.param("100", "95 – 100", id="the highest stands in the last"),
    ],
)
def test_a_score_stands_in_one_basket(nilai: str, bunyi: str) -> None:
    isi = [5] * len(BATAS)

    hasil = sebaran(isi, sendiri=Decimal(nilai), lebih_rendah=0, minimal=5)

    assert [k.bunyi for k in hasil.keranjang if k.sendiri] == [bunyi]


@given(semua=st.lists(SKOR, min_size=1, max_size=40), minimal=st.integers(2, 8))
def test_small_groups_and_small_baskets_are_never_counted_aloud(
    semua: list[Decimal], minimal: int
) -> None:
    isi = [0] * len(BATAS)
    for nilai in semua:
        isi[letak(nilai)] += 1
    rendah = sum(nilai < semua[0] for nilai in semua)

    hasil = sebaran(isi, sendiri=semua[0], lebih_rendah=rendah, minimal=minimal)

    if len(semua) < minimal:
        assert hasil.keranjang == ()
        assert f"kurang dari {minimal} orang" in hasil.bunyi
    else:
        assert all(
            k.banyak is None or k.banyak in (0, *range(minimal, 41)) for k in hasil.keranjang
        )
        assert sum(k.sendiri for k in hasil.keranjang) == 1
        assert all(0 <= k.panjang <= 100 for k in hasil.keranjang)
        kecil = [k.panjang for k, n in zip(hasil.keranjang, isi, strict=True) if 0 < n < minimal]
        assert len(set(kecil)) <= 1


@pytest.mark.parametrize(
    ("rendah", "bunyi"),
    [
        (0, "Hampir semua orang lain serumpun bernilai sama dengan Anda atau lebih tinggi."),
        (4, "Kira-kira 4 dari setiap 10 orang lain serumpun bernilai lebih rendah dari Anda."),
        (10, "Hampir semua orang lain serumpun bernilai lebih rendah daripada Anda."),
    ],
)
def test_the_place_is_said_in_tenths(rendah: int, bunyi: str) -> None:
    isi = [0] * len(BATAS)
    isi[-1] = 11

    assert sebaran(isi, sendiri=Decimal(99), lebih_rendah=rendah, minimal=5).bunyi == bunyi

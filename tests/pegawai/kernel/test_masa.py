"""Months, ages, retirement, working days: the days on which people are wronged by one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pegawai.kernel.masa import (
    akhir_bulan,
    bulan_penuh,
    hari_kerja,
    tahun_penuh,
    tambah_bulan,
    tambah_hari_kerja,
    tambah_tahun,
    tmt_pensiun,
    umur,
)

HARI = st.dates(date(1930, 1, 1), date(2090, 12, 31))
BULAN = st.integers(-600, 600)


@pytest.mark.parametrize(
    ("mulai", "sampai", "harapan"),
    [
        pytest.param(date(2024, 1, 1), date(2024, 1, 1), 0, id="same day"),
        pytest.param(date(2024, 1, 15), date(2024, 2, 14), 0, id="one day short of a month"),
        pytest.param(date(2024, 1, 15), date(2024, 2, 15), 1, id="to the day"),
        pytest.param(date(2024, 5, 1), date(2026, 5, 1), 24, id="two years to the day"),
        pytest.param(date(2024, 5, 1), date(2026, 4, 30), 23, id="two years, one day short"),
        pytest.param(date(2024, 2, 29), date(2026, 2, 28), 24, id="leap day, full"),
        pytest.param(date(2024, 2, 29), date(2026, 2, 27), 23, id="leap day, one day short"),
        pytest.param(date(2023, 2, 28), date(2024, 2, 28), 12, id="28 February to a leap year"),
        pytest.param(date(2024, 1, 31), date(2024, 2, 29), 1, id="month end to leap month end"),
        pytest.param(date(2023, 1, 31), date(2023, 2, 27), 0, id="month end, one day short"),
        pytest.param(date(2024, 3, 31), date(2024, 4, 30), 1, id="31 to 30"),
        pytest.param(date(2024, 4, 30), date(2024, 5, 30), 1, id="30 to 30, not to the month end"),
        pytest.param(date(2024, 2, 1), date(2024, 1, 31), -1, id="one day in the future"),
        pytest.param(date(2024, 2, 1), date(2024, 1, 1), -1, id="a month in the future"),
    ],
)
def test_whole_months_are_counted_to_the_day(mulai: date, sampai: date, harapan: int) -> None:
    assert bulan_penuh(mulai, sampai) == harapan


@pytest.mark.parametrize(
    ("hari", "bulan", "harapan"),
    [
        pytest.param(date(2024, 1, 31), 1, date(2024, 2, 29), id="into a leap February"),
        pytest.param(date(2023, 1, 31), 1, date(2023, 2, 28), id="into a common February"),
        pytest.param(date(2023, 12, 15), 1, date(2024, 1, 15), id="over the year"),
        pytest.param(date(2024, 1, 15), -1, date(2023, 12, 15), id="back over the year"),
        pytest.param(date(2024, 3, 31), -1, date(2024, 2, 29), id="back into February"),
        pytest.param(date(2024, 5, 5), 0, date(2024, 5, 5), id="no month"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(
    hari: date, bulan: int, harapan: date
) -> None:
    assert tambah_bulan(hari, bulan) == harapan


def test_a_year_after_the_leap_day_is_the_last_of_february() -> None:
    assert tambah_tahun(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert tambah_tahun(date(2024, 2, 29), 4) == date(2028, 2, 29)


@settings(deadline=None)
@given(HARI, BULAN)
def test_a_span_of_months_is_over_exactly_on_the_day_it_should_be(hari: date, bulan: int) -> None:
    akhir = tambah_bulan(hari, bulan)

    assert bulan_penuh(hari, akhir) == bulan
    assert bulan_penuh(hari, akhir - timedelta(days=1)) == bulan - 1


@settings(deadline=None)
@given(HARI, HARI)
def test_a_later_day_never_means_fewer_months(a: date, b: date) -> None:
    n = bulan_penuh(a, b)

    assert tambah_bulan(a, n) <= b < tambah_bulan(a, n + 1)
    assert bulan_penuh(a, b + timedelta(days=1)) in (n, n + 1)
    assert tahun_penuh(a, b) == n // 12


@pytest.mark.parametrize(
    ("lahir", "per", "harapan"),
    [
        pytest.param(date(1986, 9, 26), date(2026, 9, 25), 39, id="the day before"),
        pytest.param(date(1986, 9, 26), date(2026, 9, 26), 40, id="the birthday"),
        pytest.param(date(1984, 2, 29), date(2025, 2, 27), 40, id="leap day, the day before"),
        pytest.param(date(1984, 2, 29), date(2025, 2, 28), 41, id="leap day in a common year"),
        pytest.param(date(1984, 2, 29), date(2024, 2, 28), 39, id="leap day in a leap year"),
    ],
)
def test_one_is_older_on_the_birthday(lahir: date, per: date, harapan: int) -> None:
    assert umur(lahir, per) == harapan


@pytest.mark.parametrize(
    ("lahir", "bup", "harapan"),
    [
        pytest.param(date(1968, 6, 15), 58, date(2026, 7, 1), id="middle of the month"),
        pytest.param(date(1968, 6, 1), 58, date(2026, 7, 1), id="born on the first"),
        pytest.param(date(1968, 6, 30), 58, date(2026, 7, 1), id="born on the last"),
        pytest.param(date(1968, 12, 31), 58, date(2027, 1, 1), id="over the year"),
        pytest.param(date(1968, 2, 29), 58, date(2026, 3, 1), id="leap day"),
        pytest.param(date(1966, 2, 28), 60, date(2026, 3, 1), id="60 years"),
    ],
)
def test_retirement_begins_on_the_first_after_the_month_of_the_limit(
    lahir: date, bup: int, harapan: date
) -> None:
    assert tmt_pensiun(lahir, bup) == harapan


@settings(deadline=None)
@given(HARI, st.sampled_from([58, 60, 62, 65, 70]))
def test_whoever_retires_has_reached_the_limit_in_the_month_before(lahir: date, bup: int) -> None:
    tmt = tmt_pensiun(lahir, bup)

    assert tmt.day == 1
    assert umur(lahir, tmt) == bup
    assert umur(lahir, tambah_bulan(tmt, -1) - timedelta(days=1)) == bup - 1


@pytest.mark.parametrize(
    ("hari", "harapan"),
    [
        pytest.param(date(2024, 2, 1), date(2024, 2, 29), id="leap February"),
        pytest.param(date(2026, 12, 31), date(2026, 12, 31), id="already there"),
    ],
)
def test_a_month_has_a_last_day(hari: date, harapan: date) -> None:
    assert akhir_bulan(hari) == harapan


LIBUR = frozenset({date(2026, 6, 1), date(2026, 6, 6), date(2026, 6, 16)})  # Mon, Sat, Tue


@pytest.mark.parametrize(
    ("mulai", "sampai", "pekan", "harapan"),
    [
        pytest.param(date(2026, 6, 1), date(2026, 6, 30), range(5), 20, id="a month"),
        pytest.param(date(2026, 6, 1), date(2026, 6, 30), range(6), 23, id="six-day week"),
        pytest.param(date(2026, 6, 6), date(2026, 6, 7), range(5), 0, id="a weekend"),
        pytest.param(date(2026, 6, 2), date(2026, 6, 2), range(5), 1, id="one day"),
        pytest.param(date(2026, 6, 1), date(2026, 6, 1), range(5), 0, id="a holiday"),
        pytest.param(date(2026, 6, 2), date(2026, 6, 1), range(5), 0, id="no span at all"),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(
    mulai: date, sampai: date, pekan: range, harapan: int
) -> None:
    assert hari_kerja(mulai, sampai, LIBUR, pekan) == harapan


@settings(deadline=None)
@given(HARI, st.integers(0, 60), st.sets(st.integers(0, 60), max_size=10))
def test_working_days_are_those_one_counts_by_hand(
    mulai: date, panjang: int, merah: set[int]
) -> None:
    libur = [mulai + timedelta(days=i) for i in merah]
    semua = [mulai + timedelta(days=i) for i in range(panjang)]

    assert hari_kerja(mulai, mulai + timedelta(days=panjang - 1), libur) == sum(
        h.weekday() < 5 and h not in libur for h in semua
    )


@pytest.mark.parametrize(
    ("mulai", "hari", "harapan"),
    [
        pytest.param(date(2026, 6, 4), 0, date(2026, 6, 4), id="no day"),
        pytest.param(date(2026, 6, 4), 1, date(2026, 6, 5), id="Thursday to Friday"),
        pytest.param(date(2026, 6, 5), 1, date(2026, 6, 8), id="over a weekend"),
        pytest.param(date(2026, 5, 29), 1, date(2026, 6, 2), id="over a weekend and a holiday"),
        pytest.param(date(2026, 6, 2), 10, date(2026, 6, 17), id="ten days over a holiday"),
    ],
)
def test_a_term_of_working_days_ends_on_a_working_day(
    mulai: date, hari: int, harapan: date
) -> None:
    assert tambah_hari_kerja(mulai, hari, LIBUR) == harapan


@settings(deadline=None)
@given(HARI, st.integers(1, 40))
def test_the_end_of_a_term_is_as_many_working_days_away_as_it_is_long(
    mulai: date, hari: int
) -> None:
    akhir = tambah_hari_kerja(mulai, hari, LIBUR)

    assert hari_kerja(mulai + timedelta(days=1), akhir, LIBUR) == hari


def test_a_term_without_working_days_or_backwards_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="negative"):
        tambah_hari_kerja(date(2026, 6, 1), -1, LIBUR)
    with pytest.raises(ValueError, match="working day"):
        tambah_hari_kerja(date(2026, 6, 1), 1, LIBUR, ())

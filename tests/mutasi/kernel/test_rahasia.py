"""How long a look for a plan stays sealed."""

from __future__ import annotations

from datetime import date

import pytest

from mutasi.kernel.rahasia import rahasia_sampai


@pytest.mark.parametrize(
    ("tmt", "sampai"),
    [
        (date(2026, 6, 1), date(2027, 6, 1)),
        (date(2028, 2, 29), date(2029, 2, 28)),
        (date(2020, 1, 1), date(2027, 6, 1)),
    ],
)
def test_a_look_is_sealed_a_year_beyond_the_plan_and_a_year_from_now(
    tmt: date, sampai: date
) -> None:
    assert rahasia_sampai(tmt, per=date(2026, 6, 1)) == sampai

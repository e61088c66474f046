"""Which source of a need counts, and how needs are rounded."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest

from penilaian.kernel.sumber import (
    URUTAN,
    bulatkan,
    empat_desimal,
    orang_bersama,
    yang_dipakai,
)
from penilaian.models import SumberKebutuhan


def test_every_choice_of_sources_is_decided_by_the_published_order() -> None:
    for banyak in range(1, len(URUTAN) + 1):
        for pilihan in combinations(URUTAN, banyak):
            assert yang_dipakai(set(pilihan)) == pilihan[0]


def test_without_a_source_nothing_counts() -> None:
    assert yang_dipakai([]) is None


def test_unknown_source_is_an_error_and_no_silence() -> None:
    with pytest.raises(ValueError, match="sumber kebutuhan tidak dikenal: perkiraan"):
        yang_dipakai(["penetapan", "perkiraan"])


def test_order_is_that_of_the_stored_sources() -> None:
    assert tuple(SumberKebutuhan.values) == URUTAN


@pytest.mark.parametrize(
    ("mentah", "orang"),
    [("0", 0), ("0.4999", 0), ("0.5", 1), ("1.5", 2), pytest.param("2.5", 3, id="not to even")],
)
def test_people_are_rounded_half_up(mentah: str, orang: int) -> None:
    assert bulatkan(Decimal(mentah)) == orang


def test_stored_need_has_four_decimals_half_up() -> None:
    assert empat_desimal(Decimal("1.00005")) == Decimal("1.0001")


def test_people_come_from_the_unrounded_need() -> None:
    mentah = Decimal("0.49996")

    assert (empat_desimal(mentah), bulatkan(mentah)) == (Decimal("0.5000"), 0)


@pytest.mark.parametrize(
    ("sumber", "orang"),
    [
        pytest.param("abk", 2, id="0.75 + 0.75 + 0.75 is rounded once"),
        pytest.param("guru", 3, id="three subjects are three teachers"),
        pytest.param("puskesmas", 3, id="a staff table counts people"),
    ],
)
def test_posts_counted_together_add_exact_needs_unless_these_are_people_already(
    sumber: str, orang: int
) -> None:
    assert orang_bersama(sumber, [(Fraction(3, 4), 1)] * 3) == orang
    assert orang_bersama(sumber, [(Fraction(9, 4), 3)]) == 3

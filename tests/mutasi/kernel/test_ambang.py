"""Small counts stay small: threshold, sums that give nothing away, the middle value."""

from __future__ import annotations

import pytest

from mutasi.kernel.ambang import jumlah_samar, median, samarkan


@pytest.mark.parametrize(
    ("n", "kata"),
    [(0, "tidak ada"), (1, "kurang dari 5"), (4, "kurang dari 5"), (5, "5"), (1250, "1.250")],
)
def test_count_below_the_threshold_is_not_told(n: int, kata: str) -> None:
    assert samarkan(n) == kata


@pytest.mark.parametrize(
    ("bagian", "kata"),
    [
        ([], "tidak ada"),
        ([10, 5, 0], "15"),
        ([10, 3], "sedikitnya 10"),
        ([4, 4], "sedikit"),
    ],
)
def test_sum_does_not_give_a_hidden_part_away(bagian: list[int], kata: str) -> None:
    assert jumlah_samar(bagian) == kata


def test_median_lies_between_the_two_in_the_middle() -> None:
    assert median([]) is None
    assert median([3, 1, 2]) == 2
    assert median([4, 1, 2, 3]) == 2.5

"""Random walks over the road: no state without its facts, no gate skipped, nobody on himself."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.factories.jalan import kantor
from tests.mutasi.jalan.model_jalan import JalanAcak, dunia_jalan, para_pelaku

LANGKAH = 50
SEPEREMPAT = 25_000


def _kantor() -> None:
    k = kantor()
    JalanAcak.kantor, JalanAcak.kasus = k, dunia_jalan(k)
    JalanAcak.pelaku = para_pelaku(k, JalanAcak.kasus)
    JalanAcak.langkah.clear()


def _jalan(contoh: int, benih: int) -> None:
    run_state_machine_as_test(
        seed(benih)(JalanAcak),
        settings=settings(
            max_examples=contoh, stateful_step_count=LANGKAH, deadline=None, database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],  # a walk is read as it is; shrinking takes minutes
        ),
    )  # fmt: skip


@pytest.mark.django_db
@pytest.mark.sekali
def test_random_acts_by_anybody_leave_the_road_intact(pada_hari_ini: Any) -> None:
    _kantor()

    _jalan(3, 0)

    assert JalanAcak.langkah["langkah"] > 100
    assert sum(n for apa, n in JalanAcak.langkah.items() if apa.startswith("jadi:")) > 20


@pytest.mark.django_db
@pytest.mark.panjang
@pytest.mark.sekali
@pytest.mark.parametrize("bagian", range(4))
def test_a_hundred_thousand_random_acts_leave_the_road_intact(
    pada_hari_ini: Any, bagian: int
) -> None:
    """Four quarters, so that four processes can share them."""
    _kantor()

    for benih in range(1000):
        _jalan(50, 1 + bagian * 1000 + benih)
        if JalanAcak.langkah["langkah"] >= SEPEREMPAT:
            break

    print(dict(sorted(JalanAcak.langkah.items())))  # noqa: T201 - read with -s
    assert JalanAcak.langkah["langkah"] >= SEPEREMPAT

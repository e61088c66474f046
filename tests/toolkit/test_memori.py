"""The collector rests while rows are built, and runs again whatever happens."""

from __future__ import annotations

import gc

import pytest

from toolkit.memori import tanpa_penyapu

pytestmark = pytest.mark.sekali


def _gagal() -> None:
    with tanpa_penyapu():
        assert not gc.isenabled()
        raise ValueError("rusak")


def test_collector_runs_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="rusak"):
        _gagal()

    assert gc.isenabled()


def test_inner_block_leaves_it_resting_for_the_outer_one() -> None:
    with tanpa_penyapu():
        with tanpa_penyapu():
            pass
        assert not gc.isenabled()

    assert gc.isenabled()

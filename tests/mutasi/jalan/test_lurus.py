"""The straight road to the TPK, kind by kind."""

from __future__ import annotations

import pytest

from mutasi.alur import StatusUsulan
from tests.factories import jalan as f

S = StatusUsulan


def test_a_pelaksana_passes_heads_and_employee_before_the_tpk(k: f.Kantor) -> None:
    u = f.kasus(k, S.SIDANG_TPK)
    assert u.status == S.SIDANG_TPK


@pytest.mark.parametrize("jenjang", ["pengawas", "administrator", "jf", "jpt"])
def test_levels(k: f.Kantor, jenjang: str) -> None:
    u = f.kasus(k, S.SIDANG_TPK, jenjang=jenjang)
    assert u.status == S.SIDANG_TPK

"""The department whose structure changes."""

from __future__ import annotations

from typing import Any

import pytest

from config.turunan import hitung_ulang
from tests.helpers.berkas_impor import sistem
from tests.penilaian.sotk import dunia_sotk as dunia
from tests.penilaian.sotk.dunia_sotk import PER, Dinas


@pytest.fixture
def dinas(pada_hari_ini: Any) -> Dinas:
    """The department as it is, its derived numbers right."""
    hasil = dunia.dinas()
    hitung_ulang(per=PER, oleh=sistem())
    return hasil

"""Who takes part in an objection, and the result it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.factories.keberatan import Para, hasil_siap, para


@pytest.fixture
def p(pada_hari_ini: Any) -> Para:
    """Everybody, on the fixed day."""
    return para()


@pytest.fixture
def satu(p: Para) -> Any:
    """The employee's delivered result."""
    return hasil_siap(p, disampaikan=date(2026, 5, 20), diakui=date(2026, 5, 22))

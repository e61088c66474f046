"""The office and its browsers, on the fixed day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import jalan as f
from tests.helpers.cerita import Peramban


@pytest.fixture
def k(db: None, pada_hari_ini: Any) -> f.Kantor:
    """Everybody a case meets."""
    return f.kantor()


@pytest.fixture
def p() -> Peramban:
    """Everybody's browser."""
    return Peramban()

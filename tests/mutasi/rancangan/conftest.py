"""One desk: a draft, its people, four posts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories.mutasi import Meja
from tests.factories.mutasi import meja as siapkan


@pytest.fixture
def meja(db: None, pada_hari_ini: Any) -> Meja:
    """On the fixed day."""
    return siapkan()

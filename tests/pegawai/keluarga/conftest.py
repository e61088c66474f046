"""The small office, on the fixed day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pegawai.dunia import Dunia, dunia


@pytest.fixture
def d(db: Any, pada_hari_ini: Any) -> Dunia:
    """Everybody and everything of the small office."""
    return dunia()

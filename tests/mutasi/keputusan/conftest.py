"""The office of the road with a signer, on the fixed day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.factories import jalan as f


@pytest.fixture
def k(db: None, pada_hari_ini: Any) -> f.Kantor:
    """Everybody a decree meets."""
    return f.kantor()

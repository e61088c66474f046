"""One office, and a browser for anybody in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from organisasi.models import Pengguna
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.helpers.layar import masuk


@pytest.fixture
def kantor(db: None, pada_hari_ini: Any) -> Kantor:
    """On the fixed day."""
    return f.kantor()


@pytest.fixture
def sebagai() -> Callable[[Pengguna], Client]:
    """Logged in as this person."""
    return masuk

"""One small office per test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.pegawai.impor import alat


@pytest.fixture
def kantor(db: Any, tmp_path: Path) -> alat.Kantor:
    """Units and jabatan, nobody yet."""
    return alat.kantor(tmp_path)

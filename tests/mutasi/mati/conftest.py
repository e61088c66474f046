"""An office of its own, with cases that wait for the PPK."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import cetakan
from tests.helpers.pekerja_mati import Kantor, kantor
from tests.mutasi.mati.perjalanan import BANYAK


@pytest.fixture
def di(tmp_path: Path) -> Iterator[Kantor]:
    """An office with cases that wait for the PPK."""
    with kantor(tmp_path) as satu:
        if satu.url.startswith("sqlite:"):
            cetakan.salin(Path(satu.url.removeprefix("sqlite:///")))
        satu.kelola("migrate", "-v0")
        isi = f"from tests.mutasi.mati.perjalanan import siapkan; siapkan({BANYAK})"
        satu.kelola("shell", "-v0", "-c", isi)
        yield satu

"""The searcher before the empty seat: for the tests of the search and of the comparison."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from organisasi.izin import Peran
from tests.factories import organisasi as org
from tests.mutasi.dunia_calon import dunia


@pytest.fixture
def kantor(pada_hari_ini: Any) -> dict[str, Any]:
    """The empty seat and the people before it."""
    return dunia()


@pytest.fixture
def analis(kantor: dict[str, Any]) -> Client:
    """An analyst, logged in."""
    klien = Client()
    klien.force_login(org.pengguna(Peran.ANALIS_BKD))
    return klien

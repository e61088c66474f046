"""One desk: a draft, its people, four posts."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from pegawai.services.turunan import segarkan_kata
from tests.factories.mutasi import Meja
from tests.factories.mutasi import meja as siapkan
from tests.mutasi.rancangan.alat import BACKEND


@pytest.fixture
def meja(db: None, pada_hari_ini: Any) -> Meja:
    """On the fixed day."""
    return siapkan()


@pytest.fixture
def ani(meja: Meja, client: Client) -> Client:
    """The browser of the maker; people can be found by words of their names."""
    segarkan_kata(None)
    client.force_login(meja.ani, backend=BACKEND)
    return client

"""One demonstration and one browser for all tests here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection

from tests.helpers.peramban import Layar, Situs, chromium, situs


@pytest.fixture(scope="session")
def peragaan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Situs]:
    """Kabupaten Contoh with 300 people, served; on SQLite whatever the suite runs on."""
    if connection.vendor != "sqlite":
        pytest.skip("the pages are the same on both databases; the browser looks once")
    with situs(tmp_path_factory.mktemp("peragaan"), pegawai=300) as tempat:
        yield tempat


@pytest.fixture(scope="module")
def browser(peragaan: Situs) -> Iterator[Any]:
    """Chromium; its event loop would forbid Django every query, so it goes with its module."""
    with chromium() as satu:
        yield satu


@pytest.fixture
def layar(browser: Any, peragaan: Situs) -> Iterator[Callable[..., Layar]]:
    """Opens windows: ``layar("analis_bkd", lebar=390)``; closes them afterwards."""
    terbuka: list[Layar] = []

    def buka(peran: str = "", **pilihan: Any) -> Layar:
        terbuka.append(Layar(browser, peragaan, peran=peran, **pilihan))
        return terbuka[-1]

    yield buka
    for satu in terbuka:
        satu.tutup()

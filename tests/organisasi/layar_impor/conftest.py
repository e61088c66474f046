"""The kind of import that exists in tests alone, an office, an analyst who is logged in."""

from __future__ import annotations

import pytest
from django.test import Client

from organisasi.izin import Peran
from organisasi.models import Pengguna
from tests.factories.organisasi import kabupaten, pengguna
from tests.helpers.impor_uji import jenis_libur, penjaga_jejak
from tests.helpers.layar import masuk_sebagai

__all__ = ["jenis_libur", "penjaga_jejak"]


@pytest.fixture
def kantor() -> None:
    kabupaten()


@pytest.fixture
def analis() -> Pengguna:
    return pengguna(Peran.ANALIS_BKD, nama="Rina")


@pytest.fixture
def masuk(client: Client, analis: Pengguna) -> Client:
    return masuk_sebagai(client, analis)

"""A lockout is one entry of the trail, however often somebody goes on trying."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from jejak.models import Peristiwa
from organisasi import tindakan
from organisasi.izin import Peran
from tests.factories.organisasi import pengguna as buat

pytestmark = pytest.mark.django_db
NIP = "198609262015051001"


@pytest.fixture(autouse=True)
def _awal() -> None:
    """No rate limit from another test."""
    cache.clear()


def _coba(kali: int, alamat: str = "127.0.0.1") -> None:
    for _ in range(kali):
        Client(REMOTE_ADDR=alamat).post("/akun/masuk/", {"login": NIP, "password": "salah"})


def _tercatat() -> tuple[int, int]:
    """Failures and lockouts in the trail."""
    gagal, terkunci = (
        Peristiwa.objects.filter(tindakan=satu.kode).count()
        for satu in (tindakan.MASUK_GAGAL, tindakan.MASUK_TERKUNCI)
    )
    return gagal, terkunci


def test_going_on_during_a_lockout_writes_nothing_more(pada_hari_ini: Any) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    _coba(5)
    assert _tercatat() == (4, 1)

    _coba(10)
    pada_hari_ini.shift(14 * 60)
    _coba(3)

    assert _tercatat() == (4, 1)


def test_the_next_lockout_is_written_again(pada_hari_ini: Any) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)
    _coba(7)

    pada_hari_ini.shift(15 * 60 + 1)
    cache.clear()
    _coba(7)

    assert _tercatat() == (8, 2)


def test_another_computer_is_locked_out_with_an_entry_of_its_own(pada_hari_ini: Any) -> None:
    buat(Peran.PEGAWAI, nama_pengguna=NIP)

    _coba(7)
    _coba(7, "127.0.0.2")
    _coba(3)

    assert _tercatat() == (8, 2)

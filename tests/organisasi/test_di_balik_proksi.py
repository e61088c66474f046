"""Behind nginx and a socket no request has an address of its own: limits count by what nginx says.

Without this nobody could log in at all, and one guesser would lock a person out everywhere.
"""

from __future__ import annotations

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.core.cache import cache
from django.test import Client

from config import env
from config import settings as asli
from organisasi.izin import Peran
from tests.factories.organisasi import SANDI, kabupaten
from tests.factories.organisasi import pengguna as buat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
MASUK = "/akun/masuk/"


@pytest.fixture(autouse=True)
def _di_balik_proksi(settings: Any) -> None:
    cache.clear()
    kabupaten()
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    buat(Peran.PEGAWAI, nama_pengguna="budi")


def dari(alamat: str) -> Client:
    """A browser at that address, as gunicorn sees it through the socket of nginx."""
    return Client(REMOTE_ADDR="", headers={"x-forwarded-for": alamat})


def coba(alamat: str, sandi: str) -> Any:
    return dari(alamat).post(MASUK, {"login": "budi", "password": sandi})


def test_somebody_comes_in_through_the_socket() -> None:
    assert coba("10.1.2.3", SANDI)["Location"] == "/"


def test_a_slip_can_be_used_through_the_socket() -> None:
    isi = {"nama_pengguna": "budi", "kode": "AAAA", "sandi": "kabut-pagi-di-lereng",
           "sandi_lagi": "kabut-pagi-di-lereng"}  # fmt: skip

    assert "tidak cocok" in dari("10.1.2.3").post("/aktivasi/", isi).content.decode()


def test_a_guesser_locks_his_own_address_and_not_the_owner() -> None:
    for _ in range(6):
        coba("10.6.6.6", "sandi-yang-salah")

    assert coba("10.6.6.6", SANDI).status_code == 429
    assert coba("10.1.2.3", SANDI)["Location"] == "/"
    assert set(AccessAttempt.objects.values_list("ip_address", flat=True)) <= {"10.6.6.6"}


def test_an_address_that_the_browser_made_up_counts_for_nothing() -> None:
    for nomor in range(6):
        coba(f"192.0.2.{nomor}, 10.6.6.6", "sandi-yang-salah")

    assert coba("10.6.6.6", SANDI).status_code == 429


def test_the_settings_trust_one_proxy_exactly_when_told_of_one() -> None:
    assert int(env.BEHIND_PROXY) == asli.ALLAUTH_TRUSTED_PROXY_COUNT

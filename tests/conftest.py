"""What holds for every test: no network, warnings are errors, one fixed day."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage
from hypothesis import HealthCheck
from hypothesis import settings as aturan_hypothesis

from tests.helpers import cetakan

# The same examples on every machine, and no verdict from a slow one.
aturan_hypothesis.register_profile(
    "serasi", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
aturan_hypothesis.load_profile("serasi")

HARI_INI = date(2026, 6, 1)
# What comes through pages and stories covers much and checks little of it: tracing it would double
# its time (Python 3.11 slows down whole processes for it) and hide that an act has no test of its
# own. The kernels and acts are covered by the tests that name them.
SINI = Path(__file__).parent
LEWAT_PINTU = {
    SINI / folder
    for folder in (
        "house", "cerita", "config", "peramban", "toolkit", "mutasi/halaman_jalan",
        "mutasi/penyerang", "mutasi/rahasia_jalan", "organisasi/layar_impor", "pegawai/layar",
    )
}  # fmt: skip
LAYAR = (
    "test_halaman", "test_layar", "test_rahasia", "test_orang_lain", "test_penuh", "test_model",
)  # fmt: skip


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--panjang`` adds what is too long for every run."""
    parser.addoption("--panjang", action="store_true", help="juga uji yang lama")
    parser.addoption(
        "--hanya-basis-data",
        action="store_true",
        help="hanya uji yang menyentuh basis data: untuk basis data kedua",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests out unless asked for; PostgreSQL ones run only there."""
    from django.db import connection

    # The served demonstration takes as long as 300 tests: whole in the first process, and early.
    items.sort(key=lambda item: "peramban" not in item.keywords)
    if config.getoption("--hanya-basis-data"):
        tanpa = [item for item in items if not _menyentuh_basis_data(item)]
        config.hook.pytest_deselected(items=tanpa)
        items[:] = [item for item in items if _menyentuh_basis_data(item)]
    panjang = config.getoption("--panjang")
    for item in items:
        if LEWAT_PINTU.intersection(item.path.parents) or item.path.name.startswith(LAYAR):
            item.add_marker(pytest.mark.no_cover)
        if "panjang" in item.keywords and not panjang:
            item.add_marker(pytest.mark.skip(reason="hanya dengan --panjang"))
        elif "panjang" in item.keywords:
            item.add_marker(pytest.mark.timeout(3600))
        if "postgres" in item.keywords and connection.vendor != "postgresql":
            item.add_marker(pytest.mark.skip(reason="hanya PostgreSQL"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Any:
    """What is not traced is set up untraced too; the mark alone spares the call only."""
    pelacak = Coverage.current() if item.get_closest_marker("no_cover") else None
    if pelacak is None:
        return (yield)
    pelacak.stop()
    try:
        return (yield)
    finally:
        pelacak.start()


def _menyentuh_basis_data(item: pytest.Item) -> bool:
    """Whether the answer may depend on which database it is."""
    if "sekali" in item.keywords:
        return False
    nama = set(getattr(item, "fixturenames", ()))
    return bool(item.get_closest_marker("django_db") or nama & {"db", "transactional_db"})


@pytest.fixture(autouse=True, scope="session")
def _berkas_statis_dicari() -> Iterator[None]:
    """Each test's own client would else list 2,000 static files first: half of the suite's time."""
    from django.test import override_settings

    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(autouse=True)
def _tanpa_jaringan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only loopback and local sockets: nothing in SERASI needs the network."""
    asli = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple) and address[0] not in {"127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"uji mencoba membuka jaringan: {address}")
        return asli(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def _berkas_sementara(settings: Any, tmp_path: Any) -> None:
    """Uploads of a test live and die with it; hashing is fast."""
    settings.MEDIA_ROOT = tmp_path / "berkas"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """A database in memory may already be filled when Django comes to make it."""
    from django.db import connection

    return bool(connection.vendor == "sqlite" and cetakan.tuang())


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """Migrations once per state of the code, not once per run."""
    from django.db import connection

    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            cetakan.simpan(connection.connection)


@pytest.fixture
def hari_ini() -> date:
    """The fixed day the tests live on."""
    return HARI_INI


@pytest.fixture
def pada_hari_ini() -> Iterator[Any]:
    """The clock stands at 09.00 of the fixed day (for views, which read it)."""
    import time_machine

    with time_machine.travel("2026-06-01 09:00 +0700", tick=False) as waktu:
        yield waktu

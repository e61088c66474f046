"""The guards of the trail in tests: opened around a flush, taken away to tamper.

A transactional test (``transaction=True``) ends with a flush. On PostgreSQL that is TRUNCATE, which
no row trigger sees; on SQLite it is DELETE, which the guards refuse. :func:`flush_past_guards`
opens them around every flush; ``tests/conftest.py`` enters it once for the whole session.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

penjaga = import_module("jejak.migrations.0002_hanya_tambah")


def _editor() -> Any:
    def execute(sql: str, params: Any = None) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)

    return SimpleNamespace(connection=connection, execute=execute)


def lepas_penjaga() -> None:
    """Take the guards away, as somebody with the owner's password could."""
    penjaga.lepas(None, _editor())


def pasang_penjaga() -> None:
    """Lay the guards again."""
    penjaga.pasang(None, _editor())


def penjaga_terpasang() -> list[str]:
    """The names of the guards the database holds now."""
    tabel = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'",
    }
    with connection.cursor() as cursor:
        cursor.execute(tabel[connection.vendor])
        return sorted(nama for (nama,) in cursor.fetchall() if nama.startswith("jejak_jaga_"))


@contextmanager
def tanpa_penjaga() -> Iterator[None]:
    """Without guards for a while; they stand again afterwards, whatever happened."""
    lepas_penjaga()
    try:
        yield
    finally:
        lepas_penjaga()
        pasang_penjaga()


@contextmanager
def flush_past_guards() -> Iterator[None]:
    """While this lasts, Django's flush on SQLite opens the guards first and lays them again."""
    asli = BaseDatabaseOperations.execute_sql_flush

    def execute_sql_flush(self: Any, sql_list: list[str]) -> None:
        if connection.vendor != "sqlite" or not penjaga_terpasang():
            asli(self, sql_list)
            return
        with tanpa_penjaga():
            asli(self, sql_list)

    BaseDatabaseOperations.execute_sql_flush = execute_sql_flush  # type: ignore[method-assign]
    try:
        yield
    finally:
        BaseDatabaseOperations.execute_sql_flush = asli  # type: ignore[method-assign]

"""`kelola.py uji` runs the suite on both databases, or says why it did not."""

from __future__ import annotations

import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest

from tests.helpers import dua_pangkalan, pangkalan_pg


def test_machine_without_postgresql_is_told_why_it_is_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pangkalan_pg, "_calon", lambda: iter(()))
    monkeypatch.setattr(dua_pangkalan, "_pytest", lambda *_: 0)

    status = dua_pangkalan.uji(Path(sys.executable), [])

    assert status == 0
    assert (
        "PostgreSQL: DILEWATI, karena peladen PostgreSQL (initdb dan postgres) tidak terpasang"
        in capsys.readouterr().out
    )


def test_postgresql_that_is_too_old_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pangkalan_pg, "_calon", lambda: iter((Path("/lama"),)))
    monkeypatch.setattr(pangkalan_pg, "_versi", lambda _: 13)

    with pytest.raises(pangkalan_pg.TidakAda, match="PostgreSQL 13 terlalu lama, perlu 15"):
        pangkalan_pg.cari()


def _proses(kode: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", kode])


def test_migrations_that_fail_on_postgresql_fail_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pangkalan_pg, "peladen", lambda: nullcontext("postgres://uji@127.0.0.1/x"))
    monkeypatch.setattr(dua_pangkalan, "_pytest", lambda *_: 0)
    monkeypatch.setattr(dua_pangkalan, "_cetak", lambda *_: _proses("raise SystemExit(3)"))

    assert dua_pangkalan.uji(Path(sys.executable), []) == 1


@pytest.mark.parametrize(
    ("sqlite", "postgres", "jadi"),
    [(0, 0, 0), (1, 0, 1), (0, 1, 1), pytest.param(1, 5, 5, id="the worse one counts")],
)
def test_result_is_the_worse_of_the_two_runs(
    monkeypatch: pytest.MonkeyPatch, sqlite: int, postgres: int, jadi: int
) -> None:
    hasil = {"SQLite": sqlite, "PostgreSQL": postgres}
    monkeypatch.setattr(pangkalan_pg, "peladen", lambda: nullcontext("postgres://uji@127.0.0.1/x"))
    monkeypatch.setattr(dua_pangkalan, "_pytest", lambda _p, nama, _u, _t: hasil[nama])
    monkeypatch.setattr(dua_pangkalan, "_cetak", lambda *_: _proses("pass"))

    assert dua_pangkalan.uji(Path(sys.executable), ["tests/house"]) == jadi

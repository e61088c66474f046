"""The locks hold what is asked for, with hashes, and every package has its reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kelola

AKAR = Path(kelola.__file__).parent


def _isi(nama: str) -> dict[str, str]:
    return dict(
        re.findall(r"(?m)^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==([^ ;\\\n]+)", _teks(nama).lower())
    )


def _teks(nama: str) -> str:
    return (AKAR / nama).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("syarat", "kunci"),
    [
        ("requirements.txt", "kunci.txt"),
        ("requirements-dev.txt", "kunci-dev.txt"),
        ("requirements-e2e.txt", "kunci-e2e.txt"),
    ],
)
def test_lock_holds_what_is_required(syarat: str, kunci: str) -> None:
    diminta, terkunci = _isi(syarat), _isi(kunci)

    assert diminta
    assert diminta.items() <= terkunci.items()


def test_longer_lock_holds_the_shorter_one() -> None:
    assert _isi("kunci.txt").items() <= _isi("kunci-dev.txt").items()
    assert _isi("kunci-dev.txt").items() <= _isi("kunci-e2e.txt").items()


@pytest.mark.parametrize("kunci", kelola.KUNCI)
def test_lock_hashes_everything_and_names_no_host(kunci: str) -> None:
    paket = re.split(r"(?m)^(?=[A-Za-z0-9._-]+==)", _teks(kunci))[1:]

    assert all("--hash=sha256:" in satu for satu in paket)
    assert not re.search(r"://|--index-url|--find-links|@ ", _teks(kunci))


def test_every_requirement_says_what_it_is_for() -> None:
    for nama in ("requirements.txt", "requirements-dev.txt", "requirements-e2e.txt"):
        baris = _teks(nama).splitlines()
        for sebelum, ini in zip(baris, baris[1:], strict=False):
            assert "==" not in ini or sebelum.startswith("# "), ini

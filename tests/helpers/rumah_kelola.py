"""kelola.py in a house of its own, so that its tests touch nothing of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

import kelola


def satu_kalimat(teks: str) -> str:
    """The one line on standard error, which ends as a sentence does."""
    assert teks.count("\n") == 1
    assert teks.endswith(".\n")
    return teks


def masuk_rumah_kosong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Lead kelola.py into an empty house: locks, no .venv, no data, no uv, no RODA."""
    for nama in kelola.KUNCI:
        (tmp_path / nama).write_text("asgiref==3.13.0 --hash=sha256:00\n", encoding="utf-8")
    monkeypatch.setattr(kelola, "AKAR", tmp_path)
    monkeypatch.setattr(kelola, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(kelola, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(kelola, "DATA", tmp_path / "data")
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    monkeypatch.delenv("RODA", raising=False)
    monkeypatch.setattr(kelola.shutil, "which", lambda nama: None)
    return tmp_path

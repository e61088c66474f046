"""The words of a PDF, read by a program of the system; without it such tests are skipped."""

from __future__ import annotations

import shutil
import subprocess

import pytest

PEMBACA = shutil.which("pdftotext")


def teks_pdf(isi: bytes) -> str:
    """All text of the document on one line, as a person reads it across the page."""
    if PEMBACA is None:
        pytest.skip("pdftotext tidak terpasang")
    hasil = subprocess.run(
        [PEMBACA, "-raw", "-q", "-", "-"], input=isi, capture_output=True, check=True, timeout=60
    )
    return " ".join(hasil.stdout.decode().replace("\u200b", "").split())


def jumlah_halaman(isi: bytes) -> int:
    """Pages, counted by the form feed that ends each."""
    if PEMBACA is None:
        pytest.skip("pdftotext tidak terpasang")
    hasil = subprocess.run(
        [PEMBACA, "-q", "-", "-"], input=isi, capture_output=True, check=True, timeout=60
    )
    return hasil.stdout.decode().count("\f")

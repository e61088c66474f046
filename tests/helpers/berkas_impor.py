"""A file on its way through the import machine, in two words; and what it did to the tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps

from organisasi.impor import JENIS, Hasil
from organisasi.models import Pengguna
from organisasi.services.impor import periksa_berkas, terapkan_berkas
from tests.helpers.xlsx import buku, simpan
from toolkit.tabular import Problem

HARI_INI = date(2026, 6, 1)


def sistem() -> Pengguna:
    """The technical account, as the command line uses it."""
    return Pengguna.objects.get(nama_pengguna="sistem")


def berkas(folder: Path, *baris: Sequence[object], nama: str = "uji.xlsx") -> Path:
    """A workbook of these rows, the header first."""
    return simpan(folder, buku(baris), nama)


def periksa(kode: str, path: Path, **lain: Any) -> Hasil:
    """Look at the file as kind ``kode`` on the fixed day."""
    return periksa_berkas(path, JENIS[kode], **{"per": HARI_INI, "oleh": sistem(), **lain})


def terapkan(kode: str, path: Path, **lain: Any) -> Hasil:
    """Apply the file as kind ``kode`` on the fixed day."""
    return terapkan_berkas(path, JENIS[kode], **{"per": HARI_INI, "oleh": sistem(), **lain})


def alamat(masalah: Sequence[Problem]) -> list[tuple[int, str | None, str]]:
    """Row, column and kind of each problem, in the order of the sheet."""
    return sorted((m.baris, m.kolom, m.kode) for m in masalah)


def jumlah(hasil: Hasil) -> tuple[int, int, int, int, int, int]:
    """baris, ditolak, baru, berubah, sama, keluar."""
    return (
        hasil.baris, hasil.ditolak, hasil.baru, hasil.berubah, hasil.sama, hasil.keluar,
    )  # fmt: skip


def isi_tabel() -> dict[str, int]:
    """How many rows every table holds."""
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }

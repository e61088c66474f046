"""Stored files that no row names, deleted once nobody can be about to name them.

A file is written before its row: a server that dies between, or an act that is rolled back, leaves
one behind. Every file field of every room is asked; other folders are not touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import FileField
from django.utils import timezone

from organisasi.models import Proses

# No act runs that long: a younger file may still get its row.
TERCECER = timedelta(days=1)
_DIHAPUS = ".dihapus"


def ruas_berkas() -> Iterator[FileField]:
    """Every file field of the product, each once."""
    for model in apps.get_models():
        yield from (f for f in model._meta.local_concrete_fields if isinstance(f, FileField))


def folder(ruas: FileField) -> str:
    """The folder its files lie in: the first step of ``upload_to``."""
    return str(ruas.upload_to).partition("/")[0]


def hapus_berkas_tercecer() -> int:
    """Sweep the folders of all file fields; how many files went."""
    akar, batas = Path(settings.MEDIA_ROOT), (timezone.now() - TERCECER).timestamp()
    semua = list(ruas_berkas())
    lama = [
        berkas
        for nama in sorted({folder(ruas) for ruas in semua})
        for berkas in (akar / nama).rglob("*")
        if berkas.is_file() and _tua(berkas, batas)
    ]
    # The names are read after the files: what got its row meanwhile is among them.
    dikenal = {nama for ruas in semua for nama in _nama(ruas)} | _ditunggu() if lama else set()
    tercecer = [b for b in lama if b.relative_to(akar).as_posix() not in dikenal]
    return sum(_hapus(berkas, batas) for berkas in tercecer)


def _nama(ruas: FileField) -> Iterator[str]:
    rows = ruas.model._base_manager.exclude(**{ruas.name: ""}).order_by()
    yield from rows.values_list(ruas.name, flat=True).iterator()


def _ditunggu() -> set[str]:
    """Everything that waiting work names: a scan brought with it has no row yet."""
    rows = Proses.objects.berjalan().values_list("parameter", flat=True)
    return {kata for isi in rows for kata in _kata(isi)}


def _kata(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict | list):
        for satu in isi.values() if isinstance(isi, dict) else isi:
            yield from _kata(satu)


def _tua(berkas: Path, batas: float) -> bool:
    return berkas.stat().st_mtime < batas


def _hapus(berkas: Path, batas: float) -> bool:
    """Out of the way first, then looked at again: an act that just chose this file touched it
    before (it is put back), or finds it gone (and stores it anew)."""
    menyisih = berkas.with_name(berkas.name.removesuffix(_DIHAPUS) + _DIHAPUS)
    try:
        berkas.rename(menyisih)
    except FileNotFoundError:  # another worker sweeps too
        return False
    if not _tua(menyisih, batas):
        menyisih.rename(berkas)
        return False
    menyisih.unlink(missing_ok=True)
    return True

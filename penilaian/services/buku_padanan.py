"""Names that wait and decisions made as workbooks: exactly the filtered lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from django.http import FileResponse

from penilaian.columns.padanan import DI_LUAR, KEPUTUSAN
from penilaian.selectors.padanan import Menunggu, lengkapi
from toolkit.tabular import Column
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku

PER_LANGKAH = 200


def buku_menunggu(hasil: Menunggu, *, per: date) -> FileResponse:
    """The names in the order of the list, with their proposals."""
    for awal in range(0, len(hasil.baris), PER_LANGKAH):
        lengkapi(hasil.baris[awal : awal + PER_LANGKAH], aturan=hasil.aturan)
    return _unduh("Menunggu padanan", DI_LUAR, hasil.baris, f"padanan-menunggu-{per:%Y-%m-%d}.xlsx")


def buku_keputusan(semua: Iterable[Any], *, per: date) -> FileResponse:
    """The decisions with who, when and why."""
    return _unduh("Keputusan", KEPUTUSAN, semua, f"padanan-keputusan-{per:%Y-%m-%d}.xlsx")


def _unduh(judul: str, kolom: Sequence[Column], baris: Iterable[Any], nama: str) -> FileResponse:
    berkas = BytesIO()
    tulis_buku(berkas, [LembarTulis(judul, kolom, baris_objek(kolom, baris))])
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=nama)

"""Workbooks made of a needs sheet: its remainder, and the template that needs no matching."""

from __future__ import annotations

from io import BytesIO

from django.db.models import QuerySet
from django.http import FileResponse

from penilaian.columns.lembar import SISA, TEMPLAT
from penilaian.models import BarisLembar, LembarAbk
from penilaian.selectors.lembar import templat_lembar
from toolkit.xlsx import LembarTulis, baris_objek, tulis_buku


def buku_baris(lembar: LembarAbk, rows: QuerySet[BarisLembar]) -> FileResponse:
    """The rows of a list with their seats and why they remain."""
    isi = LembarTulis("Baris", SISA, baris_objek(SISA, rows))
    return _unduhan(isi, f"lembar-abk-{lembar.pk}-baris.xlsx")


def buku_templat(lembar: LembarAbk) -> FileResponse:
    """Matched posts with their ids and needs, in the layout of the kind ``kebutuhan``."""
    isi = LembarTulis("kebutuhan", TEMPLAT, baris_objek(TEMPLAT, templat_lembar(lembar)))
    return _unduhan(isi, f"kebutuhan-berid-{lembar.per:%Y-%m-%d}.xlsx")


def _unduhan(isi: LembarTulis, nama: str) -> FileResponse:
    berkas = BytesIO()
    tulis_buku(berkas, [isi])
    berkas.seek(0)
    return FileResponse(berkas, as_attachment=True, filename=nama)

"""The trail as a file an auditor takes home: one JSON object per line (``docs/jejak.md``)."""

from __future__ import annotations

from collections.abc import Iterator

from jejak import bacaan
from jejak.kernel.kanonik import kanonik


def baris_jsonl() -> Iterator[str]:
    """A line per entry in order; then a line per content without an entry, if there is any."""
    for baris in bacaan.semua(sampai=bacaan.akhir()[0]):
        yield f"{kanonik(baris)}\n"
    for yatim in bacaan.isi_tanpa_entri():
        yield f"{kanonik(yatim)}\n"

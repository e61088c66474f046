"""Tools of the tests of the trail: export to a file, ask the auditor's checker."""

from __future__ import annotations

from pathlib import Path

import periksa_jejak
from jejak.ekspor import baris_jsonl


def ekspor(tujuan: Path) -> Path:
    """The trail as a file."""
    tujuan.write_text("".join(baris_jsonl()), encoding="utf-8")
    return tujuan


def luring(berkas: Path, akar: str = "") -> int:
    """The exit status of the offline checker."""
    return periksa_jejak.main([str(berkas), *(["--akar", akar] if akar else [])])

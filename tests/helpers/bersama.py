"""The folder beside the repository with whole invented downloads; absent on most machines."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
SIASN = SHARED / "data" / "siasn"

perlu_bersama = pytest.mark.skipif(
    not (SIASN / "oracle.json").is_file(), reason="the shared sample downloads are not here"
)


@cache
def oracle() -> dict[str, Any]:
    """What a correct importer must find in the sample downloads; empty where they are absent."""
    berkas = SIASN / "oracle.json"
    if not berkas.is_file():
        return {"wadah": {}, "berkas": {}, "kebijakan": {}}
    isi: dict[str, Any] = json.loads(berkas.read_text(encoding="utf-8"))
    return isi

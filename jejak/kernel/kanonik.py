"""Canonical JSON: one value has one spelling, so that two machines get the same hash.

Keys sorted by code point, no blanks, UTF-8 written as is, text in Unicode form NFC. Text is
normalised when an entry is *written* (:func:`polos`, :func:`rapi`), never when it is checked:
a check that normalised first would overlook a change of form.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any
from uuid import UUID

Json = None | bool | int | float | str | list[Any] | dict[str, Any]

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


def kanonik(nilai: Json) -> str:
    """The one spelling of a value that is already plain JSON."""
    return _ENCODER.encode(nilai)


def rapi(teks: str) -> str:
    """Text in form NFC; a plain ``str`` even when a subclass came in."""
    if teks.isascii():
        return str.__str__(teks)
    return unicodedata.normalize("NFC", teks)


def waktu_kanonik(waktu: datetime) -> str:
    """A moment in UTC with exactly six digits of a second: ``2026-02-28T03:04:05.000000Z``."""
    if waktu.tzinfo is None:
        raise ValueError("Waktu tanpa zona tidak dapat dicatat.")
    return f"{waktu.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def polos(nilai: object) -> Json:
    """Turn what a domain holds into plain JSON: dates ISO, Decimal as text, sets sorted."""
    if nilai is None or isinstance(nilai, bool):
        return nilai
    if isinstance(nilai, Enum):
        return polos(nilai.value)
    if isinstance(nilai, str):
        return rapi(nilai)
    if isinstance(nilai, int):
        return int(nilai)
    if isinstance(nilai, Mapping):
        return {rapi(str(kunci)): polos(isi) for kunci, isi in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [polos(satu) for satu in nilai]
    if isinstance(nilai, set | frozenset):
        return sorted((polos(satu) for satu in nilai), key=kanonik)
    return _nilai_tunggal(nilai)


def _nilai_tunggal(nilai: object) -> Json:
    if isinstance(nilai, datetime):
        return waktu_kanonik(nilai) if nilai.tzinfo else nilai.isoformat()
    if isinstance(nilai, date | time):
        return nilai.isoformat()
    if isinstance(nilai, Decimal | UUID):
        return str(nilai)
    if isinstance(nilai, float) and isfinite(nilai):
        return nilai
    raise TypeError(f"Nilai jenis {type(nilai).__name__} tidak dapat dicatat di jejak.")

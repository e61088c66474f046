"""Frozen: a paper as canonical JSON, its sha256, and the way back.

The text has sorted keys, no blanks between tokens, UTF-8, days as YYYY-MM-DD; two papers are the
same if and only if their texts are. ``versi`` lets a later shape read what an earlier one stored.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterable
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from mutasi.kernel.naskah.bahan import Naskah
from mutasi.kernel.naskah.berita_acara import BeritaAcaraSumpah, BeritaAcaraTpk
from mutasi.kernel.naskah.keputusan import Keputusan, Petikan, Ralat
from mutasi.kernel.naskah.surat import (
    BarisUsulan,
    NotaDinas,
    Pemberitahuan,
    Pernyataan,
    SuratUsulan,
    TandaTerima,
    Undangan,
)

VERSI = 1
JENIS: dict[str, type[Naskah]] = {
    n.JENIS: n
    for n in (
        Keputusan, Petikan, Ralat, BeritaAcaraTpk, BeritaAcaraSumpah, SuratUsulan, NotaDinas,
        Undangan, Pernyataan, Pemberitahuan, TandaTerima,
    )
}  # fmt: skip


class NaskahRusak(ValueError):
    """A stored text is no paper: somebody changed it, or it is of a later version."""


def kanonik(naskah: Naskah) -> str:
    """The text that is stored and hashed."""
    return _tulis({"isi": asdict(naskah), "jenis": naskah.JENIS, "versi": VERSI})


def sidik(teks: str) -> str:
    """sha256 of a canonical text, as the footer shows it."""
    return sha256(teks.encode()).hexdigest()


def sidik_daftar(daftar: Iterable[BarisUsulan]) -> str:
    """The hash of a daftar nominatif alone: the same list in two letters bears the same one."""
    return sidik(_tulis([asdict(baris) for baris in daftar]))


def baca(teks: str) -> Naskah:
    """The paper of a canonical text; :exc:`NaskahRusak` for everything else, also other spacing."""
    try:
        bungkus = json.loads(teks)
        kelas = JENIS[bungkus["jenis"]]
        naskah: Naskah = _benda(kelas, bungkus["isi"])
    except (ValueError, KeyError, TypeError) as galat:
        raise NaskahRusak("Naskah yang tersimpan tidak dapat dibaca.") from galat
    if bungkus.get("versi") != VERSI or kanonik(naskah) != teks:
        raise NaskahRusak("Naskah yang tersimpan tidak dalam bentuk bakunya.")
    return naskah


def _tulis(isi: object) -> str:
    return json.dumps(
        isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False,
        default=_hari,
    )  # fmt: skip


def _hari(nilai: object) -> str:
    if type(nilai) is date:
        return nilai.isoformat()
    raise TypeError(f"A paper holds text, days and whole numbers, not {type(nilai).__name__}")


@cache
def _jenis(kelas: Any) -> dict[str, Any]:
    hints = get_type_hints(kelas)
    return {f.name: hints[f.name] for f in fields(kelas)}


def _benda(kelas: Any, isi: dict[str, Any]) -> Any:
    jenis = _jenis(kelas)
    if isi.keys() != jenis.keys():
        raise KeyError(*(isi.keys() ^ jenis.keys()))
    return kelas(**{nama: _nilai(jenis[nama], nilai) for nama, nilai in isi.items()})


def _nilai(jenis: Any, nilai: Any) -> Any:
    asal = get_origin(jenis)
    if asal in (Union, types.UnionType):
        pilihan = [satu for satu in get_args(jenis) if satu is not type(None)]
        return None if nilai is None else _nilai(pilihan[0], nilai)
    if asal is tuple:
        if not isinstance(nilai, list):
            raise TypeError("a list was expected")
        return tuple(_nilai(get_args(jenis)[0], satu) for satu in nilai)
    if asal is Literal:
        if nilai not in get_args(jenis):
            raise ValueError(nilai)
        return nilai
    if is_dataclass(jenis):
        return _benda(jenis, nilai)
    if jenis is date:
        return date.fromisoformat(nilai)
    if type(nilai) is not jenis:
        raise TypeError(f"{jenis} was expected")
    return nilai

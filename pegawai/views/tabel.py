"""A list of columns and a page of things made into a table a template can draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from toolkit.tabular import Column

ANGKA = ("bulat", "desimal")


class Sel(NamedTuple):
    """One cell: how it is drawn, and what."""

    jenis: str
    nilai: Any


@dataclass(frozen=True)
class Kepala:
    """A header: ``urut`` is what a click asks for, ``arah`` how the list stands now."""

    judul: str
    angka: bool
    urut: str
    arah: str


@dataclass(frozen=True)
class Baris:
    """A row, and where its first cell leads."""

    url: str
    sel: list[Sel]


@dataclass(frozen=True)
class Tabel:
    """The whole table."""

    judul: str
    kepala: list[Kepala]
    baris: list[Baris]


def susun_tabel(
    judul: str,
    kolom: Sequence[Column],
    benda: Iterable[Any],
    *,
    url: Callable[[Any], str],
    urut: str = "",
    terurut: Sequence[str] = (),
) -> Tabel:
    """Cells by column; only ``terurut`` columns offer to sort."""
    baris = [Baris(url(b), [Sel(_jenis(k), k.nilai_dari(b)) for k in kolom]) for b in benda]
    return Tabel(judul, [_kepala(k, urut, terurut) for k in kolom], baris)


def _jenis(kolom: Column) -> str:
    return kolom.key if kolom.key in ("nip", "tanda") else kolom.jenis


def _kepala(kolom: Column, urut: str, terurut: Sequence[str]) -> Kepala:
    arah = {kolom.key: "ascending", f"-{kolom.key}": "descending"}.get(urut, "")
    berikut = f"-{kolom.key}" if arah == "ascending" else kolom.key
    return Kepala(kolom.header, kolom.jenis in ANGKA, berikut if kolom.key in terurut else "", arah)

"""The whole trail as stored, entry by entry in constant memory: for checking and for export.

Values come as the database holds them, not as the ORM would mend them. On SQLite, where a cell may
hold anything, what has the wrong type or is no UTF-8 comes as text that cannot match its hash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from jejak.kernel.rantai import AWAL, BARIS, KOLOM

PER_LANGKAH = 2000
TERKECIL = -(2**63)
BILANGAN = ("urutan", "versi")

# A moment exactly as Django stores it on SQLite: no fraction when it is zero.
_WAKTU_SQLITE = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(\.(?!000000)\d{6})?", re.ASCII)
_WAKTU = {
    "sqlite": "CASE typeof(p.waktu) WHEN 'text' THEN CAST(p.waktu AS text) END",
    "postgresql": "to_char(p.waktu AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
}


def akhir() -> tuple[int, int, str]:
    """In one look, so that no writer comes between: number of the last entry (0 for none), and
    number and hash of the head row (as of an empty trail when there is none)."""
    ((terakhir, nomor, hash_),) = _baris(
        "SELECT (SELECT max(urutan) FROM jejak_peristiwa),"
        " (SELECT urutan FROM jejak_kepalajejak WHERE id = 1),"
        " (SELECT hash FROM jejak_kepalajejak WHERE id = 1)",
        [],
    )
    return terakhir or 0, nomor or 0, hash_ or AWAL


def satu(urutan: int) -> dict[str, Any] | None:
    """One entry with its content."""
    return next(semua(sampai=urutan, sesudah=urutan - 1), None)


def semua(sampai: int, sesudah: int = TERKECIL) -> Iterator[dict[str, Any]]:
    """Every entry with its content, in order of its number, after one number up to another."""
    kolom = [f"p.{nama}" if nama != "waktu" else _WAKTU[connection.vendor] for nama in KOLOM]
    sql = (  # every part stands in this file
        f"SELECT {', '.join(kolom)}, p.hash FROM jejak_peristiwa p"  # noqa: S608
        " WHERE p.urutan > %s AND p.urutan <= %s ORDER BY p.urutan LIMIT %s"
    )
    while True:
        langkah = _baris(sql, [sesudah, sampai, PER_LANGKAH])
        if not langkah:
            return
        isi = _isi(langkah[0][0], langkah[-1][0])
        for baris in langkah:
            utuh = (*baris, *isi.get(baris[0], (None, None)))
            yield _bersih(dict(zip(BARIS, utuh, strict=True)))
        sesudah = langkah[-1][0]


def _isi(dari: int, sampai: int) -> dict[int, tuple[Any, Any]]:
    """Asked for apart: a join that goes on from a number is planned badly by PostgreSQL."""
    langkah = _baris(
        "SELECT urutan, garam, isi FROM jejak_isiperistiwa WHERE urutan >= %s AND urutan <= %s",
        [dari, sampai],
    )
    return {urutan: (garam, isi) for urutan, garam, isi in langkah}


def _baris(sql: str, nilai: list[Any]) -> list[tuple[Any, ...]]:
    with apa_adanya(), connection.cursor() as cursor:
        cursor.execute(sql, nilai)
        return cursor.fetchall()


def isi_tanpa_entri(batas: int = 1000) -> list[dict[str, Any]]:
    """Content that belongs to no entry: there should be none."""
    langkah = _baris(
        "SELECT i.urutan, i.garam, i.isi FROM jejak_isiperistiwa i"
        " LEFT JOIN jejak_peristiwa p ON p.urutan = i.urutan"
        " WHERE p.urutan IS NULL ORDER BY i.urutan LIMIT %s",
        [batas],
    )
    return [_bersih(dict(zip(("urutan", "garam", "isi"), satu, strict=True))) for satu in langkah]


def _bersih(baris: dict[str, Any]) -> dict[str, Any]:
    for nama, nilai in baris.items():
        if nama not in BILANGAN and nilai is not None and not isinstance(nilai, str):
            baris[nama] = f"{type(nilai).__name__}:{nilai!r}"
    if connection.vendor == "sqlite" and "waktu" in baris:
        cocok = _WAKTU_SQLITE.fullmatch(baris["waktu"] or "")
        if cocok:
            baris["waktu"] = f"{cocok[1]}T{cocok[2]}{cocok[3] or '.000000'}Z"
    if not isinstance(baris.get("versi", 0), int):
        baris["versi"] = str(baris["versi"])
    return baris


@contextmanager
def apa_adanya() -> Iterator[None]:
    """On SQLite: broken text arrives as other text instead of stopping the reading."""
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    asli = connection.connection.text_factory
    connection.connection.text_factory = lambda data: data.decode("utf-8", "backslashreplace")
    try:
        yield
    finally:
        connection.connection.text_factory = asli

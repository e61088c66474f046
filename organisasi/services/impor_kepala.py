"""The headers of an unknown layout with sample values, and the proposal which is which."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path
from typing import Any

from toolkit.tabular import BerkasDitolak, Column, kunci_kepala, tampil
from toolkit.xlsx import baca_buku

CONTOH = 3
MIRIP = 0.72  # below this a proposal is more often wrong than right
SINGKATAN = {
    "tgl": "tanggal", "nm": "nama", "jab": "jabatan", "pend": "pendidikan", "gol": "golongan",
    "thn": "tahun", "th": "tahun", "no": "nomor", "ket": "keterangan", "jml": "jumlah",
    "jns": "jenis", "kel": "kelamin", "jk": "jenis kelamin", "tmp": "tempat",
}  # fmt: skip


@dataclass(frozen=True)
class Kepala:
    """One row that looks like headers, and up to three values below each."""

    judul: tuple[str, ...]
    contoh: tuple[tuple[str, ...], ...]

    @staticmethod
    def sidik_dari(judul: Iterable[str]) -> str:
        """The fingerprint of a layout: its headers, in whatever order and spelling."""
        kunci = sorted(kunci_kepala(satu) for satu in judul)
        return hashlib.sha256("\n".join(kunci).encode()).hexdigest()

    @property
    def sidik(self) -> str:
        return self.sidik_dari(self.judul)

    def sebagai_json(self) -> list[list[Any]]:
        """[[header, [sample, ...]], ...] as the preview keeps it."""
        return [[judul, list(c)] for judul, c in zip(self.judul, self.contoh, strict=True)]


def kepala_berkas(path: Path) -> Kepala | None:
    """The best candidate among the first rows of every sheet; None when nothing looks like one."""
    try:
        with baca_buku(path) as buku:
            calon = [_kepala(lembar.cuplikan()) for lembar in buku.lembar]
    except BerkasDitolak:
        return None
    return max((k for k in calon if k), key=lambda k: len(k.judul), default=None)


def _kepala(baris: Sequence[tuple[int, Sequence[Any]]]) -> Kepala | None:
    terbaik, letak = 1, None
    for i, (_, nilai) in enumerate(baris):
        terisi = [n for n in nilai if n != ""]
        if len(terisi) > terbaik and all(_seperti_judul(n) for n in terisi):
            terbaik, letak = len(terisi), i
    if letak is None or letak + 1 >= len(baris):
        return None
    kolom: dict[str, int] = {}
    for i, nilai in enumerate(baris[letak][1]):
        if nilai != "":
            kolom.setdefault(" ".join(str(nilai).split()), i)
    contoh = tuple(_contoh(baris[letak + 1 :], i) for i in kolom.values())
    return Kepala(tuple(kolom), contoh)


def _seperti_judul(nilai: Any) -> bool:
    return isinstance(nilai, str) and 0 < len(nilai) <= 100 and not nilai.strip("' ").isdecimal()


def _contoh(baris: Sequence[tuple[int, Sequence[Any]]], i: int) -> tuple[str, ...]:
    nilai = (tampil(n[i]) for _, n in baris if i < len(n))
    return tuple(n[:60] for n in nilai if n)[:CONTOH]


def usulkan(judul: Sequence[str], kolom: Sequence[Column]) -> dict[str, str]:
    """Header of the file to the most similar of ours, each of ours once; "" where none is near."""
    nilai = sorted(
        (
            (max(_mirip(satu, nama) for nama in (k.header, *k.aliases)), -i, -j)
            for i, satu in enumerate(judul)
            for j, k in enumerate(kolom)
        ),
        reverse=True,
    )
    hasil = dict.fromkeys(judul, "")
    terpakai: set[int] = set()
    for mirip, i, j in nilai:
        if mirip < MIRIP:
            break
        if not hasil[judul[-i]] and -j not in terpakai:
            hasil[judul[-i]] = kolom[-j].header
            terpakai.add(-j)
    return hasil


def _mirip(satu: str, dua: str) -> float:
    return SequenceMatcher(None, _panjang(satu), _panjang(dua), autojunk=False).ratio()


@lru_cache(maxsize=1024)
def _panjang(judul: str) -> str:
    """A header with its abbreviations written out, as one word."""
    kata = judul.replace("_", " ").replace(".", " ").casefold().split()
    return kunci_kepala(" ".join(SINGKATAN.get(satu, satu) for satu in kata))

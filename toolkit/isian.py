"""How a sheet may be filled in by hand: which cells are shut, and what the open ones accept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Pilihan:
    """One of these words, offered as a list in the cell."""

    kata: Sequence[str]
    pesan: str

    def pilihan(self) -> dict[str, Any]:
        """As the writer of workbooks asks for it."""
        return {"validate": "list", "source": list(self.kata), **_galat(self.pesan)}


@dataclass(frozen=True)
class Bilangan:
    """A number from zero (left out itself when ``lebih``) to ``paling_besar``."""

    paling_besar: int
    pesan: str
    lebih: bool = False

    def pilihan(self) -> dict[str, Any]:
        """As the writer of workbooks asks for it."""
        bawah = 0.000001 if self.lebih else 0
        batas = {"criteria": "between", "minimum": bawah, "maximum": self.paling_besar}
        return {"validate": "decimal", **batas, **_galat(self.pesan)}


@dataclass(frozen=True)
class Panjang:
    """A text of at most so many characters."""

    paling_banyak: int
    pesan: str

    def pilihan(self) -> dict[str, Any]:
        """As the writer of workbooks asks for it."""
        batas = {"criteria": "<=", "value": self.paling_banyak}
        return {"validate": "length", **batas, **_galat(self.pesan)}


def _galat(pesan: str) -> dict[str, Any]:
    return {
        "ignore_blank": True,
        "error_title": "Isian tidak dapat dipakai",
        "error_message": pesan,
    }


@dataclass(frozen=True)
class Isian:
    """``kunci``: keys of columns that are shut and grey; ``aturan``: what the cells of a column
    accept; ``tambahan``: so many rows below the last one are open in every column."""

    kunci: frozenset[str] = frozenset()
    aturan: Mapping[str, Pilihan | Bilangan | Panjang] = field(default_factory=dict)
    tambahan: int = 0

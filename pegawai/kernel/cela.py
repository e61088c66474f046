"""What a kernel finds wrong with a value: a code, a sentence, and how much it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Cela:
    """`tolak` keeps the row out; `peringatan` lets it in and says so."""

    kode: str
    pesan: str
    tingkat: Literal["tolak", "peringatan"] = "tolak"

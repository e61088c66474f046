"""A line of exact values over periods as pixels; what is drawn stands in a table beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor

from penilaian.kernel.gambar import Sumbu, sumbu, x, y

_HALUS = 100  # an axis knows whole numbers; two decimals of a value still move its point


@dataclass(frozen=True)
class GarisWaktu:
    """Points of values and of targets, the axis, and where each period is named.

    ``nilai`` and ``target``: x, y of every value known; ``potongan`` are the runs of values
    without a gap, as SVG points: over a period without a value no line is drawn.
    """

    sumbu: Sumbu
    potongan: tuple[str, ...]
    nilai: tuple[tuple[int, int], ...]
    target: tuple[str, ...]
    nama: tuple[tuple[int, str], ...]


def garis_waktu(baris: Sequence[tuple[str, Decimal, Decimal | None]]) -> GarisWaktu | None:
    """(name, target, value) from the oldest period on; None while fewer than two have a value."""
    ada = [n for _, _, n in baris if n is not None]
    if len(ada) < 2:
        return None
    semua = [*ada, *(target for _, target, _ in baris)]
    garis, bawah, atas = sumbu(floor(min(semua)), ceil(max(semua)))

    def titik(nomor: int, nilai: Decimal) -> tuple[int, int]:
        return x(nomor, len(baris)), y(round(nilai * _HALUS), bawah * _HALUS, atas * _HALUS)

    nilai = [None if n is None else titik(i, n) for i, (_, _, n) in enumerate(baris)]
    return GarisWaktu(
        garis,
        _potongan(nilai),
        tuple(satu for satu in nilai if satu is not None),
        _potongan([titik(i, t) for i, (_, t, _) in enumerate(baris)]),
        tuple((x(i, len(baris)), nama) for i, (nama, _, _) in enumerate(baris)),
    )


def _potongan(titik: Sequence[tuple[int, int] | None]) -> tuple[str, ...]:
    """Runs of at least two points."""
    hasil: list[list[str]] = [[]]
    for satu in titik:
        if satu is None:
            hasil.append([])
        else:
            hasil[-1].append(f"{satu[0]},{satu[1]}")
    return tuple(" ".join(run) for run in hasil if len(run) > 1)

"""One score among those of the same job family: baskets without names, the own one marked.

Groups smaller than the published minimum are not shown at all, and a basket that holds fewer than
that is drawn without its count: in a small group a number would be a name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from penilaian.kernel.angka_kata import bunyi_angka

# Lower bounds; most scores lie above 50, so that the lower half is one basket.
BATAS = (Decimal(0), *(Decimal(n) for n in range(50, 100, 5)))
PUNCAK = Decimal(100)
_SEPULUH = 10


@dataclass(frozen=True)
class Keranjang:
    """Scores from ``dari`` up to but without ``sampai`` (the last one includes it).

    ``banyak`` None: somebody is in it, but too few to be counted aloud. ``panjang``: its bar in
    percent of the longest one.
    """

    dari: Decimal
    sampai: Decimal
    banyak: int | None
    panjang: int
    sendiri: bool

    @property
    def bunyi(self) -> str:
        """Its bounds in words."""
        if self.dari == BATAS[0]:
            return f"di bawah {bunyi_angka(self.sampai)}"
        return f"{bunyi_angka(self.dari)} – {bunyi_angka(self.sampai)}"


@dataclass(frozen=True)
class Sebaran:
    """The baskets and one sentence; without baskets the sentence says why."""

    banyak: int
    keranjang: tuple[Keranjang, ...]
    bunyi: str


def letak(nilai: Decimal) -> int:
    """The basket of a score, counted from 0."""
    return bisect_right(BATAS, nilai) - 1


def sebaran(
    isi: Sequence[int], *, sendiri: Decimal | None, lebih_rendah: int, minimal: int
) -> Sebaran:
    """``isi``: people per basket, oneself included; ``lebih_rendah``: how many score less.

    ``sendiri`` None: one has no score oneself, and looks at the others only.
    """
    banyak = sum(isi)
    if banyak < minimal:
        return Sebaran(banyak, (), _terlalu_kecil(minimal))
    milik = None if sendiri is None else letak(sendiri)
    terbanyak = max(isi)
    keranjang = tuple(
        _satu(n, jumlah, terbanyak, minimal, sendiri=n == milik) for n, jumlah in enumerate(isi)
    )
    return Sebaran(banyak, keranjang, _bunyi(banyak, sendiri, lebih_rendah))


def _satu(n: int, jumlah: int, terbanyak: int, minimal: int, *, sendiri: bool) -> Keranjang:
    sampai = BATAS[n + 1] if n + 1 < len(BATAS) else PUNCAK
    sedikit = 0 < jumlah < minimal
    tinggi = min(minimal - 1, terbanyak) if sedikit else jumlah
    panjang = -(-tinggi * 100 // max(terbanyak, 1))
    return Keranjang(BATAS[n], sampai, None if sedikit else jumlah, panjang, sendiri)


def _terlalu_kecil(minimal: int) -> str:
    return (
        f"Sebaran tidak ditampilkan: kelompok dengan kurang dari {minimal} orang yang sudah "
        "mempunyai nilai akan membuka nilai orang per orang."
    )


def _bunyi(banyak: int, sendiri: Decimal | None, lebih_rendah: int) -> str:
    """The own place in tenths: near enough to know where one stands, too coarse for a rank."""
    if sendiri is None:
        return f"{banyak} orang serumpun sudah mempunyai nilai; Anda belum."
    lain = banyak - 1
    bagian = (2 * _SEPULUH * lebih_rendah + lain) // (2 * lain) if lain else 0
    if bagian <= 0:
        return "Hampir semua orang lain serumpun bernilai sama dengan Anda atau lebih tinggi."
    if bagian >= _SEPULUH:
        return "Hampir semua orang lain serumpun bernilai lebih rendah daripada Anda."
    return f"Kira-kira {bagian} dari setiap 10 orang lain serumpun bernilai lebih rendah dari Anda."

"""How one assessor's scores lie beside those of the others: figures and a sentence, no judgement.

A higher mean may be leniency, or better people: the numbers cannot tell, and the sentence says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from penilaian.kernel.angka_kata import bunyi_angka

_DUA = Decimal("0.01")


@dataclass(frozen=True)
class Himpunan:
    """Scores as three sums: how many, their sum, the sum of their squares."""

    banyak: int
    jumlah: Decimal
    kuadrat: Decimal

    @property
    def rata(self) -> Decimal | None:
        """The mean, two decimals half-up."""
        if not self.banyak:
            return None
        return (self.jumlah / self.banyak).quantize(_DUA, ROUND_HALF_UP)

    @property
    def simpangan(self) -> Decimal | None:
        """The standard deviation of these people, two decimals; never negative by rounding."""
        if not self.banyak:
            return None
        ragam = self.kuadrat / self.banyak - (self.jumlah / self.banyak) ** 2
        return max(ragam, Decimal(0)).sqrt().quantize(_DUA, ROUND_HALF_UP)

    def tanpa(self, bagian: Himpunan) -> Himpunan:
        """The others."""
        return Himpunan(
            self.banyak - bagian.banyak, self.jumlah - bagian.jumlah, self.kuadrat - bagian.kuadrat
        )


@dataclass(frozen=True)
class Kelonggaran:
    """One assessor beside the others; figures are None in groups too small to show."""

    banyak: int
    rata: Decimal | None
    simpangan: Decimal | None
    rata_lain: Decimal | None
    simpangan_lain: Decimal | None
    bunyi: str

    @property
    def selisih(self) -> Decimal | None:
        """Points above (or below) the mean of the others."""
        if self.rata is None or self.rata_lain is None:
            return None
        return self.rata - self.rata_lain


def bandingkan(sendiri: Himpunan, semua: Himpunan, *, minimal: int) -> Kelonggaran:
    """``semua`` includes ``sendiri``. Fewer than ``minimal`` on either side: no figures."""
    lain = semua.tanpa(sendiri)
    if sendiri.banyak < minimal or lain.banyak < minimal:
        return Kelonggaran(sendiri.banyak, None, None, None, None, f"kurang dari {minimal} orang")
    rata, rata_lain = sendiri.rata or Decimal(0), lain.rata or Decimal(0)
    return Kelonggaran(
        sendiri.banyak, rata, sendiri.simpangan, rata_lain, lain.simpangan,
        _bunyi(rata - rata_lain),
    )  # fmt: skip


def _bunyi(beda: Decimal) -> str:
    if not beda:
        return "sama dengan rata-rata penilai lain"
    arah = "di atas" if beda > 0 else "di bawah"
    return f"{bunyi_angka(abs(beda))} poin {arah} rata-rata penilai lain"

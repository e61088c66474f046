"""What a draft of criteria would change: who rises and falls, where, and how unevenly.

Everybody is scored twice on the same data, by the set in force and by the draft. Sex, age and
place are looked at here only, to warn before publication; no criterion can read them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from penilaian.kernel.angka_kata import bunyi_angka

_EMPAT, _DUA = Decimal("0.0001"), Decimal("0.01")
UMUR = (
    (30, "18-29 tahun"),
    (40, "30-39 tahun"),
    (50, "40-49 tahun"),
    (200, "50 tahun ke atas"),
)


@dataclass(frozen=True)
class Dampak:
    """One person under both sets. ``ciri``: his group, by the name of the grouping."""

    unit: str
    rumpun: str
    lama: Decimal | None
    baru: Decimal | None
    ciri: Mapping[str, str]


@dataclass
class Cacah:
    """One row of the report: how many, and the mean change of those scored both times."""

    orang: int = 0
    naik: int = 0
    turun: int = 0
    tetap: int = 0
    menjadi_lengkap: int = 0
    menjadi_kosong: int = 0
    tetap_kosong: int = 0
    selisih: Decimal = Decimal(0)

    def tambah(self, satu: Dampak) -> None:
        """Count one person."""
        self.orang += 1
        if satu.lama is None or satu.baru is None:
            self.tetap_kosong += satu.lama is None and satu.baru is None
            self.menjadi_lengkap += satu.lama is None and satu.baru is not None
            self.menjadi_kosong += satu.lama is not None and satu.baru is None
            return
        self.naik += satu.baru > satu.lama
        self.turun += satu.baru < satu.lama
        self.tetap += satu.baru == satu.lama
        self.selisih += satu.baru - satu.lama

    @property
    def terbanding(self) -> int:
        """Scored by both sets."""
        return self.naik + self.turun + self.tetap

    @property
    def rata(self) -> Decimal | None:
        """Mean change in points, two decimals; None when nobody was scored twice."""
        if not self.terbanding:
            return None
        return (self.selisih / self.terbanding).quantize(_DUA, ROUND_HALF_UP)


@dataclass
class Simulasi:
    """The whole report: totals, per unit, per job family, per grouping, and what to look at."""

    semua: Cacah = field(default_factory=Cacah)
    unit: dict[str, Cacah] = field(default_factory=dict)
    rumpun: dict[str, Cacah] = field(default_factory=dict)
    ciri: dict[str, dict[str, Cacah]] = field(default_factory=dict)

    def tambah(self, satu: Dampak) -> None:
        """Count one person everywhere he belongs."""
        self.semua.tambah(satu)
        self.unit.setdefault(satu.unit, Cacah()).tambah(satu)
        self.rumpun.setdefault(satu.rumpun, Cacah()).tambah(satu)
        for nama, golongan in satu.ciri.items():
            self.ciri.setdefault(nama, {}).setdefault(golongan, Cacah()).tambah(satu)


def simulasikan(semua: Iterable[Dampak]) -> Simulasi:
    """The report about these people; their order does not matter."""
    hasil = Simulasi()
    for satu in semua:
        hasil.tambah(satu)
    return hasil


@dataclass(frozen=True)
class Ketimpangan:
    """Two groups of one grouping whose mean change differs by more than the limit."""

    ciri: str
    diuntungkan: str
    dirugikan: str
    jarak: Decimal
    bunyi: str


def ketimpangan(hasil: Simulasi, *, batas: Decimal, minimal: int) -> tuple[Ketimpangan, ...]:
    """Per grouping the widest distance above ``batas`` points, between groups of at least
    ``minimal`` people scored twice. A warning to whoever publishes, never an input."""
    semua = []
    for nama, golongan in sorted(hasil.ciri.items()):
        rata = {
            g: c.rata for g, c in golongan.items() if c.terbanding >= minimal and c.rata is not None
        }
        if len(rata) < 2:
            continue
        atas = min(rata, key=lambda g: (-rata[g], g))
        bawah = min(rata, key=lambda g: (rata[g], g))
        jarak = rata[atas] - rata[bawah]
        if jarak > batas:
            bunyi = (
                f"Menurut {nama}, draf ini mengubah nilai {atas} rata-rata {_tanda(rata[atas])} "
                f"poin, tetapi {bawah} {_tanda(rata[bawah])} poin: berjarak {bunyi_angka(jarak)} "
                f"poin, di atas batas {bunyi_angka(batas)}. Periksa sebabnya sebelum menerbitkan."
            )
            semua.append(Ketimpangan(nama, atas, bawah, jarak, bunyi))
    return tuple(semua)


def golongan_umur(lahir: date | None, per: date) -> str:
    """The age group on the day, in whole years."""
    if lahir is None:
        return "tidak tercatat"
    tahun = per.year - lahir.year - ((per.month, per.day) < (lahir.month, lahir.day))
    return next(nama for batas, nama in UMUR if tahun < batas)


def _tanda(nilai: Decimal) -> str:
    return f"{'+' if nilai > 0 else ''}{bunyi_angka(nilai)}"

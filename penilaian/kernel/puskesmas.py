"""Minimum staffing of health centres by kind: a table of a ministry, kept as dated reference data.

The table is a floor. Where an ABK-Kes was made, the larger of the two is the need; both are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from penilaian.kernel.abk_kes import HitunganAbkKes
from penilaian.kernel.hitungan import Hitungan, Metode, Pembulatan
from penilaian.kernel.tetapan import AWALAN_PUSKESMAS, KetentuanKebutuhan


@dataclass(frozen=True)
class BarisStandar:
    """A cell of the table."""

    jenis: str
    tenaga: str
    orang: int


@dataclass(frozen=True)
class HitunganPuskesmas(Hitungan[BarisStandar]):
    """The need of one kind of staff; ``abk_kes`` stands beside the table where it was computed."""

    tenaga: str = ""
    abk_kes: HitunganAbkKes | None = None


class JenisTidakDikenal(LookupError):
    """A kind of health centre that the table in force does not have; says which it has."""


def puskesmas(
    jenis: str, k: KetentuanKebutuhan, *, abk_kes: Mapping[str, HitunganAbkKes] | None = None
) -> tuple[HitunganPuskesmas, ...]:
    """The need of every kind of staff of one health centre: max(table, ABK-Kes).

    A kind of staff that only the ABK-Kes knows has a floor of none.
    """
    tabel = k.puskesmas_minimal.get(jenis)
    if tabel is None:
        ada = ", ".join(k.puskesmas_minimal)
        raise JenisTidakDikenal(f"Jenis puskesmas '{jenis}' tidak ada dalam tabel: {ada}.")
    hitung = abk_kes or {}
    tenaga = dict.fromkeys((*tabel, *hitung))
    return tuple(
        _satu(jenis, satu, tabel.get(satu, 0), k, hitung.get(satu), AWALAN_PUSKESMAS + jenis)
        for satu in tenaga
    )


def pustu(k: KetentuanKebutuhan) -> tuple[HitunganPuskesmas, ...]:
    """The floor of a puskesmas pembantu."""
    return tuple(
        _satu("pustu", tenaga, orang, k, None, "pustu_minimal")
        for tenaga, orang in k.pustu_minimal.items()
    )


def _satu(
    jenis: str, tenaga: str, lantai: int, k: KetentuanKebutuhan, hitung: HitunganAbkKes | None,
    tabel: str,
) -> HitunganPuskesmas:  # fmt: skip
    baris = (BarisStandar(jenis, tenaga, lantai),)
    tetapan = (*k.pakai(tabel), *(hitung.tetapan if hitung else ()))
    if hitung is None or hitung.bulat <= lantai:
        return HitunganPuskesmas(
            Metode.PUSKESMAS, Fraction(lantai), lantai, Pembulatan.TABEL, tetapan, baris,
            tenaga=tenaga, abk_kes=hitung,
        )  # fmt: skip
    return HitunganPuskesmas(
        Metode.PUSKESMAS, hitung.nilai, hitung.bulat, hitung.pembulatan,
        tetapan, baris, tenaga=tenaga, abk_kes=hitung,
    )  # fmt: skip


def tenaga_kurang(tersedia: Mapping[str, int], k: KetentuanKebutuhan) -> tuple[str, ...]:
    """Which of the kinds of staff the ministry watches are not there at all."""
    return tuple(satu for satu in k.puskesmas_tenaga_wajib if not tersedia.get(satu))

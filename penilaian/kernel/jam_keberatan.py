"""The clock of an objection: received, last day in time, heard and decided until.

Day 0 is the day of receipt (or of the objection); day n is the last one in time. Our reading of a
text that is silent about it: a last day without office hours moves to the next working day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from penilaian.kernel.kata import tanggal
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian, SatuanHari

_SEHARI = timedelta(days=1)
_SABTU = 5


class UrutanTanggal(ValueError):
    """Days in an order that cannot be; its text is the sentence to show."""


def hari_kerja(hari: date, libur: frozenset[date]) -> bool:
    """Monday to Friday and no holiday (whether joint leave is one, ``libur`` says)."""
    return hari.weekday() < _SABTU and hari not in libur


def batas(
    mulai: date,
    hari: int,
    satuan: SatuanHari,
    libur: frozenset[date],
    *,
    geser_hari_libur: bool = True,
) -> date:
    """The last day in time, ``hari`` days after ``mulai``.

    Working days end on a working day by themselves; ``geser_hari_libur`` moves the end of calendar
    days that falls on a weekend or holiday. ``hari`` 0 in working days is ``mulai`` itself.
    """
    if hari < 0:
        raise ValueError(f"jangka waktu {hari} hari")
    if satuan is SatuanHari.KALENDER:
        akhir = mulai + hari * _SEHARI
        while geser_hari_libur and not hari_kerja(akhir, libur):
            akhir += _SEHARI
        return akhir
    akhir, sisa = mulai, hari
    while sisa:
        akhir += _SEHARI
        sisa -= hari_kerja(akhir, libur)
    return akhir


def diterima(disampaikan: date, diakui: date | None, otomatis_hari: int) -> date:
    """The day a result counts as received: acknowledged, or so many calendar days after delivery.

    The earlier of the two: who acknowledges after that day has already received it.
    """
    if diakui is not None and diakui < disampaikan:
        raise UrutanTanggal(
            f"Hasil diakui {tanggal(diakui)}, sebelum disampaikan {tanggal(disampaikan)}."
        )
    otomatis = disampaikan + otomatis_hari * _SEHARI
    return otomatis if diakui is None else min(diakui, otomatis)


@dataclass(frozen=True)
class Ketepatan:
    """Whether an objection is in time, until when it is, and the sentence that says so."""

    tepat: bool
    batas: date
    kalimat: str


def batas_keberatan(diterima_pada: date, k: KetentuanPenilaian, libur: frozenset[date]) -> date:
    """The last day on which an objection to a result received that day is in time."""
    return batas(
        diterima_pada, k.keberatan_hari, k.keberatan_satuan_hari, libur,
        geser_hari_libur=k.keberatan_geser_libur,
    )  # fmt: skip


def tepat_waktu(
    diajukan: date, diterima_pada: date, k: KetentuanPenilaian, libur: frozenset[date]
) -> Ketepatan:
    """In time up to and on the last day; before the result counts as received too."""
    akhir = batas_keberatan(diterima_pada, k, libur)
    jangka = f"{k.keberatan_hari} hari {k.keberatan_satuan_hari.value}"
    if diajukan <= akhir:
        return Ketepatan(True, akhir, f"Tepat waktu: dapat diajukan sampai {tanggal(akhir)}.")
    return Ketepatan(
        False, akhir,
        f"Keberatan tidak dapat diterima: hasil diterima {tanggal(diterima_pada)}, batasnya "
        f"{jangka}, sampai {tanggal(akhir)}; diajukan {tanggal(diajukan)}.",
    )  # fmt: skip


def batas_tanggapan(diminta: date, k: KetentuanPenilaian, libur: frozenset[date]) -> date:
    """The day until which an assessor who was asked for his side is waited for."""
    return batas(
        diminta, k.keberatan_tanggapan_hari, k.keberatan_satuan_hari, libur,
        geser_hari_libur=k.keberatan_geser_libur,
    )  # fmt: skip


def batas_putus(diajukan: date, k: KetentuanPenilaian, libur: frozenset[date]) -> date:
    """The day until which an objection should be decided; a late decision is still one."""
    return batas(
        diajukan, k.keberatan_putus_hari, k.keberatan_satuan_hari, libur,
        geser_hari_libur=k.keberatan_geser_libur,
    )  # fmt: skip


def ingatkan_pada(batas_hari: date, k: KetentuanPenilaian) -> date:
    """The day on which whoever still has to act is reminded of a limit."""
    return batas_hari - k.keberatan_ingatkan_hari * _SEHARI

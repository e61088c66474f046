"""Retirements by calendar year; the unknown and the overdue are counted apart."""

from __future__ import annotations

from datetime import date

from penilaian.kernel.proyeksi import hitung_pensiun

HARI = date(2026, 6, 1)


def test_retirement_on_the_day_counts_in_its_year_and_the_day_before_is_overdue() -> None:
    hasil = hitung_pensiun(
        [("PNS", date(2026, 6, 1), 1), ("PNS", date(2026, 5, 31), 1)], per=HARI, status=["PNS"]
    )

    assert hasil.per_status["PNS"][2026] == 1
    assert hasil.lewat_bup == 1


def test_five_calendar_years_are_shown_and_later_ones_are_not() -> None:
    hasil = hitung_pensiun(
        [("PNS", date(2030, 12, 1), 2), ("PNS", date(2031, 1, 1), 5)], per=HARI, status=["PNS"]
    )

    assert hasil.per_status == {"PNS": {2026: 0, 2027: 0, 2028: 0, 2029: 0, 2030: 2}}


def test_person_without_a_known_bup_is_counted_apart_not_guessed() -> None:
    hasil = hitung_pensiun([("PPPK", None, 3)], per=HARI, status=["PNS", "PPPK"])

    assert hasil.tanpa_bup == 3
    assert sum(hasil.per_status["PPPK"].values()) == 0

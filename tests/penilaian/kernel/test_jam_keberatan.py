"""The clock of an objection: boundary days in both units, weekends, holidays, both settings."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.jam_keberatan import (
    UrutanTanggal,
    batas,
    batas_keberatan,
    batas_putus,
    batas_tanggapan,
    diterima,
    hari_kerja,
    ingatkan_pada,
    tepat_waktu,
)
from penilaian.kernel.tetapan_nilai import SatuanHari
from tests.helpers.penilaian import ketentuan_penilaian

K = ketentuan_penilaian()
KALENDER, KERJA = SatuanHari.KALENDER, SatuanHari.KERJA
# Monday 1 June 2026 and the holidays around it: Pancasila, the Islamic new year.
LIBUR = frozenset({date(2026, 6, 1), date(2026, 6, 16)})
HARI = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("satuan", "geser", "terima", "akhir"),
    [
        # Calendar days: the 14th is in time, the 15th is late.
        (KALENDER, True, date(2026, 6, 3), date(2026, 6, 17)),
        (KALENDER, False, date(2026, 6, 3), date(2026, 6, 17)),
        # Received on a Saturday, a Sunday: the 14th is one too, and moves to Monday.
        (KALENDER, True, date(2026, 6, 6), date(2026, 6, 22)),
        (KALENDER, False, date(2026, 6, 6), date(2026, 6, 20)),
        (KALENDER, True, date(2026, 6, 7), date(2026, 6, 22)),
        (KALENDER, False, date(2026, 6, 7), date(2026, 6, 21)),
        # The 14th is a holiday on a Tuesday.
        (KALENDER, True, date(2026, 6, 2), date(2026, 6, 17)),
        (KALENDER, False, date(2026, 6, 2), date(2026, 6, 16)),
        # The 14th is a Saturday, and the Monday after it a holiday.
        (KALENDER, True, date(2026, 5, 16), date(2026, 6, 2)),
        (KALENDER, False, date(2026, 5, 16), date(2026, 5, 30)),
        # A holiday on the way changes nothing while the end is a working day.
        (KALENDER, True, date(2026, 5, 25), date(2026, 6, 8)),
        # Over the turn of the year and through a leap day.
        (KALENDER, True, date(2025, 12, 22), date(2026, 1, 5)),
        (KALENDER, True, date(2024, 2, 19), date(2024, 3, 4)),
        # Working days: three weekends of 2026, or a holiday more.
        (KERJA, True, date(2026, 5, 4), date(2026, 5, 22)),
        (KERJA, False, date(2026, 5, 4), date(2026, 5, 22)),
        (KERJA, True, date(2026, 5, 14), date(2026, 6, 4)),
        (KERJA, False, date(2026, 6, 3), date(2026, 6, 24)),
        # Received on a weekend or holiday: Monday, or the first day after, is day 1.
        (KERJA, True, date(2026, 6, 6), date(2026, 6, 26)),
        (KERJA, True, date(2026, 6, 7), date(2026, 6, 26)),
        (KERJA, True, date(2026, 6, 1), date(2026, 6, 22)),
    ],
)
def test_the_last_day_is_in_time_and_the_next_is_not(
    satuan: SatuanHari, geser: bool, terima: date, akhir: date
) -> None:
    k = K.andaikan(keberatan_satuan_hari=satuan.value, keberatan_geser_libur=geser)
    tepat = tepat_waktu(akhir, terima, k, LIBUR)
    lewat = tepat_waktu(akhir + timedelta(days=1), terima, k, LIBUR)

    assert batas_keberatan(terima, k, LIBUR) == akhir
    assert (tepat.tepat, tepat.batas) == (True, akhir)
    assert (lewat.tepat, lewat.batas) == (False, akhir)


def test_a_late_objection_is_refused_with_its_dates() -> None:
    hasil = tepat_waktu(date(2026, 6, 18), date(2026, 6, 3), K, LIBUR)

    assert hasil.kalimat == (
        "Keberatan tidak dapat diterima: hasil diterima 3 Juni 2026, batasnya 14 hari kalender, "
        "sampai 17 Juni 2026; diajukan 18 Juni 2026."
    )


def test_an_objection_in_time_says_until_when_and_may_come_before_the_receipt() -> None:
    hasil = tepat_waktu(date(2026, 6, 1), date(2026, 6, 3), K, LIBUR)

    assert (hasil.tepat, hasil.kalimat) == (
        True, "Tepat waktu: dapat diajukan sampai 17 Juni 2026."
    )  # fmt: skip


@pytest.mark.parametrize(
    ("diakui", "hari"),
    [
        (None, date(2026, 6, 17)),
        (date(2026, 6, 3), date(2026, 6, 3)),
        (date(2026, 6, 10), date(2026, 6, 10)),
        (date(2026, 6, 17), date(2026, 6, 17)),
        (date(2026, 7, 1), date(2026, 6, 17)),
    ],
)
def test_a_result_is_received_when_acknowledged_or_fourteen_days_after_delivery(
    diakui: date | None, hari: date
) -> None:
    assert diterima(date(2026, 6, 3), diakui, K.terima_otomatis_hari) == hari


def test_nobody_acknowledges_what_was_not_delivered() -> None:
    with pytest.raises(UrutanTanggal, match=r"diakui 2 Juni 2026, sebelum disampaikan 3 Juni"):
        diterima(date(2026, 6, 3), date(2026, 6, 2), K.terima_otomatis_hari)


def test_the_decision_has_its_own_term_and_its_reminder() -> None:
    akhir = batas_putus(date(2026, 6, 4), K, LIBUR)
    kerja = batas_putus(date(2026, 6, 4), K.andaikan(keberatan_satuan_hari="kerja"), LIBUR)

    assert (akhir, kerja) == (date(2026, 6, 25), date(2026, 7, 6))
    assert ingatkan_pada(akhir, K) == date(2026, 6, 22)


def test_the_assessor_is_waited_for_in_a_term_of_its_own() -> None:
    assert batas_tanggapan(date(2026, 6, 5), K, LIBUR) == date(2026, 6, 12)
    assert batas_tanggapan(date(2026, 6, 6), K, LIBUR) == date(2026, 6, 15)


def test_no_term_is_negative() -> None:
    with pytest.raises(ValueError, match="jangka waktu -1 hari"):
        batas(date(2026, 6, 5), -1, KALENDER, LIBUR)


@settings(max_examples=80)
@given(HARI, st.integers(0, 40), st.frozensets(HARI, max_size=30), st.booleans())
def test_the_clock_is_never_shorter_than_its_days(
    mulai: date, hari: int, libur: frozenset[date], geser: bool
) -> None:
    kalender = batas(mulai, hari, KALENDER, libur, geser_hari_libur=geser)
    kerja = batas(mulai, hari, KERJA, libur)
    dilalui = [mulai + timedelta(days=n) for n in range(1, (kerja - mulai).days + 1)]

    assert (kalender - mulai).days >= hari
    assert sum(hari_kerja(satu, libur) for satu in dilalui) == hari
    assert batas(mulai, hari + 1, KERJA, libur) > kerja
    assert batas(mulai, hari + 1, KALENDER, libur, geser_hari_libur=geser) >= kalender
    if geser:
        assert hari_kerja(kalender, libur)

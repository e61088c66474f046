"""The clocks of the road, with the vectors of the rule book (peraturan-mutasi 12.3, 12.4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mutasi.kernel import waktu
from tests.helpers.jalan import ketentuan_jalan

K = ketentuan_jalan()
SENIN = date(2026, 11, 2)
KOSONG: frozenset[date] = frozenset()
HARI = st.dates(date(2026, 1, 1), date(2026, 12, 31))
LIBUR = st.frozensets(HARI, max_size=20)


def test_pertek_submitted_on_monday_2_november_2026() -> None:
    jam = waktu.jam_pertek(SENIN, K, KOSONG)

    assert (jam.batas, jam.otomatis) == (date(2026, 11, 9), date(2026, 11, 10))


def test_pertek_counted_from_the_day_itself_ends_a_day_earlier() -> None:
    hari_itu = ketentuan_jalan(pertek_hitung_besok=False)

    assert waktu.jam_pertek(SENIN, hari_itu, KOSONG).batas == date(2026, 11, 6)
    minggu = waktu.jam_pertek(date(2026, 11, 1), hari_itu, KOSONG)
    assert minggu.batas == date(2026, 11, 6)  # a Sunday is no first day


def test_pertek_of_2025_was_never_given_by_silence() -> None:
    jam = waktu.jam_pertek(date(2025, 11, 3), ketentuan_jalan(date(2025, 11, 3)), KOSONG)

    assert jam.batas == date(2025, 11, 24)
    assert jam.otomatis is None


def test_pertek_waits_for_holidays() -> None:
    libur = frozenset({date(2026, 11, 4), date(2026, 11, 10)})

    jam = waktu.jam_pertek(SENIN, K, libur)
    assert (jam.batas, jam.otomatis) == (date(2026, 11, 11), date(2026, 11, 12))


def test_inauguration_until_the_thirtieth_working_day() -> None:
    assert waktu.batas_pelantikan(SENIN, K, KOSONG) == date(2026, 12, 14)
    assert waktu.batas_undangan(date(2026, 12, 14), K, KOSONG) == date(2026, 12, 11)
    assert waktu.batas_lapor_mendagri(SENIN, K, KOSONG) == date(2026, 11, 11)


@pytest.mark.parametrize(
    ("sejak", "tmt"),
    [
        (date(2026, 11, 1), date(2026, 11, 1)),
        (SENIN, date(2026, 12, 1)),
        (date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_tmt_falls_on_the_first_of_a_month_where_the_office_wants_it(
    sejak: date, tmt: date
) -> None:
    assert waktu.tmt_usul(sejak, K) == tmt
    assert waktu.tmt_usul(sejak, ketentuan_jalan(tmt_awal_bulan=False)) == sejak


def test_payroll_learns_of_a_move_after_its_cut_off_a_month_later() -> None:
    assert waktu.gaji_mulai(date(2026, 11, 10), K) == date(2026, 12, 1)
    assert waktu.gaji_mulai(date(2026, 11, 11), K) == date(2027, 1, 1)


def test_silence_expiry_and_old_letters() -> None:
    assert waktu.batas_telaah(SENIN, K, KOSONG) == date(2026, 11, 9)
    assert waktu.batas_kesediaan(SENIN, K, KOSONG) == date(2026, 11, 9)
    assert waktu.kesediaan_sampai(SENIN, K) == date(2027, 5, 2)
    assert waktu.dokumen_sampai("D06", SENIN, K) == date(2027, 5, 2)
    assert waktu.dokumen_sampai("D07", SENIN, K) is None
    assert waktu.pertek_sampai(SENIN, K) is None
    assert waktu.pertek_sampai(SENIN, ketentuan_jalan(pertek_berlaku_bulan=3)) == date(2027, 2, 2)


def test_reminders_before_and_the_superior_after_a_limit() -> None:
    batas = date(2026, 11, 9)

    assert waktu.pengingat(batas, K, KOSONG) == (date(2026, 11, 4), date(2026, 11, 6))
    assert waktu.eskalasi_pada(batas, K, KOSONG) == date(2026, 11, 12)
    assert waktu.jadwal_evaluasi(date(2026, 12, 1), K) == (
        date(2027, 3, 1), date(2027, 6, 1), date(2027, 12, 1),
    )  # fmt: skip


def test_objection_within_21_working_days_decided_in_10_appeal_within_10() -> None:
    jam = waktu.jam_keberatan_sk(SENIN, K, KOSONG)
    assert (jam.ajukan, jam.putus, jam.banding) == (date(2026, 12, 1), None, None)
    assert jam.gugatan == SENIN + timedelta(days=90)

    lanjut = waktu.jam_keberatan_sk(
        SENIN, K, KOSONG, diajukan=date(2026, 12, 1), diputus=date(2026, 12, 15),
        dibanding=date(2026, 12, 28), banding_diputus=date(2027, 1, 11),
    )  # fmt: skip
    assert lanjut.putus == date(2026, 12, 15)
    assert lanjut.banding == date(2026, 12, 29)
    assert lanjut.putus_banding == date(2027, 1, 11)
    assert lanjut.gugatan == date(2027, 4, 11)


@given(mulai=HARI, n=st.integers(1, 40), libur=LIBUR)
def test_counting_back_what_was_counted_forward(
    mulai: date, n: int, libur: frozenset[date]
) -> None:
    batas = waktu.mundur_hari_kerja(mulai, n, libur)

    assert waktu.hari_kerja_antara(batas, mulai, libur) in (n, n - 1)
    assert waktu.hari_kerja_antara(mulai, batas, libur) == -waktu.hari_kerja_antara(
        batas, mulai, libur
    )
    assert batas.weekday() < 5
    assert batas not in libur

"""Cells as they come from offices, and the values they mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import nilai
from toolkit.tabular import Temuan


def kode(temuan: Sequence[Temuan]) -> list[str]:
    return [t.kode for t in temuan]


@pytest.mark.parametrize(
    ("mentah", "harapan"),
    [
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="none"),
        pytest.param("   ", None, id="blanks"),
        pytest.param("\u00a0\u00a0", None, id="fixed blanks"),
        pytest.param("'", None, id="lone apostrophe"),
        pytest.param("null", None, id="null"),
        pytest.param("'NULL", None, id="null behind an apostrophe"),
        pytest.param("nulla", "nulla", id="only begins like null"),
        pytest.param("'196802011991122912", "196802011991122912", id="protected number"),
        pytest.param("'' JL. A", "JL. A", id="several apostrophes"),
        pytest.param("MA'RUF", "MA'RUF", id="apostrophe inside"),
        pytest.param(" SITI\u00a0AMINAH ", "SITI AMINAH", id="edges and fixed blank"),
        pytest.param("SITI  AMINAH", "SITI  AMINAH", id="double blank is kept"),
        pytest.param("JALAN\nMAWAR", "JALAN\nMAWAR", id="line break is kept"),
        pytest.param("É. PENN", "É. PENN", id="accents"),
        pytest.param("-", "-", id="lone dash is text"),
        pytest.param("-12,5", "-12,5", id="negative number is no formula"),
        pytest.param("+62 811-222 (3)", "+62 811-222 (3)", id="telephone is no formula"),
        pytest.param(779.0, "779", id="whole number"),
        pytest.param(868.669, "868.669", id="fraction"),
        pytest.param(date(2019, 3, 12), "12-03-2019", id="date"),
        pytest.param(
            datetime.fromisoformat("2019-03-12T08:05:00"), "12-03-2019 08:05:00", id="date and time"
        ),
        pytest.param(time(8, 21), "08:21:00", id="time"),
        pytest.param(True, "True", id="boolean"),
    ],
)
def test_text_loses_what_programs_added_and_keeps_what_people_wrote(
    mentah: object, harapan: str | None
) -> None:
    assert nilai.teks(mentah) == (harapan, ())


@pytest.mark.parametrize(
    ("mentah", "kode_temuan", "tingkat"),
    [
        pytest.param("A\x07", "karakter_kendali", "tolak", id="bell"),
        pytest.param("\u202eA", "karakter_kendali", "tolak", id="right to left override"),
        pytest.param("A\u200bB", "karakter_kendali", "tolak", id="zero width blank"),
        pytest.param("A\u200dB", "karakter_kendali", "tolak", id="joiner between letters"),
        pytest.param("A\ufeff", "karakter_kendali", "tolak", id="byte order mark"),
        pytest.param("A\u2028B", "karakter_kendali", "tolak", id="line separator"),
        pytest.param("A\x00B", "karakter_kendali", "tolak", id="NUL"),
        pytest.param("SITI 😀", "emoji", "peringatan", id="emoji"),
        pytest.param("SITI 👩\u200d🌾", "emoji", "peringatan", id="emoji held by a joiner"),
        pytest.param("=CMD|' /C calc'!A0", "teks_mirip_rumus", "peringatan", id="equals"),
        pytest.param("'=1+1", "teks_mirip_rumus", "peringatan", id="equals behind apostrophe"),
        pytest.param("+800/12/BKPSDM/2019", "teks_mirip_rumus", "peringatan", id="plus"),
        pytest.param("-S.Pd", "teks_mirip_rumus", "peringatan", id="minus"),
        pytest.param("@SUM(1+1)*2", "teks_mirip_rumus", "peringatan", id="at"),
        pytest.param("A" * 1001, "teks_terlalu_panjang", "tolak", id="too long"),
        pytest.param("É" * 1001, "teks_terlalu_panjang", "tolak", id="too long with accents"),
    ],
)
def test_odd_text_is_found_with_its_code_and_level(
    mentah: str, kode_temuan: str, tingkat: str
) -> None:
    _, temuan = nilai.teks(mentah)

    assert [(t.kode, t.tingkat) for t in temuan] == [(kode_temuan, tingkat)]


@pytest.mark.parametrize("mentah", ["A\nB", "A\tB", "A\rB"])
def test_a_name_is_one_line(mentah: str) -> None:
    bersih, temuan = nilai.nama(mentah)

    assert bersih == mentah
    assert kode(temuan) == ["karakter_kendali"]


def test_a_name_may_have_255_letters_and_not_one_more() -> None:
    assert nilai.nama("A" * 255) == ("A" * 255, ())
    assert kode(nilai.nama("A" * 256)[1]) == ["teks_terlalu_panjang"]


def test_a_line_break_at_the_end_of_a_name_is_only_an_edge() -> None:
    assert nilai.nama("SITI\n") == ("SITI", ())


@settings(deadline=None)
@given(st.text())
def test_cleaning_text_twice_changes_nothing_more(mentah: str) -> None:
    bersih, _ = nilai.teks(mentah)

    assert nilai.teks(bersih)[0] == bersih


def test_runs_of_blanks_do_not_count_when_comparing() -> None:
    assert nilai.rapat(" SITI  \n AMINAH ") == "SITI AMINAH"


@pytest.mark.parametrize(
    "mentah",
    [
        pytest.param(6688.0, id="number"),
        pytest.param(854.593, id="fraction"),
        pytest.param(time(8, 21), id="time"),
        pytest.param(date(2019, 3, 12), id="date"),
    ],
)
def test_a_letter_number_that_excel_changed_is_kept_with_a_warning(mentah: object) -> None:
    bersih, temuan = nilai.nomor_surat(mentah)

    assert bersih
    assert [(t.kode, t.tingkat) for t in temuan] == [("nomor_sk_bukan_teks", "peringatan")]


def test_a_letter_number_as_text_and_none_at_all_are_fine() -> None:
    assert nilai.nomor_surat("800/12/2019") == ("800/12/2019", ())
    assert nilai.nomor_surat("") == (None, ())
    assert nilai.nomor_surat(None) == (None, ())


@pytest.mark.parametrize(
    ("mentah", "harapan"),
    [
        pytest.param("-", None, id="dash"),
        pytest.param("'", None, id="lone apostrophe"),
        pytest.param(81234567890.0, "81234567890", id="telephone as a number"),
        pytest.param("'0812", "0812", id="leading zero"),
        pytest.param("99.999.999.9-999.999", "99.999.999.9-999.999", id="NPWP with signs"),
    ],
)
def test_digits_that_are_a_name_stay_text(mentah: object, harapan: str | None) -> None:
    assert nilai.nomor(mentah) == (harapan, ())


def test_a_long_number_kept_as_a_number_is_warned_about_because_its_end_is_lost() -> None:
    assert kode(nilai.nomor(7.20104500185e15)[1]) == ["nomor_berupa_angka"]


@pytest.mark.parametrize(
    ("mentah", "harapan"),
    [
        pytest.param("", None, id="empty"),
        pytest.param(None, None, id="none"),
        pytest.param("-", None, id="dash"),
        pytest.param("null", None, id="null"),
        pytest.param(date(1986, 9, 26), date(1986, 9, 26), id="Excel date"),
        pytest.param(
            datetime.fromisoformat("1986-09-26T07:00:00"),
            date(1986, 9, 26),
            id="Excel date with time",
        ),
        pytest.param("26-09-1986", date(1986, 9, 26), id="dashes"),
        pytest.param("26/9/1986", date(1986, 9, 26), id="slashes"),
        pytest.param("26.09.1986", date(1986, 9, 26), id="points"),
        pytest.param("'26-09-1986", date(1986, 9, 26), id="apostrophe"),
        pytest.param("1986-09-26", date(1986, 9, 26), id="ISO"),
        pytest.param("1986-09-26T00:00:00Z", date(1986, 9, 26), id="ISO with time"),
        pytest.param("26-09-1986 00:00", date(1986, 9, 26), id="day first with time"),
        pytest.param("29-02-2024", date(2024, 2, 29), id="leap day"),
        pytest.param("05/04/2020", date(2020, 4, 5), id="day first where both would do"),
    ],
)
def test_a_day_is_read_in_every_form_offices_use(mentah: object, harapan: date | None) -> None:
    assert nilai.tanggal(mentah) == (harapan, ())


@pytest.mark.parametrize(
    "mentah",
    [
        pytest.param("31-02-2015", id="no such day"),
        pytest.param("29-02-2023", id="no leap year"),
        pytest.param("00-00-0000", id="zeros"),
        pytest.param("12-31-2020", id="month first"),
        pytest.param("26-09/1986", id="mixed signs"),
        pytest.param("26-09-86", id="two digits of the year"),
        pytest.param("NAWALIRI", id="a place"),
        pytest.param("٢٦-٠٩-١٩٨٦", id="other digits"),
        pytest.param(99999999.0, id="number beyond the calendar"),
        pytest.param(5.0, id="number too small to be meant"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param("99999999", id="digits beyond the calendar"),
        pytest.param(time(0, 0), id="time"),
        pytest.param(True, id="boolean"),
    ],
)
def test_what_no_calendar_has_is_refused(mentah: object) -> None:
    bersih, temuan = nilai.tanggal(mentah)

    assert bersih is None
    assert [(t.kode, t.tingkat) for t in temuan] == [("tanggal_tidak_sah", "tolak")]


@pytest.mark.parametrize("mentah", [45000.0, 45000, "45000", 45000.75])
def test_a_bare_serial_number_is_read_and_said(mentah: object) -> None:
    bersih, temuan = nilai.tanggal(mentah)

    assert bersih == date(2023, 3, 15)
    assert [(t.kode, t.tingkat) for t in temuan] == [("tanggal_berupa_angka", "peringatan")]
    assert "15-03-2023" in temuan[0].pesan


@pytest.mark.parametrize("mentah", ["01-08-0094", "03-04-0197", "0092-05-29", "31-12-1899"])
def test_a_year_before_1900_is_taken_as_unknown(mentah: str) -> None:
    bersih, temuan = nilai.tanggal(mentah)

    assert bersih is None
    assert [(t.kode, t.tingkat) for t in temuan] == [("tanggal_teks_sebelum_1900", "peringatan")]


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1)), st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d"]))
def test_every_day_since_1900_survives_being_written(hari: date, bentuk: str) -> None:
    assert nilai.tanggal(hari.strftime(bentuk)) == (hari, ())


@pytest.mark.parametrize("mentah", ["5", 5.0, 5, "'5", "5.0", "5,00", " 5 ", "+5"])
def test_five_is_five_however_it_is_written(mentah: object) -> None:
    assert nilai.bulat(mentah) == (5, ())


@pytest.mark.parametrize("mentah", ["", None, "-", "null"])
def test_no_number_is_none_and_not_zero(mentah: object) -> None:
    assert nilai.bulat(mentah) == (None, ())
    assert nilai.desimal(mentah) == (None, ())


@pytest.mark.parametrize("mentah", ["5.5", 5.5, "lima", "1.234", True, date(2020, 1, 1), "٥"])
def test_what_is_no_whole_number_is_refused(mentah: object) -> None:
    bersih, temuan = nilai.bulat(mentah)

    assert bersih is None
    assert kode(temuan) == ["angka_tidak_sah"]


@pytest.mark.parametrize(
    ("mentah", "harapan"),
    [
        pytest.param("12,5", "12.5", id="comma"),
        pytest.param("12.5", "12.5", id="point"),
        pytest.param("1.234,56", "1234.56", id="Indonesian thousands"),
        pytest.param("1,234.56", "1234.56", id="English thousands"),
        pytest.param("1.234.567", "1234567", id="two groups"),
        pytest.param("0.125", "0.125", id="no group begins with zero"),
        pytest.param("-3", "-3", id="negative"),
        pytest.param(0.1, "0.1", id="as printed and not as stored"),
        pytest.param(7, "7", id="integer"),
        pytest.param(Decimal("1.10"), "1.10", id="already exact"),
    ],
)
def test_a_decimal_is_exact(mentah: object, harapan: str) -> None:
    bersih, temuan = nilai.desimal(mentah)

    assert (str(bersih), temuan) == (harapan, ())


def test_a_point_that_may_be_thousands_or_decimals_is_not_guessed() -> None:
    assert kode(nilai.desimal("1.234")[1]) == ["angka_ambigu"]


@pytest.mark.parametrize("mentah", ["dua", True, float("inf"), date(2020, 1, 1), "٣", "1,2,3"])
def test_what_is_no_number_is_refused(mentah: object) -> None:
    assert kode(nilai.desimal(mentah)[1]) == ["angka_tidak_sah"]


@pytest.mark.parametrize("pembersih", [nilai.tanggal, nilai.bulat, nilai.desimal])
def test_even_a_number_or_a_day_has_a_greatest_length(pembersih: object) -> None:
    assert kode(pembersih("9" * 1001, 1000)[1]) == ["teks_terlalu_panjang"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "id_",
    [
        pytest.param("A5EB03E23F44F6A0E040640A040252AD", id="upper case"),
        pytest.param("a5eb03e23f44f6a0e040640a040252ad", id="lower case"),
        pytest.param("a5eb03e2-3f44-f6a0-e040-640a040252ad", id="UUID"),
        pytest.param("'A5EB03E2-3F44-F6A0-E040-640A040252AD ", id="UUID with dirt"),
    ],
)
def test_the_three_spellings_of_one_id_share_a_key(id_: str) -> None:
    assert nilai.kunci_id(id_) == "a5eb03e23f44f6a0e040640a040252ad"


@pytest.mark.parametrize(
    ("id_", "harapan"),
    [
        pytest.param("JF-012-A", "jf-012-a", id="dashes of another kind stay"),
        pytest.param(" '", None, id="nothing"),
        pytest.param("null", None, id="null"),
        pytest.param(None, None, id="none"),
    ],
)
def test_other_ids_only_lose_case_and_edges(id_: object, harapan: str | None) -> None:
    assert nilai.kunci_id(id_) == harapan

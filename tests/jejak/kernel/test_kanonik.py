"""One value, one spelling."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import pytest

from jejak.kernel.kanonik import kanonik, polos, rapi, waktu_kanonik


class Warna(StrEnum):
    MERAH = "merah"


def test_keys_are_sorted_and_blanks_are_gone():
    assert (
        kanonik({"b": 1, "a": [1, {"d": None, "c": True}]}) == '{"a":[1,{"c":true,"d":null}],"b":1}'
    )


def test_letters_stay_letters():
    assert kanonik("Désa “Ömbilin”\n") == '"Désa “Ömbilin”\\n"'


def test_two_forms_of_one_letter_become_one():
    assert rapi("e\u0301") == "\u00e9"
    assert polos({"e\u0301": "e\u0301"}) == {"\u00e9": "\u00e9"}


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        pytest.param(None, None, id="nothing"),
        pytest.param(True, True, id="truth stays truth"),
        pytest.param(7, 7, id="number"),
        pytest.param(1.5, 1.5, id="finite float"),
        pytest.param(Decimal("1.50"), "1.50", id="exact decimal keeps its places"),
        pytest.param(date(2026, 2, 28), "2026-02-28", id="day"),
        pytest.param(time(7, 30), "07:30:00", id="time of day"),
        pytest.param(datetime(2026, 2, 28, 7, 0), "2026-02-28T07:00:00", id="moment without zone"),  # noqa: DTZ001
        pytest.param(
            datetime(2026, 2, 28, 7, 0, tzinfo=timezone(timedelta(hours=7))),
            "2026-02-28T00:00:00.000000Z",
            id="moment in Jakarta",
        ),
        pytest.param(UUID(int=1), "00000000-0000-0000-0000-000000000001", id="uuid"),
        pytest.param(Warna.MERAH, "merah", id="choice"),
        pytest.param((1, "a"), [1, "a"], id="tuple"),
        pytest.param({"b", "a"}, ["a", "b"], id="set is sorted"),
        pytest.param({1: {"x": Decimal(2)}}, {"1": {"x": "2"}}, id="nested"),
    ],
)
def test_what_a_domain_holds_becomes_plain(nilai, hasil):
    assert polos(nilai) == hasil


@pytest.mark.parametrize(
    "nilai", [float("nan"), float("inf"), b"x", object()], ids=["nan", "inf", "bytes", "object"]
)
def test_what_has_no_one_spelling_is_refused(nilai):
    with pytest.raises(TypeError, match="tidak dapat dicatat"):
        polos(nilai)


def test_moment_always_has_six_digits_and_is_utc():
    assert (
        waktu_kanonik(datetime(2026, 1, 2, 3, 4, 5, 60, tzinfo=UTC))
        == "2026-01-02T03:04:05.000060Z"
    )


def test_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="tanpa zona"):
        waktu_kanonik(datetime(2026, 1, 2))  # noqa: DTZ001

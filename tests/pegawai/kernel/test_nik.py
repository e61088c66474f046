"""NIK: shown in part, compared, never a reason to refuse."""

from __future__ import annotations

from datetime import date

import pytest

from pegawai.kernel.nik import periksa, samarkan
from pegawai.kernel.nip import Kelamin

LK, PR = Kelamin.LAKI_LAKI, Kelamin.PEREMPUAN


@pytest.mark.parametrize(
    ("nik", "harapan"),
    [
        pytest.param("3404112609860001", "3404********0001", id="16 digits"),
        pytest.param("34041126098600012", "3404*********0012", id="17 digits"),
        pytest.param("34041126", "********", id="too short to show anything"),
        pytest.param("", "", id="empty"),
        pytest.param(None, "", id="none"),
    ],
)
def test_only_the_ends_of_a_nik_are_shown(nik: str | None, harapan: str) -> None:
    assert samarkan(nik) == harapan


@pytest.mark.parametrize(
    ("nik", "lahir", "kelamin", "kode"),
    [
        pytest.param("3404112609860001", date(1986, 9, 26), LK, [], id="man"),
        pytest.param("3404116609860001", date(1986, 9, 26), PR, [], id="woman, day plus 40"),
        pytest.param("3404112609060001", date(2006, 9, 26), LK, [], id="the century is not told"),
        pytest.param("3404112609860001", None, None, [], id="nothing to compare"),
        pytest.param("", date(1986, 9, 26), LK, [], id="empty"),
        pytest.param(None, date(1986, 9, 26), LK, [], id="none"),
        pytest.param(
            "3404112609860001", date(1986, 9, 27), LK, ["nik_vs_tanggal_lahir"], id="another day"
        ),
        pytest.param(
            "3404116610860001", date(1986, 9, 26), PR, ["nik_vs_tanggal_lahir"], id="another month"
        ),
        pytest.param("3404112609860001", date(1986, 9, 26), PR, ["nik_vs_kelamin"], id="sex"),
        pytest.param("34041126098600012", None, None, ["nik_17_digit"], id="17 digits"),
        pytest.param("340411260986000", None, None, ["nik_panjang"], id="15 digits"),
        pytest.param("340411260986000X", None, None, ["nik_bukan_angka"], id="a letter"),
    ],
)
def test_a_nik_is_compared_and_at_most_warned_about(
    nik: str | None, lahir: date | None, kelamin: Kelamin | None, kode: list[str]
) -> None:
    cela = periksa(nik, lahir=lahir, kelamin=kelamin)

    assert [c.kode for c in cela] == kode
    assert {c.tingkat for c in cela} <= {"peringatan"}


def test_no_sentence_repeats_the_nik_itself() -> None:
    nik = "3404112609860001"

    for cela in periksa(nik, lahir=date(1990, 1, 1), kelamin=PR):
        assert nik not in cela.pesan

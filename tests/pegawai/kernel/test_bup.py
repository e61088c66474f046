"""The age of retirement by what one holds."""

from __future__ import annotations

import pytest

from pegawai.kernel.bup import KetentuanBUP, bup

KETENTUAN = KetentuanBUP(jpt=60, struktural_lain=58, pelaksana=57)


@pytest.mark.parametrize(
    ("jenis", "eselon", "acuan", "umur"),
    [
        pytest.param("1", "21", None, 60, id="JPT pratama II.a"),
        pytest.param("1", "22", None, 60, id="JPT pratama II.b"),
        pytest.param("1", "31", None, 58, id="administrator"),
        pytest.param("1", "42", 65, 58, id="a structural post never follows a reference of JF"),
        pytest.param("1", "", None, 58, id="structural without a known eselon"),
        pytest.param("4", "", None, 57, id="pelaksana"),
        pytest.param("2", "", 60, 60, id="JF as the reference says"),
        pytest.param("2", "", None, None, id="JF nobody knows"),
        pytest.param("", "", None, None, id="nothing known"),
    ],
)
def test_bup_by_kind_and_level(
    jenis: str, eselon: str, acuan: int | None, umur: int | None
) -> None:
    assert bup(jenis, eselon, acuan, KETENTUAN) == umur

"""How a name is cut into words that find it."""

from __future__ import annotations

import pytest

from pegawai.kernel.kata import MAKS, kata_cari


@pytest.mark.parametrize(
    ("nama", "kata"),
    [
        pytest.param("SITI RAHMA", ["SITI", "RAHMA"], id="two words"),
        pytest.param("Siti rahma", ["SITI", "RAHMA"], id="any case"),
        pytest.param("MA'RUF", ["MARUF"], id="an apostrophe joins"),
        pytest.param("MA’RUF", ["MARUF"], id="a curly one too"),
        pytest.param("MUH. ST.ALI", ["MUH", "STALI"], id="dots join"),
        pytest.param("AL-AMIN", ["AL", "AMIN"], id="a dash parts"),
        pytest.param("JOSÉ", ["JOSE"], id="accents fall"),
        pytest.param("ALI ALI", ["ALI"], id="a word once"),
        pytest.param("  ", [], id="nothing"),
        pytest.param("X" * 50, ["X" * MAKS], id="no longer than the column"),
    ],
)
def test_words_of_a_name(nama: str, kata: list[str]) -> None:
    assert kata_cari(nama) == kata

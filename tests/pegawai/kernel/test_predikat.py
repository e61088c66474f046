"""The matrix of PermenPANRB 6/2022."""

from __future__ import annotations

import pytest

from pegawai.kernel.predikat import predikat
from pegawai.models import RiwayatKinerja
from tests.helpers.penilaian import ketentuan_penilaian

MATRIKS = ketentuan_penilaian().asal["matriks_predikat"]
ATAS, SESUAI, BAWAH = "DI ATAS EKSPEKTASI", "SESUAI EKSPEKTASI", "DI BAWAH EKSPEKTASI"


@pytest.mark.parametrize(
    ("hasil", "perilaku", "menurut"),
    [
        (ATAS, ATAS, "SANGAT BAIK"),
        (ATAS, SESUAI, "BAIK"),
        pytest.param(ATAS, BAWAH, "KURANG", id="misconduct outweighs results"),
        (SESUAI, ATAS, "BAIK"),
        (SESUAI, SESUAI, "BAIK"),
        (SESUAI, BAWAH, "KURANG"),
        (BAWAH, ATAS, "BUTUH PERBAIKAN"),
        (BAWAH, SESUAI, "BUTUH PERBAIKAN"),
        (BAWAH, BAWAH, "SANGAT KURANG"),
        pytest.param("", SESUAI, None, id="a rating is missing"),
    ],
)
def test_predicate_follows_from_both_ratings(hasil: str, perilaku: str, menurut: str) -> None:
    assert predikat(MATRIKS, hasil, perilaku) == menurut


def test_matrix_covers_every_pair_and_uses_every_predicate() -> None:
    ratings = RiwayatKinerja.Rating.values

    assert set(MATRIKS) == {f"{h} / {p}" for h in ratings for p in ratings}
    assert set(MATRIKS.values()) == set(RiwayatKinerja.Predikat.values)

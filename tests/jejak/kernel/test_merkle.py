"""The tree against the known vectors of RFC 6962 (eight leaves, from its reference code)."""

import pytest

from jejak.kernel.merkle import KOSONG, Pohon, akar

DAUN = [
    bytes.fromhex(h)
    for h in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
AKAR = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def test_head_of_an_empty_log_is_the_hash_of_nothing():
    assert akar([]) == KOSONG
    assert KOSONG.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("n", range(1, 9))
def test_heads_are_those_of_the_rfc(n):
    assert akar(DAUN[:n]).hex() == AKAR[n - 1]


def test_growing_tree_has_every_head_on_the_way():
    pohon = Pohon()

    heads = []
    for satu in DAUN:
        pohon.tambah(satu)
        heads.append(pohon.akar().hex())

    assert heads == AKAR


@pytest.mark.parametrize("n", range(9))
def test_tree_goes_on_from_its_kept_peaks(n):
    awal = Pohon()
    for satu in DAUN[:n]:
        awal.tambah(satu)

    lanjut = Pohon(awal.n, awal.puncak)
    for satu in DAUN[n:]:
        lanjut.tambah(satu)

    assert lanjut.akar().hex() == AKAR[-1]


def test_peaks_that_do_not_fit_the_number_of_leaves_are_refused():
    with pytest.raises(ValueError, match="Jumlah puncak"):
        Pohon(3, [b""])

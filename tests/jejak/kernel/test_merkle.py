"""The tree against the known vectors of RFC 6962 (eight leaves, from its reference code)."""

import pytest

from jejak.kernel.merkle import KOSONG, Pohon, akar, akar_dari_bukti, bukti

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


def test_path_of_the_first_of_eight_leaves_is_that_of_the_rfc():
    assert [h.hex() for h in bukti(DAUN, 0)] == [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ]


@pytest.mark.parametrize("n", range(1, 9))
def test_every_leaf_is_proven_and_only_at_its_own_place(n):
    data = DAUN[:n]
    head = akar(data)

    for nomor in range(n):
        jalur = bukti(data, nomor)

        assert akar_dari_bukti(data[nomor], nomor, n, jalur) == head
        assert akar_dari_bukti(data[nomor] + b"!", nomor, n, jalur) != head
        for lain in set(range(n)) - {nomor}:
            assert akar_dari_bukti(data[nomor], lain, n, jalur) != head


@pytest.mark.parametrize(
    ("nomor", "n", "jalur"),
    [
        pytest.param(3, 3, [], id="leaf beyond the tree"),
        pytest.param(-1, 3, [], id="negative leaf"),
        pytest.param(0, 2, [], id="path too short"),
        pytest.param(0, 1, [b"x"], id="path too long"),
    ],
)
def test_path_of_the_wrong_shape_proves_nothing(nomor, n, jalur):
    assert akar_dari_bukti(b"", nomor, n, jalur) is None


def test_there_is_no_proof_for_a_leaf_that_is_not_there():
    with pytest.raises(IndexError, match="Tidak ada daun"):
        bukti(DAUN, 8)

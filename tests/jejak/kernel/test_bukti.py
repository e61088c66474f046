"""Proofs against the published vectors of RFC 6962 and against a second reading of its text."""

from __future__ import annotations

import random
import time

import pytest

from jejak.kernel.bukti import (
    Simpul,
    akar_dari_bukti,
    akar_dari_lanjut,
    dari_daun,
    rentang_lanjut,
    rentang_masuk,
)
from jejak.kernel.merkle import Pohon, akar
from tests.jejak.kernel import rfc6962
from tests.jejak.kernel.test_merkle import AKAR, DAUN

D0, D4 = (rfc6962.MTH([DAUN[i]]).hex() for i in (0, 4))
D1, D01 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", AKAR[1]
D23 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
D45 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
D67 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
D4567 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
# (leaf, size, path) and (old size, new size, proof): from the reference code of Certificate
# Transparency; its leaves count from 1, ours from 0.
MASUK = [
    (0, 1, []),
    (0, 8, [D1, D23, D4567]),
    (5, 8, ["bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", D67, AKAR[3]]),
    (2, 3, [D01]),
    (1, 5, [D0, D23, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]),
]
LANJUT = [
    (1, 1, []),
    (1, 8, [D1, D23, D4567]),
    (6, 8, [D45, D67, AKAR[3]]),
    (2, 5, [D23, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"]),
]


def masuk(data: list[bytes], nomor: int) -> list[bytes]:
    return dari_daun(data).bukti(rentang_masuk(nomor, len(data)))


def lanjut(data: list[bytes], m: int) -> list[bytes]:
    return dari_daun(data).bukti(rentang_lanjut(m, len(data)))


@pytest.mark.parametrize("n", range(1, 9))
def test_second_reading_of_the_rfc_has_the_published_heads(n):
    assert rfc6962.MTH(DAUN[:n]).hex() == AKAR[n - 1]


@pytest.mark.parametrize(("nomor", "n", "jalur"), MASUK)
def test_published_audit_paths(nomor, n, jalur):
    assert [h.hex() for h in masuk(DAUN[:n], nomor)] == jalur
    assert [h.hex() for h in rfc6962.PATH(nomor, DAUN[:n])] == jalur


@pytest.mark.parametrize(("m", "n", "jalur"), LANJUT)
def test_published_consistency_proofs(m, n, jalur):
    assert [h.hex() for h in lanjut(DAUN[:n], m)] == jalur
    assert [h.hex() for h in rfc6962.PROOF(m, DAUN[:n])] == jalur


def data_uji(n: int) -> list[bytes]:
    acak = random.Random(n)  # noqa: S311 - test data, not a secret
    return [acak.randbytes(acak.choice((0, 1, 32))) for _ in range(n)]


@pytest.mark.parametrize("n", [*range(1, 34), 63, 64, 65, 100, 127, 128, 129, 200, 255, 256, 300])
def test_our_proofs_are_those_of_the_rfc_and_each_side_accepts_the_other(n):
    """Every leaf and every earlier size of small trees; of larger ones a draw."""
    data, acak = data_uji(n), random.Random(n)  # noqa: S311
    head = rfc6962.MTH(data)
    pilihan = range(n) if n < 34 else {0, n - 1, n // 2, *(acak.randrange(n) for _ in range(6))}

    assert akar(data) == head
    for nomor in pilihan:
        jalur = masuk(data, nomor)
        assert jalur == rfc6962.PATH(nomor, data)
        assert rfc6962.root_of_path(data[nomor], nomor, n, jalur) == head
        assert akar_dari_bukti(data[nomor], nomor, n, jalur) == head

        m = nomor + 1
        lama, bukti = rfc6962.MTH(data[:m]), lanjut(data, m)
        assert bukti == rfc6962.PROOF(m, data)
        assert rfc6962.roots_of_proof(m, n, lama, bukti) == (lama, head)
        assert akar_dari_lanjut(m, n, lama, bukti) == (lama, head)


@pytest.mark.parametrize("n", range(1, 20))
def test_leaf_is_proven_only_as_itself_and_only_at_its_own_place(n):
    data = data_uji(20)[:n]
    data[0] = b"satu-satunya"
    head = akar(data)

    jalur = masuk(data, 0)

    assert akar_dari_bukti(data[0] + b"!", 0, n, jalur) != head
    assert head not in [akar_dari_bukti(data[0], lain, n, jalur) for lain in range(1, n)]
    for i, satu in enumerate(jalur):
        bengkok = [*jalur[:i], satu[:-1] + bytes([satu[-1] ^ 1]), *jalur[i + 1 :]]
        assert akar_dari_bukti(data[0], 0, n, bengkok) != head
        assert akar_dari_bukti(data[0], 0, n, jalur[:i] + jalur[i + 1 :]) is None
    assert akar_dari_bukti(data[0], 0, n, [*jalur, head]) is None


@pytest.mark.parametrize("n", range(2, 20))
def test_rewritten_past_has_no_consistency_proof(n):
    """The proof of the forged tree leads to other heads than the known ones."""
    data = data_uji(n)
    palsu = [b"palsu", *data[1:]]
    for m in range(1, n):
        lama, bukti = akar(data[:m]), lanjut(palsu, m)

        assert akar_dari_lanjut(m, n, lama, bukti) != (lama, akar(palsu))
        assert akar_dari_lanjut(m, n, lama, bukti[:-1]) is None
        assert akar_dari_lanjut(m, n, lama, [*bukti, lama]) is None


def test_sizes_that_cannot_be_prove_nothing():
    assert akar_dari_lanjut(0, 3, b"", []) is None
    assert akar_dari_lanjut(4, 3, b"", []) is None
    assert akar_dari_lanjut(3, 3, b"", [b"x"]) is None
    assert akar_dari_lanjut(3, 5, b"", []) is None
    assert akar_dari_bukti(b"", 3, 3, []) is None
    with pytest.raises(IndexError, match="tidak boleh kosong"):
        rentang_lanjut(0, 3)
    with pytest.raises(IndexError, match="Tidak ada daun"):
        rentang_masuk(3, 3)


def test_leaves_that_are_missing_are_not_passed_over_in_silence():
    with pytest.raises(LookupError, match="tidak lengkap"):
        Simpul(lambda awal, akhir: [], lambda awal, akhir: None).kepala(0, 2)


def test_proof_in_a_long_trail_reads_little_where_peaks_were_kept():
    """200,000 entries with a head every 700: a proof reads a few thousand leaves at most."""
    n, jarak = 200_000, 700
    data = [i.to_bytes(32) for i in range(n)]
    pohon, kenal, dibaca = Pohon(), {}, []
    for nomor, satu in enumerate(data, start=1):
        pohon.tambah(satu)
        if nomor % jarak == 0 or nomor == n:
            awal = 0
            for tinggi, puncak in zip(_tinggi(nomor), pohon.puncak, strict=True):
                kenal[awal, awal + tinggi] = puncak
                awal += tinggi

    def baca(awal: int, akhir: int) -> list[bytes]:
        dibaca.append(akhir - awal)
        return data[awal:akhir]

    tahu = Simpul(baca, lambda awal, akhir: kenal.get((awal, akhir)))
    for nomor in (0, 77_777, 131_071, 131_072, n - 1):
        dibaca.clear()
        mulai = time.perf_counter()
        jalur = tahu.bukti(rentang_masuk(nomor, n))

        assert time.perf_counter() - mulai < 1
        assert sum(dibaca) < 40_000
        assert akar_dari_bukti(data[nomor], nomor, n, jalur) == pohon.akar()


def _tinggi(n: int) -> list[int]:
    return [1 << i for i in range(n.bit_length() - 1, -1, -1) if n >> i & 1]

"""The chain and its check, without a database."""

from __future__ import annotations

import json

import pytest

from jejak.kernel.merkle import KOSONG
from jejak.kernel.rantai import (
    AWAL,
    BARIS,
    KOLOM,
    AkarDiberi,
    Pemeriksa,
    baca_akar,
    hash_entri,
    hash_isi,
)


def rantai(n: int) -> list[dict]:
    """A sound log of n entries, each with its content."""
    baris, sebelum = [], AWAL
    for urutan in range(1, n + 1):
        garam, isi = bytes([urutan] * 16), json.dumps({"n": urutan})
        kolom: dict = dict.fromkeys(KOLOM, "x") | {
            "urutan": urutan,
            "versi": 1,
            "hash_isi": hash_isi(garam, isi),
            "hash_sebelum": sebelum,
        }
        sebelum = hash_entri(kolom)
        baris.append({**kolom, "hash": sebelum, "garam": garam.hex(), "isi": isi})
    return baris


def kode(baris: list[dict], **lain) -> list[str]:
    pemeriksa = Pemeriksa(**lain)
    for satu in baris:
        pemeriksa.baca(satu)
    return [satu.kode for satu in pemeriksa.selesai()]


def test_hashes_of_a_known_entry_never_change():
    """A photograph: if this breaks, every trail in every office breaks with it."""
    satu = rantai(1)[0]

    assert satu["hash_isi"] == "1e84d84cb3b87be868146c43087c6605c481c2d0eb636b3bbbe03ff21d865558"
    assert satu["hash"] == "3fdce2a75dacb3405428377bc44d05c9fa4297b671640af8585af9aab71b3cb6"


def test_sound_log_has_no_violation():
    assert kode(rantai(5)) == []
    assert set(rantai(1)[0]) == set(BARIS)


def test_one_gap_is_one_violation_of_the_order():
    baris = rantai(5)

    assert kode(baris[:2] + baris[3:]) == ["urutan_putus", "rantai_putus"]


def test_value_without_canonical_form_is_a_violation_and_no_crash():
    baris = rantai(3)
    baris[1]["waktu"] = b"x"

    assert kode(baris) == ["bentuk", "hash_entri"]


def test_published_heads_are_checked_where_they_were_published():
    pemeriksa = Pemeriksa()
    for satu in rantai(3):
        pemeriksa.baca(satu)
    benar = {0: KOSONG.hex(), 3: pemeriksa.pohon.akar().hex()}

    assert kode(rantai(5), terbit=benar) == []
    assert kode(rantai(5), terbit={2: benar[3]}) == ["akar_terbit_berbeda"]
    assert kode(rantai(2), terbit=benar) == ["jejak_terpotong"]


def test_head_is_over_what_the_columns_say_and_not_over_the_hash_they_claim():
    baris = rantai(2)
    pemeriksa = Pemeriksa()
    for satu in baris:
        pemeriksa.baca(satu)
    akar = AkarDiberi(pemeriksa.pohon.akar().hex(), 2)
    baris[1]["objek_id"] = "lain"

    assert kode(baris, diberi=akar) == ["hash_entri", "akar_berbeda"]


@pytest.mark.parametrize(
    ("teks", "akar"),
    [
        pytest.param("a" * 64, AkarDiberi("a" * 64), id="bare"),
        pytest.param(f"12:{'A' * 64}", AkarDiberi("a" * 64, 12), id="with number, capitals"),
        pytest.param(f" 0:{'0' * 64}\n", AkarDiberi("0" * 64, 0), id="copied with blanks"),
    ],
)
def test_head_is_read_as_people_copy_it(teks, akar):
    assert baca_akar(teks) == akar
    assert baca_akar(str(akar)) == akar


@pytest.mark.parametrize("teks", ["", "a" * 63, "g" * 64, "x:" + "a" * 64, "1:2:" + "a" * 64])
def test_what_is_no_head_is_refused_with_a_sentence(teks):
    with pytest.raises(ValueError, match="Akar ditulis"):
        baca_akar(teks)

"""What must hold of every score, whatever the set and the data."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.hitung_skor import sumbangan
from penilaian.kernel.kriteria import Arah, BilaKosong, Perangkat, cela, sha256
from penilaian.kernel.skor import (
    Akun,
    Keadaan,
    Mentah,
    Mesin,
    akun_dari,
    beda,
    hitung,
    kunci_peringkat,
    pengungkit,
    peringkat,
    peringkat_dari,
    teks_simpan,
)
from tests.helpers.perangkat import MENTAH, mentah_acak, perangkat_acak


@st.composite
def kasus(
    draw: st.DrawFn, *, lengkap: bool = False
) -> tuple[Perangkat, dict[str, Mentah]]:  # fmt: skip
    """A set and one person's raw values."""
    satu = draw(perangkat_acak())
    return satu, draw(mentah_acak(satu, lengkap=lengkap))


def _jumlah(akun: Akun) -> Decimal:
    return sum((b.sumbangan for b in akun.baris if b.sumbangan is not None), Decimal(0))


@settings(max_examples=150)
@given(kasus())
def test_lines_sum_to_the_score_to_the_last_digit(k: tuple[Perangkat, dict[str, Mentah]]) -> None:
    akun = hitung(*k)

    for satu in akun.baris:
        assert satu.terukur is (satu.mentah.keadaan is Keadaan.ANGKA)
        if satu.nilai is not None:
            assert satu.sumbangan == sumbangan(satu.bobot_pakai, satu.nilai)
    assert sum(satu.bobot_pakai for satu in akun.baris) == 100
    if akun.skor is not None:
        assert akun.skor == _jumlah(akun)
        assert 0 <= akun.skor <= 100
        assert akun.alasan == ()
    else:
        assert akun.alasan


@settings(max_examples=150)
@given(kasus(), st.data())
def test_a_better_raw_value_never_lowers_the_score(
    k: tuple[Perangkat, dict[str, Mentah]], data: st.DataObject
) -> None:
    satu, mentah = k
    kriteria = data.draw(st.sampled_from(satu.kriteria))
    ganti = data.draw(MENTAH[kriteria.sumber])
    lain = data.draw(MENTAH[kriteria.sumber])

    def urut(nilai: Decimal | str) -> Decimal:
        letak = (
            Decimal(kriteria.sumber.kata.index(nilai))
            if isinstance(nilai, str)
            else nilai
        )  # fmt: skip
        return -letak if kriteria.arah is Arah.TURUN else letak

    buruk, baik = sorted((ganti, lain), key=urut)
    bawah = hitung(satu, {**mentah, kriteria.kode: Mentah.ada(buruk)})
    atas = hitung(satu, {**mentah, kriteria.kode: Mentah.ada(baik)})

    assert bawah.keadaan is atas.keadaan
    if bawah.skor is not None and atas.skor is not None:
        assert bawah.skor <= atas.skor


@settings(max_examples=150)
@given(kasus(lengkap=True), st.data())
def test_missing_is_never_zero(k: tuple[Perangkat, dict[str, Mentah]], data: st.DataObject) -> None:
    satu, mentah = k
    hilang = data.draw(st.sampled_from(satu.kriteria))
    akun = hitung(satu, {kode: isi for kode, isi in mentah.items() if kode != hilang.kode})

    sisa = 100 - hilang.bobot
    wajib = hilang.bila_kosong is BilaKosong.TIDAK_LENGKAP
    if wajib or not sisa or sisa < satu.bobot_minimal:
        assert akun.skor is None
        return
    # The mean of the measured ones by their own weights, but for the rounding of shared weights.
    penuh = hitung(satu, mentah)
    rata = sum(b.bobot * (b.nilai or 0) for b in penuh.baris if b.kriteria != hilang.kode) / sisa
    assert akun.skor is not None
    assert abs(akun.skor - rata) <= Decimal("0.005") * len(satu.kriteria) + Decimal("0.001")


@settings(max_examples=100)
@given(kasus(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing_and_the_same_input_gives_the_same_bytes(
    k: tuple[Perangkat, dict[str, Mentah]], acak: random.Random
) -> None:
    satu, mentah = k
    kocok = list(mentah.items())
    acak.shuffle(kocok)

    akun = hitung(satu, mentah)

    assert teks_simpan(hitung(satu, dict(kocok))) == teks_simpan(akun)
    assert akun_dari(teks_simpan(akun)).skor == akun.skor
    assert teks_simpan(akun_dari(teks_simpan(akun))) == teks_simpan(akun)


@settings(max_examples=100)
@given(perangkat_acak(), st.data())
def test_the_engine_gives_the_bytes_of_the_plain_account(
    satu: Perangkat, data: st.DataObject
) -> None:
    orang = data.draw(st.lists(mentah_acak(satu), min_size=1, max_size=6))
    mesin = Mesin(satu)

    polos = {n: hitung(satu, mentah) for n, mentah in enumerate(orang)}
    bersama = {n: mesin.hitung(mentah) for n, mentah in enumerate(orang)}

    for n, akun in polos.items():
        assert bersama[n].teks == teks_simpan(akun)
        assert (bersama[n].skor, bersama[n].keadaan) == (akun.skor, akun.keadaan)
        assert str(bersama[n].skor) == str(akun.skor)
        assert bersama[n].kunci == kunci_peringkat(akun, satu)
    assert peringkat_dari({n: h.kunci for n, h in bersama.items()}) == peringkat(polos, satu)


@settings(max_examples=100)
@given(perangkat_acak(), st.data())
def test_what_changed_sums_to_the_difference(satu: Perangkat, data: st.DataObject) -> None:
    lama, baru = (hitung(satu, data.draw(mentah_acak(satu))) for _ in range(2))

    selisih = [b.selisih for b in beda(lama, baru)]

    if lama.skor is None or baru.skor is None:
        assert set(selisih) <= {None}
    else:
        assert sum((s for s in selisih if s is not None), Decimal(0)) == baru.skor - lama.skor
    assert beda(lama, lama) == ()


@settings(max_examples=100)
@given(kasus())
def test_what_would_raise_a_score_only_raises_it_and_the_largest_gain_stands_first(
    k: tuple[Perangkat, dict[str, Mentah]],
) -> None:
    satu, mentah = k

    semua = pengungkit(satu, hitung(satu, mentah))

    assert all(0 < p.tambah <= 100 for p in semua)
    assert [p.tambah for p in semua] == sorted((p.tambah for p in semua), reverse=True)


@settings(max_examples=60)
@given(perangkat_acak(), st.integers(-500, 500).filter(bool))
def test_only_weights_of_exactly_100_may_be_published(satu: Perangkat, geser: int) -> None:
    awal = satu.kriteria[0]
    lain = replace(awal, bobot=awal.bobot + Decimal(geser).scaleb(-2))
    geseran = replace(satu, kriteria=(lain, *satu.kriteria[1:]))

    assert cela(satu) == ()
    assert any("Jumlah bobot harus tepat 100" in kalimat for kalimat in cela(geseran))
    assert sha256(geseran) != sha256(satu)

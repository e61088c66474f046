"""The report of the simulator: counted once everywhere, order-free, uneven groups named."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.kernel.simulasi import (
    Dampak,
    golongan_umur,
    ketimpangan,
    simulasikan,
)

NILAI = st.none() | st.integers(0, 10_000).map(lambda n: Decimal(n).scaleb(-2))
ORANG = st.builds(
    Dampak,
    unit=st.sampled_from(["Disdik", "Dinkes"]),
    rumpun=st.sampled_from(["Guru", "Perawat", "Pelaksana"]),
    lama=NILAI,
    baru=NILAI,
    ciri=st.fixed_dictionaries({"jenis kelamin": st.sampled_from(["laki-laki", "perempuan"])}),
)


def orang(kelamin: str, lama: str | None, baru: str | None, *, unit: str = "Disdik") -> Dampak:
    """One person of that group under both sets."""
    ke = (Decimal(n) if n is not None else None for n in (lama, baru))
    lama_, baru_ = ke
    return Dampak(unit, "Guru", lama_, baru_, {"jenis kelamin": kelamin})


def test_who_rises_falls_and_becomes_complete_is_counted_once() -> None:
    hasil = simulasikan(
        [
            orang("laki-laki", "70", "75"),
            orang("laki-laki", "70", "60"),
            orang("perempuan", "70", "70"),
            orang("perempuan", None, "80"),
            orang("perempuan", "80", None),
            orang("perempuan", None, None),
        ]
    )

    s = hasil.semua
    assert (s.naik, s.turun, s.tetap) == (1, 1, 1)
    assert (s.menjadi_lengkap, s.menjadi_kosong, s.tetap_kosong) == (1, 1, 1)
    assert s.rata == Decimal("-1.67")


def test_a_group_scored_never_has_no_mean_instead_of_zero() -> None:
    hasil = simulasikan([orang("perempuan", None, "80")])

    assert hasil.ciri["jenis kelamin"]["perempuan"].rata is None


@given(st.lists(ORANG, max_size=30))
def test_order_changes_nothing_and_every_grouping_adds_up(semua: list[Dampak]) -> None:
    hasil = simulasikan(semua)

    assert hasil == simulasikan(reversed(semua))
    for kelompok in (hasil.unit, hasil.rumpun, hasil.ciri.get("jenis kelamin", {})):
        assert sum(c.orang for c in kelompok.values()) == len(semua)
        assert sum(c.naik for c in kelompok.values()) == hasil.semua.naik
        assert sum((c.selisih for c in kelompok.values()), Decimal(0)) == hasil.semua.selisih


def test_groups_drawn_apart_are_named_with_their_distance() -> None:
    semua = [orang("laki-laki", "70", "74")] * 5 + [orang("perempuan", "70", "69")] * 5

    (satu,) = ketimpangan(simulasikan(semua), batas=Decimal(2), minimal=5)

    assert (satu.diuntungkan, satu.dirugikan, satu.jarak) == (
        "laki-laki", "perempuan", Decimal("5.00"),
    )  # fmt: skip
    assert "laki-laki rata-rata +4 poin, tetapi perempuan -1 poin" in satu.bunyi


@pytest.mark.parametrize(("orang_banyak", "batas"), [(4, "2"), (5, "5")])
def test_small_groups_and_distances_within_the_limit_raise_nothing(
    orang_banyak: int, batas: str
) -> None:
    semua = [orang("laki-laki", "70", "74")] * 5 + [orang("perempuan", "70", "69")] * orang_banyak

    assert ketimpangan(simulasikan(semua), batas=Decimal(batas), minimal=5) == ()


@pytest.mark.parametrize(
    ("lahir", "golongan"),
    [
        (date(1996, 6, 2), "18-29 tahun"),
        (date(1996, 6, 1), "30-39 tahun"),
        (date(1976, 6, 1), "50 tahun ke atas"),
        (None, "tidak tercatat"),
    ],
)
def test_age_groups_turn_on_the_birthday(lahir: date | None, golongan: str) -> None:
    assert golongan_umur(lahir, date(2026, 6, 1)) == golongan

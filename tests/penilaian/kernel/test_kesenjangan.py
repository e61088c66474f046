"""Gaps are counted per post and never netted; trust is said with its reasons."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.kernel.kesenjangan import (
    Isi,
    JenjangBeda,
    Kepercayaan,
    antar_jenjang,
    jumlahkan,
    selisih,
    tanda_percaya,
)


@pytest.mark.parametrize(
    ("kebutuhan", "bezetting", "beda"),
    [
        pytest.param(3, 1, -2, id="two are missing"),
        pytest.param(1, 4, 3, id="three too many"),
        pytest.param(2, 2, 0, id="exactly full"),
        pytest.param(0, 0, 0, id="a need of zero is a need"),
        pytest.param(None, 5, None, id="no need known is no gap"),
    ],
)
def test_gap_is_bezetting_minus_need(
    kebutuhan: int | None, bezetting: int, beda: int | None
) -> None:
    assert selisih(kebutuhan, bezetting) == beda


def test_excess_in_one_post_does_not_fill_a_seat_in_another() -> None:
    jumlah = jumlahkan([(5, 2), (1, 4)])

    assert (jumlah.kekurangan, jumlah.kelebihan) == (3, 3)
    assert (jumlah.posisi_kurang, jumlah.posisi_lebih) == (1, 1)


def test_post_without_need_counts_in_neither_shortage_nor_excess() -> None:
    jumlah = jumlahkan([(None, 7), (2, 2)])

    assert (jumlah.kekurangan, jumlah.kelebihan) == (0, 0)
    assert jumlah.bezetting == 9
    assert jumlah.posisi_tanpa_kebutuhan == 1


@given(st.lists(st.tuples(st.none() | st.integers(0, 50), st.integers(0, 50))))
def test_sums_hold_together_for_any_posts(baris: list[tuple[int | None, int]]) -> None:
    jumlah = jumlahkan(baris)
    berkebutuhan = sum(isi for butuh, isi in baris if butuh is not None)

    assert berkebutuhan - jumlah.kebutuhan == jumlah.kelebihan - jumlah.kekurangan
    assert jumlah.kekurangan >= 0 <= jumlah.kelebihan


@pytest.mark.parametrize(("pw_mengisi", "nominal"), [(True, 6), (False, 4)])
def test_part_timers_fill_a_seat_only_when_the_switch_says_so(
    pw_mengisi: bool, nominal: int
) -> None:
    isi = Isi(pns=3, pppk=1, pppk_pw=2)

    assert isi.nominal(pw_mengisi=pw_mengisi) == nominal
    assert isi.semua == 6


def test_opposite_gaps_between_levels_of_one_jf_are_marked_not_moved() -> None:
    beda = antar_jenjang(
        [(1, "Guru", -2), (1, "Guru", 3), (2, "Guru", -1), (1, "Perawat", 4), (1, "", -9)]
    )

    assert beda == {(1, "Guru"): JenjangBeda(kurang=2, lebih=3)}
    assert beda[1, "Guru"].bukan_pindah_orang == 2


HARI = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("kasus", "tingkat", "kata"),
    [
        pytest.param({}, Kepercayaan.BAIK, "", id="nothing speaks against it"),
        pytest.param({"sumber": None}, Kepercayaan.PERIKSA, "belum ditetapkan", id="no need"),
        pytest.param({"hilang": 2}, Kepercayaan.PERIKSA, "2 pemangku", id="missing holders"),
        pytest.param(
            {"kebutuhan_per": date(2025, 4, 26)},
            Kepercayaan.PERIKSA,
            "26-04-2025",
            id="401 days old",
        ),
        pytest.param(
            {"kebutuhan_per": date(2025, 4, 27)}, Kepercayaan.BAIK, "", id="400 days is not yet old"
        ),
        pytest.param(
            {"di_luar_referensi": True, "hilang": 1},
            Kepercayaan.LEMAH,
            "di luar referensi",
            id="the gravest reason wins",
        ),
    ],
)
def test_trust_mark_says_why(kasus: dict[str, object], tingkat: Kepercayaan, kata: str) -> None:
    biasa: dict[str, object] = {
        "sumber": "penetapan", "di_luar_referensi": False, "hilang": 0, "kebutuhan_per": HARI,
        "per": HARI, "usang_hari": 400,
    }  # fmt: skip

    tanda = tanda_percaya(**{**biasa, **kasus})  # type: ignore[arg-type]

    assert tanda.tingkat is tingkat
    assert kata in " ".join(tanda.alasan)
    assert bool(tanda.alasan) is (tingkat is not Kepercayaan.BAIK)

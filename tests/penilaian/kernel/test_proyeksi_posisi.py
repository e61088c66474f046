"""One post five years ahead: who leaves, who comes, what the need grows to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.proyeksi_posisi import (
    Kapan,
    Keluar,
    Masuk,
    Penggerak,
    Sebab,
    akan_lowong,
    jumlahkan_proyeksi,
    proyeksikan,
)
from tests.helpers.kebutuhan import HARI_INI as PER
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()


def pensiun(orang: str, tahun: int, bulan: int = 7, hari: int = 1) -> Keluar:
    return Keluar(orang, date(tahun, bulan, hari), Sebab.PENSIUN)


def test_need_grows_and_holders_leave_year_by_year_to_plus_five() -> None:
    hasil = proyeksikan(
        kebutuhan=Fraction(4),
        bezetting=5,
        keluar=[
            pensiun("a", 2026), pensiun("b", 2028), pensiun("c", 2032),
            Keluar("d", date(2029, 1, 1), Sebab.AKHIR_KONTRAK),
            Keluar("e", date(2027, 3, 1), Sebab.PINDAH),
        ],
        masuk=[Masuk(date(2027, 1, 1), 2), Masuk(date(2026, 5, 31))],
        per=PER,
        penggerak=Penggerak.isi("10"),
    )  # fmt: skip

    assert [t.tahun for t in hasil.titik] == [2026, 2027, 2028, 2029, 2030, 2031]
    assert [t.bezetting for t in hasil.titik] == [4, 5, 4, 3, 3, 3]
    assert [t.kebutuhan for t in hasil.titik] == [4, 4, 5, 5, 6, 6]
    assert [t.selisih for t in hasil.titik] == [0, 1, -1, -2, -3, -3]
    assert hasil.titik[2].mentah == Decimal("4.8400"), "from the unrounded need, not year on year"
    assert hasil.titik[1].keluar == {Sebab.PENSIUN: 0, Sebab.AKHIR_KONTRAK: 0, Sebab.PINDAH: 1}


def test_person_leaves_once_on_the_earliest_day_ahead() -> None:
    hasil = proyeksikan(
        kebutuhan=Fraction(1),
        bezetting=2,
        keluar=[
            pensiun("a", 2028), Keluar("a", date(2027, 1, 1), Sebab.AKHIR_KONTRAK),
            pensiun("b", 2025), Keluar("b", date(2030, 1, 1), Sebab.PINDAH),
        ],
        per=PER,
    )  # fmt: skip

    assert [t.bezetting for t in hasil.titik] == [2, 1, 1, 1, 0, 0]
    assert hasil.lewat == 0


def test_person_past_his_day_is_counted_apart_and_still_there() -> None:
    hasil = proyeksikan(kebutuhan=None, bezetting=1, keluar=[pensiun("a", 2025)], per=PER)

    assert (hasil.lewat, hasil.titik[-1].bezetting) == (1, 1)
    assert (hasil.titik[0].selisih, hasil.titik[0].mentah) == (None, None)


def test_contracts_may_be_taken_as_extended() -> None:
    keluar = [Keluar("a", date(2027, 1, 1), Sebab.AKHIR_KONTRAK)]
    habis, lanjut = (
        proyeksikan(
            kebutuhan=Fraction(1), bezetting=1, keluar=keluar, per=PER,
            penggerak=Penggerak.isi(kontrak_diperpanjang=dial),
        )
        for dial in (False, True)
    )  # fmt: skip

    assert (habis.titik[-1].bezetting, lanjut.titik[-1].bezetting) == (0, 1)


def test_years_are_summed_over_posts_without_netting() -> None:
    kurang = proyeksikan(kebutuhan=Fraction(3), bezetting=1, keluar=[], per=PER)
    lebih = proyeksikan(kebutuhan=Fraction(1), bezetting=3, keluar=[], per=PER)
    tanpa = proyeksikan(kebutuhan=None, bezetting=4, keluar=[], per=PER)

    jumlah = jumlahkan_proyeksi([kurang, lebih, tanpa])

    assert set(jumlah) == set(range(2026, 2032))
    assert all((j.kekurangan, j.kelebihan, j.bezetting) == (2, 2, 8) for j in jumlah.values())


def test_posts_falling_empty_in_six_to_twelve_months_are_listed_soonest_first() -> None:
    hasil = akan_lowong(
        [
            pensiun("sesudah", 2027, 6, 2), pensiun("batas akhir", 2027, 6, 1),
            pensiun("batas awal", 2026, 12, 1), pensiun("segera", 2026, 11, 30),
            pensiun("lewat", 2026, 5, 31), pensiun("hari ini", 2026, 6, 1),
        ],
        K,
        per=PER,
    )  # fmt: skip

    assert [(s.keluar.orang, s.kapan, s.bulan) for s in hasil] == [
        ("hari ini", Kapan.SEGERA, 0),
        ("segera", Kapan.SEGERA, 5),
        ("batas awal", Kapan.AKAN, 6),
        ("batas akhir", Kapan.AKAN, 12),
    ]
    assert hasil[0].tetapan[0].nama == "akan_lowong_bulan"


KELUAR = st.lists(
    st.builds(
        Keluar,
        st.sampled_from("abcd"),
        st.dates(date(2025, 1, 1), date(2034, 1, 1)),
        st.sampled_from(list(Sebab)),
    ),
    max_size=8,
)


@settings(max_examples=30)
@given(KELUAR)
def test_nobody_leaves_twice_and_nobody_vanishes(keluar: list[Keluar]) -> None:
    hasil = proyeksikan(kebutuhan=Fraction(2), bezetting=4, keluar=keluar, per=PER)
    pergi = sum(sum(t.keluar.values()) for t in hasil.titik)

    assert hasil.titik[-1].bezetting == 4 - pergi >= 0
    assert pergi + hasil.lewat <= len({k.orang for k in keluar})

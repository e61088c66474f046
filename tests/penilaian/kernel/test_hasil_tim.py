"""Results of teams: examples by hand, and what must hold for any numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.hasil_tim import (
    TANPA_TIM,
    HasilTim,
    Keanggotaan,
    Sasaran,
    hari_bersama,
    hasil_anggota,
    hasil_tim,
    persen_sasaran,
)
from penilaian.kernel.skala import Arah

BATAS, PENUH = Decimal(120), Decimal(100)


def sasaran(target: str | None, realisasi: str | None, bobot: str = "100", **lain: Arah) -> Sasaran:
    angka = [None if n is None else Decimal(n) for n in (target, realisasi)]
    return Sasaran("Berkas selesai", "berkas", lain.get("arah", Arah.NAIK), Decimal(bobot), *angka)


def anggota(persen: str | None, porsi: str = "100", hari: int = 365, **lain: object) -> Keanggotaan:
    hasil = HasilTim(None if persen is None else Decimal(persen), (), ())
    nama, ketua = str(lain.get("tim", "Tim A")), bool(lain.get("ketua"))
    return Keanggotaan(nama, Decimal(porsi), ketua, hari, hasil)


@pytest.mark.parametrize(
    ("target", "realisasi", "arah", "harus"),
    [
        ("80", "60", Arah.NAIK, "75.00"),
        ("3", "2", Arah.NAIK, "66.67"),
        ("80", "80", Arah.NAIK, "100.00"),
        ("80", "200", Arah.NAIK, "120"),  # capped
        ("80", "0", Arah.NAIK, "0.00"),  # measured as none: a true zero
        ("80", None, Arah.NAIK, None),  # not measured: never zero
        (None, "60", Arah.NAIK, None),
        ("0", "5", Arah.NAIK, None),  # asks for nothing, measures nothing
        ("5", "10", Arah.TURUN, "50.00"),
        ("5", "4", Arah.TURUN, "120"),
        ("5", "0", Arah.TURUN, "120"),
        ("0", "0", Arah.TURUN, "100"),
        ("0", "1", Arah.TURUN, "0"),
    ],
)
def test_one_target_in_percent(
    target: str | None, realisasi: str | None, arah: Arah, harus: str | None
) -> None:
    persen = persen_sasaran(sasaran(target, realisasi, arah=arah), BATAS)

    assert persen == (None if harus is None else Decimal(harus))


def test_a_team_is_the_weighted_mean_of_its_targets_and_says_how() -> None:
    """60 % x 75 + 40 % x 120 (capped) = 45 + 48 = 93."""
    hasil = hasil_tim([sasaran("80", "60", "60"), sasaran("5", "2", "40", arah=Arah.TURUN)], BATAS)

    assert (hasil.persen, hasil.kalimat) == (Decimal(93), "Capaian tim 93 %.")
    assert [b.bunyi for b in hasil.baris] == [
        "60 ÷ 80 × 100 = 75 %; dikali bobot 60 % menjadi 45.",
        "5 ÷ 2 × 100 = 120 %, paling tinggi 120 %; dikali bobot 40 % menjadi 48.",
    ]


@pytest.mark.parametrize(
    ("daftar", "kalimat"),
    [
        ([], "Belum lengkap: Target periode ini belum dicatat."),
        ([sasaran("80", "60", "90")], "Belum lengkap: Bobot target berjumlah 90, harus 100."),
        (
            [sasaran("80", "60", "60"), sasaran("5", None, "40")],
            "Belum lengkap: Realisasi 'Berkas selesai' belum dicatat.",
        ),
        ([sasaran(None, None)], "Belum lengkap: Target 'Berkas selesai' belum dicatat."),
        (
            [sasaran("0", "3")],
            "Belum lengkap: Target 'Berkas selesai' 0, tidak dapat menjadi pembagi.",
        ),
    ],
)
def test_a_team_that_lacks_something_has_no_result_and_says_what(
    daftar: list[Sasaran], kalimat: str
) -> None:
    hasil = hasil_tim(daftar, BATAS)

    assert (hasil.persen, hasil.kalimat) == (None, kalimat)


def test_a_member_of_two_teams_gets_their_mean_by_share_and_days() -> None:
    """(60 x 365 x 90 + 40 x 73 x 120) / (60 x 365 + 40 x 73) = 2.321.400 / 24.820."""
    hasil = hasil_anggota([anggota("90", "60"), anggota("120", "40", 73, tim="Tim B")], PENUH)

    assert hasil.persen == Decimal("93.5294")
    assert hasil.bunyi == (
        "90 % dari Tim A (porsi 60 %, 365 hari: 88,24 % dari kerja timnya) dan 120 % dari Tim B "
        "(porsi 40 %, 73 hari: 11,76 % dari kerja timnya); bersama-sama 93,5294 %."
    )


def test_the_share_of_a_head_can_count_more_where_the_rule_says_so() -> None:
    """(50 x 1,5 x 100 + 50 x 60) / (75 + 50) = 84."""
    dua = [anggota("100", "50", ketua=True), anggota("60", "50", tim="Tim B")]

    assert hasil_anggota(dua, PENUH).persen == Decimal(80)
    assert hasil_anggota(dua, Decimal(150)).persen == Decimal(84)


def test_one_team_without_a_result_leaves_its_member_without_one() -> None:
    hasil = hasil_anggota([anggota("90"), anggota(None, tim="Tim B")], PENUH)

    assert (hasil.persen, hasil.alasan) == (None, "Hasil tim Tim B belum lengkap.")
    assert hasil_anggota([], PENUH).alasan == TANPA_TIM


@pytest.mark.parametrize(
    ("mulai", "selesai", "harus"),
    [
        (date(2024, 6, 1), None, 365),
        (date(2025, 12, 31), None, 1),
        (date(2025, 3, 1), date(2025, 3, 31), 31),
        (date(2026, 1, 1), None, 0),
        (date(2024, 1, 1), date(2024, 12, 31), 0),
    ],
)
def test_days_of_membership_inside_a_period_count_both_ends(
    mulai: date, selesai: date | None, harus: int
) -> None:
    assert hari_bersama((mulai, selesai), (date(2025, 1, 1), date(2025, 12, 31))) == harus


ANGKA = st.decimals(0, 10_000, places=2)
SASARAN = st.builds(
    Sasaran,
    st.just("U"), st.just("x"), st.sampled_from(Arah), st.just(Decimal(25)),
    st.decimals("0.01", 10_000, places=2), ANGKA,
)  # fmt: skip
EMPAT = st.lists(SASARAN, min_size=4, max_size=4)


@settings(max_examples=60)
@given(EMPAT, ANGKA, st.permutations(range(4)))
def test_more_in_the_good_direction_never_lowers_and_lines_sum_whatever_their_order(
    daftar: list[Sasaran], tambah: Decimal, urut: list[int]
) -> None:
    awal = hasil_tim(daftar, BATAS)
    satu = daftar[0]
    lebih = tambah if satu.arah is Arah.NAIK else -min(tambah, satu.realisasi or Decimal(0))
    baik = Sasaran(**{**vars(satu), "realisasi": (satu.realisasi or Decimal(0)) + lebih})
    sesudah = hasil_tim([baik, *daftar[1:]], BATAS)

    assert awal.persen is not None
    assert sesudah.persen is not None
    assert sesudah.persen >= awal.persen
    assert awal.persen == sum(b.poin for b in awal.baris if b.poin is not None) <= BATAS
    assert hasil_tim([daftar[n] for n in urut], BATAS).persen == awal.persen


@settings(max_examples=60)
@given(EMPAT, st.integers(0, 3))
def test_what_is_missing_never_equals_zero(daftar: list[Sasaran], letak: int) -> None:
    kosong = Sasaran(**{**vars(daftar[letak]), "realisasi": None})

    hasil = hasil_tim([*daftar[:letak], kosong, *daftar[letak + 1 :]], BATAS)

    assert hasil.persen is None


KEANGGOTAAN = st.builds(
    anggota,
    st.decimals(0, 120, places=2).map(str),
    st.decimals("0.01", 100, places=2).map(str),
    st.integers(1, 366),
    ketua=st.booleans(),
)


@settings(max_examples=60)
@given(st.lists(KEANGGOTAAN, min_size=1, max_size=5), st.integers(1, 200))
def test_a_member_stands_between_his_teams_and_their_order_changes_nothing(
    daftar: list[Keanggotaan], pengali: int
) -> None:
    hasil = hasil_anggota(daftar, Decimal(pengali))
    tim = [satu.hasil.persen or Decimal(0) for satu in daftar]

    assert hasil.persen is not None
    assert min(tim) <= hasil.persen <= max(tim)
    assert hasil_anggota(daftar[::-1], Decimal(pengali)).persen == hasil.persen

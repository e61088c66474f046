"""EJ, EU and their classes, at the very limits; balance of workload."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.efektivitas import BebanPosisi, efektivitas, efektivitas_unit, kelas_ej
from penilaian.kernel.hitungan import pecahan, setengah_naik
from penilaian.kernel.keseimbangan import keseimbangan
from penilaian.kernel.tetapan import KetentuanTidakTerbaca
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()  # kelas_ej in force: table permendagri12-2008
DEPKEU = K.andaikan(kelas_ej=[100, 81, 66, 50])  # table depkeu-2002


@pytest.mark.parametrize(
    ("nilai", "kelas"),
    [
        pytest.param("1.0001", "A", id="ej-bound-1"),
        pytest.param("1.0", "B", id="ej-bound-2"),
        pytest.param("0.89", "C", id="ej-bound-4"),
        pytest.param("0.69", "D", id="ej-bound-6"),
        pytest.param("0.5", "D", id="ej-bound-7"),
        pytest.param("0.499", "E", id="ej-bound-8"),
        pytest.param("0.8999999", "C", id="not yet 0.90, though two decimals print it"),
        pytest.param("1.0000000001", "A", id="the least over one"),
        pytest.param("0", "E", id="no work at all"),
    ],
)
def test_class_is_that_of_the_unrounded_value(nilai: str, kelas: str) -> None:
    assert kelas_ej(pecahan(nilai), K) == kelas


@pytest.mark.parametrize(
    ("nilai", "kelas"), [("1.01", "A"), ("1", "B"), ("0.81", "B"), ("0.80", "C"), ("0.65", "D"),
                         ("0.50", "D"), ("0.49", "E")],
)  # fmt: skip
def test_another_table_of_classes_is_only_another_constant(nilai: str, kelas: str) -> None:
    assert kelas_ej(pecahan(nilai), DEPKEU) == kelas


@pytest.mark.parametrize("batas", [[100, 90, 70], [90, 100, 70, 50], [90, 90, 70, 50], "A"])
def test_table_of_classes_must_fall_in_four_steps(batas: object) -> None:
    with pytest.raises(KetentuanTidakTerbaca, match="kelas_ej: "):
        K.andaikan(kelas_ej=batas)


def test_ej_has_four_decimals_and_names_its_constants() -> None:
    hasil = efektivitas(Fraction(525_007), 7, K)

    assert (hasil.ej, hasil.kelas) == (Decimal("1.0000"), "A")
    assert [t.nama for t in hasil.tetapan] == ["jke_menit", "kelas_ej"]


def test_post_without_holder_has_no_ej_and_no_class() -> None:
    hasil = efektivitas(Fraction(75_000), 0, K)

    assert (hasil.nilai, hasil.ej, hasil.kelas) == (None, None, None)


# eu-two-positions
DUA = [(150_000, 1), (60_000, 2)]


def test_published_unit_hides_one_shortage_and_one_excess() -> None:
    posisi = [
        BebanPosisi(Fraction(menit), setengah_naik(menit / K.jke_menit), orang)
        for menit, orang in DUA
    ]
    ej = [efektivitas(p.menit, p.pemangku, K) for p in posisi]
    unit = efektivitas_unit(posisi, K)

    assert [(satu.ej, satu.kelas) for satu in ej] == [
        (Decimal("2.0000"), "A"), (Decimal("0.4000"), "E"),
    ]  # fmt: skip
    assert [(p.kebutuhan, p.pemangku - p.kebutuhan) for p in posisi] == [(2, -1), (1, 1)]
    assert (unit.eu.ej, unit.eu.kelas) == (Decimal("0.9333"), "B")
    assert (unit.jumlah.kekurangan, unit.jumlah.kelebihan) == (1, 1)
    assert [(t.kode, t.pesan) for t in unit.temuan] == [(
        "eu_menutupi_selisih",
        "EU menutupi selisih yang berlawanan: 1 jabatan kekurangan 1 orang, 1 jabatan kelebihan "
        "1 orang. Lihat per jabatan.",
    )]  # fmt: skip


def test_load_of_an_empty_post_stays_in_the_unit_and_is_said() -> None:
    unit = efektivitas_unit(
        [BebanPosisi(Fraction(75_000), 1, 0), BebanPosisi(Fraction(75_000), 1, 1)], K
    )

    assert unit.eu.ej == 2
    assert [t.kode for t in unit.temuan] == ["jabatan_kosong"]


POSISI = st.builds(
    BebanPosisi, st.integers(0, 400_000).map(Fraction), st.integers(0, 6), st.integers(0, 6)
)


@settings(max_examples=40)
@given(st.lists(POSISI, max_size=6))
def test_gaps_of_a_unit_are_never_netted_whatever_eu_says(posisi: list[BebanPosisi]) -> None:
    jumlah = efektivitas_unit(posisi, K).jumlah

    assert jumlah.kekurangan == sum(max(p.kebutuhan - p.pemangku, 0) for p in posisi)
    assert jumlah.kelebihan == sum(max(p.pemangku - p.kebutuhan, 0) for p in posisi)


def test_balance_says_how_far_the_load_spreads_in_each_group() -> None:
    baris = [
        *(("Dinas A", BebanPosisi(Fraction(menit), 1, orang)) for menit, orang in DUA),
        ("Dinas A", BebanPosisi(Fraction(30_000), 0, 0)),
        ("Dinas B", BebanPosisi(Fraction(75_000), 1, 1)),
        ("Dinas C", BebanPosisi(Fraction(9_000), 0, 0)),
    ]
    hasil = keseimbangan(baris, K)
    a, b, c = hasil["Dinas A"], hasil["Dinas B"], hasil["Dinas C"]

    assert (a.terendah, a.tertinggi, a.jarak) == (Fraction(2, 5), 2, Fraction(8, 5))
    assert (a.posisi, a.tanpa_pemangku, a.tengah) == (3, 1, Fraction(6, 5))
    assert (a.rata, a.simpangan) == (Fraction(14, 15), Fraction(32, 45))
    assert a.beban_berpindah == Fraction(16, 15), "one person carries 1.07 too much"
    assert a.per_kelas == {"A": 1, "B": 0, "C": 0, "D": 0, "E": 1}
    assert (b.jarak, b.simpangan, b.beban_berpindah) == (0, 0, 0)
    assert (c.jarak, c.rata, c.simpangan, c.beban_berpindah) == (None, None, None, 0)


@settings(max_examples=40)
@given(st.lists(POSISI, max_size=6))
def test_load_to_move_is_what_the_busy_carry_above_the_even_share(
    posisi: list[BebanPosisi],
) -> None:
    satu = keseimbangan([("unit", p) for p in posisi], K).get("unit")

    if satu is None or satu.rata is None:
        return
    beda = (p.menit / K.jke_menit - p.pemangku * satu.rata for p in posisi if p.pemangku)
    assert satu.beban_berpindah == sum(max(satu_beda, Fraction()) for satu_beda in beda)

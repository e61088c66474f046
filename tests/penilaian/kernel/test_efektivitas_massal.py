"""Thousands of posts at once give exactly what one post gives."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from penilaian.kernel.efektivitas import BebanPosisi, efektivitas, efektivitas_unit
from penilaian.kernel.efektivitas_massal import Kelas, Orang, jumlahkan_orang
from penilaian.kernel.hitungan import desimal
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()
JKE = int(K.jke_menit)
KELAS = Kelas(K)
MENIT = st.fractions(min_value=0, max_value=50_000_000, max_denominator=10**12)


@settings(max_examples=40)
@given(menit=MENIT, pemangku=st.integers(1, 400))
@example(menit=Fraction(JKE), pemangku=1)  # 1 exactly belongs to B
@example(menit=Fraction(JKE) + Fraction(1, 10**12), pemangku=1)
@example(menit=Fraction(JKE) * Fraction(7, 10), pemangku=1)
@example(menit=Fraction(JKE) * Fraction(89_995, 100_000), pemangku=1)  # prints 0.9000, is C
@example(menit=Fraction(0), pemangku=3)
@example(menit=Fraction(1, 20_000) * JKE, pemangku=1)  # half of the last decimal goes up
def test_load_share_and_class_are_those_of_the_exact_kernel(menit: Fraction, pemangku: int) -> None:
    satu = efektivitas(menit, pemangku, K)

    orang = Orang.dari_menit(str(menit), JKE)
    ej = orang.per(pemangku)

    assert Fraction(*orang) == menit / JKE
    assert orang.teks == f"{desimal(menit / JKE):.4f}"
    assert (ej.teks, KELAS.dari(ej)) == (f"{satu.ej:.4f}", satu.kelas)


@settings(max_examples=40)
@given(st.lists(st.tuples(MENIT, st.integers(0, 40)), min_size=1, max_size=12))
def test_unit_is_the_exact_sum_of_its_posts(posisi: list[tuple[Fraction, int]]) -> None:
    unit = efektivitas_unit([BebanPosisi(m, 0, n) for m, n in posisi], K).eu

    jumlah = jumlahkan_orang([Orang.dari_menit(str(m), JKE) for m, _ in posisi])

    pemangku = sum(n for _, n in posisi)
    if unit.ej is None:
        assert pemangku == 0
    else:
        eu = jumlah.per(pemangku)
        assert (eu.teks, KELAS.dari(eu)) == (f"{unit.ej:.4f}", unit.kelas)


def test_load_written_in_another_way_is_read_too() -> None:
    assert Fraction(*Orang.dari_menit("112500.5", 75_000)) == Fraction(225_001, 150_000)
    assert Fraction(*Orang.dari(Fraction(3, 2))) == Fraction(3, 2)

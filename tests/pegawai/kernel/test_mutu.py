"""The quality index: weights, spreading, what has no value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pegawai.kernel.mutu import DIMENSI, TANPA_ORANG, Bobot, Cacah, hitung
from pegawai.kernel.mutu_daftar import BKN, SEMUA, SERASI

DUA_PULUH_TUJUH = {"COM": 7, "TIM": 6, "ACC": 10, "CON": 4}
BERAT = {"COM": "0.28", "TIM": "0.31", "ACC": "0.30", "CON": "0.11"}
RATA = Bobot.dari(BERAT, {i.kode: "10" for i in BKN})
BAIK = {i.kode: Cacah(100, 0) for i in BKN}


def test_there_are_27_indicators_of_bkn_and_ours_stand_apart() -> None:
    ada = {d: sum(i.dimensi == d for i in BKN) for d in DIMENSI}

    assert ada == DUA_PULUH_TUJUH
    assert {i.dimensi for i in SERASI} == {"SER"}
    assert len(SEMUA) == len(BKN) + len(SERASI)


def test_every_indicator_says_what_whom_how_and_who() -> None:
    for i in SEMUA.values():
        kalimat = (i.kalimat, i.populasi, i.cara, i.oleh, i.kolom, i.dasar)
        assert all(kalimat), i.kode
        assert {i.kalimat[-1], i.cara[-1]} == {"."}, i.kode


def test_without_faults_the_index_is_a_hundred() -> None:
    assert hitung(BKN, BAIK, RATA).nilai == Decimal("100.00")


def test_a_fault_costs_its_share_of_its_indicator_of_its_dimension() -> None:
    tanpa = {i.kode: "tidak ada" for i in BKN if i.tak_terhitung}

    indeks = hitung(BKN, BAIK | {"CON_1": Cacah(100, 40)}, RATA, tanpa=tanpa)

    # 40 % of a quarter of 11 points.
    assert indeks.nilai == Decimal("98.90")
    assert indeks.indikator["CON_1"].kualitas == Decimal("60.00")
    assert indeks.indikator["CON_1"].hilang == Decimal("1.1")
    assert [n.indikator.kode for n in indeks.paling_menaikkan()] == ["CON_1"]


def test_weight_of_what_cannot_be_counted_goes_to_the_others_of_its_dimension() -> None:
    cacah = BAIK | {"CON_1": Cacah(100, 40)}

    indeks = hitung(BKN, cacah, RATA, tanpa={"CON_2": "kolom kosong", "CON_3": "kolom kosong"})

    assert indeks.indikator["CON_1"].bobot == Decimal("5.5")
    assert indeks.indikator["CON_2"].bobot == 0
    assert indeks.indikator["CON_2"].alasan == "kolom kosong"
    assert indeks.disebar


def test_a_dimension_without_any_value_leaves_its_weight_to_the_other_dimensions() -> None:
    tanpa = {i.kode: "tidak ada" for i in BKN if i.dimensi != "CON"}

    indeks = hitung(BKN, {"CON_1": Cacah(10, 5)}, RATA, tanpa=tanpa)

    assert indeks.nilai == Decimal("50.00")
    assert [d.kualitas for d in indeks.dimensi] == [None, None, None, Decimal("50.00")]


def test_indicator_that_a_later_regulation_leaves_out_weighs_nothing() -> None:
    bobot = Bobot.dari(BERAT, {"COM_1": 1, "TIM_1": "1", "ACC_1": 1.0})

    indeks = hitung(BKN, BAIK | {"COM_7": Cacah(10, 10), "CON_1": Cacah(10, 10)}, bobot)

    assert indeks.indikator["COM_7"].hilang == 0
    assert indeks.nilai == Decimal("100.00")  # nor does a dimension without any weight inside


def test_nobody_to_ask_is_no_value_and_never_a_hundred() -> None:
    indeks = hitung(BKN, {"COM_6": Cacah(0, 0)}, RATA)

    assert indeks.nilai is None
    assert indeks.indikator["COM_6"].alasan == TANPA_ORANG
    assert indeks.indikator["COM_6"].kualitas is None


def test_one_fault_among_many_is_never_rounded_to_a_hundred() -> None:
    indeks = hitung(BKN, BAIK | {"COM_7": Cacah(50_000, 1)}, RATA)

    assert indeks.indikator["COM_7"].kualitas == Decimal("99.99")


@pytest.mark.parametrize("kode", ["TIM_2", "TIM_6"])
def test_what_no_file_tells_is_said_with_its_reason(kode: str) -> None:
    nilai = hitung(BKN, BAIK, RATA).indikator[kode]

    assert not nilai.terhitung
    assert nilai.alasan.startswith("Berkas tidak memuat")

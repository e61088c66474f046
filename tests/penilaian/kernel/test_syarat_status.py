"""Who may move at all: H01, H02, H07, H08, H10, H11; each verdict once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from penilaian.kernel.perkara import DasarDemosi, Hukuman, Jalur
from penilaian.kernel.putusan import Hasil, Penyedia, Putusan
from penilaian.kernel.syarat import SYARAT, periksa
from tests.helpers.perkara import (
    GURU_MUDA,
    GURU_PERTAMA,
    HARI_INI,
    KASI,
    PELAKSANA,
    calon,
    perkara,
    sasaran,
)

ROTASI = {"jabatan": KASI, "jabatan_id": 11}
ANTAR = {"jalur": Jalur.ANTAR_INSTANSI}


def putus(kode: str, orang: dict[str, Any], pos: dict[str, Any], **isi: Any) -> Putusan:
    (satu,) = periksa(perkara(calon(**orang), sasaran(**pos), **isi), [kode])
    return satu


def test_h01_active_pns_passes() -> None:
    assert putus("H01", {}, {}).putusan is Hasil.LOLOS


@pytest.mark.parametrize(("status", "kedudukan"), [("PPPK", "71"), ("PPPK_PW", "101")])
def test_h01_active_pppk_passes_here_and_meets_h10(status: str, kedudukan: str) -> None:
    assert putus("H01", {"status": status, "kedudukan": kedudukan}, {}).putusan is Hasil.LOLOS


def test_h01_other_standing_is_refused_and_never_nearly() -> None:
    satu = putus("H01", {"kedudukan": "4"}, {})

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, False)
    assert satu.bunyi == "Kedudukan hukumnya tidak aktif (kode SIASN 4)."
    assert putus("H01", {"status": "TNI"}, {}).putusan is Hasil.TIDAK_LOLOS


def test_h01_standing_under_a_sanction_moves_only_to_execute_it() -> None:
    assert putus("H01", {"kedudukan": "15"}, {}).putusan is Hasil.TIDAK_LOLOS
    sanksi = putus("H01", {"kedudukan": "15"}, {}, dasar_demosi=DasarDemosi.SANKSI)
    assert sanksi.putusan is Hasil.LOLOS


@pytest.mark.parametrize("kosong", ["status", "kedudukan"])
def test_h01_unknown_is_said_and_who_supplies_it(kosong: str) -> None:
    satu = putus("H01", {kosong: None}, {})

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert satu.penyedia is Penyedia.SIASN


def test_h02_cpns_is_refused_but_for_his_first_placement() -> None:
    assert putus("H02", {"cpns": True}, {}).bunyi == "Masih CPNS."
    assert putus("H02", {"cpns": True}, {}).putusan is Hasil.TIDAK_LOLOS
    assert putus("H02", {"cpns": True}, {}, penempatan_cpns=True).putusan is Hasil.LOLOS


def test_h02_pns_and_pppk_pass_and_unknown_stays_unknown() -> None:
    assert putus("H02", {}, {}).putusan is Hasil.LOLOS
    assert putus("H02", {"status": "PPPK", "cpns": None}, {}).putusan is Hasil.LOLOS
    assert putus("H02", {"cpns": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


BERJALAN = (Hukuman("S", date(2026, 1, 1), date(2026, 12, 31)),)
BERAKHIR = (Hukuman("B", date(2024, 1, 1), date(2025, 1, 1)),)
DALAM_PROSES = (Hukuman("R", sedang_proses=True),)


@pytest.mark.parametrize("hukuman", [BERJALAN, DALAM_PROSES, (Hukuman("R"),)])
def test_h07_promotion_is_refused_while_serving_or_in_process(hukuman: tuple[Hukuman]) -> None:
    satu = putus("H07", {"hukuman": hukuman}, {})

    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert satu.dapat_diperbaiki is False


def test_h07_a_sanction_that_ended_or_begins_later_lets_pass() -> None:
    nanti = (Hukuman("S", date(2026, 7, 1)),)

    assert putus("H07", {"hukuman": BERAKHIR}, {}).putusan is Hasil.LOLOS
    assert putus("H07", {"hukuman": nanti}, {}).putusan is Hasil.LOLOS


def test_h07_court_case_refuses_promotion_even_without_a_register() -> None:
    satu = putus("H07", {"proses_peradilan": True, "hukuman": None}, {})

    assert satu.putusan is Hasil.TIDAK_LOLOS


@pytest.mark.parametrize("kosong", ["hukuman", "proses_peradilan"])
def test_h07_without_a_register_promotion_cannot_be_checked(kosong: str) -> None:
    satu = putus("H07", {kosong: None}, {})

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert satu.penyedia is Penyedia.BKD


def test_h07_rotation_inside_is_stopped_by_a_heavy_sanction_only() -> None:
    berat = (Hukuman("B", date(2026, 1, 1)),)

    assert putus("H07", {"hukuman": BERJALAN}, ROTASI).putusan is Hasil.LOLOS
    assert putus("H07", {"hukuman": None}, ROTASI).putusan is Hasil.LOLOS
    assert putus("H07", {"hukuman": berat}, ROTASI).putusan is Hasil.TIDAK_LOLOS
    sanksi = putus("H07", {"hukuman": berat}, ROTASI, dasar_demosi=DasarDemosi.SANKSI)
    assert sanksi.putusan is Hasil.LOLOS
    assert putus("H07", {"hukuman": BERJALAN}, ROTASI, **ANTAR).putusan is Hasil.TIDAK_LOLOS


def test_h07_words_are_kept_from_those_without_the_right() -> None:
    assert [satu.kode for satu in SYARAT if satu.peka] == ["H07"]


def test_h08_study_and_unpaid_leave_are_refused() -> None:
    assert putus("H08", {"kedudukan": "3"}, {}).bunyi == "Sedang tugas belajar."
    assert putus("H08", {"kedudukan": "13"}, {}).putusan is Hasil.TIDAK_LOLOS
    assert putus("H08", {"kedudukan": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h08_bond_holds_only_between_instansi() -> None:
    terikat = {"ikatan_dinas": True, "ikatan_dinas_sampai": date(2027, 1, 1)}

    assert putus("H08", terikat, {}).putusan is Hasil.LOLOS
    antar = putus("H08", terikat, {}, **ANTAR)
    assert antar.putusan is Hasil.TIDAK_LOLOS
    assert antar.angka["ikatan_dinas_sampai"] == "2027-01-01"
    assert putus("H08", terikat, {}, tmt=date(2027, 1, 1), **ANTAR).putusan is Hasil.LOLOS
    assert putus("H08", {"ikatan_dinas": None}, {}, **ANTAR).penyedia is Penyedia.BKD


PPPK = {
    "status": "PPPK",
    "kedudukan": "71",
    "jabatan": GURU_PERTAMA,
    "jabatan_id": 40,
    "akhir_kontrak": date(2027, 12, 31),
}
SEKOLAH_LAIN = {"jabatan": GURU_PERTAMA, "jabatan_id": 40, "pengisian": "PNS dan PPPK"}


def test_h10_pppk_in_the_same_jabatan_elsewhere_passes() -> None:
    assert putus("H10", PPPK, SEKOLAH_LAIN).putusan is Hasil.LOLOS
    kembar = SEKOLAH_LAIN | {"jabatan_id": 41}
    assert putus("H10", PPPK, kembar).putusan is Hasil.LOLOS


def test_h10_pppk_does_not_change_jabatan_or_instansi() -> None:
    assert putus("H10", PPPK, {"jabatan": GURU_MUDA, "jabatan_id": 42}).putusan is Hasil.TIDAK_LOLOS
    assert putus("H10", PPPK, SEKOLAH_LAIN, **ANTAR).putusan is Hasil.TIDAK_LOLOS


def test_h10_contract_must_reach_the_tmt_and_may_be_renewed() -> None:
    habis = putus("H10", PPPK | {"akhir_kontrak": date(2026, 5, 31)}, SEKOLAH_LAIN)

    assert (habis.putusan, habis.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert putus("H10", PPPK | {"akhir_kontrak": HARI_INI}, SEKOLAH_LAIN).putusan is Hasil.LOLOS
    kosong = putus("H10", PPPK | {"akhir_kontrak": None}, SEKOLAH_LAIN)
    assert kosong.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h10_part_time_is_blocked_and_pns_are_not_meant() -> None:
    assert putus("H10", PPPK | {"status": "PPPK_PW"}, SEKOLAH_LAIN).putusan is Hasil.TIDAK_LOLOS
    assert putus("H10", {}, {}).bunyi == "Ketentuan ini hanya untuk PPPK."
    assert putus("H10", {"status": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h10_a_reference_that_contradicts_the_holder_is_to_be_mended() -> None:
    satu = putus("H10", PPPK, SEKOLAH_LAIN | {"pengisian": "PNS"})

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert satu.penyedia is Penyedia.ORGANISASI


def test_h10_pelaksana_without_an_id_cannot_be_compared() -> None:
    orang = PPPK | {"jabatan": PELAKSANA, "jabatan_id": None}

    satu = putus("H10", orang, {"jabatan": PELAKSANA, "jabatan_id": 50})

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


SENDIRI = {"permintaan_sendiri": True, **ANTAR}
BARU = {"tmt_cpns": date(2022, 3, 1), "tmt_pns": date(2023, 3, 1)}


def test_h11_bound_until_ten_years_after_the_tmt_pns() -> None:
    satu = putus("H11", BARU, ROTASI, tmt=date(2033, 2, 28), **SENDIRI)

    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert satu.perbaikan == "Dapat diusulkan paling cepat dengan TMT 1 Maret 2033."
    assert putus("H11", BARU, ROTASI, tmt=date(2033, 3, 1), **SENDIRI).putusan is Hasil.LOLOS


def test_h11_says_nothing_about_dinas_moves_older_intakes_and_pppk() -> None:
    assert putus("H11", BARU, ROTASI, permintaan_sendiri=True).putusan is Hasil.LOLOS
    assert putus("H11", BARU, ROTASI, **ANTAR).putusan is Hasil.LOLOS
    lama = {"tmt_cpns": date(2021, 1, 1), "tmt_pns": date(2022, 1, 1)}
    assert putus("H11", lama, ROTASI, **SENDIRI).putusan is Hasil.LOLOS
    assert putus("H11", BARU | {"status": "PPPK"}, ROTASI, **SENDIRI).putusan is Hasil.LOLOS


def test_h11_without_dates_cannot_be_checked_unless_pns_long_before() -> None:
    lama = {"tmt_cpns": None, "tmt_pns": date(2010, 1, 1)}

    assert putus("H11", BARU | {"tmt_pns": None}, ROTASI, **SENDIRI).putusan is (
        Hasil.TIDAK_DAPAT_DIPERIKSA
    )
    assert putus("H11", BARU | {"tmt_cpns": None}, ROTASI, **SENDIRI).putusan is (
        Hasil.TIDAK_DAPAT_DIPERIKSA
    )
    assert putus("H11", lama, ROTASI, **SENDIRI).putusan is Hasil.LOLOS

"""What the post asks: H03, H04, H17, H21; each verdict once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from penilaian.kernel.perkara import DasarDemosi, Jabatan, Pengalaman
from penilaian.kernel.putusan import Hasil, Penyedia, Putusan
from penilaian.kernel.syarat import periksa
from tests.helpers.perkara import (
    ANALIS_MADYA,
    ANALIS_MUDA,
    ANALIS_PERTAMA,
    ANALIS_UTAMA,
    HARI_INI,
    JPT_B,
    KABID,
    KASUBBAG,
    PELAKSANA,
    SEKRETARIS,
    calon,
    perkara,
    sasaran,
)

JF = {"jabatan": ANALIS_MUDA, "jabatan_id": 30, "pendidikan_minimal": "35"}


def putus(kode: str, orang: dict[str, Any], pos: dict[str, Any], **isi: Any) -> Putusan:
    (satu,) = periksa(perkara(calon(**orang), sasaran(**pos), **isi), [kode])
    return satu


def test_h03_vacant_seat_passes_with_its_figures() -> None:
    satu = putus("H03", {}, {"butuh": 3, "isi": 2})

    assert satu.putusan is Hasil.LOLOS
    assert satu.angka == {"kebutuhan": 3, "pemangku": 2}


def test_h03_occupied_seat_is_refused_and_may_fall_vacant() -> None:
    satu = putus("H03", {}, {"isi": 1})

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert satu.bunyi == "Pada TMT sudah terisi 1 dari 1 kursi."


def test_h03_seat_that_falls_vacant_by_the_tmt_passes() -> None:
    penuh = {"isi": 1, "akan_kosong": (date(2026, 8, 1),)}

    assert putus("H03", {}, penuh, tmt=date(2026, 7, 31)).putusan is Hasil.TIDAK_LOLOS
    assert putus("H03", {}, penuh, tmt=date(2026, 8, 1)).putusan is Hasil.LOLOS


def test_h03_need_and_holders_unknown_are_supplied_by_different_offices() -> None:
    tanpa = putus("H03", {}, JF | {"butuh": None})

    assert tanpa.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert tanpa.penyedia is Penyedia.ORGANISASI
    assert putus("H03", {}, {"isi": None}).penyedia is Penyedia.BKD
    assert putus("H03", {}, {"berlaku": None}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h03_structural_post_without_a_row_of_need_has_one_seat() -> None:
    assert putus("H03", {}, {"butuh": None, "isi": 0}).angka["kebutuhan"] == 1


def test_h03_a_post_outside_the_map_and_the_own_post_are_refused_for_good() -> None:
    assert putus("H03", {}, {"berlaku": False}).dapat_diperbaiki is False
    sendiri = putus("H03", {"formasi_id": 200}, {})
    assert sendiri.bunyi == "Sudah menduduki jabatan ini di unit ini."


@pytest.mark.parametrize(
    ("punya", "minimal", "hasil"),
    [
        pytest.param("40", "40", Hasil.LOLOS, id="S-1 for S-1"),
        pytest.param("35", "40", Hasil.LOLOS, id="D-IV counts as S-1"),
        pytest.param("45", "40", Hasil.LOLOS, id="S-2 for S-1"),
        pytest.param("30", "40", Hasil.TIDAK_LOLOS, id="D-III for S-1"),
        pytest.param("40", "45", Hasil.TIDAK_LOLOS, id="S-1 for S-2"),
        pytest.param("47", "45", Hasil.LOLOS, id="Spesialis counts as S-2"),
        pytest.param(None, "40", Hasil.TIDAK_DAPAT_DIPERIKSA, id="nobody knows"),
        pytest.param("99", "40", Hasil.TIDAK_DAPAT_DIPERIKSA, id="a code nobody knows"),
    ],
)
def test_h04_levels_are_compared_by_order(punya: str, minimal: str, hasil: Hasil) -> None:
    assert putus("H04", {"pendidikan": punya}, {"pendidikan_minimal": minimal}).putusan is hasil


def test_h04_structural_post_without_a_record_asks_what_the_law_asks() -> None:
    pos = {"pendidikan_minimal": None}

    assert putus("H04", {"pendidikan": "40"}, pos).putusan is Hasil.LOLOS
    assert putus("H04", {"pendidikan": "30"}, pos).putusan is Hasil.TIDAK_LOLOS
    pengawas = pos | {"jabatan": KASUBBAG}
    assert putus("H04", {"pendidikan": "30"}, pengawas).putusan is Hasil.LOLOS


def test_h04_jf_without_a_record_waits_for_bagian_organisasi() -> None:
    pos = JF | {"pendidikan_minimal": None}
    satu = putus("H04", {}, pos)

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert satu.bunyi == "Syarat pendidikan jabatan ini belum diisi."
    assert satu.penyedia is Penyedia.ORGANISASI
    assert putus("H04", {"pendidikan": "30"}, pos).putusan is Hasil.TIDAK_LOLOS


def test_h04_who_holds_the_very_jabatan_passes_whatever_is_recorded() -> None:
    orang = {"jabatan": PELAKSANA, "jabatan_id": 60, "pendidikan": None}
    pos = {"jabatan": PELAKSANA, "jabatan_id": 60, "pendidikan_minimal": None}

    assert putus("H04", orang, pos).putusan is Hasil.LOLOS


def test_h04_field_is_for_a_person_to_judge_unless_certain() -> None:
    hukum = JF | {"bidang_pendidikan": "Sarjana di bidang hukum atau yang relevan"}

    assert putus("H04", {}, hukum).putusan is Hasil.LOLOS
    lain = putus("H04", {"program_studi": "S-1 AKUNTANSI"}, hukum)
    assert lain.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert lain.penyedia is Penyedia.BKD
    tanpa = putus("H04", {"program_studi": None}, hukum)
    assert tanpa.penyedia is Penyedia.SIASN


def test_h04_a_profession_asks_for_its_diploma() -> None:
    perawat = JF | {"jabatan": Jabatan("2", None, "PT", "Perawat"), "bidang_pendidikan": "Ners"}

    satu = putus("H04", {}, perawat)

    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert putus("H04", {"program_studi": "PROFESI NERS"}, perawat).putusan is Hasil.LOLOS


def test_h04_a_level_of_the_held_jf_brings_its_field_along() -> None:
    orang = {"jabatan": ANALIS_PERTAMA, "jabatan_id": 31, "program_studi": "S-1 AKUNTANSI"}
    pos = JF | {"bidang_pendidikan": "Sarjana di bidang hukum"}

    assert putus("H04", orang, pos).putusan is Hasil.LOLOS


def test_h04_an_exception_lets_pass() -> None:
    satu = putus("H04", {"pendidikan": "30"}, {}, pengecualian_pendidikan="Daerah terpencil")

    assert satu.bunyi == "Dikecualikan: Daerah terpencil."


def test_h17_the_day_before_retirement_passes_and_the_day_itself_does_not() -> None:
    orang = {"lahir": date(1968, 5, 20)}  # 58 on 20 May 2026: retires on 1 June 2026

    assert putus("H17", orang, {}, tmt=date(2026, 5, 31)).putusan is Hasil.LOLOS
    lewat = putus("H17", orang, {})
    assert (lewat.putusan, lewat.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, False)
    assert lewat.angka["tmt_pensiun"] == "2026-06-01"


def test_h17_without_a_date_of_birth_or_a_bup_cannot_be_checked() -> None:
    tanpa_bup = JF | {"bup": None}

    assert putus("H17", {"lahir": None}, {}).penyedia is Penyedia.SIASN
    tua = {"lahir": date(1967, 1, 1), "jabatan": ANALIS_MUDA, "jabatan_id": 30}
    assert putus("H17", tua, tanpa_bup).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert putus("H17", {}, tanpa_bup).putusan is Hasil.LOLOS


@pytest.mark.parametrize(
    ("lahir", "tujuan", "hasil"),
    [
        pytest.param(date(1973, 5, 1), ANALIS_MUDA, Hasil.LOLOS, id="53 to Ahli Muda"),
        pytest.param(date(1972, 6, 1), ANALIS_MUDA, Hasil.TIDAK_LOLOS, id="54 to Ahli Muda"),
        pytest.param(date(1970, 6, 2), ANALIS_MADYA, Hasil.LOLOS, id="55 to Ahli Madya"),
        pytest.param(date(1970, 6, 1), ANALIS_MADYA, Hasil.TIDAK_LOLOS, id="56 to Ahli Madya"),
        pytest.param(date(1966, 1, 1), ANALIS_UTAMA, Hasil.LOLOS, id="60 to Ahli Utama"),
        pytest.param(date(1965, 1, 1), ANALIS_UTAMA, Hasil.TIDAK_LOLOS, id="61 to Ahli Utama"),
    ],
)
def test_h17_age_on_entering_a_jf(lahir: date, tujuan: Jabatan, hasil: Hasil) -> None:
    orang = {"lahir": lahir, "jabatan": KABID, "jabatan_id": 21}

    assert putus("H17", orang, {"jabatan": tujuan, "jabatan_id": 33, "bup": 65}).putusan is hasil


def test_h17_ahli_utama_has_its_own_limits_by_where_one_comes_from() -> None:
    pos = {"jabatan": ANALIS_UTAMA, "jabatan_id": 33, "bup": 65}
    lain = {"jabatan": Jabatan("2", None, "UT", "Auditor"), "jabatan_id": 34}
    jpt = {"jabatan": JPT_B, "jabatan_id": 35}

    assert putus("H17", lain | {"lahir": date(1963, 1, 1)}, pos).putusan is Hasil.LOLOS
    assert putus("H17", lain | {"lahir": date(1962, 1, 1)}, pos).putusan is Hasil.TIDAK_LOLOS
    assert putus("H17", jpt | {"lahir": date(1967, 6, 2)}, pos).putusan is Hasil.LOLOS
    assert putus("H17", jpt | {"lahir": date(1967, 6, 1)}, pos).putusan is Hasil.TIDAK_LOLOS


def test_h17_a_level_of_the_held_jf_has_no_age_of_entry() -> None:
    orang = {"jabatan": ANALIS_PERTAMA, "jabatan_id": 31, "lahir": date(1969, 1, 1)}

    assert putus("H17", orang, JF).putusan is Hasil.LOLOS


def test_h17_first_appointment_to_jpt_ends_at_56() -> None:
    pos = {"jabatan": JPT_B, "bup": None}
    orang = {"jabatan": SEKRETARIS, "jabatan_id": 22}
    pernah = (Pengalaman(JPT_B, date(2018, 1, 1), date(2020, 1, 1)),)

    assert putus("H17", orang | {"lahir": date(1969, 6, 2)}, pos).putusan is Hasil.LOLOS
    tua = orang | {"lahir": date(1969, 6, 1)}
    assert putus("H17", tua, pos).putusan is Hasil.TIDAK_LOLOS
    assert putus("H17", tua | {"riwayat": pernah}, pos).putusan is Hasil.LOLOS
    entah = tua | {"jabatan": Jabatan(), "jabatan_id": None}
    assert putus("H17", entah, pos).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h21_going_down_needs_a_ground_and_is_never_nearly() -> None:
    turun = {"jabatan": KASUBBAG, "jabatan_id": 12}
    satu = putus("H21", {}, turun)

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, False)
    for dasar in DasarDemosi:
        assert putus("H21", {}, turun, dasar_demosi=dasar).putusan is Hasil.LOLOS
    assert putus("H21", {}, turun, permintaan_sendiri=True).angka == {
        "dasar_demosi": "permintaan_sendiri"
    }


def test_h21_level_and_up_pass_and_unknown_levels_stay_unknown() -> None:
    assert putus("H21", {}, {}).putusan is Hasil.LOLOS
    gelap = {"jabatan": Jabatan("1"), "jabatan_id": None}
    assert putus("H21", gelap, {}, tmt=HARI_INI).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA

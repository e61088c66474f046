"""The eligibility cases of the rule book (peraturan-mutasi, 12.4), each by its name there.

Its other cases (minutes, signers, working days, quorum, chains) belong to the road of a proposal.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from penilaian.kernel.peringatan import peringatan
from penilaian.kernel.perkara import Gerbang, Jabatan, Jalur, Perkara, UjiKompetensi
from penilaian.kernel.putusan import Hasil
from penilaian.kernel.syarat import MENURUT_KODE
from tests.helpers.perkara import (
    ANALIS_MUDA,
    ANALIS_PERTAMA,
    GURU_PERTAMA,
    KABID,
    KASI,
    PELAKSANA,
    SEKRETARIS,
    calon,
    ketentuan,
    perkara,
    sasaran,
)


def hasil(kode: str, satu: Perkara) -> Hasil:
    return MENURUT_KODE[kode](satu).putusan


def awas(satu: Perkara) -> set[str]:
    return {p.kode for p in peringatan(satu)}


def kasus(orang: dict[str, Any], pos: dict[str, Any], **isi: Any) -> Perkara:
    return perkara(calon(**orang), sasaran(**pos), **isi)


NOVEMBER = {"tmt_jabatan": date(2024, 11, 21)}


def test_h09_twenty_four_full_months_on_the_plan_day_pass() -> None:
    satu = kasus(NOVEMBER, {}, tmt=date(2026, 11, 21))

    assert hasil("H09", satu) is Hasil.LOLOS
    assert "W01" not in awas(satu)


def test_w01_twenty_three_months_one_day_earlier() -> None:
    assert "W01" in awas(kasus(NOVEMBER, {}, tmt=date(2026, 11, 20)))


def test_h09_five_months_from_1_june_to_30_november_block() -> None:
    satu = kasus({"tmt_jabatan": date(2026, 6, 1)}, {}, tmt=date(2026, 11, 30))

    assert hasil("H09", satu) is Hasil.TIDAK_LOLOS
    assert "W01" not in awas(satu)


def test_h04_h05_w03_kabid_of_iii_d_to_sekretaris_dinas() -> None:
    satu = kasus(
        {"jabatan": KABID, "jabatan_id": 21, "golongan": "III/d", "pendidikan": "40"},
        {"jabatan": SEKRETARIS, "pangkat_terendah": "IV/a"},
    )

    assert hasil("H04", satu) is Hasil.LOLOS
    assert hasil("H05", satu) is Hasil.LOLOS
    assert "W03" in awas(satu)


def test_h05_w03_stricter_office_allows_no_grade_below() -> None:
    ketat = replace(ketentuan(), maks_pangkat_di_bawah=0)
    satu = kasus(
        {"jabatan": KABID, "golongan": "III/d"},
        {"jabatan": SEKRETARIS, "pangkat_terendah": "IV/a"},
        ketentuan=ketat,
    )

    assert hasil("H05", satu) is Hasil.TIDAK_LOLOS


def test_h05_pengawas_for_two_years_is_not_yet_administrator() -> None:
    satu = kasus({"tmt_jabatan": date(2024, 6, 1), "jabatan": KASI}, {})

    assert hasil("H05", satu) is Hasil.TIDAK_LOLOS


GURU_PPPK = {
    "status": "PPPK",
    "kedudukan": "71",
    "jabatan": GURU_PERTAMA,
    "jabatan_id": 40,
    "akhir_kontrak": date(2028, 12, 31),
}


def test_h10_pppk_guru_to_another_school_of_the_kabupaten() -> None:
    satu = kasus(GURU_PPPK, {"jabatan": GURU_PERTAMA, "jabatan_id": 40})

    assert hasil("H10", satu) is Hasil.LOLOS


def test_h10_pppk_to_another_kabupaten_or_another_jabatan() -> None:
    sama = {"jabatan": GURU_PERTAMA, "jabatan_id": 40}

    assert hasil("H10", kasus(GURU_PPPK, sama, jalur=Jalur.ANTAR_INSTANSI)) is Hasil.TIDAK_LOLOS
    assert hasil("H10", kasus(GURU_PPPK, {"jabatan": ANALIS_PERTAMA})) is Hasil.TIDAK_LOLOS


INTAKE_2021 = {
    "jabatan": PELAKSANA,
    "jabatan_id": 60,
    "tmt_cpns": date(2022, 3, 1),
    "tmt_pns": date(2023, 3, 1),
}
STAF = {"jabatan": PELAKSANA, "jabatan_id": 61}
SENDIRI: dict[str, Any] = {"jalur": Jalur.ANTAR_INSTANSI, "permintaan_sendiri": True}


def test_h11_intake_of_2021_asks_to_leave_in_november_2026() -> None:
    satu = kasus(INTAKE_2021, STAF, tmt=date(2026, 11, 1), **SENDIRI)

    putusan = MENURUT_KODE["H11"](satu)
    assert putusan.putusan is Hasil.TIDAK_LOLOS
    assert putusan.angka["bebas_sejak"] == "2033-03-01"


def test_h11_w16_same_person_rotated_inside_the_kabupaten() -> None:
    satu = kasus(INTAKE_2021, STAF, tmt=date(2026, 11, 1))

    assert hasil("H11", satu) is Hasil.LOLOS
    assert "W16" not in awas(satu)
    assert "W16" in awas(replace(satu, jalur=Jalur.ANTAR_INSTANSI))


def test_h17_pelaksana_aged_54_to_ahli_muda() -> None:
    orang = {"jabatan": PELAKSANA, "jabatan_id": 60, "lahir": date(1972, 5, 1)}

    assert hasil("H17", kasus(orang, {"jabatan": ANALIS_MUDA})) is Hasil.TIDAK_LOLOS


def test_h19_pelaksana_aged_52_with_one_year_of_experience() -> None:
    orang = {
        "jabatan": PELAKSANA,
        "jabatan_id": 60,
        "lahir": date(1974, 1, 1),
        "pengalaman_bidang": (("Analis Kebijakan", 12),),
        "uji_kompetensi": (UjiKompetensi("Analis Kebijakan", "PT", True, date(2026, 1, 5)),),
    }
    satu = kasus(orang, {"jabatan": ANALIS_PERTAMA, "jabatan_id": 31})

    assert hasil("H17", satu) is Hasil.LOLOS
    assert hasil("H19", satu) is Hasil.TIDAK_LOLOS
    ditata = replace(satu, restrukturisasi=True)
    assert hasil("H19", ditata) is Hasil.LOLOS
    assert "W04" in awas(ditata)


def test_h18_kasi_dukcapil_needs_mendagri() -> None:
    gerbang = (Gerbang("Keputusan pemberhentian", "Mendagri melalui Gubernur", "sk"),)

    assert hasil("H18", kasus({"gerbang": gerbang}, {})) is Hasil.BUTUH_IZIN


def test_h12_sk_for_kabid_around_22_march_2024() -> None:
    hukum = replace(ketentuan(), tanggal_penetapan_paslon=date(2024, 9, 22))

    assert hasil("H12", kasus({}, {}, ketentuan=hukum, tmt=date(2024, 3, 22))) is Hasil.BUTUH_IZIN
    assert hasil("H12", kasus({}, {}, ketentuan=hukum, tmt=date(2024, 3, 21))) is Hasil.LOLOS


def test_h12_sk_six_months_after_the_inauguration() -> None:
    hukum = replace(ketentuan(), tanggal_pelantikan_kepala_daerah=date(2025, 2, 20))

    assert hasil("H12", kasus({}, {}, ketentuan=hukum, tmt=date(2025, 8, 20))) is Hasil.BUTUH_IZIN
    assert hasil("H12", kasus({}, {}, ketentuan=hukum, tmt=date(2025, 8, 21))) is Hasil.LOLOS


def test_h12_pelaksana_inside_the_window_are_not_covered() -> None:
    hukum = replace(ketentuan(), tanggal_penetapan_paslon=date(2026, 9, 1))
    satu = kasus({"jabatan": PELAKSANA, "jabatan_id": 60}, STAF, ketentuan=hukum)

    assert hasil("H12", satu) is Hasil.LOLOS


def test_h03_seat_of_one_who_retires_on_the_tmt_is_free() -> None:
    """The pair's part of "A to B, B to C, C retires on the TMT"."""
    pos = {"isi": 1, "akan_kosong": (date(2026, 6, 1),), "jabatan": Jabatan("1", "32")}

    assert hasil("H03", kasus({}, pos)) is Hasil.LOLOS

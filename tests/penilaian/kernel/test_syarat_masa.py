"""What takes time: H05, H06, H09; each verdict once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from penilaian.kernel.perkara import DasarDemosi, Dispensasi, Jabatan, Jalur, Pengalaman
from penilaian.kernel.putusan import Hasil, Penyedia, Putusan
from penilaian.kernel.syarat import periksa
from tests.helpers.perkara import (
    ANALIS_MADYA,
    ANALIS_MUDA,
    ANALIS_PERTAMA,
    HARI_INI,
    JPT_B,
    KABID,
    KASI,
    KASUBBAG,
    PELAKSANA,
    SEKRETARIS,
    calon,
    perkara,
    sasaran,
)

KE_JPT = {"jabatan": JPT_B, "pangkat_terendah": None}
KE_PENGAWAS = {"jabatan": KASUBBAG, "pangkat_terendah": "III/b"}
PELAKSANA_LAMA = {"jabatan": PELAKSANA, "jabatan_id": 60, "riwayat": ()}


def putus(kode: str, orang: dict[str, Any], pos: dict[str, Any], **isi: Any) -> Putusan:
    (satu,) = periksa(perkara(calon(**orang), sasaran(**pos), **isi), [kode])
    return satu


def test_h05_three_years_as_pengawas_suffice_for_administrator() -> None:
    satu = putus("H05", {"tmt_jabatan": date(2023, 6, 1)}, {})

    assert satu.putusan is Hasil.LOLOS
    assert satu.angka["bulan_pengalaman"] == 36


def test_h05_one_day_short_is_refused_and_cured_by_time() -> None:
    satu = putus("H05", {"tmt_jabatan": date(2023, 6, 2), "riwayat": ()}, {})

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert satu.angka["bulan_minimal"] - satu.angka["bulan_pengalaman"] == 1
    assert satu.perbaikan == "Terpenuhi 1 bulan lagi bila tetap di jabatan setingkat."


def test_h05_an_incomplete_history_is_not_held_against_anybody() -> None:
    orang = {"tmt_jabatan": date(2025, 1, 1), "riwayat": (), "riwayat_lengkap": False}
    satu = putus("H05", orang, {})

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert satu.perbaikan == "BKD/BKPSDM melengkapi riwayat jabatan sebelumnya."
    assert putus("H05", orang | {"tmt_jabatan": date(2020, 1, 1)}, {}).putusan is Hasil.LOLOS


def test_h05_months_of_several_posts_and_equal_jf_add_up() -> None:
    riwayat = (
        Pengalaman(ANALIS_MUDA, date(2020, 1, 1), date(2021, 7, 16)),
        Pengalaman(PELAKSANA, date(2012, 1, 1), date(2020, 1, 1)),
        Pengalaman(KASUBBAG, date(2021, 7, 16), date(2023, 1, 1)),
    )
    orang = {"riwayat": riwayat, "tmt_jabatan": date(2026, 5, 1)}

    assert putus("H05", orang, {}).angka["bulan_pengalaman"] == 18 + 17 + 1 + 1


def test_h05_pelaksana_is_far_from_administrator_and_never_nearly() -> None:
    satu = putus("H05", PELAKSANA_LAMA, {})

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, False)


def test_h05_pelaksana_counts_from_the_tmt_pns_for_pengawas() -> None:
    orang = PELAKSANA_LAMA | {"riwayat_lengkap": False}

    assert putus("H05", orang | {"tmt_pns": date(2022, 6, 1)}, KE_PENGAWAS).putusan is Hasil.LOLOS
    baru = putus("H05", orang | {"tmt_pns": date(2022, 6, 2)}, KE_PENGAWAS)
    assert baru.putusan is Hasil.TIDAK_LOLOS


def test_h05_jpt_asks_two_years_below_and_five_in_service() -> None:
    dua_tahun = {"jabatan": KABID, "jabatan_id": 21, "tmt_jabatan": date(2024, 6, 1)}

    assert putus("H05", dua_tahun, KE_JPT).putusan is Hasil.LOLOS
    assert putus("H05", dua_tahun | {"tmt_pns": date(2022, 1, 1)}, KE_JPT).putusan is (
        Hasil.TIDAK_LOLOS
    )
    assert putus("H05", dua_tahun | {"tmt_pns": None}, KE_JPT).penyedia is Penyedia.SIASN
    madya = {"jabatan": ANALIS_MADYA, "jabatan_id": 36}
    assert putus("H05", madya, KE_JPT).putusan is Hasil.LOLOS


def test_h05_grade_may_be_one_below_the_lowest_and_no_more() -> None:
    pos = {"jabatan": SEKRETARIS, "pangkat_terendah": "IV/a"}

    assert putus("H05", {"golongan": "III/d"}, pos).putusan is Hasil.LOLOS
    satu = putus("H05", {"golongan": "III/c"}, pos)
    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert putus("H05", {"golongan": "III/b"}, pos).dapat_diperbaiki is False
    assert putus("H05", {"golongan": None}, pos).penyedia is Penyedia.SIASN


def test_h05_a_grade_alone_brings_nobody_near_whose_experience_is_unknown() -> None:
    orang = {
        "jabatan": ANALIS_PERTAMA,
        "jabatan_id": 31,
        "golongan": "III/b",
        "riwayat": (),
        "riwayat_lengkap": False,
    }
    satu = putus("H05", orang, {})

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, False)


def test_h05_speaks_of_promotion_to_managerial_posts_only() -> None:
    naik_jf = {"jabatan": ANALIS_PERTAMA, "jabatan_id": 31, "riwayat": ()}
    pos = {"jabatan": ANALIS_MUDA, "jabatan_id": 30}

    assert putus("H05", naik_jf, pos).bunyi == "Hanya untuk promosi ke jabatan manajerial."
    assert putus("H05", {"jabatan": SEKRETARIS}, {}).putusan is Hasil.LOLOS


def test_h05_an_unknown_level_leaves_it_open() -> None:
    gelap = {"jabatan": Jabatan("1"), "jabatan_id": None}
    assert putus("H05", gelap, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert putus("H05", {}, {"jabatan": Jabatan("1")}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h06_two_good_years_pass() -> None:
    satu = putus("H06", {"predikat": ((2025, "SANGAT BAIK"), (2024, "BAIK"))}, {})

    assert satu.putusan is Hasil.LOLOS
    assert satu.angka == {"predikat_2025": "SANGAT BAIK", "predikat_2024": "BAIK"}


@pytest.mark.parametrize("ada", [(), ((2025, "BAIK"),), ((2024, "BAIK"), (2023, "KURANG"))])
def test_h06_a_missing_year_cannot_be_checked_and_is_no_refusal(ada: tuple[Any, ...]) -> None:
    satu = putus("H06", {"predikat": ada}, {})

    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert satu.penyedia is Penyedia.KINERJA


def test_h06_one_bad_year_is_refused_until_it_leaves_the_window() -> None:
    satu = putus("H06", {"predikat": ((2024, "BUTUH PERBAIKAN"), (2025, "BAIK"))}, {})

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert satu.perbaikan == "Paling cepat tahun 2027, bila predikat berikutnya Baik."
    assert putus("H06", {"predikat": ((2025, "KURANG"),)}, {}).putusan is Hasil.TIDAK_LOLOS


def test_h06_rotation_inside_does_not_ask_but_between_instansi_and_jf_do() -> None:
    buruk = {"predikat": ((2024, "KURANG"), (2025, "KURANG"))}
    rotasi = {"jabatan": KASI, "jabatan_id": 11}
    masuk = {"jabatan": ANALIS_MUDA, "jabatan_id": 30}

    assert putus("H06", buruk, rotasi).putusan is Hasil.LOLOS
    antar = putus("H06", buruk, rotasi, jalur=Jalur.ANTAR_INSTANSI)
    assert antar.putusan is Hasil.TIDAK_LOLOS
    assert putus("H06", buruk, masuk).putusan is Hasil.TIDAK_LOLOS
    assert putus("H06", buruk | PELAKSANA_LAMA, {"jabatan": PELAKSANA}).putusan is Hasil.LOLOS


def test_h06_unknown_kind_of_move_is_open_only_if_it_would_matter() -> None:
    gelap = {"jabatan": Jabatan(), "jabatan_id": None}

    assert putus("H06", gelap, {}).putusan is Hasil.LOLOS
    buruk = gelap | {"predikat": ((2025, "KURANG"),)}
    assert putus("H06", buruk, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h09_twenty_four_months_pass() -> None:
    satu = putus("H09", {"tmt_jabatan": date(2024, 6, 1)}, {})

    assert satu.putusan is Hasil.LOLOS
    assert satu.angka == {
        "bulan_jabatan": 24,
        "bulan_minimal": 24,
        "tmt_jabatan": "2024-06-01",
    }


def test_h09_five_months_is_blocked() -> None:
    singkat = {"tmt_jabatan": date(2025, 12, 2)}
    izin = Dispensasi("Persetujuan Kepala BKN")

    satu = putus("H09", singkat, {}, dispensasi=izin)

    assert satu.putusan is Hasil.TIDAK_LOLOS
    assert satu.angka["bulan_jabatan"] == 5
    assert satu.perbaikan == (
        "Mulai 2 Juni 2026 dengan dispensasi; tanpa dispensasi mulai 2 Desember 2027."
    )


def test_h09_between_the_thresholds_needs_a_recorded_dispensation() -> None:
    setahun = {"tmt_jabatan": date(2025, 6, 1)}

    tanpa = putus("H09", setahun, {})

    assert (tanpa.putusan, tanpa.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert putus("H09", setahun, {}, dispensasi=Dispensasi(" ")).putusan is Hasil.TIDAK_LOLOS
    assert putus("H09", setahun, {}, dispensasi=Dispensasi("SE 19/2023")).putusan is Hasil.LOLOS


def test_h09_jpt_needs_a_ground_of_the_circular_as_well() -> None:
    jpt = {"jabatan": JPT_B, "jabatan_id": 70, "tmt_jabatan": date(2025, 6, 1)}

    polos, beralasan = Dispensasi("SE 19/2023"), Dispensasi("SE 19/2023", "b")

    assert putus("H09", jpt, KE_JPT, dispensasi=polos).putusan is Hasil.TIDAK_LOLOS
    assert putus("H09", jpt, KE_JPT, dispensasi=beralasan).putusan is Hasil.LOLOS


def test_h09_asks_only_who_leaves_a_managerial_post() -> None:
    baru = {"tmt_jabatan": date(2026, 5, 1)}

    assert putus("H09", PELAKSANA_LAMA | baru, {}).putusan is Hasil.LOLOS
    assert putus("H09", baru | {"jabatan": Jabatan("1", "51")}, {}).putusan is Hasil.LOLOS
    assert putus("H09", baru, {}, dasar_demosi=DasarDemosi.SANKSI).putusan is Hasil.LOLOS


@pytest.mark.parametrize(
    "gelap", [{"tmt_jabatan": None}, {"jabatan": Jabatan(), "tmt_jabatan": HARI_INI}]
)
def test_h09_unknown_beginning_or_kind_cannot_be_checked(gelap: dict[str, Any]) -> None:
    assert putus("H09", gelap, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA

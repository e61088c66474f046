"""The 21 cases of the rule book (peraturan-mutasi 12.4), each by its number: where it is tested.

Cases of a person and a post stand in ``tests/penilaian/kernel/test_kasus_mutasi.py``; those of the
road follow here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mutasi.kernel.aturan.daftar import (
    MENURUT_KODE,
    butuh_alasan,
    halangan,
    periksa_berkas,
    periksa_jalan,
    periksa_langkah,
)
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.aturan.kasus import Kapasitas, Kasus, Penandatangan
from mutasi.kernel.aturan.pelaku import Fungsi, Perbuatan, Tindak
from mutasi.kernel.kuorum import kuorum
from mutasi.kernel.waktu import jam_pertek
from penilaian.kernel.perkara import Gerbang
from penilaian.kernel.putusan import Hasil
from tests.helpers.jalan import (
    SK,
    TUJUAN,
    baris,
    berkas,
    kasus,
    ketentuan_jalan,
    kursi,
    sidang,
    surat,
)
from tests.helpers.perkara import KASI, PELAKSANA
from tests.mutasi.kernel.test_kuorum import DUA_PERTIGA, tim
from tests.penilaian.kernel import test_kasus_mutasi as pasangan

AKAR = Path(__file__).resolve().parents[3]  # tests/
PILKADA = ketentuan_jalan(tanggal_penetapan_paslon="2024-09-22")
PELANTIKAN = ketentuan_jalan(tanggal_pelantikan_kepala_daerah="2025-02-20")


def tertahan(satu: Kasus) -> list[str]:
    return [p.kode for p in halangan(periksa_jalan(satu))]


def pada(hari: date, hukum: Any) -> Kasus:
    """A Kabid whose papers were all ready in time for a decree of that day."""
    awal = hari - timedelta(days=30)
    return kasus(
        ketentuan=hukum, tanggal_sk=hari, tmt=hari, sidang=sidang(tanggal=awal),
        pertek=replace(kasus().pertek, surat=surat(awal)),
    )  # fmt: skip


def test_case_12_h13_decree_by_a_plt_bupati_without_mendagri() -> None:
    plt = Penandatangan("Plt. Bupati", ppk=True, kapasitas=Kapasitas.PLT)

    assert tertahan(kasus(penandatangan=plt)) == ["H13"]
    assert tertahan(kasus(penandatangan=replace(plt, izin_mendagri="100/SJ"))) == []


def test_case_13_h18_kasi_dukcapil_with_a_decree_of_the_bupati_only() -> None:
    gerbang = Gerbang("Keputusan pengangkatan/pemberhentian", "Mendagri melalui Gubernur", "sk")
    kasi = kasus(asal=KASI, sasaran=KASI, asal_gerbang=(gerbang,))

    assert tertahan(kasi) == ["H18"]
    assert tertahan(replace(kasi, surat_gerbang={gerbang: surat()})) == []


def test_case_14_h12_kabid_around_the_pilkada_window() -> None:
    assert tertahan(pada(date(2024, 3, 22), PILKADA)) == ["H12"]
    assert tertahan(pada(date(2024, 3, 21), PILKADA)) == []


def test_case_15_h12_six_months_after_the_inauguration() -> None:
    assert tertahan(pada(date(2025, 8, 20), PELANTIKAN)) == ["H12"]
    assert tertahan(pada(date(2025, 8, 21), PELANTIKAN)) == []


def test_case_16_w12_pelaksana_inside_the_pilkada_window() -> None:
    staf: dict[str, Any] = {"asal": PELAKSANA, "sasaran": PELAKSANA}
    hari = date(2024, 4, 1)
    satu = replace(pada(hari, PILKADA), **staf, perlu_lantik=False)
    rombongan = berkas(
        baris(1, 1, 2, hari, **staf), baris(2, 2, 1, hari, **staf),
        ketentuan=PILKADA, tanggal_sk=hari,
    )  # fmt: skip

    assert tertahan(satu) == []
    assert [p.kode for p in butuh_alasan(periksa_berkas(rombongan))] == ["W12"]


@pytest.mark.parametrize(
    ("hari", "kode"), [(date(2026, 12, 14), []), (date(2026, 12, 15), ["H25"])]
)
def test_case_17_h25_thirtieth_working_day_after_the_decree(hari: date, kode: list[str]) -> None:
    satu = kasus(
        menuju=Titik.PELANTIKAN, tanggal_sk=SK, tanggal_pelantikan=hari,
        tanggal_undangan=date(2026, 12, 1),
    )  # fmt: skip

    assert tertahan(satu) == kode


def test_case_18_h16_submitted_on_monday_2_november_2026() -> None:
    jam = jam_pertek(date(2026, 11, 2), ketentuan_jalan(), ())

    assert (jam.batas, jam.otomatis) == (date(2026, 11, 9), date(2026, 11, 10))


def test_case_19_h24_an_analyst_approves_his_own_transfer() -> None:
    setuju = Tindak(1, "analis_bkd", Fungsi.SETUJU)

    putusan = periksa_langkah(Perbuatan(setuju, (), frozenset(), diri=True))
    assert putusan.kode == "H24"
    assert putusan.putusan is Hasil.TIDAK_LOLOS


def test_case_20_h14_four_of_seven_and_two_thirds() -> None:
    sidang_empat = sidang(kuorum=kuorum(tim(4), DUA_PERTIGA))

    assert tertahan(kasus(sidang=sidang_empat)) == ["H14"]
    assert tertahan(kasus(sidang=sidang(kuorum=kuorum(tim(5), DUA_PERTIGA)))) == []
    assert sidang_empat.tujuan == {TUJUAN: 1}


@pytest.mark.parametrize(
    ("c", "b", "a", "sah"),
    [(0, 0, 0, True), (0, 1, 2, True), (0, 2, 1, False), (2, 1, 2, False), (1, 0, 0, False)],
)
def test_case_21_h22_a_to_b_b_to_c_c_retires(c: int, b: int, a: int, sah: bool) -> None:
    """C retires on day c; B takes his seat on day b, A takes B's on day a."""
    hari = [SK + timedelta(days=n) for n in (a, b, c)]
    tempat = {**kursi(1, 2), **kursi(3, akan_kosong=(hari[2],))}
    rantai = berkas(baris(1, 1, 2, hari[0]), baris(2, 2, 3, hari[1]), kursi=tempat)

    assert (MENURUT_KODE["H22"](rantai).putusan is Hasil.LOLOS) is sah


_PASANGAN: dict[int, tuple[str, ...]] = {
    1: ("test_h09_twenty_four_full_months_on_the_plan_day_pass",),
    2: ("test_w01_twenty_three_months_one_day_earlier",),
    3: ("test_h09_five_months_from_1_june_to_30_november_block",),
    4: (
        "test_h04_h05_w03_kabid_of_iii_d_to_sekretaris_dinas",
        "test_h05_w03_stricter_office_allows_no_grade_below",
    ),
    5: ("test_h05_pengawas_for_two_years_is_not_yet_administrator",),
    6: ("test_h10_pppk_guru_to_another_school_of_the_kabupaten",),
    7: ("test_h10_pppk_to_another_kabupaten_or_another_jabatan",),
    8: ("test_h11_intake_of_2021_asks_to_leave_in_november_2026",),
    9: ("test_h11_w16_same_person_rotated_inside_the_kabupaten",),
    10: ("test_h17_pelaksana_aged_54_to_ahli_muda",),
    11: ("test_h19_pelaksana_aged_52_with_one_year_of_experience",),
}
_JALAN = {
    int(nama.split("_")[2]): (nama,) for nama in list(globals()) if nama.startswith("test_case_")
}


def test_all_21_cases_are_somewhere() -> None:
    """A case whose test was renamed or lost is missed here."""
    tempat: dict[int, tuple[ModuleType | None, tuple[str, ...]]] = {
        **{nomor: (pasangan, nama) for nomor, nama in _PASANGAN.items()},
        **{nomor: (None, nama) for nomor, nama in _JALAN.items()},
    }

    assert sorted(tempat) == list(range(1, 22))
    for modul, nama in tempat.values():
        isi = globals() if modul is None else vars(modul)
        assert all(callable(isi.get(satu)) for satu in nama), nama


def test_every_rule_of_the_book_has_a_test_that_bears_its_code() -> None:
    tempat = [*(AKAR / "penilaian/kernel").glob("test_*.py"), *Path(__file__).parent.glob("*.py")]
    nama = re.findall(r"def (test_\w+)", "".join(p.read_text("utf-8") for p in tempat))
    diuji = {kode.upper() for satu in nama for kode in re.findall(r"_([hw]\d\d)(?=_)", satu)}

    buku = {f"H{n:02}" for n in range(1, 28)} | {f"W{n:02}" for n in range(1, 19)}
    assert buku - diuji == set()

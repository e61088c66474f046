"""Warnings about a person and a post: each speaks, keeps silent, and says when nobody knows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from penilaian.kernel.peringatan import (
    PERINGATAN,
    alasan_cukup,
    peringatan,
    terlalu_lama,
)
from penilaian.kernel.perkara import Gerbang, Hukuman, Jabatan, Jalur, Pengalaman, UjiKompetensi
from penilaian.kernel.putusan import Hasil, Putusan
from tests.helpers.perkara import (
    ANALIS_MUDA,
    HARI_INI,
    KABID,
    KASI,
    PELAKSANA,
    calon,
    ketentuan,
    perkara,
    sasaran,
)

KODE = {satu.kode: satu for satu in PERINGATAN}
KE_JF = {"jabatan": ANALIS_MUDA, "jabatan_id": 30}


def putus(kode: str, orang: dict[str, Any], pos: dict[str, Any], **isi: Any) -> Putusan:
    return KODE[kode](perkara(calon(**orang), sasaran(**pos), **isi))


def test_nothing_is_said_about_an_ordinary_promotion() -> None:
    assert peringatan(perkara()) == ()


@pytest.mark.parametrize(
    ("mulai", "hasil"),
    [
        (date(2025, 12, 1), Hasil.PERINGATAN),
        (date(2025, 12, 2), Hasil.LOLOS),
        (date(2024, 6, 2), Hasil.PERINGATAN),
        (date(2024, 6, 1), Hasil.LOLOS),
        (None, Hasil.TIDAK_DAPAT_DIPERIKSA),
    ],
)
def test_w01_between_six_and_twenty_four_months(mulai: date | None, hasil: Hasil) -> None:
    assert putus("W01", {"tmt_jabatan": mulai}, {}).putusan is hasil


def test_w01_is_about_managerial_posts() -> None:
    staf = {"jabatan": PELAKSANA, "tmt_jabatan": date(2025, 12, 1)}

    assert putus("W01", staf, {}).putusan is Hasil.LOLOS


@pytest.mark.parametrize(
    ("mulai", "hasil"),
    [
        (date(2021, 5, 1), Hasil.PERINGATAN),
        (date(2021, 6, 1), Hasil.LOLOS),
        (None, Hasil.TIDAK_DAPAT_DIPERIKSA),
    ],
)
def test_w02_more_than_sixty_months_needs_no_post(mulai: date | None, hasil: Hasil) -> None:
    satu = terlalu_lama(calon(tmt_jabatan=mulai), ketentuan(), HARI_INI)

    assert (satu.kode, satu.putusan) == ("W02", hasil)


def test_w03_grade_below_the_lowest() -> None:
    assert putus("W03", {"golongan": "III/c"}, {}).putusan is Hasil.PERINGATAN
    assert putus("W03", {"golongan": "III/d"}, {}).putusan is Hasil.LOLOS
    assert putus("W03", {"golongan": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert putus("W03", {"golongan": "IX", "status": "PPPK"}, {}).putusan is Hasil.LOLOS


def test_w04_only_where_the_exception_was_needed() -> None:
    dasar = {"pengecualian_pendidikan": "Daerah terpencil"}

    assert putus("W04", {"pendidikan": "30"}, {}, **dasar).putusan is Hasil.PERINGATAN
    assert putus("W04", {}, {}, **dasar).putusan is Hasil.LOLOS
    assert putus("W04", {"pendidikan": "30"}, {}).putusan is Hasil.LOLOS
    setahun = {"pengalaman_bidang": (("Analis Kebijakan", 12),)}
    assert putus("W04", setahun, KE_JF, restrukturisasi=True).putusan is Hasil.PERINGATAN
    assert putus("W04", {}, KE_JF, restrukturisasi=True).putusan is Hasil.LOLOS


def test_w05_less_than_two_years_to_retirement_in_the_target() -> None:
    orang = {"lahir": date(1970, 5, 15)}  # 58: retires on 1 June 2028

    assert putus("W05", orang, {}, tmt=date(2026, 6, 2)).putusan is Hasil.PERINGATAN
    assert putus("W05", orang, {}, tmt=date(2026, 6, 1)).putusan is Hasil.LOLOS
    assert putus("W05", {"lahir": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert putus("W05", orang, KE_JF | {"bup": None}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_w06_target_over_its_need_or_source_left_short() -> None:
    lebih = putus("W06", {}, {"butuh": 2, "isi": 2})
    kurang = putus("W06", {"asal_butuh": 4, "asal_isi": 3}, {})

    assert lebih.bunyi == "Sesudah perpindahan tujuan terisi 3 dari 2 kursi."
    assert kurang.bunyi == "Sesudah perpindahan asal tersisa 2 dari 4 kursi."
    assert putus("W06", {"asal_butuh": 4, "asal_isi": 4}, {}).putusan is Hasil.LOLOS
    assert putus("W06", {"asal_butuh": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def _riwayat(*mulai: date) -> dict[str, Any]:
    akhir = (*mulai[1:], date(2026, 1, 1))
    return {
        "riwayat": tuple(Pengalaman(KASI, a, b) for a, b in zip(mulai, akhir, strict=True)),
        "tmt_jabatan": date(2026, 1, 1),
    }


def test_w07_twice_moved_in_thirty_six_months() -> None:
    sering = _riwayat(date(2015, 1, 1), date(2024, 1, 1))
    jarang = _riwayat(date(2015, 1, 1), date(2020, 1, 1))
    pertama = _riwayat(date(2024, 1, 1))

    assert putus("W07", sering, {}).angka == {"kali_pindah": 2}
    assert putus("W07", sering, {}).putusan is Hasil.PERINGATAN
    assert putus("W07", jarang, {}).putusan is Hasil.LOLOS
    assert putus("W07", pertama, {}).putusan is Hasil.LOLOS


def test_w07_an_incomplete_history_may_hide_moves() -> None:
    baru = {"riwayat": (), "riwayat_lengkap": False}

    assert putus("W07", baru | {"tmt_jabatan": date(2025, 1, 1)}, {}).putusan is (
        Hasil.TIDAK_DAPAT_DIPERIKSA
    )
    assert putus("W07", baru | {"tmt_jabatan": date(2020, 1, 1)}, {}).putusan is Hasil.LOLOS


def test_w09_promotion_soon_after_a_sanction() -> None:
    lewat = (Hukuman("S", date(2024, 1, 1), date(2024, 7, 1)),)
    lama = (Hukuman("B", date(2020, 1, 1), date(2021, 1, 1)),)
    ringan = (Hukuman("R", date(2025, 1, 1), date(2025, 2, 1)),)

    assert putus("W09", {"hukuman": lewat}, {}).bunyi == "Hukuman disiplin berakhir 1 Juli 2024."
    assert putus("W09", {"hukuman": lama}, {}).putusan is Hasil.LOLOS
    assert putus("W09", {"hukuman": ringan}, {}).putusan is Hasil.LOLOS
    assert putus("W09", {"hukuman": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    rotasi = {"jabatan": KASI, "jabatan_id": 11}
    assert putus("W09", {"hukuman": lewat}, rotasi).putusan is Hasil.LOLOS
    assert KODE["W09"].peka


def test_w15_an_old_test() -> None:
    def uji(hari: date | None) -> dict[str, Any]:
        return {"uji_kompetensi": (UjiKompetensi("Analis Kebijakan", "MU", True, hari),)}

    assert putus("W15", uji(date(2023, 5, 1)), KE_JF).putusan is Hasil.PERINGATAN
    assert putus("W15", uji(date(2023, 6, 1)), KE_JF).putusan is Hasil.LOLOS
    assert putus("W15", uji(None), KE_JF).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert putus("W15", uji(None), {}).putusan is Hasil.LOLOS


def test_w16_commitment_running_while_the_office_moves_him_out() -> None:
    orang = {"tmt_cpns": date(2022, 3, 1), "tmt_pns": date(2023, 3, 1)}
    antar: dict[str, Any] = {"jalur": Jalur.ANTAR_INSTANSI}

    assert putus("W16", orang, {}, **antar).putusan is Hasil.PERINGATAN
    assert putus("W16", orang, {}, permintaan_sendiri=True, **antar).putusan is Hasil.LOLOS
    assert putus("W16", {}, {}, **antar).putusan is Hasil.LOLOS
    assert putus("W16", orang | {"status": "PPPK"}, {}, **antar).putusan is Hasil.LOLOS
    kosong = putus("W16", {"tmt_cpns": None, "tmt_pns": None}, {}, **antar)
    assert kosong.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_w17_age_limit_contract_and_birth_dates() -> None:
    batas = {"lahir": date(1973, 1, 1), "jabatan": KABID, "jabatan_id": 21}
    kontrak = {"status": "PPPK", "akhir_kontrak": date(2027, 5, 31)}

    assert "umur 53 tahun" in putus("W17", batas, KE_JF).bunyi
    assert "31 Mei 2027" in putus("W17", kontrak, {}).bunyi
    assert putus("W17", {"lahir_berbeda": True}, {}).putusan is Hasil.PERINGATAN
    assert putus("W17", {}, {}).putusan is Hasil.LOLOS
    assert putus("W17", {"lahir_berbeda": None}, {}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_w18_an_acting_head_or_a_special_office() -> None:
    gerbang = (Gerbang("Konsultasi", "Gubernur", "sk"),)

    assert putus("W18", {}, {"ada_plt": True}).putusan is Hasil.PERINGATAN
    assert putus("W18", {}, {"gerbang": gerbang}).putusan is Hasil.PERINGATAN
    assert putus("W18", {}, {"ada_plt": None}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA
    assert putus("W18", {"jabatan": Jabatan()}, {}).putusan is Hasil.LOLOS


def test_a_reason_needs_thirty_letters_and_spaces_do_not_stretch_it() -> None:
    assert alasan_cukup("Mengisi kekosongan menjelang audit.", ketentuan())
    assert not alasan_cukup("Mendesak" + " " * 40, ketentuan())

"""Entering a JF (H19), election windows (H12), special offices (H18); each verdict once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from penilaian.kernel.perkara import Gerbang, Jabatan, Lisensi, UjiKompetensi
from penilaian.kernel.putusan import Hasil, Penyedia, Putusan
from penilaian.kernel.syarat import periksa
from tests.helpers.perkara import (
    ANALIS_MUDA,
    ANALIS_PERTAMA,
    GURU_PERTAMA,
    KASI,
    PELAKSANA,
    PERAWAT_TERAMPIL,
    calon,
    ketentuan,
    perkara,
    sasaran,
)

KE_JF = {"jabatan": ANALIS_MUDA, "jabatan_id": 30}


def putus(kode: str, orang: dict[str, Any], pos: dict[str, Any], **isi: Any) -> Putusan:
    (satu,) = periksa(perkara(calon(**orang), sasaran(**pos), **isi), [kode])
    return satu


def test_h19_experience_and_a_passed_test_suffice_without_a_licence() -> None:
    assert putus("H19", {}, KE_JF).putusan is Hasil.LOLOS


def test_h19_is_about_entering_only() -> None:
    orang = {"jabatan": ANALIS_PERTAMA, "jabatan_id": 31, "uji_kompetensi": None}

    assert putus("H19", orang, KE_JF).bunyi == "Bukan perpindahan ke dalam JF."
    assert putus("H19", {"uji_kompetensi": None}, {}).putusan is Hasil.LOLOS


def test_h19_experience_in_the_field_is_shorter_in_a_restructuring() -> None:
    setahun = {"pengalaman_bidang": (("Analis Kebijakan", 12), ("Guru", 90))}
    satu = putus("H19", setahun, KE_JF)

    assert (satu.putusan, satu.dapat_diperbaiki) == (Hasil.TIDAK_LOLOS, True)
    assert satu.perbaikan == "Terpenuhi 12 bulan lagi di bidang itu."
    assert putus("H19", setahun, KE_JF, restrukturisasi=True).putusan is Hasil.LOLOS


def test_h19_nobody_has_more_experience_than_service() -> None:
    tanpa = {"pengalaman_bidang": None}

    assert putus("H19", tanpa, KE_JF).penyedia is Penyedia.OPD
    baru = putus("H19", tanpa | {"tmt_pns": date(2025, 6, 1)}, KE_JF)
    assert baru.putusan is Hasil.TIDAK_LOLOS


@pytest.mark.parametrize(
    ("uji", "hasil"),
    [
        (None, Hasil.TIDAK_DAPAT_DIPERIKSA),
        ((), Hasil.TIDAK_LOLOS),
        ((UjiKompetensi("Analis Kebijakan", "MU", False, None),), Hasil.TIDAK_LOLOS),
        ((UjiKompetensi("Analis Kebijakan", "PT", True, None),), Hasil.TIDAK_LOLOS),
        ((UjiKompetensi("ANALIS KEBIJAKAN", "MU", True, None),), Hasil.LOLOS),
    ],
)
def test_h19_the_test_is_of_that_jf_and_level(uji: Any, hasil: Hasil) -> None:
    assert putus("H19", {"uji_kompetensi": uji}, KE_JF).putusan is hasil


SIAP_PERAWAT = {
    "uji_kompetensi": (UjiKompetensi("Perawat", "TR", True, None),),
    "pengalaman_bidang": (("Perawat", 36),),
}
KE_PERAWAT = {"jabatan": PERAWAT_TERAMPIL, "jabatan_id": 80}


@pytest.mark.parametrize(
    ("lisensi", "hasil"),
    [
        (None, Hasil.TIDAK_DAPAT_DIPERIKSA),
        ((), Hasil.TIDAK_LOLOS),
        ((Lisensi("STR", "Perawat"),), Hasil.LOLOS),
        ((Lisensi("STR", "", date(2026, 6, 1)),), Hasil.LOLOS),
        ((Lisensi("STR", "Perawat", date(2026, 5, 31)),), Hasil.TIDAK_LOLOS),
        ((Lisensi("STR", "Bidan"),), Hasil.TIDAK_LOLOS),
        ((Lisensi("sertifikat pendidik"),), Hasil.TIDAK_LOLOS),
    ],
)
def test_h19_a_profession_of_health_needs_its_valid_licence(lisensi: Any, hasil: Hasil) -> None:
    assert putus("H19", SIAP_PERAWAT | {"lisensi": lisensi}, KE_PERAWAT).putusan is hasil


def test_h19_teachers_need_their_certificate() -> None:
    orang = {
        "uji_kompetensi": (UjiKompetensi("Guru", "PT", True, None),),
        "pengalaman_bidang": (("Guru", 36),),
        "lisensi": None,
    }
    satu = putus("H19", orang, {"jabatan": GURU_PERTAMA, "jabatan_id": 40})

    assert satu.penyedia is Penyedia.PEGAWAI
    assert satu.bunyi == "sertifikat pendidik belum tercatat."


def test_h19_an_unknown_rumpun_leaves_it_open() -> None:
    gelap = {"jabatan": Jabatan("2", None, "MU"), "jabatan_id": 90}

    assert putus("H19", {}, gelap).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


PILKADA = replace(ketentuan(), tanggal_penetapan_paslon=date(2024, 9, 22))
DILANTIK = replace(PILKADA, tanggal_pelantikan_kepala_daerah=date(2025, 2, 20))


@pytest.mark.parametrize(
    ("hukum", "tmt", "hasil"),
    [
        pytest.param(PILKADA, date(2024, 3, 21), Hasil.LOLOS, id="the day before"),
        pytest.param(PILKADA, date(2024, 3, 22), Hasil.BUTUH_IZIN, id="first day"),
        pytest.param(PILKADA, date(2025, 1, 15), Hasil.BUTUH_IZIN, id="until the term ends"),
        pytest.param(DILANTIK, date(2024, 12, 1), Hasil.BUTUH_IZIN, id="before inauguration"),
        pytest.param(DILANTIK, date(2025, 2, 20), Hasil.BUTUH_IZIN, id="inauguration"),
        pytest.param(DILANTIK, date(2025, 8, 20), Hasil.BUTUH_IZIN, id="last day"),
        pytest.param(DILANTIK, date(2025, 8, 21), Hasil.LOLOS, id="free again"),
        pytest.param(ketentuan(), date(2024, 5, 1), Hasil.LOLOS, id="no day set"),
    ],
)
def test_h12_windows_are_inclusive_at_both_ends(hukum: Any, tmt: date, hasil: Hasil) -> None:
    assert putus("H12", {}, {}, ketentuan=hukum, tmt=tmt).putusan is hasil


DALAM = {"ketentuan": PILKADA, "tmt": date(2024, 5, 1)}


def test_h12_pelaksana_are_not_meant_but_leaving_a_post_counts() -> None:
    pelaksana = {"jabatan": PELAKSANA, "jabatan_id": 60}

    assert putus("H12", pelaksana, pelaksana | {"jabatan_id": 61}, **DALAM).putusan is Hasil.LOLOS
    assert putus("H12", {"jabatan": KASI}, pelaksana, **DALAM).putusan is Hasil.BUTUH_IZIN


def test_h12_jf_who_head_a_school_or_puskesmas_are_meant() -> None:
    guru = {"jabatan": GURU_PERTAMA, "jabatan_id": 40, "memimpin_satuan": False}
    kepala = {"jabatan": GURU_PERTAMA, "jabatan_id": 41, "memimpin_satuan": True}

    assert putus("H12", guru, kepala, **DALAM).putusan is Hasil.BUTUH_IZIN
    assert putus("H12", guru, kepala | {"memimpin_satuan": False}, **DALAM).putusan is Hasil.LOLOS
    entah = putus("H12", guru, kepala | {"memimpin_satuan": None}, **DALAM)
    assert entah.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA


def test_h12_and_h18_never_refuse() -> None:
    """They mark "butuh izin"; the verdict of the whole does not turn on them."""
    satu = putus("H12", {}, {}, **DALAM)

    assert satu.angka == {"jendela_mulai": "2024-03-22", "jendela_sampai": None}
    assert "persetujuan tertulis Mendagri" in satu.perbaikan


DUKCAPIL = Gerbang("Keputusan pengangkatan", "Mendagri melalui Gubernur", "sk")


def test_h18_entering_or_leaving_a_special_office_needs_its_document() -> None:
    khusus = {"gerbang": (DUKCAPIL,)}

    for satu in (putus("H18", {}, khusus), putus("H18", khusus, {})):
        assert satu.putusan is Hasil.BUTUH_IZIN
        assert satu.perbaikan == "Lengkapi Keputusan pengangkatan dari Mendagri melalui Gubernur."
    dua = putus("H18", {"gerbang": (DUKCAPIL,)}, {"gerbang": (DUKCAPIL,)})
    assert len(dua.angka["dokumen"]) == 1


def test_h18_other_posts_pass_and_unmarked_ones_cannot_be_checked() -> None:
    assert putus("H18", {}, {}).putusan is Hasil.LOLOS
    assert putus("H18", {}, {"gerbang": None}).putusan is Hasil.TIDAK_DAPAT_DIPERIKSA

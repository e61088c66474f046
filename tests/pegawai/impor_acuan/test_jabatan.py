"""Kinds ``jabatan-*``: the three references of SIASN."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jejak.models import Peristiwa
from organisasi.models import NilaiKetentuan
from organisasi.selectors import KetentuanTidakAda
from pegawai.models import Formasi, Jabatan, JenisJabatan
from tests.factories.organisasi import unit
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan

pytestmark = pytest.mark.django_db

STRUKTURAL = ("ID", "Nama_unor", "Nama_jabatan", "Eselon_id")
FUNGSIONAL = ("ID", "Nama", "BUP", "JENJANG")
PELAKSANA = ("ID", "Nama")


def _jabatan(kode: str) -> Jabatan:
    return Jabatan.objects.get(siasn_id=kode)


@pytest.fixture
def dinas() -> Any:
    return unit("Dinas Pendidikan", siasn_id="B1")


def test_structural_post_belongs_to_its_unit_and_makes_a_seat(tmp_path: Path, dinas: Any) -> None:
    hasil = terapkan(
        "jabatan-struktural",
        berkas(tmp_path, STRUKTURAL, ("b1", "Dinas Pendidikan", "Kepala Dinas Pendidikan", "22")),
    )

    kepala = _jabatan("b1")
    assert jumlah(hasil) == (1, 0, 1, 0, 0, 0)
    assert (kepala.jenis, kepala.unit, kepala.eselon_id) == (
        JenisJabatan.STRUKTURAL, dinas, "22",
    )  # fmt: skip
    assert (kepala.bup, kepala.pangkat_terendah, kepala.pangkat_tertinggi) == (60, "IV/b", "IV/c")
    assert list(Formasi.objects.values_list("unit", "jabatan")) == [(dinas.pk, kepala.pk)]


@pytest.mark.parametrize(
    ("eselon", "kursi", "bup"),
    [
        ("21", True, 60),
        ("32", True, 58),
        pytest.param(42.0, True, 58, id="a number in Excel"),
        pytest.param("99", False, 58, id="headed by a JF"),
        pytest.param("00", False, 58, id="the regent"),
        pytest.param(0, False, 58, id="00 that lost its zeros"),
    ],
)
def test_only_listed_eselon_make_a_seat(
    tmp_path: Path, dinas: Any, eselon: object, kursi: bool, bup: int
) -> None:
    terapkan("jabatan-struktural", berkas(tmp_path, STRUKTURAL, ("B1", "Dinas", "Kepala", eselon)))

    assert Formasi.objects.exists() is kursi
    assert _jabatan("B1").bup == bup


def test_structural_post_of_an_unknown_unit_is_kept_without_it(tmp_path: Path) -> None:
    path = berkas(tmp_path, STRUKTURAL, ("Z1", "?", "Kepala", "31"))

    hasil = terapkan("jabatan-struktural", path)

    assert alamat(hasil.peringatan) == [(2, "ID", "unor_tidak_dikenal")]
    assert _jabatan("Z1").unit is None
    assert not Formasi.objects.exists()


def test_functional_post_gets_its_family_and_range(tmp_path: Path) -> None:
    path = berkas(tmp_path, FUNGSIONAL, ("F1", "Guru Ahli Muda", "60", "MU"))

    terapkan("jabatan-fungsional", path)

    guru = _jabatan("F1")
    assert (guru.jenis, guru.rumpun, guru.jenjang, guru.bup) == ("2", "Guru", "MU", 60)
    assert (guru.pangkat_terendah, guru.pangkat_tertinggi) == ("III/c", "III/d")


def test_clerical_post_gets_the_common_age(tmp_path: Path) -> None:
    terapkan("jabatan-pelaksana", berkas(tmp_path, PELAKSANA, ("P1", "OPERATOR LAYANAN")))

    assert (_jabatan("P1").jenis, _jabatan("P1").bup) == (JenisJabatan.PELAKSANA, 58)


@pytest.mark.parametrize(
    ("kode", "kepala", "baris", "ditolak"),
    [
        ("jabatan-struktural", STRUKTURAL, ("B1", "x", "Kepala", "77"),
         (2, "Eselon_id", "eselon_tidak_dikenal")),
        ("jabatan-fungsional", FUNGSIONAL, ("F1", "Guru Ahli Muda", "60", "XX"),
         (2, "JENJANG", "jenjang_tidak_dikenal")),
        ("jabatan-fungsional", FUNGSIONAL, ("F1", "Guru Ahli Muda", "600", "MU"),
         (2, "BUP", "bup_tak_wajar")),
        ("jabatan-fungsional", FUNGSIONAL, ("F1", "", "60", "MU"), (2, "Nama", "wajib_kosong")),
        ("jabatan-pelaksana", PELAKSANA, ("", "OPERATOR"), (2, "ID", "wajib_kosong")),
    ],
)  # fmt: skip
def test_row_that_says_what_siasn_does_not_know_is_refused(
    tmp_path: Path, kode: str, kepala: Any, baris: Any, ditolak: Any
) -> None:
    hasil = terapkan(kode, berkas(tmp_path, kepala, baris))

    assert alamat(hasil.galat) == [ditolak]
    assert not Jabatan.objects.exists()


def test_same_reference_again_changes_nothing(tmp_path: Path) -> None:
    path = berkas(tmp_path, FUNGSIONAL, ("F1", "Guru Ahli Muda", "60", "MU"))
    terapkan("jabatan-fungsional", path)
    sebelum = isi_tabel()

    hasil = periksa("jabatan-fungsional", path)

    assert jumlah(hasil) == (1, 0, 0, 0, 1, 0)
    assert isi_tabel() == sebelum


def test_new_reference_changes_ages_and_reports_the_missing(tmp_path: Path) -> None:
    lama = [("F1", "Guru Ahli Muda", "60", "MU"), ("F2", "Bidan Mahir", "58", "MH")]
    terapkan("jabatan-fungsional", berkas(tmp_path, FUNGSIONAL, *lama))

    hasil = terapkan(
        "jabatan-fungsional", berkas(tmp_path, FUNGSIONAL, ("F1", "Guru Ahli Muda", "62", "MU"))
    )

    assert jumlah(hasil) == (1, 0, 0, 1, 0, 1)
    assert hasil.perubahan == {"BUP": 1}
    assert _jabatan("F1").bup == 62
    assert _jabatan("F2").aktif


def test_range_of_pangkat_set_by_a_person_outlives_the_reference(tmp_path: Path) -> None:
    path = berkas(tmp_path, FUNGSIONAL, ("F1", "Guru Ahli Muda", "60", "MU"))
    terapkan("jabatan-fungsional", path)
    Jabatan.objects.update(pangkat_terendah="III/b")

    hasil = terapkan("jabatan-fungsional", path)

    assert hasil.sama == 1
    assert _jabatan("F1").pangkat_terendah == "III/b"


def test_jabatan_met_before_its_reference_is_taken_over(tmp_path: Path) -> None:
    Jabatan.objects.create(siasn_id="f1", kunci="f1", nama="GURU MUDA", di_luar_referensi=True)

    hasil = terapkan(
        "jabatan-fungsional", berkas(tmp_path, FUNGSIONAL, ("F1", "Guru Ahli Muda", "60", "MU"))
    )

    guru = _jabatan("f1")
    assert hasil.berubah == 1
    assert (guru.di_luar_referensi, guru.rumpun, guru.bup) == (False, "Guru", 60)


def test_age_without_a_value_on_the_day_stops_the_import(tmp_path: Path) -> None:
    NilaiKetentuan.objects.filter(kode="bup_pelaksana").delete()

    with pytest.raises(KetentuanTidakAda, match="Ketentuan 'bup_pelaksana' belum mempunyai nilai"):
        periksa("jabatan-pelaksana", berkas(tmp_path, PELAKSANA, ("P1", "OPERATOR LAYANAN")))


def test_trail_names_new_and_changed_jabatan(tmp_path: Path) -> None:
    terapkan("jabatan-pelaksana", berkas(tmp_path, PELAKSANA, ("P1", "OPERATOR LAYANAN")))
    terapkan("jabatan-pelaksana", berkas(tmp_path, PELAKSANA, ("P1", "OPERATOR LAYANAN UMUM")))

    assert list(Peristiwa.objects.order_by("urutan").values_list("tindakan", flat=True)) == [
        "pegawai.jabatan.dicatat",
        "organisasi.impor.diterapkan",
        "pegawai.jabatan.diubah",
        "organisasi.impor.diterapkan",
    ]

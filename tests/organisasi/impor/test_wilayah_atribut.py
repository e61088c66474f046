"""Kinds ``wilayah`` and ``atribut-unor``."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jejak.models import Peristiwa
from organisasi.models import JenisUnit, UnitKerja, Wilayah
from organisasi.services.impor import tulis_templat
from organisasi.services.impor_wilayah import IMPOR_ATRIBUT_UNOR
from tests.factories.organisasi import unit
from tests.helpers.berkas_impor import alamat, berkas, isi_tabel, jumlah, periksa, terapkan
from tests.helpers.xlsx import simpan

pytestmark = pytest.mark.django_db

ATRIBUT = (
    "UNOR ID", "UNOR NAMA", "JENIS", "URUSAN", "KODE KECAMATAN", "LINTANG", "BUJUR", "TERPENCIL",
)  # fmt: skip


@pytest.fixture
def sd() -> UnitKerja:
    Wilayah.objects.create(kode="72.04.01", nama="Contoh Utara", tingkat="kecamatan")
    return unit("SD Negeri 1 Contoh", siasn_id="C1", jenis=JenisUnit.SEKOLAH_SD)


def test_districts_are_read_with_their_centres(tmp_path: Path) -> None:
    teks = (
        "kode,nama,tingkat,lat,lng\n"
        "72,Sulawesi Contoh,provinsi,-1.5,121.25\n"
        "72.04,Kabupaten Contoh,kabupaten/kota,1.004,120.819\n"
        "72.04.01,Contoh Utara,kecamatan,,\n"
    )

    hasil = terapkan("wilayah", simpan(tmp_path, teks, "w.csv"))

    assert jumlah(hasil) == (3, 0, 3, 0, 0, 0)
    kabupaten = Wilayah.objects.get(kode="72.04")
    assert (kabupaten.lintang, kabupaten.bujur) == (Decimal("1.004"), Decimal("120.819"))
    assert Wilayah.objects.get(kode="72.04.01").lintang is None


def test_same_districts_again_change_nothing(tmp_path: Path) -> None:
    path = berkas(
        tmp_path, ("kode", "nama", "lat", "lng"), ("72.04.01", "Contoh Utara", 1.004, 120.819)
    )
    terapkan("wilayah", path)

    assert jumlah(terapkan("wilayah", path)) == (1, 0, 0, 0, 1, 0)
    assert Wilayah.objects.get().tingkat == "kecamatan"


@pytest.mark.parametrize(
    ("lintang", "bujur", "ditolak"),
    [
        pytest.param("120,8", "1,0", ["lat", "lng"], id="exchanged"),
        pytest.param("1.004", "", ["lat"], id="half a point"),
        pytest.param("1°00'", "120.8", ["lat"], id="minutes"),
    ],
)
def test_point_that_is_not_in_indonesia_is_refused(
    tmp_path: Path, lintang: str, bujur: str, ditolak: list[str]
) -> None:
    path = berkas(tmp_path, ("kode", "nama", "lat", "lng"), ("72", "Contoh", lintang, bujur))

    hasil = periksa("wilayah", path)

    assert sorted({str(m.kolom) for m in hasil.galat}) == ditolak


def test_attributes_are_written_and_the_kind_is_marked_as_corrected(
    tmp_path: Path, sd: UnitKerja
) -> None:
    path = berkas(
        tmp_path, ATRIBUT,
        ("c1", "apa saja", "UPT/UPTD", "Pendidikan", "72.04.01", "1,004", "120,819", "ya"),
    )  # fmt: skip

    hasil = terapkan("atribut-unor", path)

    sd.refresh_from_db()
    assert jumlah(hasil) == (1, 0, 0, 1, 0, 0)
    assert (sd.jenis, sd.jenis_dikoreksi, sd.urusan) == (JenisUnit.UPT, True, "Pendidikan")
    assert (sd.wilayah and sd.wilayah.kode, sd.terpencil) == ("72.04.01", True)
    assert (sd.lintang, sd.bujur) == (Decimal("1.004"), Decimal("120.819"))
    assert sd.nama == "SD Negeri 1 Contoh"
    assert Peristiwa.objects.filter(tindakan="organisasi.unit.diubah").count() == 1


def test_missing_column_is_no_change_and_an_emptied_cell_is(tmp_path: Path, sd: UnitKerja) -> None:
    UnitKerja.objects.filter(pk=sd.pk).update(urusan="Pendidikan", terpencil=True)

    hasil = terapkan("atribut-unor", berkas(tmp_path, ("UNOR ID", "TERPENCIL"), ("C1", "")))

    sd.refresh_from_db()
    assert hasil.perubahan == {"TERPENCIL": 1}
    assert (sd.urusan, sd.terpencil) == ("Pendidikan", None)


@pytest.mark.parametrize(
    ("kolom", "nilai", "kode"),
    [
        ("JENIS", "Istana", "jenis_tidak_dikenal"),
        ("KODE KECAMATAN", "99.99.99", "wilayah_tidak_dikenal"),
        ("TERPENCIL", "mungkin", "isian_tidak_dikenal"),
        ("LINTANG", "64,1", "koordinat_di_luar_indonesia"),
    ],
)
def test_attribute_nobody_knows_is_refused_at_its_cell(
    tmp_path: Path, sd: UnitKerja, kolom: str, nilai: str, kode: str
) -> None:
    hasil = periksa("atribut-unor", berkas(tmp_path, ("UNOR ID", kolom), ("C1", nilai)))

    assert alamat(hasil.galat) == [(2, kolom, kode)]


def test_attribute_of_an_unknown_unit_is_refused(tmp_path: Path, sd: UnitKerja) -> None:
    hasil = periksa("atribut-unor", berkas(tmp_path, ("UNOR ID", "URUSAN"), ("Z9", "Pendidikan")))

    assert alamat(hasil.galat) == [(2, "UNOR ID", "unor_tidak_dikenal")]


def test_prefilled_template_comes_back_unchanged(tmp_path: Path, sd: UnitKerja) -> None:
    UnitKerja.objects.filter(pk=sd.pk).update(
        wilayah=Wilayah.objects.get(), terpencil=False, urusan="Pendidikan",
        lintang=Decimal("1.004"), bujur=Decimal("120.819001"),
    )  # fmt: skip
    tulis_templat(IMPOR_ATRIBUT_UNOR, tmp_path / "templat.xlsx")

    assert jumlah(periksa("atribut-unor", tmp_path / "templat.xlsx")) == (1, 0, 0, 0, 1, 0)


@pytest.mark.parametrize(
    ("kode", "kepala", "baris"),
    [
        ("wilayah", ("kode", "nama"), ("72", "Contoh")),
        ("atribut-unor", ("UNOR ID", "URUSAN"), ("C1", "Pendidikan")),
    ],
)
def test_looking_writes_nothing(
    tmp_path: Path, sd: UnitKerja, kode: str, kepala: Any, baris: Any
) -> None:
    sebelum = isi_tabel()

    periksa(kode, berkas(tmp_path, kepala, baris))

    assert isi_tabel() == sebelum

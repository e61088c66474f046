"""The constants of judging people: in a fresh database, on the page, and when somebody errs."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from organisasi.models import NilaiKetentuan
from organisasi.services.ketentuan import baca_nilai, sejenis
from penilaian.kernel.ketentuan import KetentuanTidakLengkap
from penilaian.kernel.metode_nilai import PENJELASAN_NILAI
from penilaian.kernel.tetapan import KetentuanTidakTerbaca
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian
from penilaian.selectors.tetapan import tetapan_penilaian
from tests.helpers.penilaian import HARI_INI, ketentuan_penilaian
from toolkit.templatetags.tampilan import nilai as tulis

K = ketentuan_penilaian()


@pytest.mark.django_db
@pytest.mark.sekali
@pytest.mark.parametrize("per", [date(2022, 2, 10), HARI_INI])
def test_all_constants_and_their_basis_are_in_force_since_the_regulation_of_2022(per: date) -> None:
    assert tetapan_penilaian(per=per) == K
    assert all(K.dasar.values())


@pytest.mark.django_db
@pytest.mark.sekali
def test_a_period_before_the_regulation_of_2022_has_no_matrix_and_says_so() -> None:
    with pytest.raises(KetentuanTidakLengkap, match="matriks_predikat"):
        tetapan_penilaian(per=date(2022, 2, 9))


@pytest.mark.django_db
@pytest.mark.sekali
def test_units_fit_their_column_and_every_value_can_be_typed_on_its_page() -> None:
    for baris in NilaiKetentuan.objects.filter(kode__in=K.asal):
        terketik = baca_nilai(baris.nilai, tulis(baris.nilai))

        assert terketik == baris.nilai, baris.kode
        assert sejenis(baris.nilai, terketik), baris.kode
        baris.clean_fields(exclude=["ditetapkan_pada", "ditetapkan_oleh"])


@pytest.mark.parametrize(
    ("kode", "nilai"),
    [
        ("keberatan_hari", "dua minggu"),
        ("keberatan_hari", True),
        ("keberatan_satuan_hari", "bursa"),
        ("keberatan_geser_libur", 1),
        ("pp30_nilai_maks", "tinggi"),
        ("pp30_nilai_maks", True),
        ("jpm_batas_syarat", [68, 80]),
        ("jpm_batas_syarat", [80]),
        ("tl_batas_menit", [31, 1]),
        ("pp94_hari", [3, 4]),
        ("matriks_predikat", {"DI ATAS EKSPEKTASI": "BAIK"}),
        ("matriks_predikat", {"A / B": "BAIK", "C / D": "BAIK"}),
        ("distribusi_baik", {"sekitar BAIK": 70}),
        ("distribusi_baik", {"maksimal": 70}),
        ("talenta_kotak", {"A / B": "sembilan"}),
    ],
)
def test_a_constant_of_another_shape_is_named_and_never_guessed(kode: str, nilai: Any) -> None:
    with pytest.raises(KetentuanTidakTerbaca, match=kode):
        K.andaikan(**{kode: nilai})


def test_a_constant_without_a_value_is_an_error() -> None:
    with pytest.raises(KetentuanTidakLengkap, match="^kelompok_minimal, pp94_bulan$"):
        KetentuanPenilaian.dari({**K.asal, "kelompok_minimal": None, "pp94_bulan": None})


def test_what_was_supposed_says_so_and_leaves_the_rest() -> None:
    andai = K.andaikan(keberatan_hari=21)
    (tetapan,) = andai.pakai("keberatan_hari")

    assert (tetapan.nilai, tetapan.dasar) == (21, "Andaian, bukan ketentuan yang berlaku")
    assert [f.name for f in fields(K) if getattr(K, f.name) != getattr(andai, f.name)] == [
        "keberatan_hari", "asal", "dasar",
    ]  # fmt: skip


def test_every_constant_is_explained_by_the_judgement_that_reads_it() -> None:
    assert {nama for satu in PENJELASAN_NILAI for nama in satu.ketentuan} == set(K.asal)

"""The constants of the road: in a fresh database, on their page, and when somebody errs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from config.aturan import halaman_aturan
from mutasi.kernel.aturan.daftar import ATURAN_JALAN
from mutasi.kernel.ketentuan_jalan import KetentuanJalan, nama_ketentuan_jalan
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from organisasi.models import NilaiKetentuan
from organisasi.selectors_ketentuan import nama_ketentuan
from organisasi.services.ketentuan import baca_nilai, sejenis
from penilaian.kernel.ketentuan import KetentuanTidakLengkap
from penilaian.kernel.tetapan import KetentuanTidakTerbaca
from tests.helpers.jalan import SK, ketentuan_jalan
from toolkit.templatetags.tampilan import nilai as tulis

K = ketentuan_jalan()
DUA_HARI = [date(2025, 1, 2), SK]


@pytest.mark.django_db
@pytest.mark.sekali
@pytest.mark.parametrize("per", DUA_HARI)
def test_all_constants_are_in_force_with_their_basis(per: date) -> None:
    satu = tetapan_jalan(per=per)

    assert satu == ketentuan_jalan(per)
    assert all(satu.dasar.values())


@pytest.mark.django_db
@pytest.mark.sekali
def test_units_fit_their_column_and_every_value_can_be_typed_on_its_page() -> None:
    for baris in NilaiKetentuan.objects.filter(kode__in=nama_ketentuan_jalan()):
        terketik = baca_nilai(baris.nilai, tulis(baris.nilai))
        if terketik != baris.nilai:  # an empty day prints as a dash
            assert baris.nilai == "", baris.kode
            continue
        assert sejenis(baris.nilai, terketik), baris.kode
        baris.clean_fields(exclude=["ditetapkan_pada", "ditetapkan_oleh"])


def test_the_limit_of_bkn_changed_in_january_2026() -> None:
    lama = ketentuan_jalan(date(2026, 1, 19))

    assert (lama.pertek_hari_kerja, lama.pertek_otomatis_hari_kerja) == (15, 0)
    assert (K.pertek_hari_kerja, K.pertek_otomatis_hari_kerja) == (5, 6)
    assert K.tpk_kuorum == Fraction(2, 3)
    assert K.pakai("pertek_hari_kerja")[0].dasar.startswith("Pernyataan Kepala BKN")


@pytest.mark.parametrize(
    ("kode", "nilai"),
    [
        ("tpk_kuorum", "separuh"),
        ("tpk_kuorum", "3/2"),
        ("tpk_kuorum", "0/1"),
        ("tpk_kuorum", "1/0"),
        ("tpk_mode", "undian"),
        ("tmt_awal_bulan", 1),
        ("gaji_tutup_tanggal", 31),
        ("pelantikan_maks_hari_kerja", True),
        ("pelantikan_maks_hari_kerja", -1),
        ("pertek_kelas", "jpt"),
        ("evaluasi_bulan", ["tiga"]),
        ("antar_penerbit_sk", ["Gubernur"]),
    ],
)
def test_a_value_of_another_shape_says_which_constant(kode: str, nilai: Any) -> None:
    with pytest.raises(KetentuanTidakTerbaca, match=kode):
        ketentuan_jalan(**{kode: nilai})


def test_a_missing_constant_is_an_error_and_never_a_zero() -> None:
    tanpa = {k: v for k, v in K.asal.items() if k != "tpk_kuorum"}

    with pytest.raises(KetentuanTidakLengkap, match="tpk_kuorum"):
        KetentuanJalan.dari(tanpa)


def test_rules_name_constants_that_exist_and_docs_print_them_all() -> None:
    semua = set(nama_ketentuan_jalan())
    cetak = halaman_aturan()["jalan.md"]

    assert {kode for satu in ATURAN_JALAN for kode in satu.ketentuan} <= semua
    assert all(f"`{kode}`" in cetak for kode in semua)
    assert all(f"| {satu.kode} |" in cetak for satu in ATURAN_JALAN)


def test_constants_have_names_an_office_reads() -> None:
    assert nama_ketentuan("tpk_kuorum") == "TPK kuorum"
    assert nama_ketentuan("tmt_boleh_sebelum_sk") == "TMT boleh sebelum SK"

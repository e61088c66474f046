"""What cannot be true of measured values; what a code of a period stands for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penilaian.kernel.kehadiran import mustahil
from penilaian.kernel.masa_periode import baca_kode, usul_kode
from penilaian.kernel.ukuran import (
    NAMA,
    SEMUA,
    Masa,
    kehadiran_dari,
    periksa,
    tanpa_tumpang_tindih,
)
from penilaian.models import Indikator
from tests.helpers.penilaian import ketentuan_penilaian

TETAPAN = ketentuan_penilaian()
TAHUN = Masa(date(2025, 1, 1), date(2025, 12, 31))
MARET = Masa(date(2025, 3, 1), date(2025, 3, 31))
UTUH = {"hari_kerja": 20, "hari_hadir": 18, "hari_sah": 1, "hari_alpa": 1, "hari_tepat": 17}


def temukan(nilai: Mapping[str, object], masa: Masa = TAHUN) -> list[tuple[str, str, bool]]:
    isi = {k: Decimal(str(v)) if isinstance(v, int | float) else str(v) for k, v in nilai.items()}
    return [(c.indikator, c.kode, c.menolak) for c in periksa(isi, masa, TETAPAN)]


def test_the_codes_are_those_of_the_register() -> None:
    assert set(SEMUA) == set(Indikator.values)
    assert set(NAMA) < set(SEMUA)


@pytest.mark.parametrize(
    ("ubah", "cela"),
    [
        ({}, []),
        ({"hari_hadir": 26}, [("hari_hadir", "mustahil", True)]),
        ({"hari_hadir": 17}, [("hari_hadir", "jumlah_hari", True)]),
        ({"hari_hadir": 19}, [("hari_hadir", "jumlah_hari", True)]),
        ({"hari_hadir": -1}, [("hari_hadir", "negatif", True)]),
        ({"hari_hadir": 17.5}, [("hari_hadir", "pecahan", True)]),
        ({"hari_kerja": 10**7}, [("hari_kerja", "terlalu_besar", True)]),
        ({"hari_alpa_beruntun": 2}, [("hari_alpa_beruntun", "mustahil", True)]),
        ({"hari_tepat": 19}, [("hari_tepat", "mustahil", True)]),
        ({"menit_terlambat": 18 * 1440 + 1}, [("menit_terlambat", "mustahil", True)]),
        ({"menit_terlambat": 18 * 450 + 1}, [("menit_terlambat", "menit_janggal", False)]),
        ({"hari_tepat": 18, "menit_pulang_cepat": 5},
         [("menit_pulang_cepat", "menit_janggal", False)]),
        ({"tugas_jatuh_tempo": 3, "tugas_tepat_waktu": 4},
         [("tugas_tepat_waktu", "mustahil", True)]),
        ({"tugas_selesai": 3, "tugas_direvisi": 4}, [("tugas_direvisi", "mustahil", True)]),
        ({"capaian_skp": 200.01}, [("capaian_skp", "mustahil", True)]),
        ({"capaian_skp": 99.999}, [("capaian_skp", "terlalu_teliti", True)]),
        ({"rating_hasil": "DI BAWAH EKSPEKTASI", "rating_perilaku": "SESUAI EKSPEKTASI",
          "predikat": "BAIK"}, [("predikat", "predikat_bertentangan", False)]),
    ],
)  # fmt: skip
def test_impossible_values_are_refused_and_odd_ones_told(
    ubah: dict[str, object], cela: list[tuple[str, str, bool]]
) -> None:
    assert temukan({**UTUH, **ubah}) == cela


def test_a_month_has_no_forty_working_days() -> None:
    assert temukan({"hari_kerja": 40}, MARET) == [("hari_kerja", "di_luar_periode", True)]
    assert temukan({"hari_hadir": 20}, MARET) == [("hari_kerja", "hari_kerja_kosong", False)]


def test_a_share_above_all_days_is_written_in_percent() -> None:
    (cela,) = periksa({"hari_kerja": Decimal(20), "hari_hadir": Decimal(26)}, TAHUN, TETAPAN)

    assert cela.bunyi == "Hari hadir 26, melebihi hari kerja 20 (130%)."


@given(st.dictionaries(st.sampled_from([k for k in SEMUA if k in NAMA]), st.integers(0, 366)))
def test_what_passes_is_never_impossible_to_the_kernel_of_attendance(isi: dict[str, int]) -> None:
    nilai = {kode: Decimal(n) for kode, n in isi.items()}

    if not any(c.menolak for c in periksa(nilai, TAHUN, TETAPAN)):
        assert mustahil(kehadiran_dari(nilai)) == ()


def test_no_day_of_a_year_counts_twice() -> None:
    triwulan = Masa(date(2025, 1, 1), date(2025, 3, 31))
    april = Masa(date(2025, 4, 1), date(2025, 4, 30))

    panjang, pendek = tanpa_tumpang_tindih([MARET, triwulan, april])

    assert (panjang, pendek) == ([triwulan, april], [april, MARET])


@pytest.mark.parametrize(
    ("kode", "nama", "mulai", "selesai"),
    [
        ("2025", "Tahun 2025", date(2025, 1, 1), date(2025, 12, 31)),
        (" 2025-tw1 ", "Triwulan I 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-TW4", "Triwulan IV 2025", date(2025, 10, 1), date(2025, 12, 31)),
        ("2024-02", "Februari 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_code_says_name_and_days(kode: str, nama: str, mulai: date, selesai: date) -> None:
    masa = baca_kode(kode)

    assert masa is not None
    assert (masa.nama, masa.mulai, masa.selesai) == (nama, mulai, selesai)


@pytest.mark.parametrize("kode", ["", "25", "2025-13", "2025-TW5", "2025-3", "1999", "２０２５"])
def test_other_text_is_no_code(kode: str) -> None:
    assert baca_kode(kode) is None


def test_codes_near_the_day_are_suggested() -> None:
    assert usul_kode(date(2026, 1, 5)) == (
        "2026", "2026-TW1", "2026-01", "2025", "2025-TW4", "2025-12",
    )  # fmt: skip

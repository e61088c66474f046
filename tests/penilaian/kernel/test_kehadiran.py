"""Attendance: published bands, shares of a period, figures that cannot be true."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from penilaian.kernel.kehadiran import (
    HariSetara,
    Kehadiran,
    absen_setahun,
    hari_setara,
    pita_pp94,
    pita_pulang_cepat,
    pita_terlambat,
    ringkas,
)
from penilaian.kernel.kinerja import NilaiMustahil
from tests.helpers.penilaian import ketentuan_penilaian

K = ketentuan_penilaian()
POTONG = "pemotongan tunjangan kinerja 25%"
BERHENTI = "pemberhentian dengan hormat tidak atas permintaan sendiri"


@pytest.mark.parametrize(
    ("hari", "harus"),
    [
        (0, None), (2, None),
        (3, ("ringan", "teguran lisan", 0)),
        (4, ("ringan", "teguran tertulis", 0)),
        (6, ("ringan", "teguran tertulis", 0)),
        (7, ("ringan", "pernyataan tidak puas secara tertulis", 0)),
        (10, ("ringan", "pernyataan tidak puas secara tertulis", 0)),
        (11, ("sedang", POTONG, 6)), (13, ("sedang", POTONG, 6)),
        (14, ("sedang", POTONG, 9)), (16, ("sedang", POTONG, 9)),
        (17, ("sedang", POTONG, 12)), (20, ("sedang", POTONG, 12)),
        (21, ("berat", "penurunan jabatan setingkat lebih rendah", 12)),
        (24, ("berat", "penurunan jabatan setingkat lebih rendah", 12)),
        (25, ("berat", "pembebasan dari jabatan menjadi jabatan pelaksana", 12)),
        (27, ("berat", "pembebasan dari jabatan menjadi jabatan pelaksana", 12)),
        (28, ("berat", BERHENTI, 0)), (40, ("berat", BERHENTI, 0)),
    ],
)  # fmt: skip
def test_published_bands_of_cumulative_days(hari: int, harus: tuple[str, str, int] | None) -> None:
    """pp94-hari-kumulatif."""
    pita = pita_pp94(hari, K)

    assert (pita and (pita.tingkat, pita.jenis, pita.bulan)) == harus


def test_ten_days_in_a_row_reach_the_last_band_and_nine_do_not() -> None:
    """pp94-hari-kumulatif: consecutive_rule."""
    sepuluh, sembilan = pita_pp94(10, K, berturut=10), pita_pp94(10, K, berturut=9)

    assert sepuluh is not None
    assert sembilan is not None
    assert (sepuluh.tingkat, sepuluh.jenis) == ("berat", BERHENTI)
    assert "10 hari kerja berturut-turut" in sepuluh.bunyi
    assert sembilan.tingkat == "ringan"


def test_a_band_is_a_warning_to_the_superior_and_says_so() -> None:
    pita = pita_pp94(14, K)

    assert pita is not None
    assert pita.bunyi == (
        "Peringatan bagi atasan, bukan hukuman: tidak masuk tanpa alasan yang sah 14 hari kerja "
        "dalam setahun. PP 94/2021 menyebut hukuman sedang: pemotongan tunjangan kinerja 25% "
        "selama 9 bulan. Panggil dan periksa pegawai lebih dahulu."
    )


def test_published_minutes_become_days() -> None:
    """menit-ke-hari: 7.5 hours are a day."""
    assert hari_setara(1_350, K) == HariSetara(3, 0)
    assert hari_setara(1_349, K) == HariSetara(2, 449)


def test_published_bands_of_minutes() -> None:
    """telat-band."""
    late = [pita_terlambat(m, K) for m in (0, 1, 30, 31, 60, 61)]
    early = [pita_pulang_cepat(m, K) for m in (1, 30, 31, 60, 61, 90, 91)]

    assert late == [None, "TL1", "TL1", "TL2", "TL2", "TL3"]
    assert early == ["PSW1", "PSW1", "PSW2", "PSW2", "PSW3", "PSW3", "PSW4"]


def test_shares_of_a_period() -> None:
    hasil = ringkas(Kehadiran(hari_kerja=21, hadir=20, tepat_waktu=15))

    assert (hasil.persen_hadir, hasil.persen_tepat_waktu) == (Decimal("95.2381"), Decimal(75))


@pytest.mark.parametrize(
    ("data", "hadir", "tepat"),
    [
        (Kehadiran(), None, None),
        (Kehadiran(hadir=20, tepat_waktu=20), None, None),
        (Kehadiran(hari_kerja=0, hadir=0, tepat_waktu=0), None, None),
        (Kehadiran(hari_kerja=20, tepat_waktu=3), None, None),
        (Kehadiran(hari_kerja=20, hadir=10), Decimal(50), None),
        (Kehadiran(hari_kerja=20, hadir=0, tepat_waktu=0), Decimal(0), None),
    ],
)
def test_what_is_not_known_is_not_zero(
    data: Kehadiran, hadir: Decimal | None, tepat: Decimal | None
) -> None:
    hasil = ringkas(data)

    assert (hasil.persen_hadir, hasil.persen_tepat_waktu, hasil.mustahil) == (hadir, tepat, ())


@pytest.mark.parametrize(
    ("data", "kalimat"),
    [
        (Kehadiran(hari_kerja=20, hadir=26), "Hari hadir 26, melebihi hari kerja 20."),
        (Kehadiran(hadir=10, tepat_waktu=11), "Hari tepat waktu 11, melebihi hari hadir 10."),
        (Kehadiran(terlambat_menit=-5), "Menit terlambat -5, tidak dapat di bawah nol."),
        (
            Kehadiran(hari_kerja=20, hadir=18, tanpa_alasan=3),
            "Hari hadir 18 dan hari tanpa alasan 3 berjumlah 21, melebihi hari kerja 20.",
        ),
        (
            Kehadiran(tanpa_alasan=2, berturut=3),
            "Hari tanpa alasan berturut-turut 3, melebihi hari tanpa alasan 2.",
        ),
    ],
)
def test_impossible_figures_are_told_and_give_no_share(data: Kehadiran, kalimat: str) -> None:
    hasil = ringkas(data)

    assert hasil.mustahil == (kalimat,)
    assert (hasil.persen_hadir, hasil.persen_tepat_waktu) == (None, None)


def test_minutes_of_a_year_are_summed_before_they_become_days() -> None:
    bulan = Kehadiran(
        hari_kerja=20, hadir=18, terlambat_menit=150, pulang_cepat_menit=75, tanpa_alasan=1,
        berturut=1,
    )  # fmt: skip
    setahun = absen_setahun([bulan] * 5, K)

    assert (setahun.hari, setahun.dari_menit) == (5, HariSetara(2, 225))
    assert (setahun.jumlah, setahun.berturut, setahun.lengkap) == (7, 1, True)


def test_a_silent_or_impossible_period_makes_the_year_incomplete() -> None:
    baik = Kehadiran(terlambat_menit=0, pulang_cepat_menit=0, tanpa_alasan=4, berturut=4)
    diam, rusak = Kehadiran(hadir=20), Kehadiran(tanpa_alasan=-9)

    assert absen_setahun([baik], K).lengkap
    for lain in (diam, rusak):
        setahun = absen_setahun([baik, lain], K)
        assert (setahun.jumlah, setahun.berturut, setahun.lengkap) == (4, 4, False)
    assert absen_setahun([], K).jumlah == 0


@pytest.mark.parametrize(
    "hitung",
    [
        lambda: hari_setara(-1, K), lambda: pita_terlambat(-1, K), lambda: pita_pp94(-1, K),
        lambda: pita_pp94(0, K, berturut=-1),
    ],
)  # fmt: skip
def test_negative_time_is_refused_with_its_sentence(hitung: Callable[[], object]) -> None:
    with pytest.raises(NilaiMustahil, match="di bawah nol"):
        hitung()


@settings(max_examples=60)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_more_days_never_reach_a_milder_band(hari: int, tambah: int, berturut: int) -> None:
    urutan = [None, *((satu.tingkat, satu.jenis, satu.bulan) for satu in K.pp94)]

    def letak(n: int) -> int:
        pita = pita_pp94(n, K, berturut=berturut)
        return urutan.index(pita and (pita.tingkat, pita.jenis, pita.bulan))

    assert letak(hari) <= letak(hari + tambah)

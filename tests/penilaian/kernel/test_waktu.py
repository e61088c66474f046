"""Effective working time: the published derivations."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from penilaian.kernel.waktu import Kalender, jam_efektif, turunkan_jke, waktu_kerja, waktu_tersedia
from tests.helpers.kebutuhan import ketentuan

K = ketentuan()


@pytest.mark.parametrize(
    ("hari_per_pekan", "kotor", "bersih", "jam_sehari", "setahun"),
    [(5, 260, 212, "5.25", 1113), (6, 312, 264, "4.375", 1155)],
)
def test_published_wkt_of_situbondo(
    hari_per_pekan: int, kotor: int, bersih: int, jam_sehari: str, setahun: int
) -> None:
    """jke-situbondo-wkt; the step to 1,200 hours is an adopted constant, no arithmetic."""
    kalender = Kalender.pekan(
        hari_per_pekan, {"cuti": 12, "libur nasional": 19, "pelatihan": 5, "absen": 12}
    )
    waktu = waktu_kerja(
        kalender, jam_formal_minggu="37.5", kelonggaran_persen=30, hari_per_pekan=hari_per_pekan
    )

    assert (kalender.hari_kotor, waktu.hari) == (kotor, bersih)
    assert waktu.jam_per_pekan == Fraction("26.25")
    assert (waktu.jam_per_hari, waktu.jam) == (Fraction(jam_sehari), setahun)
    assert K.jke_menit_kesehatan == 1_200 * 60 == 72_000


def test_published_minutes_of_depkeu_2002() -> None:
    """jke-depkeu-2002; 25.2% is 30,459.24 minutes, printed as 30,450: tolerance 10."""
    kalender = Kalender.setahun(104, {"cuti": 10, "libur": 14})
    kotor = waktu_kerja(
        kalender, jam_formal_minggu=Fraction(2550, 60), kelonggaran_persen=0, hari_per_pekan=5
    )
    bersih = waktu_kerja(
        kalender, jam_formal_minggu=Fraction(2550, 60), kelonggaran_persen="25.2", hari_per_pekan=5
    )

    assert (kotor.hari, kotor.jam_per_hari * 60, kotor.menit) == (237, 510, 120_870)
    assert abs(kotor.menit - bersih.menit - 30_450) < 10
    assert abs(bersih.menit - 90_420) < 10
    assert round(bersih.jam) == 1_507
    assert abs(bersih.jam_per_hari * 60 - (6 * 60 + 22)) < 1


def test_published_textbook_variant_where_it_is_right() -> None:
    """jke-zaenuri: the 287 days, the 1,339 hours and the adopted 1,300 agree with its inputs."""
    kalender = Kalender.setahun(52, {"libur": 14, "cuti": 12})
    enam_hari = waktu_tersedia(kalender, jam_per_hari=Fraction(28, 6))

    diturunkan = turunkan_jke(
        K.andaikan(kelonggaran_persen=25, jke_menit=1_300 * 60), hari_per_pekan=6
    )

    assert kalender.hari_bersih == diturunkan.dihitung.hari == 287
    assert int(jam_efektif("37.5", 25)) == 28
    assert int(enam_hari.jam) == 1_339
    assert diturunkan.ditetapkan_menit == 1_300 * 60
    assert diturunkan.tetapan[0].dasar == "Andaian, bukan ketentuan yang berlaku"


@pytest.mark.parametrize(
    ("hari_per_pekan", "hari", "jam_sehari", "setahun"),
    [(5, 235, "5.25", "1233.7500"), (6, 287, "4.375", "1255.6250")],
)
def test_published_derivation_of_1250_hours(
    hari_per_pekan: int, hari: int, jam_sehari: str, setahun: str
) -> None:
    """jke-kepmenpan75-2004, from the dated constants alone."""
    hasil = turunkan_jke(K, hari_per_pekan=hari_per_pekan)

    assert (hasil.dihitung.hari, hasil.dihitung.jam_per_hari) == (hari, Fraction(jam_sehari))
    assert hasil.dihitung.jam_per_pekan == Fraction("26.25")
    assert hasil.dihitung.jam_setahun == Decimal(setahun)
    assert hasil.ditetapkan_menit == 75_000
    assert hasil.beda_menit == 75_000 - hasil.dihitung.jam * 60
    assert {t.nama for t in hasil.tetapan} >= {"jke_menit", "kelonggaran_persen"}


def test_multipliers_fill_the_adopted_year_and_the_older_ones_theirs() -> None:
    lama = ketentuan(date(2019, 12, 31))

    assert (K.jke_menit / K.pengali_periode["hari"], K.pengali_periode["minggu"]) == (300, 50)
    assert K.jke_menit / K.pengali_periode["bulan"] == 6_250
    assert (lama.jke_menit, lama.jke_menit / lama.pengali_periode["hari"]) == (72_000, 300)
    assert lama.jke_menit / lama.pengali_periode["minggu"] == 1_500
    assert lama.jke_menit / lama.pengali_periode["bulan"] == 6_000

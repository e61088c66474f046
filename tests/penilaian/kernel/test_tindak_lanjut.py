"""Grounds for recognition and for coaching: what counts, what does not, and never by guessing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from penilaian.kernel.tindak_lanjut import Bahan, usul
from tests.helpers.penilaian import ketentuan_penilaian

K = ketentuan_penilaian()


def _dasar(bahan: Bahan) -> dict[str, str]:
    return {satu.jenis.value: satu.bunyi for satu in usul(bahan, K)}


@pytest.mark.parametrize(
    ("bahan", "harapan"),
    [
        (Bahan(predikat="SANGAT BAIK"), {}),
        (
            Bahan(predikat="SANGAT BAIK", inovasi=1),
            {"penghargaan": "Predikat Sangat Baik dengan 1 inovasi yang terverifikasi."},
        ),
        (Bahan(predikat="BAIK", inovasi=3), {}),
        (Bahan(Decimal(80), Decimal("75.01")), {}),
        (
            Bahan(Decimal(80), Decimal(75)),
            {"penghargaan": "Skor naik 5 poin dari periode sebelumnya (75 menjadi 80)."},
        ),
        (Bahan(Decimal(80), None, predikat="BAIK", predikat_lalu=""), {}),
        (
            Bahan(predikat="BAIK", predikat_lalu="KURANG"),
            {"penghargaan": "Predikat naik dari Kurang menjadi Baik."},
        ),
        (
            Bahan(predikat="KURANG", predikat_lalu="SANGAT KURANG"),
            {"pembinaan": "Predikat Kurang."},
        ),
        (Bahan(predikat="BAIK", predikat_lalu="SANGAT BAIK"), {}),
        (Bahan(Decimal("70.0001"), Decimal(80)), {}),
        (
            Bahan(Decimal(70), Decimal(80)),
            {"pembinaan": "Skor turun 10 poin dari periode sebelumnya (80 menjadi 70)."},
        ),
        (Bahan(None, Decimal(80)), {}),
        (
            Bahan(absen_hari=5, absen_tingkat="ringan"),
            {
                "pembinaan": (
                    "Tidak masuk tanpa alasan yang sah 5 hari kerja dalam setahun; PP 94/2021 "
                    "menyebutnya tingkat ringan. Ini peringatan, bukan hukuman."
                )
            },
        ),
        (Bahan(), {}),
    ],
)  # fmt: skip
def test_each_ground_is_a_sentence_and_what_is_not_known_is_none(
    bahan: Bahan, harapan: dict[str, str]
) -> None:
    assert _dasar(bahan) == harapan


def test_one_person_may_earn_both_and_each_kind_names_all_its_grounds() -> None:
    bahan = Bahan(
        Decimal(60), Decimal(40), predikat="BUTUH PERBAIKAN", absen_hari=9, absen_tingkat="ringan"
    )

    assert _dasar(bahan).keys() == {"penghargaan", "pembinaan"}
    assert _dasar(bahan)["pembinaan"].startswith("Predikat Butuh Perbaikan. Tidak masuk")


def test_the_limits_are_those_of_the_day() -> None:
    bahan = Bahan(Decimal(79), Decimal(75))
    longgar = K.andaikan(penghargaan_kenaikan_skor=4)

    assert usul(bahan, K) == ()
    assert [satu.jenis.value for satu in usul(bahan, longgar)] == ["penghargaan"]
    assert usul(replace(bahan, skor=Decimal("78.99")), longgar) == ()

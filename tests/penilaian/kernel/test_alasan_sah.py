"""Lawful absence: nobody loses points by it, and a whole period of it is no zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from penilaian.kernel.bahan_kinerja import nisbah
from penilaian.kernel.kehadiran import Kehadiran, ringkas
from penilaian.kernel.skor import Keadaan
from penilaian.kernel.sumber_nilai import SumberNilai

D = Decimal


@pytest.mark.parametrize(
    ("hadir", "kerja", "sah", "persen"),
    [
        (230, 230, 0, "100"),
        (170, 230, 60, "100"),  # three months of maternity leave cost nothing
        (190, 200, None, "95"),
        (180, 200, 10, "94.7368"),
    ],
)
def test_lawful_absence_is_no_working_day(
    hadir: int, kerja: int, sah: int | None, persen: str
) -> None:
    satu = nisbah(SumberNilai.KEHADIRAN, D(hadir), D(kerja), None if sah is None else D(sah))

    assert satu.nilai == D(persen)
    assert ringkas(Kehadiran(hari_kerja=kerja, hadir=hadir, alasan_sah=sah)).persen_hadir == D(
        persen
    )


def test_a_period_wholly_on_leave_is_missing_and_says_so() -> None:
    satu = nisbah(SumberNilai.KEHADIRAN, D(0), D(60), D(60))

    assert (satu.nilai, satu.keadaan) == (None, Keadaan.TIDAK_LENGKAP)
    assert satu.alasan == "Seluruh hari kerja tidak hadir dengan alasan sah"
    assert ringkas(Kehadiran(hari_kerja=60, hadir=0, alasan_sah=60)).persen_hadir is None


def test_the_sentence_names_the_days_taken_off() -> None:
    satu = nisbah(SumberNilai.KEHADIRAN, D(180), D(200), D(10))

    assert satu.alasan == "Hadir 180 dari 190 hari kerja, di luar 10 hari beralasan sah"


def test_present_and_lawfully_absent_cannot_exceed_the_working_days() -> None:
    assert nisbah(SumberNilai.KEHADIRAN, D(195), D(200), D(10)).keadaan is (
        Keadaan.TIDAK_DAPAT_DIPERIKSA
    )
    assert ringkas(Kehadiran(hari_kerja=200, hadir=195, alasan_sah=10)).mustahil == (
        "Hari hadir 195 dan hari dengan alasan sah 10 berjumlah 205, melebihi hari kerja 200.",
    )

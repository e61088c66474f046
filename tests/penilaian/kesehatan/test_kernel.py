"""Kinds of staff by their names, and three methods over the same rows."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from penilaian.kernel.abk import Periode, Tugas, dari_tugas
from penilaian.kernel.banding import (
    PENUNJANG,
    PERORANGAN,
    POKOK,
    IsianWaktu,
    TugasBermacam,
    abk_kes_dari_tugas,
    gabung_abk_kes,
    wisn_dari_tugas,
)
from penilaian.kernel.tenaga import SEBUTAN, kenali
from penilaian.kernel.tetapan import KetentuanKebutuhan
from penilaian.selectors.tetapan import tetapan_kebutuhan

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


@pytest.fixture
def k() -> KetentuanKebutuhan:
    """The constants in force on the fixed day."""
    return tetapan_kebutuhan(per=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("tertulis", "kata"),
    [
        ("Perawat Ahli Muda", "perawat"),
        ("NERS", "perawat"),
        ("Tenaga Sanitasi Lingkungan", "kesehatan lingkungan"),
        ("dokter_gigi", "dokter gigi"),
        ("Pranata Laboratorium Kesehatan Mahir", "ATLM"),
        ("Asisten Apoteker Penyelia", "kefarmasian"),
        ("Terapis Gigi dan Mulut Terampil", None),
        ("Perawat Gigi", None),
        ("tenaga medis", None),
    ],
)
def test_a_spelling_stands_for_a_kind_only_where_it_is_clear(
    tertulis: str, kata: str | None
) -> None:
    assert kenali(tertulis, tuple(SEBUTAN)) == kata


def bermacam(k: KetentuanKebutuhan, *rows: tuple[str, int]) -> list[TugasBermacam]:
    """Tasks of so many minutes a year, by whose work they are."""
    tugas = [Tugas.isi(f"{macam} {n}", "hasil", n, Periode.TAHUN, 1) for macam, n in rows]
    baris = dari_tugas(tugas, k).baris
    return [TugasBermacam(b, m) for b, (m, _) in zip(baris, rows, strict=True)]


def test_wisn_reads_support_as_a_share_and_work_of_some_as_hours(k: KetentuanKebutuhan) -> None:
    isian = IsianWaktu.isi(5, {"libur": 11}, 8)  # 250 days of 8 hours: 120,000 minutes
    rows = bermacam(k, (POKOK, 240_000), (PENUNJANG, 24_000), (PERORANGAN, 60_000))

    h = wisn_dari_tugas(rows, isian.waktu, k)

    assert (h.dasar, h.faktor_kategori, h.faktor_perorangan) == (2, Fraction(5, 4), Fraction(1, 2))
    assert (h.nilai, h.bulat) == (3, 3)


def test_time_of_the_constants_is_their_derivation(k: KetentuanKebutuhan) -> None:
    waktu = IsianWaktu.dari_ketentuan(k).waktu

    assert (waktu.hari, waktu.jam_per_hari, waktu.menit) == (235, Fraction(21, 4), 74_025)


def test_abk_kes_counts_work_of_some_as_main_and_posts_are_rounded_for_themselves(
    k: KetentuanKebutuhan,
) -> None:
    # 72,000 minutes a year; support takes a tenth of them.
    rows = bermacam(k, (POKOK, 72_000), (PERORANGAN, 36_000), (PENUNJANG, 7_200))
    satu = abk_kes_dari_tugas(rows, k)
    dua = abk_kes_dari_tugas(bermacam(k, (POKOK, 100_800)), k)

    assert (satu.nilai, satu.bulat) == (Fraction(5, 3), 2)
    assert (dua.nilai, dua.bulat) == (Fraction(7, 5), 1)
    bersama = gabung_abk_kes([satu, dua])
    assert (bersama.nilai, bersama.bulat) == (Fraction(46, 15), 3)
    assert gabung_abk_kes([dua]) is dua


def test_support_that_fills_the_year_is_refused_with_a_sentence(k: KetentuanKebutuhan) -> None:
    rows = bermacam(k, (POKOK, 1_000), (PENUNJANG, 80_000))

    with pytest.raises(ValueError, match="menghabiskan seluruh waktu kerja"):
        wisn_dari_tugas(rows, IsianWaktu.dari_ketentuan(k).waktu, k)
    with pytest.raises(ValueError, match="menghabiskan seluruh waktu kerja"):
        abk_kes_dari_tugas(rows, k)

"""Words about discipline, of a rule or of a warning, only for those with that right."""

from __future__ import annotations

import pytest

from mutasi.selectors.rancangan_baris import TERTUTUP, tutup_disiplin
from penilaian.kernel.putusan import Hasil, Putusan


@pytest.mark.parametrize("kode", ["H07", "W09"])
def test_words_about_discipline_are_closed_and_the_verdict_stays(kode: str) -> None:
    terbaca = Putusan(kode, Hasil.PERINGATAN, "Hukuman disiplin berakhir 1 Mei 2026.", dasar="PP")
    tertutup = tutup_disiplin(terbaca, terbuka=False)
    assert (tertutup.bunyi, tertutup.putusan) == (TERTUTUP, Hasil.PERINGATAN)
    assert tutup_disiplin(terbaca, terbuka=True) is terbaca


def test_other_warnings_stay_readable() -> None:
    lain = Putusan("W06", Hasil.PERINGATAN, "Sesudah perpindahan asal tersisa 0 dari 1 kursi.")
    assert tutup_disiplin(lain, terbuka=False) is lain

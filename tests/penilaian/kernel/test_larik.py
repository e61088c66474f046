"""Row form and array form of the pair rules agree on every pair, and the array form is fast."""

from __future__ import annotations

import random
from dataclasses import replace
from time import perf_counter

import numpy as np
import pytest

from penilaian.kernel.larik import BIT, Larik, kolom_calon, periksa_larik, periksa_semua
from penilaian.kernel.perkara import Calon, Perkara
from penilaian.kernel.putusan import Hasil
from penilaian.kernel.syarat import SYARAT, periksa
from penilaian.kernel.verdik import Verdik, verdik
from tests.helpers.perkara import calon, calon_acak, keadaan_acak, perkara, sasaran_acak


def _baris(satu: Perkara) -> tuple[int, int, int, int]:
    """The four masks of the row form."""
    gagal = tak_tahu = pulih = izin = 0
    for putusan in periksa(satu):
        bit = BIT[putusan.kode]
        gagal |= bit * (putusan.putusan is Hasil.TIDAK_LOLOS)
        tak_tahu |= bit * (putusan.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA)
        pulih |= bit * (putusan.putusan is Hasil.TIDAK_LOLOS and putusan.dapat_diperbaiki)
        izin |= bit * (putusan.putusan is Hasil.BUTUH_IZIN)
    return gagal, tak_tahu, pulih, izin


def _pada(larik: Larik, *tempat: int) -> tuple[int, int, int, int]:
    topeng = (larik.gagal, larik.tak_tahu, larik.pulih, larik.izin)
    return tuple(int(satu[tempat]) for satu in topeng)


def _sebut(topeng: tuple[int, int, int, int]) -> list[list[str]]:
    return [[kode for kode, bit in BIT.items() if satu & bit] for satu in topeng]


def _bandingkan(benih: int, orang: int, pos: int) -> tuple[set[tuple[str, Hasil]], int]:
    acak = random.Random(benih)  # noqa: S311
    semua = [calon_acak(acak) for _ in range(orang)]
    keadaan = [keadaan_acak(acak, sasaran_acak(acak)) for _ in range(pos)]
    larik = periksa_semua(kolom_calon(semua), keadaan)
    terlihat, pasangan = set(), 0
    for j, satu in enumerate(keadaan):
        for i, orangnya in enumerate(semua):
            kasus = replace(satu, calon=orangnya)
            assert _sebut(_pada(larik, j, i)) == _sebut(_baris(kasus)), kasus
            pasangan += 1
        terlihat |= {(p.kode, p.putusan) for p in periksa(kasus)}
    return terlihat, pasangan


def test_both_forms_agree_on_every_pair() -> None:
    terlihat, pasangan = _bandingkan(benih=20260601, orang=200, pos=40)

    assert pasangan == 8_000
    assert {kode for kode, _ in terlihat} == {satu.kode for satu in SYARAT}


@pytest.mark.panjang
def test_both_forms_agree_on_many_more_pairs() -> None:
    assert _bandingkan(benih=7, orang=200, pos=200)[1] == 40_000


def test_random_people_meet_every_verdict_of_every_rule() -> None:
    """Otherwise agreement would prove little."""
    acak = random.Random(3)  # noqa: S311
    terlihat = {
        (p.kode, p.putusan)
        for _ in range(1_500)
        for p in periksa(replace(keadaan_acak(acak, sasaran_acak(acak)), calon=calon_acak(acak)))
    }
    izin = {"H12", "H18"}

    for aturan in SYARAT:
        buruk = Hasil.BUTUH_IZIN if aturan.kode in izin else Hasil.TIDAK_LOLOS
        assert {h for k, h in terlihat if k == aturan.kode} == {
            Hasil.LOLOS,
            Hasil.TIDAK_DAPAT_DIPERIKSA,
            buruk,
        }, aturan.kode


def test_verdicts_of_masks_are_those_of_the_rows() -> None:
    acak = random.Random(11)  # noqa: S311
    semua = [calon(), *(calon_acak(acak) for _ in range(60))]
    keadaan = perkara()
    larik = periksa_larik(kolom_calon(semua), keadaan)

    for satu in Verdik:
        assert larik.kena(satu, 1).tolist() == [
            verdik(periksa(replace(keadaan, calon=orang)), keadaan.ketentuan) is satu
            for orang in semua
        ]


def test_the_refused_are_counted_by_rule() -> None:
    semua = [calon(), calon(cpns=True), calon(cpns=True, kedudukan="3"), calon(tmt_jabatan=None)]

    larik = periksa_larik(kolom_calon(semua), perkara())

    assert larik.tidak_memenuhi(1) == {"H01": 1, "H02": 2, "H08": 1}
    assert larik.per_aturan(larik.tak_tahu, np.ones(4, dtype=np.bool_)) == {"H05": 1, "H09": 1}


def test_nobody_is_no_trouble() -> None:
    larik = periksa_larik(kolom_calon([]), perkara())

    assert larik.gagal.shape == (0,)
    assert periksa_semua(kolom_calon([Calon()]), []).gagal.shape == (0, 1)


def test_twenty_thousand_people_take_no_time() -> None:
    """Measured about 0.02 s; the limit leaves room for a busy machine."""
    acak = random.Random(5)  # noqa: S311
    kolom = kolom_calon([calon_acak(acak) for _ in range(2_000)] * 10)
    keadaan = [keadaan_acak(acak, sasaran_acak(acak)) for _ in range(5)]

    lama = []
    for satu in keadaan:
        mulai = perf_counter()
        periksa_larik(kolom, satu)
        lama.append(perf_counter() - mulai)

    assert min(lama) < 1

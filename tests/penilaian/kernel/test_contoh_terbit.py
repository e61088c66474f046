"""No published example is forgotten: each is named by a test, or its misprint is named here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.bersama import SHARED

CONTOH = SHARED / "acuan" / "contoh"
BERKAS = (
    "abk_efektivitas", "abk_pendekatan", "abk_waktu_kerja", "guru", "puskesmas", "wisn_abkkes",
)  # fmt: skip
# What the page prints and its own inputs do not give; the tests take what does follow.
SALAH_CETAK = {
    "tugas-perancang-grafik": "prints 0.75 for 54,300 / 75,000 = 0.724; its 1 person is right",
    "jke-depkeu-2002": "25.2% of 120,870 is 30,459 and not 30,450: within its rounding to tens",
    "jke-zaenuri": "28 h / 6 days is 4 h 40 and not 4 h 23; 235 x 5 h 36 is 1,316 and not 1,324",
    "wisn-rajal-2022": "allowance 0.0387 cut to 0.03; rows 2 and 3 do not follow from the page",
    "wisn-rekammedis-uts": "standard workloads divide hours by minutes: 1,380 for 82,817",
    "wisn-psikiater-2015": "standard workload 19,548 for 97,920 / 5 = 19,584: digits swapped",
}
_ID = re.compile(r"^- id: (\S+)$", re.MULTILINE)


def _id(berkas: str) -> list[str]:
    return _ID.findall((CONTOH / f"{berkas}.yaml").read_text(encoding="utf-8"))


@pytest.mark.skipif(not CONTOH.is_dir(), reason="the published examples are not here")
@pytest.mark.parametrize("berkas", BERKAS)
def test_every_published_example_is_named_by_a_test(berkas: str) -> None:
    uji = "".join(
        satu.read_text(encoding="utf-8")
        for satu in Path(__file__).parent.glob("test_*.py")
        if satu != Path(__file__)
    )

    assert [nama for nama in _id(berkas) if nama not in uji] == []


@pytest.mark.skipif(not CONTOH.is_dir(), reason="the published examples are not here")
def test_examples_marked_as_wrong_in_print_are_exactly_those_explained_here() -> None:
    salah = set()
    for berkas in BERKAS:
        teks = (CONTOH / f"{berkas}.yaml").read_text(encoding="utf-8")
        for bagian in re.split(r"^- (?=id: )", teks, flags=re.MULTILINE)[1:]:
            if re.search(
                r"MISMATCH|match except|TRUNCATED|dimensionally\s+wrong|digits swapped", bagian
            ):
                salah.add(bagian.split()[1])

    assert salah == set(SALAH_CETAK)

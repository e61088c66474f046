"""The ground on which a move goes on without consent, in the words each reader may read."""

from __future__ import annotations

import pytest

from mutasi.models import UsulanMutasi
from mutasi.selectors.kesediaan_usulan import DISAMARKAN, sebut_dasar
from organisasi.izin import Peran
from tests.factories.jalan import PER
from tests.factories.organisasi import pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


def _usulan(kode: str) -> UsulanMutasi:
    return UsulanMutasi(
        dasar_tanpa_kesediaan=kode, uraian_tanpa_kesediaan="Menjalani hukuman.",
        surat_tanpa_kesediaan={"nomor": "800/7"},
    )  # fmt: skip


def test_a_ground_about_discipline_is_shut_to_who_may_not_read_of_it() -> None:
    analis, operator = pengguna(Peran.ANALIS_BKD), pengguna(Peran.OPERATOR_SIASN)
    terbuka = "K3 Pelaksanaan hukuman disiplin: Menjalani hukuman. (nomor 800/7)"
    assert sebut_dasar(_usulan("K3"), analis, per=PER) == terbuka
    assert sebut_dasar(_usulan("K3"), operator, per=PER) == DISAMARKAN
    assert sebut_dasar(_usulan("K5"), operator, per=PER).startswith("K5 Penugasan tertulis PPK")
    assert sebut_dasar(_usulan(""), analis, per=PER) == ""

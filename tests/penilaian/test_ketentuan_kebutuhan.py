"""The constants of the methods of needs as a fresh database has them."""

from __future__ import annotations

from datetime import date

import pytest

from organisasi.models import NilaiKetentuan
from penilaian.kernel.tetapan import KetentuanKebutuhan
from tests.helpers.kebutuhan import HARI_INI, ketentuan


@pytest.mark.django_db
@pytest.mark.parametrize("per", [date(2017, 4, 7), date(2019, 12, 31), HARI_INI])
def test_every_method_has_its_constants_and_their_basis_on_the_day(per: date) -> None:
    rows = list(NilaiKetentuan.objects.berlaku(per).values_list("kode", "nilai", "dasar"))

    hasil = KetentuanKebutuhan.dari(
        {kode: nilai for kode, nilai, _ in rows}, {kode: dasar for kode, _, dasar in rows}
    )

    assert hasil == ketentuan(per)
    assert hasil.jke_menit == (75_000 if per >= date(2020, 1, 1) else 72_000)

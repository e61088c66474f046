"""Two workers, the same cases at the same moment: every move happens once."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import transaction

from jejak.models import Peristiwa
from mutasi.services.pelaksanaan import laksanakan_jatuh_tempo
from pegawai.models import Penugasan
from tests.helpers.acuan import acuan_jalan
from tests.helpers.dunia_pelaksanaan import TMT, ber_sk, berakun, pelaksana, staf
from tests.helpers.serentak import serentak


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_dua_pekerja_memindahkan_sekali(pada_hari_ini: Any) -> None:
    acuan_jalan()
    k = pelaksana()
    with transaction.atomic():
        for n in range(3):
            ber_sk(berakun(f"STAF {n}", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k)

    hasil = serentak(*[lambda: laksanakan_jatuh_tempo(per=TMT)] * 2)

    assert all(isinstance(satu, list) and all(h.terlaksana for h in satu) for satu in hasil)
    assert Penugasan.objects.filter(mulai=TMT).count() == 3
    assert Peristiwa.objects.filter(tindakan="mutasi.usulan.laksanakan").count() == 3

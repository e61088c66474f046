"""The whole road once, through the browser's door: from a shortage to a decree.

Written at step 1 and marked as expected to fail (strictly): the day it passes, the house stands.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.izin import Peran
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai


@pytest.mark.django_db
@pytest.mark.xfail(strict=True, reason="jalan dari rencana sampai SK lahir pada langkah 2-7")
def test_shortage_in_one_school_ends_as_a_decree_that_moves_a_teacher(pada_hari_ini) -> None:
    unit = org.kabupaten()
    guru = peg.jabatan("Guru Ahli Pertama", rumpun="Guru")
    kurang, lebih = peg.formasi(unit["sd1"], guru), peg.formasi(unit["sd2"], guru)
    nilai.kebutuhan(kurang, 1)
    nilai.kebutuhan(lebih, 1)
    ani = peg.pegawai("ANI", post=lebih)
    peg.pegawai("BUDI", post=lebih)
    analis, kepala, sekda, bupati = Client(), Client(), Client(), Client()
    analis.force_login(org.pengguna(Peran.ANALIS_BKD))
    kepala.force_login(org.pengguna(Peran.KEPALA_UNIT, unit=unit["disdik"]))
    sekda.force_login(org.pengguna(Peran.PYB))
    bupati.force_login(org.pengguna(Peran.PPK))

    analis.post(reverse("mutasi:rencana-susun"), {"periode": "2026"})
    usulan = analis.post(
        reverse("mutasi:usulan-buat"), {"pegawai": ani.pk, "formasi": kurang.pk}
    ).headers["Location"]
    kepala.post(f"{usulan}setujui/", {"alasan": "Sekolah asal berlebih satu guru."})
    sekda.post(f"{usulan}rekomendasi/", {"alasan": "Sesuai kebutuhan."})
    bupati.post(f"{usulan}tetapkan/", {"alasan": "Ditetapkan."})
    ani.refresh_from_db()

    assert ani.formasi_id == kurang.pk

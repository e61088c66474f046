"""Contradictions are counted and shown with their sentence; the spread is a warning."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisasi.models import Pengguna
from pegawai.models import Pegawai, RiwayatKinerja
from penilaian.selectors.pertentangan import daftar_predikat, ringkasan
from penilaian.services.periode import buka_periode
from tests.factories import pegawai as peg
from tests.factories.nilai import nilai_indikator
from tests.penilaian.ukur.conftest import PER, Dunia

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
SESUAI, BAWAH = "SESUAI EKSPEKTASI", "DI BAWAH EKSPEKTASI"


def predikat(siapa: Pegawai, kata: str, *, hasil: str = "", salah: bool = False) -> None:
    RiwayatKinerja.objects.create(
        pegawai=siapa, tahun=2025, hasil=hasil, perilaku=hasil and SESUAI, predikat=kata,
        bertentangan=salah,
    )  # fmt: skip


def nama(pengguna: Pengguna, **saring: Any) -> list[str]:
    rows = daftar_predikat(pengguna, 2025, saring, per=PER)
    return [satu.pegawai.nama for satu in rows]


@pytest.fixture
def berisi(dunia: Dunia) -> Dunia:
    """Ani against her ratings, Budi against his quarters, Citra against the year's own word."""
    predikat(dunia.ani, "BAIK", hasil=BAWAH, salah=True)
    predikat(dunia.budi, "SANGAT BAIK")
    predikat(dunia.citra, "BAIK")
    for kode, kata in (("2025-TW1", "BAIK"), ("2025-TW2", "BUTUH PERBAIKAN")):
        masa = buka_periode(kode, per=PER, oleh=dunia.analis)
        for siapa in (dunia.ani, dunia.budi, dunia.citra):
            nilai_indikator(siapa, masa, predikat=kata)
    nilai_indikator(dunia.citra, dunia.masa, predikat="KURANG")
    return dunia


def test_each_contradiction_is_found_within_reach_and_stays_as_printed(berisi: Dunia) -> None:
    assert nama(berisi.analis, macam="matriks") == ["ANI"]
    assert nama(berisi.analis, macam="periodik") == ["BUDI", "CITRA"]
    assert nama(berisi.kepala, macam="periodik") == ["BUDI"]
    assert nama(berisi.kepala) == ["ANI", "BUDI"]
    assert nama(berisi.operator) == []
    assert nama(berisi.analis, predikat="BAIK", opd=berisi.unit["bkd"].pk) == ["CITRA"]


def test_a_corrected_periodic_value_contradicts_no_more(berisi: Dunia) -> None:
    from penilaian.services.indikator import IsiIndikator, catat_nilai

    isi = IsiIndikator({"predikat": "BAIK"}, "e-Kinerja", alasan="Salah ketik")
    catat_nilai(berisi.citra.pk, berisi.masa.pk, isi, per=PER, oleh=berisi.analis)

    assert nama(berisi.analis, macam="periodik") == ["BUDI"]


def test_a_unit_is_held_against_the_pattern_supposed_for_it(berisi: Dunia) -> None:
    r = ringkasan(berisi.analis, 2025, "KURANG", per=PER)
    disdik = next(s for s in r.sebaran if s.nama == "Dinas Pendidikan")

    assert (r.jumlah, [n for _, _, n in r.macam]) == (3, [1, 2])
    assert dict(disdik.banyak)["SANGAT BAIK"] == 1
    assert disdik.hasil.lolos is False
    assert "berpredikat Kurang" in disdik.hasil.kalimat[0]
    assert [s.hasil.lolos is False for s in r.sebaran] == sorted(
        (s.hasil.lolos is False for s in r.sebaran), reverse=True
    )


@pytest.mark.sekali
def test_every_number_opens_its_rows_and_many_people_ask_no_more_questions(berisi: Dunia) -> None:
    client = Client()
    client.force_login(berisi.analis)
    url = reverse("penilaian:pertentangan")

    with CaptureQueriesContext(connection) as sedikit:
        depan = client.get(url, {"andai": "ISTIMEWA"}).content.decode()
    baris = client.get(reverse("penilaian:pertentangan-baris"), {"macam": "periodik"})
    post = peg.formasi(berisi.unit["sd1"], berisi.ani.jabatan)  # type: ignore[arg-type]
    for nomor in range(12):
        predikat(peg.pegawai(f"ORANG {nomor}", post=post), "BAIK", hasil=BAWAH, salah=True)
    with CaptureQueriesContext(connection) as banyak:
        client.get(url, {"andai": "ISTIMEWA"})
    lama = client.get(url, {"tahun": "2023"}).content.decode()

    assert f"tahun=2025&amp;opd={berisi.unit['disdik'].pk}&amp;predikat=SANGAT%20BAIK" in depan
    assert "andai setiap perangkat daerah berpredikat <strong>Istimewa</strong>" in depan
    assert (
        "Tahunan Sangat Baik, sedangkan menurut periode: Triwulan I 2025 Baik, "
        "Triwulan II 2025 Butuh Perbaikan." in baris.content.decode()
    )
    assert len(sedikit) == len(banyak) <= 15
    assert "Belum ada predikat tahun ini" in lama

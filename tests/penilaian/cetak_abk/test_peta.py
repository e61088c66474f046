"""Peta jabatan: boxes with sums of all below them, small pages, and the same chart on paper."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import UnitKerja
from organisasi.services.pohon import susun_ulang_pohon
from pegawai.models import Formasi, JenisJabatan
from penilaian.policies import cetak_abk as policies
from penilaian.selectors import peta_jabatan as selectors
from penilaian.services.cetak_abk_peta import _tabel
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.berkas_impor import HARI_INI
from tests.penilaian.cetak_abk.conftest import Sekolah

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


def test_box_lists_head_then_functional_then_pelaksana_and_sums_what_is_below(
    sekolah: Sekolah,
) -> None:
    unit = sekolah.unit
    kepala = peg.jabatan("Kepala", jenis=JenisJabatan.STRUKTURAL, unit=unit["sd1"], eselon_id="41")
    peg.formasi(unit["sd1"], kepala)
    peg.pegawai("CITRA", post=sekolah.baru)
    peg.pegawai("DEWI", post=sekolah.baru)
    nilai.kebutuhan(sekolah.baru, 1)

    akar = selectors.lengkap(sekolah.organisasi, unit["disdik"], per=HARI_INI)

    sd1 = next(k for k in akar.anak if k.unit == unit["sd1"])
    assert [p.jabatan.nama for p in sd1.posisi] == [
        "Kepala", "Arsiparis Terampil", "Guru Ahli Pertama", "Operator"
    ]  # fmt: skip
    # One head missing, one operator too many: never netted, on any level.
    assert (sd1.jumlah["kekurangan"], sd1.jumlah["kelebihan"]) == (1, 1)
    assert (akar.jumlah["kekurangan"], akar.jumlah["kelebihan"]) == (1, 1)
    keadaan = {b[2]: (b[6], b[7]) for b in _tabel(akar)["baris"]}
    assert keadaan["Kepala"] == ("-1", "kurang 1")
    assert keadaan["Operator"] == ("+1", "lebih 1")
    assert keadaan["Arsiparis Terampil"] == ("0", "pas")


def test_page_of_a_thousand_units_stays_small_and_asks_few_questions(sekolah: Sekolah) -> None:
    disdik = sekolah.unit["disdik"]
    UnitKerja.objects.bulk_create(
        UnitKerja(siasn_id=f"S{n}", kunci=f"s{n}", nama=f"Sekolah Dasar Negeri Jauh Sekali {n}",
                  induk=disdik)
        for n in range(1000)
    )  # fmt: skip
    susun_ulang_pohon()
    guru = peg.jabatan("Guru Kelas Ahli Madya yang Namanya Panjang Sekali", rumpun="Guru")
    posts = [
        Formasi(unit=unit, jabatan=guru, isi_pns=1)
        for unit in UnitKerja.objects.filter(siasn_id__startswith="S")[:200]
    ]
    Formasi.objects.bulk_create(posts)
    klien = Client()
    klien.force_login(sekolah.organisasi)

    halaman = []
    for kueri in ({}, {"unit": disdik.pk}, {"unit": disdik.pk, "hal": 2}):
        with CaptureQueriesContext(connection) as pertanyaan:
            jawaban = klien.get(reverse("penilaian:peta-jabatan"), kueri)
        assert len(jawaban.content) <= 150_000
        assert len(pertanyaan) <= 15
        halaman.append({k.unit.nama for k in jawaban.context["akar"].anak})
    assert [len(h) for h in halaman] == [2, 50, 50]
    assert not halaman[1] & halaman[2]


def test_boxes_that_do_not_fit_are_shut_and_lead_to_their_own_page(
    sekolah: Sekolah, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "MUATAN", 100)
    klien = Client()
    klien.force_login(sekolah.organisasi)

    teks = klien.get(
        reverse("penilaian:peta-jabatan"), {"unit": sekolah.unit["disdik"].pk}
    ).content.decode()

    assert "Kotak yang lebih dalam ditutup" in teks
    assert f'<a href="?unit={sekolah.unit["sd1"].pk}">Buka 2 jabatan' in teks


def test_chart_on_paper_is_a_pdf_of_one_office_within_reach(
    sekolah: Sekolah, monkeypatch: pytest.MonkeyPatch
) -> None:
    klien = Client()
    klien.force_login(sekolah.kepala)
    alamat = reverse("penilaian:peta-jabatan-cetak", args=["a3"])

    jawaban: Any = klien.get(alamat)

    assert jawaban.content.startswith(b"%PDF")
    assert klien.get(alamat, {"unit": sekolah.unit["bkd"].pk}).status_code == 404
    salah = reverse("penilaian:peta-jabatan-cetak", args=["a9"])
    assert klien.get(salah).status_code == 404
    monkeypatch.setattr(policies, "MAKS_PETA", 1)
    assert klien.get(alamat).status_code == 409
    assert "paling banyak" in klien.get(reverse("penilaian:peta-jabatan")).content.decode()


def test_page_of_an_office_without_units_says_how_to_begin(db: None, pada_hari_ini: Any) -> None:
    klien = Client()
    klien.force_login(org.pengguna(Peran.BAGIAN_ORGANISASI))

    assert "Belum ada unit" in klien.get(reverse("penilaian:peta-jabatan")).content.decode()

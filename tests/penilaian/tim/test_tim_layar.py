"""Pages of teams: whom they show what, forms with their sentences, counts of queries."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.services.turunan import segarkan_kata
from penilaian.models import AnggotaTim, IndikatorUnit, TargetTim, TimKerja
from tests.factories import organisasi as org
from tests.helpers.dunia_ukur import berkas_bukti
from tests.penilaian.tim.dunia_tim import Dinas, dinas

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]


@pytest.fixture
def d(pada_hari_ini: Any) -> Dinas:
    return dinas()


def buka(siapa: Pengguna | None) -> Client:
    client = Client()
    assert siapa is not None
    client.force_login(siapa, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def teks(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def test_a_member_sees_his_team_and_only_his_own_result_and_a_stranger_nothing(d: Dinas) -> None:
    tim, lain = d.tim(), d.tim("Tim Aset")
    d.masuk(tim, d.ani, "60")
    d.masuk(lain, d.ani, "40")
    d.masuk(tim, d.cici)
    d.target(tim, "80", "60")
    d.target(lain, "10", "10")
    alamat = reverse("penilaian:tim-rincian", args=[tim.pk])

    ani, cici = teks(buka(d.ani.pengguna).get(alamat)), teks(buka(d.cici.pengguna).get(alamat))

    assert "Capaian tim pada Tahun 2025 <strong>75 %</strong>" in ani
    assert "bersama-sama 85 %" in ani
    assert "bersama-sama" not in cici
    assert "Tambah anggota" not in ani
    assert buka(d.budi.pengguna).get(alamat).status_code == 404
    daftar = teks(buka(d.cici.pengguna).get(reverse("penilaian:tim")))
    assert "Tim Literasi" in daftar
    assert "Tim Aset" not in daftar
    kosong = teks(buka(d.budi.pengguna).get(reverse("penilaian:tim")))
    assert "Anda belum menjadi anggota tim kerja" in kosong
    penilai = org.pengguna(Peran.PENILAI, unit=d.unit["bkd"])
    assert "Tim Literasi" in teks(buka(penilai).get(reverse("penilaian:tim")))


def test_a_team_is_formed_and_filled_on_its_pages(d: Dinas) -> None:
    web, disdik = buka(d.pengelola), d.unit["disdik"]
    isi = {"nama": "Tim Baca", "mandat": "Membaca.", "dasar": "800/2", "mulai": "2025-01-01"}
    pilih = web.get(reverse("penilaian:tim-bentuk"))
    assert f"?unit={disdik.pk}" in teks(pilih)
    alamat = f"{reverse('penilaian:tim-bentuk')}?unit={disdik.pk}"
    salah = web.post(alamat, {**isi, "selesai": "2024-01-01"})
    assert (salah.status_code, "sebelum tim mulai" in teks(salah)) == (422, True)
    assert web.post(alamat, isi).status_code == 302
    tim = TimKerja.objects.get()

    alamat = reverse("penilaian:tim-anggota", args=[tim.pk])
    segarkan_kata([d.budi.pk, d.cici.pk])
    assert "BUDI" in teks(web.post(alamat, {"cari": "budi"}))
    assert "Tidak ada pegawai dengan nama" in teks(web.post(alamat, {"cari": "cici"}))
    orang = {"nip": d.cici.nip, "peran": "anggota", "porsi": "62,5", "mulai": "2025-01-01"}
    salah = web.post(alamat, {**orang, "nip": "1" * 18, "porsi": "120"})
    assert salah.status_code == 422
    assert "Tidak ada pegawai aktif dengan NIP ini" in teks(salah)
    assert "Porsi paling besar 100 persen" in teks(salah)
    assert web.post(alamat, orang).status_code == 302
    assert AnggotaTim.objects.get().porsi == Decimal("62.5")


def test_targets_and_results_are_typed_with_a_comma_and_weights_are_watched(d: Dinas) -> None:
    tim, web = d.tim(), buka(d.pengelola)
    alamat = reverse("penilaian:tim-target-baru", args=[tim.pk, d.tahun.pk])
    isi = {"uraian": "Sekolah", "bobot": "90", "satuan": "sekolah", "arah": "naik"}

    salah = web.post(alamat, {**isi, "target": "0"})
    assert "Target 0 tidak dapat diukur" in teks(salah)
    assert "Isi angka targetnya" in teks(web.post(alamat, isi))
    assert web.post(alamat, {**isi, "target": "80,5"}).status_code == 302
    satu = TargetTim.objects.get()
    ke = reverse("penilaian:tim-realisasi", args=[tim.pk, satu.pk])
    exe = berkas_bukti("rekap.exe", b"MZ")
    assert "Bukti harus berupa berkas" in teks(web.post(ke, {"realisasi": "7", "bukti": exe}))
    assert web.post(ke, {"realisasi": "40,25", "bukti": berkas_bukti()}).status_code == 302
    halaman = teks(web.get(reverse("penilaian:tim-rincian", args=[tim.pk])))
    assert "Bobot target berjumlah 90, harus 100." in halaman
    assert "rekap.pdf" in halaman


def test_pages_cost_the_same_for_one_team_and_for_many(
    d: Dinas, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    web = buka(d.pengelola)
    for n in range(6):
        tim = d.tim(f"Tim {n}")
        d.masuk(tim, d.ani, "10")
        d.masuk(tim, d.cici, "10")
        d.target(tim, "80", "60")

    with django_assert_max_num_queries(15):
        assert "6 tim" in teks(web.get(reverse("penilaian:tim")))
    with django_assert_max_num_queries(15):
        web.get(reverse("penilaian:tim-rincian", args=[tim.pk]))
    for siapa in (d.ani.pengguna, org.pengguna(Peran.KEPALA_UNIT, unit=d.unit["disdik"])):
        web = buka(siapa)
        with django_assert_max_num_queries(15):
            web.get(reverse("penilaian:tim-rincian", args=[tim.pk]))


def test_indicators_are_recorded_on_their_pages(d: Dinas) -> None:
    web = buka(d.pengelola)
    alamat = f"{reverse('penilaian:indikator-unit-baru')}?unit={d.unit['disdik'].pk}"
    isi = {
        "kode": "ikm-1", "nama": "Kepuasan", "sumber": "ikm", "satuan": "nilai", "arah": "naik",
        "mulai": "2025-01-01",
    }  # fmt: skip
    assert web.post(alamat, isi).status_code == 302
    assert "Kode IKM-1 sudah dipakai unit ini" in teks(web.post(alamat, isi))
    satu = IndikatorUnit.objects.get()
    alamat = reverse("penilaian:indikator-unit-capaian", args=[satu.pk, d.tahun.pk])
    salah = web.post(alamat, {"target": "80", "nilai": "104", "sumber": "survei"})
    assert (salah.status_code, "paling tinggi 100 IKM" in teks(salah)) == (422, True)
    assert web.post(alamat, {"target": "80", "nilai": "", "sumber": "survei"}).status_code == 302
    daftar = teks(web.get(reverse("penilaian:indikator-unit"), {"periode": "2025"}))
    assert "<strong>1 indikator</strong></a> belum bernilai pada Tahun 2025" in daftar
    saring = {"periode": "2025", "keadaan": "belum", "sumber": "program"}
    kosong = teks(web.get(reverse("penilaian:indikator-unit"), saring))
    assert "Tidak ada indikator yang cocok" in kosong
    assert buka(d.ani.pengguna).get(reverse("penilaian:indikator-unit")).status_code == 403

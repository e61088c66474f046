"""Versions of computed needs: what the database refuses, and their pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from organisasi.izin import Peran
from pegawai.models import Formasi
from penilaian.kernel.abk import Periode, Tugas
from penilaian.kernel.hitungan import Metode, Pembulatan
from penilaian.models import (
    CaraBulat,
    KeadaanHitung,
    MetodeHitung,
    PerhitunganKebutuhan,
    PeriodeVolume,
    UraianTugas,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories import penilaian as nilai
from tests.helpers.berkas_impor import sistem
from tests.helpers.htmx import periksa_potongan
from toolkit.constraints import sentence_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(pada_hari_ini: Any) -> Formasi:
    """A post of one school with two holders."""
    unit = org.kabupaten()
    satu = peg.formasi(unit["sd1"], peg.jabatan("Arsiparis Terampil"))
    for nama in ("ANI", "BUDI"):
        peg.pegawai(nama, post=satu)
    return satu


def perhitungan(post: Formasi, **isi: Any) -> PerhitunganKebutuhan:
    """A draft of the technical account, with some fields changed."""
    return PerhitunganKebutuhan.objects.create(
        **{
            "formasi": post, "sumber": "abk", "metode": "tugas_per_tugas", "versi": 1,
            "per": date(2026, 6, 1), "menit": "75000", "jke_menit": 75_000, "mentah": 1,
            "jumlah": 1, "pembulatan": "setengah_naik", "dibuat_pada": timezone.now(),
            "dibuat_oleh": sistem(), **isi,
        }
    )  # fmt: skip


def test_words_of_the_tables_are_those_of_the_kernel() -> None:
    assert set(MetodeHitung.values) == {m.value for m in Metode}
    assert set(CaraBulat.values) == {p.value for p in Pembulatan}
    assert set(PeriodeVolume.values) == {p.value for p in Periode}


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"keadaan": "final"}, "Perhitungan menjadi final sesudah diperiksa dan diputuskan"),
        ({"keadaan": "diperiksa"}, "Perhitungan menjadi final sesudah diperiksa dan diputuskan"),
        ({"diperiksa_pada": timezone.now()}, "Pemeriksaan harus memuat siapa dan kapan."),
        ({"diputuskan_pada": timezone.now()}, "Keputusan harus memuat siapa dan kapan."),
        ({"metode": "lain"}, "Metode perhitungan tidak dikenal."),
        ({"sumber": "lain"}, "Sumber kebutuhan tidak dikenal."),
        ({"pembulatan": "lain"}, "Cara pembulatan tidak dikenal."),
        ({"jalur": "lain"}, "Jalur perhitungan tidak dikenal."),
        ({"menit": ""}, "Menit kerja dan JKE harus disimpan bersama."),
        ({"jke_menit": None}, "Menit kerja dan JKE harus disimpan bersama."),
    ],
)
def test_row_that_contradicts_itself_is_refused_with_its_sentence(
    post: Formasi, isi: Mapping[str, Any], kalimat: str
) -> None:
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        perhitungan(post, **isi)

    assert (sentence_of(galat.value) or "").startswith(kalimat)


def test_maker_cannot_check_his_own_computation(post: Formasi) -> None:
    lain = org.pengguna(Peran.BAGIAN_ORGANISASI)
    kapan = {"diperiksa_pada": timezone.now(), "keadaan": KeadaanHitung.DIPERIKSA}

    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        perhitungan(post, diperiksa_oleh=sistem(), **kapan)

    assert sentence_of(galat.value) == "Pemeriksa perhitungan tidak boleh pembuatnya sendiri."
    assert perhitungan(post, diperiksa_oleh=lain, **kapan).diperiksa_oleh == lain


def test_post_has_one_computation_under_way_beside_its_final_versions(post: Formasi) -> None:
    nilai.perhitungan_abk(post)
    perhitungan(post, versi=2)

    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        perhitungan(post, versi=3)

    kalimat = "Masih ada perhitungan formasi ini yang belum final."
    assert sentence_of(galat.value) == kalimat
    perhitungan(post, sumber="wisn", metode="wisn")


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"volume": -1}, "Volume tidak dapat kurang dari nol."),
        ({"norma_menit": 0}, "Norma waktu harus lebih dari nol."),
        ({"periode": "windu"}, "Periode volume tidak dikenal."),
        ({"urutan": 1}, "Dua uraian tugas mempunyai nomor urut yang sama."),
    ],
)
def test_task_without_sense_is_refused_with_its_sentence(
    post: Formasi, isi: Mapping[str, Any], kalimat: str
) -> None:
    satu = nilai.perhitungan_abk(post)
    baik = {
        "perhitungan": satu, "urutan": 2, "uraian": "Tugas", "satuan": "berkas", "volume": 1,
        "periode": "bulan", "norma_menit": 1,
    }  # fmt: skip

    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        UraianTugas.objects.create(**{**baik, **isi})

    assert sentence_of(galat.value) == kalimat


@pytest.fixture
def klien(post: Formasi) -> Client:
    """The head of the school, logged in."""
    klien = Client()
    klien.force_login(org.pengguna(Peran.KEPALA_UNIT, unit=post.unit))
    return klien


def isi(klien: Client, nama: str, pk: int, kueri: str = "") -> str:
    """The page as text."""
    jawaban = klien.get(reverse(nama, args=[pk]) + kueri)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def banyak(jumlah: int) -> list[Tugas]:
    """So many tasks of 1,000.5 minutes a year each."""
    return [
        Tugas.isi(f"Tugas {n}", "berkas", "333.5", Periode.TAHUN, 3) for n in range(1, jumlah + 1)
    ]


def test_need_on_the_post_page_leads_to_its_tasks_minutes_and_class(
    klien: Client, post: Formasi
) -> None:
    satu = nilai.perhitungan_abk(
        post,
        Tugas.isi("Menata arsip", "berkas", 200, Periode.BULAN, "37.5"),
        Tugas.isi("Memindai", "jam", 1, Periode.HARI, 90),
    )
    UraianTugas.objects.filter(urutan=1).update(alasan="Tiga gudang.")

    halaman = isi(klien, "penilaian:formasi", post.pk)

    assert "EJ) <strong>0,75</strong>, kelas <strong>C</strong>" in halaman
    assert "112.500 menit setahun ÷ 75.000" in halaman
    assert "= 1,5, menjadi <strong>2 orang</strong> (pecahan 0,5 ke atas naik)" in halaman
    assert "Alasan: Tiga gudang." in halaman
    assert "satuan hasil &#x27;jam&#x27; adalah satuan waktu" in halaman
    assert "mengambil 80% beban jabatan" in halaman
    assert reverse("penilaian:perhitungan", args=[satu.pk]) in halaman


def test_empty_post_has_a_load_and_no_class(klien: Client, post: Formasi) -> None:
    kosong = peg.formasi(post.unit, peg.jabatan("Pranata Komputer"))
    nilai.perhitungan_abk(kosong)

    assert "EJ belum ada karena jabatan ini tanpa pemangku." in isi(
        klien, "penilaian:formasi", kosong.pk
    )


def test_page_of_a_computation_shows_versions_constants_and_every_task(
    klien: Client, post: Formasi
) -> None:
    lama = nilai.perhitungan_abk(post)
    baru = nilai.perhitungan_abk(post, *banyak(60))

    halaman = isi(klien, "penilaian:perhitungan", baru.pk)
    kedua = isi(klien, "penilaian:perhitungan", baru.pk, "?hal=3")

    assert "versi 2: <strong>1 orang</strong>" in halaman
    assert ">berlaku<" in halaman
    assert "60.030 menit setahun" in halaman
    assert "1.000,5" in halaman
    assert "Jam kerja efektif, menit setahun" in halaman
    assert "bulan: 12" in halaman
    assert "Tugas 25<" in halaman
    assert "Tugas 60<" in kedua
    assert ">tidak berlaku<" in isi(klien, "penilaian:perhitungan", lama.pk)
    periksa_potongan(klien, reverse("penilaian:perhitungan", args=[baru.pk]), "tugas")


def test_computation_of_another_school_does_not_exist_for_its_neighbour(
    klien: Client, post: Formasi
) -> None:
    jauh = nilai.perhitungan_abk(
        peg.formasi(org.UnitKerja.objects.get(nama__contains="SD Negeri 2"), post.jabatan)
    )

    assert klien.get(reverse("penilaian:perhitungan", args=[jauh.pk])).status_code == 404
    assert klien.get(reverse("penilaian:perhitungan", args=[999_999])).status_code == 404


def test_pages_ask_as_often_for_many_tasks_as_for_one(klien: Client, post: Formasi) -> None:
    def kueri(nama: str, pk: int) -> int:
        with CaptureQueriesContext(
            connection,
        ) as hitung:
            isi(klien, nama, pk)
        return len(hitung)

    satu = nilai.perhitungan_abk(post)
    awal = (
        kueri("penilaian:formasi", post.pk), kueri("penilaian:perhitungan", satu.pk),
    )  # fmt: skip
    dua = nilai.perhitungan_abk(post, *banyak(200))

    akhir = kueri("penilaian:formasi", post.pk), kueri("penilaian:perhitungan", dua.pk)
    assert akhir == awal
    assert max(akhir) <= 15
    url = reverse("penilaian:formasi", args=[post.pk])
    assert len(klien.get(url).content) < 150_000

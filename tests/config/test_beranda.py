"""The first page: what waits for each role, and the first steps of an empty office."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from mutasi.models import PermintaanPegawai
from organisasi.izin import Peran
from organisasi.models import Impor, StatusImpor
from pegawai.models import Jabatan, JenisPenugasan, Penugasan, RiwayatKinerja
from tests.factories.jalan import kantor
from tests.factories.keputusan import bernomor, setuju
from tests.factories.keputusan import draf as draf_sk
from tests.factories.organisasi import kabupaten
from tests.factories.organisasi import pengguna as buat
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import kebutuhan
from tests.factories.sidang import sidang

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]


def beranda(client: Client) -> str:
    """The page as text."""
    return client.get("/").content.decode()


def test_an_empty_office_shows_the_administrator_his_steps(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.ADMIN_SISTEM))

    halaman = beranda(client)

    assert "Langkah pertama" in halaman
    assert "Buat akun analis BKD" in halaman
    assert "Impor pegawai" not in halaman


def test_an_empty_office_shows_the_analyst_the_order_of_files(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.ANALIS_BKD))

    halaman = beranda(client)

    langkah = [
        "Impor unit kerja", "Impor referensi jabatan struktural",
        "Impor referensi jabatan fungsional", "Impor referensi jabatan pelaksana",
        "Impor pegawai", "Impor kebutuhan", "Impor kinerja",
    ]  # fmt: skip
    tempat = [halaman.index(f"<strong>{judul}</strong>") for judul in langkah]
    assert tempat == sorted(tempat)


def test_an_empty_office_tells_everybody_else_to_wait(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.PEGAWAI))

    assert "Data belum diisi" in beranda(client)


def test_an_import_that_was_looked_at_waits_for_the_analyst(client: Client) -> None:
    kabupaten()
    analis = buat(Peran.ANALIS_BKD)
    Impor.objects.create(
        jenis="pegawai", nama_berkas="pns.xlsx", sha256="0" * 64, per=date(2026, 6, 1),
        status=StatusImpor.DIPERIKSA, diunggah_pada=timezone.now(), diunggah_oleh=analis,
    )  # fmt: skip
    client.force_login(analis)

    halaman = beranda(client)

    assert "1 hal menunggu Anda" in halaman
    assert "pns.xlsx sudah diperiksa dan menunggu diterapkan" in halaman


def test_a_role_that_ends_soon_is_a_task_of_the_administrator(client: Client) -> None:
    kabupaten()
    buat(Peran.BAGIAN_HUKUM).penugasan.update(selesai=date(2026, 6, 20))
    client.force_login(buat(Peran.ADMIN_SISTEM))

    assert "1 peran berakhir dalam sebulan" in beranda(client)


def test_the_inspectorate_sees_the_trail_first(client: Client) -> None:
    kabupaten()
    client.force_login(buat(Peran.INSPEKTORAT))

    halaman = beranda(client)

    assert "Jejak terbaru" in halaman
    assert "Siapa melihat data siapa" in halaman


@pytest.mark.parametrize(
    "peran",
    [Peran.ANALIS_BKD, Peran.KABID_MUTASI, Peran.INSPEKTORAT],
    ids=["analyst", "kabid", "inspectorate"],
)
def test_numbers_are_doors_and_cost_few_queries(
    client: Client, django_assert_max_num_queries: Any, peran: Peran
) -> None:
    unit = kabupaten()
    pegawai("Siti Aminah", post=formasi(unit["sd1"], jabatan("Guru")))
    client.force_login(buat(peran))

    with django_assert_max_num_queries(15):
        halaman = beranda(client)

    assert "pensiun dalam 12 bulan" in halaman
    assert "belum terhitung di jabatan mana pun" in halaman
    assert "SERASI masih kosong" not in halaman


def test_the_first_steps_stay_until_needs_and_performance_are_there(client: Client) -> None:
    unit = kabupaten()
    post = formasi(unit["sd1"], jabatan("Guru"))
    orang = pegawai("Siti Aminah", post=post)
    client.force_login(buat(Peran.ANALIS_BKD))

    sebagian = beranda(client)
    kebutuhan(post, 2)
    RiwayatKinerja.objects.create(pegawai=orang, tahun=2025, predikat="BAIK")
    lengkap = beranda(client)

    assert "Pengisian pertama belum selesai" in sebagian
    assert "Impor kinerja" in sebagian
    assert "Langkah pertama" not in lengkap


def test_requests_names_and_ending_assignments_wait_for_the_analyst(client: Client) -> None:
    unit = kabupaten()
    post = formasi(unit["sd1"], jabatan("Guru"))
    orang = pegawai("Siti Aminah", post=post)
    lama = jabatan("GURU LAMA")
    Jabatan.objects.filter(pk=lama.pk).update(di_luar_referensi=True)
    Penugasan.objects.create(
        pegawai=orang, unit=unit["disdik"], jabatan=post.jabatan, jenis=JenisPenugasan.PLT,
        mulai=date(2026, 4, 1), selesai=date(2026, 6, 20),
    )  # fmt: skip
    PermintaanPegawai.objects.create(
        formasi=post, jumlah=1, alasan="Dua kelas tanpa guru.", diajukan_pada=timezone.now(),
        diajukan_oleh=buat(Peran.KEPALA_UNIT, unit=unit["sd1"]),
    )  # fmt: skip
    client.force_login(buat(Peran.ANALIS_BKD))

    halaman = beranda(client)

    assert "3 hal menunggu Anda" in halaman
    assert "1 permintaan pegawai menunggu tanggapan." in halaman
    assert "1 nama jabatan di luar referensi menunggu padanan." in halaman
    assert "1 penugasan sementara atau tambahan berakhir dalam 30 hari." in halaman


def test_an_employee_sees_his_own_post(client: Client) -> None:
    unit = kabupaten()
    orang = pegawai("Siti Aminah", post=formasi(unit["sd1"], jabatan("Guru")))
    akun = buat(Peran.PEGAWAI, unit=unit["sd1"])
    orang.pengguna = akun
    orang.save()
    client.force_login(akun)

    halaman = beranda(client)

    assert "Jabatan saya" in halaman
    assert "SD Negeri 1 Contoh" in halaman


def test_the_head_of_an_office_finds_it(client: Client) -> None:
    unit = kabupaten()
    client.force_login(buat(Peran.KEPALA_UNIT, unit=unit["disdik"]))

    assert "Dinas Pendidikan" in beranda(client)


def test_decrees_sessions_and_objections_wait_for_those_who_act_on_them(client: Client) -> None:
    k = kantor()
    satu, dua = setuju(k, 2)
    bernomor(k, draf_sk(k, [satu]))
    draf_sk(k, [dua])
    sidang(k, [])

    def kata(oleh: Any) -> str:
        client.force_login(oleh)
        return beranda(client)

    assert "1 draf keputusan mutasi menunggu nomor." in kata(k.hukum)
    assert "1 keputusan mutasi menunggu Anda tetapkan." in kata(k.bupati)
    assert "1 sidang TPK Anda hari ini atau belum ditutup." in kata(k.anggota_tpk[0])
    assert "sidang TPK Anda" not in kata(k.analis)

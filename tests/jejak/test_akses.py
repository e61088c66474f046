"""Who looked at whose data: written after the response, closed by the day, pruned in the end."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from jejak import akses
from jejak.catat import Pelaku
from jejak.hapus import hapus_isi
from jejak.models import AksesData, IsiPeristiwa, Peristiwa
from jejak.verifikasi import verifikasi
from tests.helpers.jejak import lepas_penjaga
from toolkit.permintaan import ID_PERMINTAAN
from toolkit.policy import Refusal

penjaga = import_module("jejak.migrations.0002_hanya_tambah")

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 10)


@pytest.fixture
def lihat(siti):
    """Look at one employee at a moment; without a request, so it is written at once."""

    def lihat(kapan: str = "2026-06-01 09:00 +0700", pegawai: object = 42, **lain: object) -> None:
        with time_machine.travel(kapan, tick=False):
            akses.lihat(pegawai, oleh=siti, apa="riwayat kinerja", alasan="cari calon", **lain)

    return lihat


@pytest.fixture
def tutup(siti):
    def tutup(hari: date, kapan: str = "2026-06-10 01:00 +0700") -> Peristiwa:
        with time_machine.travel(kapan, tick=False):
            return akses.tutup_hari(hari, oleh=siti)

    return tutup


def test_row_says_who_at_whom_at_what_why_and_in_which_request(siti):
    token = ID_PERMINTAAN.set("abc")
    try:
        with time_machine.travel("2026-06-02 00:30 +0700", tick=False):
            akses.lihat(42, oleh=siti, apa="riwayat kinerja", alasan="cari calon")
    finally:
        ID_PERMINTAAN.reset(token)

    baris = AksesData.objects.get()
    assert (baris.pelaku_id, baris.pelaku_nama) == ("7", "Siti Aminah")
    assert (baris.pelaku_unit, baris.pelaku_peran) == ("BKPSDM", "Analis Kepegawaian")
    assert (baris.sasaran, baris.pegawai_id, baris.jumlah) == ("pegawai", "42", 1)
    assert (baris.apa, baris.alasan) == ("riwayat kinerja", "cari calon")
    assert (baris.permintaan, baris.hari) == ("abc", date(2026, 6, 2))


@pytest.mark.parametrize("jenis", ["daftar", "ekspor"])
def test_list_and_export_say_how_many_and_by_which_filter(jenis, siti):
    lihat = akses.lihat_daftar if jenis == "daftar" else akses.lihat_ekspor

    lihat(oleh=siti, apa="daftar pegawai", alasan="unduh", jumlah=120, saringan="unit=3")

    baris = AksesData.objects.get()
    assert (baris.sasaran, baris.pegawai_id) == (jenis, "")
    assert (baris.jumlah, baris.saringan) == (120, "unit=3")


def test_during_a_request_rows_wait_for_the_response(siti):
    with akses.pengumpul():
        akses.lihat(42, oleh=siti, apa="a", alasan="b")
        akses.lihat(43, oleh=siti, apa="a", alasan="b")
        assert not AksesData.objects.exists()

        akses.tuliskan()
        akses.tuliskan()

        assert AksesData.objects.count() == 2


def test_what_was_refused_is_forgotten_with_its_request(siti):
    with akses.pengumpul():
        akses.lihat(42, oleh=siti, apa="a", alasan="b")
    with akses.pengumpul():
        akses.tuliskan()

    assert not AksesData.objects.exists()


def test_writing_without_a_request_writes_nothing():
    akses.tuliskan()

    assert not AksesData.objects.exists()


def test_rows_of_one_response_are_one_statement(siti, django_assert_num_queries):
    with akses.pengumpul():
        for pegawai in range(5):
            akses.lihat(pegawai, oleh=siti, apa="a", alasan="b")
        with django_assert_num_queries(3):  # savepoint, insert, release
            akses.tuliskan()


def test_employee_sees_the_office_first_and_the_newest_first(lihat):
    lihat("2026-06-01 09:00 +0700")
    lihat("2026-06-02 09:00 +0700", pegawai=43)
    lihat("2026-06-03 09:00 +0700")

    kunjungan = akses.untuk_orang(42, PER)

    assert [satu.waktu.day for satu in kunjungan] == [3, 1]
    assert (kunjungan[0].kantor, kunjungan[0].nama) == ("BKPSDM", "Siti Aminah")
    assert akses.untuk_orang(42, PER, jumlah=1) == kunjungan[:1]
    assert akses.untuk_orang(42, PER, sebelum_id=kunjungan[0].id) == kunjungan[1:]


def test_without_an_office_the_role_stands_in_its_place():
    akses.lihat(42, oleh=Pelaku("1", "Tuti", "Auditor Inspektorat"), apa="a", alasan="b")

    assert akses.untuk_orang(42, PER)[0].kantor == "Auditor Inspektorat"


@pytest.mark.parametrize(
    ("per", "terlihat"),
    [
        pytest.param(date(2026, 6, 29), 0, id="while secret"),
        pytest.param(date(2026, 6, 30), 0, id="on the last secret day"),
        pytest.param(date(2026, 7, 1), 1, id="the day after"),
    ],
)
def test_look_that_would_reveal_a_secret_plan_is_shown_later(per, terlihat, lihat):
    lihat(rahasia_sampai=date(2026, 6, 30))

    assert len(akses.untuk_orang(42, per)) == terlihat


def test_closed_day_enters_the_trail_as_count_and_hash(lihat, tutup):
    lihat("2026-06-01 00:00 +0700")
    lihat("2026-06-01 23:59 +0700")
    lihat("2026-06-02 00:00 +0700")

    entri = tutup(date(2026, 6, 1))

    jumlah, hash_ = akses.ringkas_hari(date(2026, 6, 1))
    assert jumlah == 2
    assert (entri.objek_jenis, entri.objek_id) == ("jejak.akses", "2026-06-01")
    isi = IsiPeristiwa.objects.get(pk=entri.urutan).data
    assert isi["sesudah"] == {"jumlah": 2, "hash": hash_}


def test_hash_of_a_day_is_the_same_however_often_it_is_asked(lihat):
    lihat(rahasia_sampai=date(2026, 7, 1))

    assert akses.ringkas_hari(date(2026, 6, 1)) == akses.ringkas_hari(date(2026, 6, 1))


@pytest.mark.parametrize(
    ("hari", "kode"),
    [
        pytest.param(date(2026, 6, 10), "hari_belum_berakhir", id="today"),
        pytest.param(date(2026, 6, 11), "hari_belum_berakhir", id="tomorrow"),
        pytest.param(date(2026, 6, 1), "hari_sudah_ditutup", id="closed before"),
    ],
)
def test_day_is_closed_once_and_only_when_it_is_over(hari, kode, tutup):
    tutup(date(2026, 6, 1))

    with pytest.raises(Refusal) as tolak:
        tutup(hari)

    assert tolak.value.kode == kode


def test_open_days_begin_with_the_first_row_or_after_the_last_closing(lihat, tutup):
    assert akses.hari_terbuka(PER) == []
    lihat("2026-06-07 09:00 +0700")
    assert akses.hari_terbuka(PER) == [date(2026, 6, 7), date(2026, 6, 8), date(2026, 6, 9)]

    tutup(date(2026, 6, 7))
    tutup(date(2026, 6, 8))

    assert akses.hari_terbuka(PER) == [date(2026, 6, 9)]


def test_rows_can_be_neither_changed_nor_removed_nor_put_into_a_closed_day(lihat, tutup):
    lihat()
    for sql, pesan in (
        ("UPDATE jejak_aksesdata SET apa = ''", penjaga.PESAN_AKSES_UBAH),
        ("DELETE FROM jejak_aksesdata", penjaga.PESAN_AKSES_HAPUS),
    ):
        with (
            pytest.raises(IntegrityError, match=pesan),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
    tutup(date(2026, 6, 1))

    with pytest.raises(IntegrityError, match=penjaga.PESAN_AKSES_BARU), transaction.atomic():
        lihat()


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("DELETE FROM jejak_aksesdata WHERE pegawai_id = '43'", id="one removed"),
        pytest.param("UPDATE jejak_aksesdata SET pelaku_nama = 'Tuti'", id="name changed"),
        pytest.param("UPDATE jejak_aksesdata SET hari = '2026-06-02'", id="moved to another day"),
    ],
)
def test_tampering_with_a_closed_day_is_found(sql, lihat, tutup):
    lihat()
    lihat(pegawai=43)
    entri = tutup(date(2026, 6, 1))
    assert verifikasi().sah
    lepas_penjaga()
    with connection.cursor() as cursor:
        cursor.execute(sql)

    laporan = verifikasi()

    assert [(p.urutan, p.kode) for p in laporan.pelanggaran] == [(entri.urutan, "akses_menyimpang")]


def test_closing_entry_with_damaged_content_is_found_and_stops_nothing(lihat, tutup):
    lihat()
    tutup(date(2026, 6, 1))
    lepas_penjaga()
    IsiPeristiwa.objects.update(isi="{bukan json")

    assert {p.kode for p in verifikasi().pelanggaran} == {"hash_isi", "akses_menyimpang"}


def test_closing_entry_whose_content_was_erased_is_passed_over(lihat, tutup, siti):
    lihat()
    entri = tutup(date(2026, 6, 1))

    hapus_isi([entri.urutan], oleh=siti, alasan="permohonan")

    assert verifikasi().sah


def test_rows_older_than_the_retention_go_and_the_trail_says_so(lihat, tutup, siti):
    lihat("2021-06-09 09:00 +0700")
    lihat("2021-06-10 09:00 +0700")
    tutup(date(2021, 6, 9))
    tutup(date(2021, 6, 10))

    assert akses.pangkas(oleh=siti, per=PER) == 1

    assert AksesData.objects.get().hari == date(2021, 6, 10)
    entri = Peristiwa.objects.get(tindakan="jejak.akses_dipangkas")
    assert entri.objek_id == "2021-06-10"
    assert IsiPeristiwa.objects.get(pk=entri.urutan).data["sesudah"] == {"jumlah": 1}
    assert verifikasi().sah


def test_oldest_day_that_was_kept_is_still_checked(lihat, tutup, siti):
    for hari in (9, 10):
        lihat(f"2021-06-{hari:02} 09:00 +0700")
        tutup(date(2021, 6, hari))
    akses.pangkas(oleh=siti, per=PER)
    lepas_penjaga()
    AksesData.objects.update(apa="lain")

    assert [p.kode for p in verifikasi().pelanggaran] == ["akses_menyimpang"]


def test_nothing_to_prune_leaves_no_trace(lihat, siti):
    lihat()

    assert akses.pangkas(oleh=siti, per=PER) == 0
    assert not Peristiwa.objects.exists()


def test_retention_is_a_parameter_and_leap_days_fall_back(lihat, tutup, siti):
    lihat("2026-02-27 09:00 +0700")
    lihat("2026-02-28 09:00 +0700")
    for hari in (27, 28):
        tutup(date(2026, 2, hari))

    assert akses.pangkas(oleh=siti, per=date(2028, 2, 29), retensi_tahun=2) == 1
    assert AksesData.objects.get().hari == date(2026, 2, 28)


def test_days_not_closed_cannot_be_pruned(lihat, siti):
    lihat("2020-01-01 09:00 +0700")

    with pytest.raises(Refusal) as tolak:
        akses.pangkas(oleh=siti, per=PER)

    assert tolak.value.kode == "hari_belum_ditutup"
    assert AksesData.objects.count() == 1


def test_retention_of_less_than_a_year_is_refused(siti):
    with pytest.raises(Refusal) as tolak:
        akses.pangkas(oleh=siti, per=PER, retensi_tahun=0)

    assert tolak.value.kode == "retensi"


@pytest.mark.parametrize(
    ("kolom", "nama"),
    [
        pytest.param({"sasaran": "lain", "pegawai_id": ""}, "sasaran_dikenal", id="unknown target"),
        pytest.param({"pegawai_id": ""}, "pegawai_disebut", id="one employee, but no id"),
        pytest.param({"sasaran": "ekspor"}, "pegawai_disebut", id="export naming one employee"),
    ],
)
def test_row_that_contradicts_itself_is_refused_by_name(kolom, nama, lihat):
    lihat()
    baris = AksesData.objects.values().get()

    with pytest.raises(IntegrityError, match=f"jejak_aksesdata_{nama}"), transaction.atomic():
        AksesData.objects.create(**{**baris, "id": None, **kolom})

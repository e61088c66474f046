"""Reading the trail: sentences, filters, pages."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.db import connection

from jejak import selectors
from jejak.akar import terbitkan_akar
from jejak.catat import Objek, catat
from jejak.tindakan import TINDAKAN

pytestmark = pytest.mark.django_db


def nomor(halaman: selectors.Halaman) -> list[int]:
    return [satu.urutan for satu in halaman.baris]


def test_history_of_one_thing_is_newest_first_in_sentences(enam, budi):
    halaman = selectors.riwayat(budi)

    assert nomor(halaman) == [5, 3, 1]
    assert halaman.baris[-1].kalimat == "Siti Aminah mengubah Budi Santoso."
    assert halaman.berikut is None


def test_each_change_stands_by_itself(enam):
    catatan = selectors.satu(6)

    assert catatan is not None
    assert catatan.perubahan == (selectors.Perubahan("nama", "lama", "Désa"),)


def test_what_was_made_had_nothing_before(enam):
    catatan = selectors.satu(1)

    assert catatan is not None
    assert catatan.perubahan == (selectors.Perubahan("golongan", None, "III/a"),)
    assert catatan.alasan == "SK 12/2026"


def test_an_act_the_code_no_longer_knows_keeps_its_place(enam, monkeypatch):
    monkeypatch.delitem(TINDAKAN, "uji.mengubah")

    catatan = selectors.satu(1)
    monkeypatch.undo()

    assert catatan is not None
    assert catatan.kalimat == "Siti Aminah melakukan uji.mengubah atas Budi Santoso."


def test_entry_that_does_not_exist_is_none(enam):
    assert selectors.satu(7) is None


def test_pages_go_on_below_the_last_number_without_gap_or_overlap(enam):
    satu = selectors.telusuri(jumlah=4)
    dua = selectors.telusuri(jumlah=4, sebelum=satu.berikut)

    assert (nomor(satu), satu.berikut) == ([6, 5, 4, 3], 3)
    assert (nomor(dua), dua.berikut) == ([2, 1], None)


def test_page_is_two_queries_however_many_rows(enam, django_assert_num_queries):
    with django_assert_num_queries(2):
        selectors.telusuri(jumlah=1)
    with django_assert_num_queries(2):
        selectors.telusuri(jumlah=6)


def test_trail_is_narrowed_by_person_thing_and_act(enam, ubah, budi):
    from jejak.catat import Pelaku

    catat(ubah, budi, oleh=Pelaku("8", "Tuti", "Kepala Bidang"))

    assert nomor(selectors.telusuri(pelaku_id=8)) == [7]
    assert nomor(selectors.telusuri(pelaku_id="7", objek=("pegawai.pegawai", 42))) == [5, 3, 1]
    assert nomor(selectors.telusuri(tindakan="uji.mengubah")) == [7, 6, 5, 4, 3, 2, 1]
    assert nomor(selectors.telusuri(tindakan="lain")) == []


def test_a_day_is_that_of_the_office_and_not_of_greenwich(ubah, siti, budi):
    for waktu in (
        "2026-06-01T16:59:59Z",  # 23.59.59 of 1 June in Jakarta
        "2026-06-01T17:00:00Z",  # midnight, 2 June
        "2026-06-02T16:59:59Z",
        "2026-06-02T17:00:00Z",
    ):
        with time_machine.travel(waktu, tick=False):
            catat(ubah, budi, oleh=siti)
    hari = date(2026, 6, 2)

    assert nomor(selectors.telusuri(dari=hari, sampai=hari)) == [3, 2]
    assert nomor(selectors.telusuri(dari=hari)) == [4, 3, 2]
    assert nomor(selectors.telusuri(sampai=hari)) == [3, 2, 1]


def test_published_heads_are_newest_first(enam, ubah, siti, budi):
    satu = terbitkan_akar()
    assert terbitkan_akar() == satu
    catat(ubah, budi, oleh=siti)
    dua = terbitkan_akar()

    assert selectors.akar_terbit() == [dua, satu]
    assert (satu.urutan, dua.urutan) == (6, 7)


@pytest.mark.parametrize(
    ("kolom", "indeks"),
    [
        pytest.param(["objek_jenis", "objek_id", "urutan"], "jejak_objek", id="one thing"),
        pytest.param(["pelaku_id", "urutan"], "jejak_pelaku", id="one person"),
        pytest.param(["tindakan", "urutan"], "jejak_tindakan", id="one act"),
        pytest.param(["waktu"], "jejak_waktu", id="one day"),
    ],
)
def test_every_way_of_asking_has_its_index(kolom, indeks, db):
    with connection.cursor() as cursor:
        ada = connection.introspection.get_constraints(cursor, "jejak_peristiwa")

    assert ada[indeks]["columns"] == kolom


def test_objects_of_the_same_number_and_another_kind_are_kept_apart(enam):
    assert nomor(selectors.riwayat(Objek("lain", "42", "x"))) == []

"""What the database itself refuses, on the database at hand."""

# ruff: noqa: S608 - tampering is said in SQL; every part of it stands in this file.
from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from jejak.akar import terbitkan_akar
from jejak.catat import Objek, catat
from jejak.hapus import hapus_isi
from jejak.kernel.rantai import AWAL
from jejak.models import IsiPeristiwa, Peristiwa
from jejak.tindakan import ISI_DIHAPUS
from tests.helpers.jejak import lepas_penjaga, pasang_penjaga, penjaga_terpasang

penjaga = import_module("jejak.migrations.0002_hanya_tambah")

pytestmark = pytest.mark.django_db


@contextmanager
def ditolak(pesan: str):
    with pytest.raises(IntegrityError, match=pesan), transaction.atomic():
        yield


def jalankan(sql: str, *nilai: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, nilai)


def salinan(**lain: object) -> dict:
    """The columns of a next entry that would fit, but for what is said otherwise."""
    terakhir = Peristiwa.objects.order_by("-urutan").values().first()
    return {**terakhir, "urutan": 7, "hash_sebelum": terakhir["hash"], **lain}


def sisip(tabel: str, kolom: dict, *, kata: str = "INSERT") -> None:
    nama = ", ".join(kolom)
    tanda = ", ".join(["%s"] * len(kolom))
    jalankan(f"{kata} INTO {tabel} ({nama}) VALUES ({tanda})", *kolom.values())


def test_every_guard_stands_after_all_migrations():
    """A later migration that rebuilds a table on SQLite drops its triggers without a word."""
    assert penjaga_terpasang() == penjaga.NAMA


@pytest.mark.parametrize("kolom", [f.column for f in Peristiwa._meta.concrete_fields])
def test_no_column_of_an_entry_can_be_changed(kolom, enam):
    with ditolak(penjaga.PESAN_TETAP):
        jalankan(f"UPDATE jejak_peristiwa SET {kolom} = {kolom} WHERE urutan = 3")


@pytest.mark.parametrize("urutan", [1, 3, 6], ids=["first", "middle", "last"])
def test_no_entry_can_be_removed(urutan, enam):
    with ditolak(penjaga.PESAN_TETAP):
        Peristiwa.objects.filter(pk=urutan).delete()

    assert Peristiwa.objects.count() == 6


@pytest.mark.parametrize("kolom", ["isi", "garam", "urutan"])
def test_no_content_can_be_changed(kolom, enam):
    with ditolak(penjaga.PESAN_ISI_UBAH):
        jalankan(f"UPDATE jejak_isiperistiwa SET {kolom} = {kolom} WHERE urutan = 3")


def test_content_cannot_be_removed_without_the_entry_that_says_so(enam):
    with ditolak(penjaga.PESAN_ISI_HAPUS):
        IsiPeristiwa.objects.filter(pk=3).delete()


def test_entry_of_erasure_frees_the_content_it_names_and_no_other(enam, siti):
    hapus_isi([3], oleh=siti, alasan="permohonan subjek data")

    assert not IsiPeristiwa.objects.filter(pk=3).exists()
    for lain in (2, 4):
        with ditolak(penjaga.PESAN_ISI_HAPUS):
            IsiPeristiwa.objects.filter(pk=lain).delete()


def test_entry_of_erasure_about_another_kind_of_thing_frees_nothing(enam, siti):
    catat(ISI_DIHAPUS, Objek("lain", "3", "lain"), oleh=siti)

    with ditolak(penjaga.PESAN_ISI_HAPUS):
        IsiPeristiwa.objects.filter(pk=3).delete()


@pytest.mark.parametrize(
    "urutan", [8, 0, -1, 100], ids=["one left out", "zero", "negative", "far away"]
)
def test_entry_that_leaves_a_gap_is_refused(urutan, enam):
    with ditolak(penjaga.PESAN_URUTAN):
        sisip("jejak_peristiwa", salinan(urutan=urutan))


@pytest.mark.parametrize("hash_sebelum", [AWAL, "f" * 64, ""], ids=["start", "foreign", "empty"])
def test_entry_that_does_not_follow_the_last_is_refused(hash_sebelum, enam):
    with ditolak(penjaga.PESAN_RANTAI):
        sisip("jejak_peristiwa", salinan(hash_sebelum=hash_sebelum))


def test_first_entry_of_an_empty_trail_must_follow_nothing(enam):
    pola = salinan(urutan=1)
    lepas_penjaga()
    Peristiwa.objects.all().delete()
    pasang_penjaga()

    with ditolak(penjaga.PESAN_RANTAI):
        sisip("jejak_peristiwa", pola)
    with ditolak(penjaga.PESAN_URUTAN):
        sisip("jejak_peristiwa", {**pola, "urutan": 2, "hash_sebelum": AWAL})
    sisip("jejak_peristiwa", {**pola, "hash_sebelum": AWAL})


def test_content_without_an_entry_is_refused(enam):
    with ditolak(penjaga.PESAN_ISI_BARU):
        sisip("jejak_isiperistiwa", {"urutan": 7, "garam": "00" * 16, "isi": "{}"})


@pytest.mark.parametrize("kata", ["INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"])
def test_sqlite_has_no_way_round_by_replacing(kata, enam):
    if connection.vendor != "sqlite":
        pytest.skip("hanya SQLite")

    with ditolak(penjaga.PESAN_ISI_BARU):
        sisip("jejak_isiperistiwa", {"urutan": 3, "garam": "00", "isi": "{}"}, kata=kata)
    with ditolak(penjaga.PESAN_URUTAN):
        sisip("jejak_peristiwa", salinan(urutan=3), kata=kata)


@pytest.mark.postgres
def test_postgresql_has_no_way_round_by_upsert_or_as_a_replica(enam):
    with ditolak(penjaga.PESAN_ISI_UBAH):
        jalankan(
            "INSERT INTO jejak_isiperistiwa (urutan, garam, isi) VALUES (3, '', '')"
            " ON CONFLICT (urutan) DO UPDATE SET isi = ''"
        )
    with ditolak(penjaga.PESAN_TETAP):
        jalankan("SET LOCAL session_replication_role = replica")
        jalankan("DELETE FROM jejak_peristiwa")


@pytest.mark.parametrize(
    "sql", ["UPDATE jejak_akarjejak SET akar = ''", "DELETE FROM jejak_akarjejak"]
)
def test_published_head_can_neither_be_changed_nor_removed(sql, enam):
    terbitkan_akar()

    with ditolak(penjaga.PESAN_AKAR):
        jalankan(sql)


def test_guards_can_be_taken_away_and_laid_again(enam):
    lepas_penjaga()
    assert penjaga_terpasang() == []

    pasang_penjaga()

    assert penjaga_terpasang() == penjaga.NAMA


def test_last_number_is_found_by_the_key_and_not_by_reading_the_table(enam):
    """On PostgreSQL the planner has its own mind about six rows; the key is the same."""
    if connection.vendor != "sqlite":
        pytest.skip("hanya SQLite")
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN SELECT max(urutan) FROM jejak_peristiwa")
        rencana = str(cursor.fetchall())

    assert "SEARCH jejak_peristiwa" in rencana

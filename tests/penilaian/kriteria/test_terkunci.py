"""A published version cannot change by any path, SQL included; on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction

from penilaian.models import KeadaanKriteria, Kriteria, SetKriteria
from tests.factories.nilai import baris_kriteria, kriteria_biasa, perangkat_terbit

pytestmark = pytest.mark.django_db

penjaga = import_module("penilaian.migrations.0015_kriteria_terkunci")


@contextmanager
def ditolak(pesan: str) -> Iterator[None]:
    """Refused by the guard with these very words."""
    with pytest.raises(IntegrityError, match=pesan), transaction.atomic():
        yield


def jalankan(sql: str, *isi: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, isi)


@pytest.fixture
def terbit() -> SetKriteria:
    """A published version."""
    return perangkat_terbit()


@pytest.fixture
def draf(terbit: SetKriteria) -> SetKriteria:
    """The next version, a draft with the same rows."""
    satu = SetKriteria.objects.get(pk=terbit.pk)
    satu.pk, satu.versi, satu.keadaan = None, 2, KeadaanKriteria.DRAF
    satu.teks = satu.sha256 = ""
    satu.berlaku_mulai = satu.diperiksa_pada = satu.diterbitkan_pada = None
    satu.diperiksa_oleh = satu.diterbitkan_oleh = None
    satu.save()
    for nomor, baris in enumerate(kriteria_biasa(), 1):
        Kriteria.objects.create(perangkat=satu, urutan=nomor, **baris)
    return satu


def test_every_guard_stands_after_all_migrations() -> None:
    """A later migration that rebuilds a table on SQLite drops its triggers without a word."""
    tabel = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE tgenabled = 'A'",
    }
    with connection.cursor() as cursor:
        cursor.execute(tabel[connection.vendor])
        ada = {nama for (nama,) in cursor.fetchall() if nama.startswith("penilaian_jaga_")}

    assert set(penjaga.NAMA) <= ada


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE penilaian_setkriteria SET nama = 'Lain' WHERE id = %s",
        "UPDATE penilaian_setkriteria SET keadaan = 'draf', sha256 = '' WHERE id = %s",
        "UPDATE penilaian_setkriteria SET nama = nama WHERE id = %s",
        "UPDATE penilaian_kriteria SET bobot = 50 WHERE perangkat_id = %s",
        "UPDATE penilaian_kriteria SET bunyi = 'Lain' WHERE perangkat_id = %s AND kode = 'K1'",
        "DELETE FROM penilaian_kriteria WHERE perangkat_id = %s",
        "DELETE FROM penilaian_setkriteria WHERE id = %s",
    ],
)
def test_sql_on_a_published_version_is_refused(sql: str, terbit: SetKriteria) -> None:
    with ditolak(penjaga.PESAN):
        jalankan(sql, terbit.pk)


def test_a_criterion_cannot_be_added_to_a_published_version(terbit: SetKriteria) -> None:
    with ditolak(penjaga.PESAN):
        Kriteria.objects.create(perangkat=terbit, urutan=9, **baris_kriteria("K9", "mutu", "1"))


def test_a_criterion_cannot_be_moved_out_of_or_into_a_published_version(
    terbit: SetKriteria, draf: SetKriteria
) -> None:
    sendiri = (
        "UPDATE penilaian_kriteria SET perangkat_id = %s, urutan = urutan + 50 "
        "WHERE perangkat_id = %s"
    )

    with ditolak(penjaga.PESAN):
        jalankan(sendiri, draf.pk, terbit.pk)
    with ditolak(penjaga.PESAN):
        jalankan(sendiri, terbit.pk, draf.pk)


def test_a_set_is_not_born_published(terbit: SetKriteria) -> None:
    kolom = [f.column for f in SetKriteria._meta.concrete_fields if not f.primary_key]
    pilih = ", ".join("7" if nama == "versi" else nama for nama in kolom)
    pilih = pilih.replace("berlaku_mulai", "'2031-01-01'")

    sql = "INSERT INTO penilaian_setkriteria (:kolom) SELECT :isi FROM penilaian_setkriteria"

    with ditolak(penjaga.PESAN_SISIP):
        jalankan(sql.replace(":kolom", ", ".join(kolom)).replace(":isi", pilih))


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="REPLACE hanya ada di SQLite")
def test_replace_of_sqlite_cannot_push_a_published_row_aside(
    terbit: SetKriteria, draf: SetKriteria
) -> None:
    satu = terbit.kriteria.get(kode="K1")

    with ditolak(penjaga.PESAN):
        jalankan(
            "UPDATE OR REPLACE penilaian_setkriteria SET id = %s WHERE id = %s", terbit.pk, draf.pk
        )
    with ditolak(penjaga.PESAN):
        jalankan("UPDATE OR REPLACE penilaian_setkriteria SET versi = 1 WHERE id = %s", draf.pk)
    with ditolak(penjaga.PESAN):
        jalankan(
            "UPDATE OR REPLACE penilaian_kriteria SET id = %s WHERE id = %s",
            satu.pk, draf.kriteria.get(kode="K1").pk,
        )  # fmt: skip

    assert terbit.kriteria.get(kode="K1").bobot == Decimal(60)


def test_a_draft_may_change_and_go(draf: SetKriteria) -> None:
    draf.kriteria.filter(kode="K1").update(bobot=55)
    SetKriteria.objects.filter(pk=draf.pk).update(nama="Nama lain")
    draf.delete()

    assert SetKriteria.objects.count() == 1


def test_weights_that_do_not_sum_to_100_cannot_be_published_by_sql(draf: SetKriteria) -> None:
    draf.kriteria.filter(kode="K1").update(bobot=Decimal("60.01"))
    terbitkan = (
        "UPDATE penilaian_setkriteria SET keadaan = 'terbit', teks = 'x', sha256 = 'x', "
        "berlaku_mulai = '2027-01-01', diperiksa_pada = dibuat_pada, "
        "diterbitkan_pada = dibuat_pada, diperiksa_oleh_id = lain.id, diterbitkan_oleh_id = lain.id"
        " FROM (SELECT diperiksa_oleh_id AS id FROM penilaian_setkriteria WHERE versi = 1) AS lain"
        " WHERE penilaian_setkriteria.id = %s"
    )

    with ditolak(penjaga.PESAN_BOBOT):
        jalankan(terbitkan, draf.pk)

    draf.kriteria.filter(kode="K1").update(bobot=Decimal("60"))
    jalankan(terbitkan, draf.pk)
    draf.refresh_from_db()
    assert draf.keadaan == KeadaanKriteria.TERBIT

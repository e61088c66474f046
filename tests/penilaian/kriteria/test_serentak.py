"""Two at the same moment: one draft is saved, one version is published, nothing slips in."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from penilaian.models import KeadaanKriteria, Kriteria, SetKriteria
from penilaian.services import kriteria as acts
from penilaian.services.kriteria_terbit import periksa_kriteria
from penilaian.snapshots.perangkat import perangkat_dari
from tests.helpers.serentak import serentak
from tests.penilaian.kriteria.alat import PADA, draf_siap, petugas

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def test_of_two_who_save_at_once_one_is_told() -> None:
    orang = petugas()
    draf = draf_siap(orang)

    def simpan(nama: str, siapa: str) -> acts.HasilSusun:
        isi = replace(perangkat_dari(draf), nama=nama)
        return acts.coba_susun(draf.pk, isi=isi, stempel=0, pada=PADA, oleh=orang[siapa])

    hasil = serentak(lambda: simpan("Satu", "analis"), lambda: simpan("Dua", "kabid"))

    assert sorted(satu.usang for satu in hasil) == [False, True]
    draf.refresh_from_db()
    assert draf.stempel == 1


def test_a_row_added_by_sql_while_a_version_is_published_is_refused() -> None:
    orang = petugas()
    draf = draf_siap(orang)
    periksa_kriteria(draf.pk, stempel=0, pada=PADA, oleh=orang["kabid"])

    def terbitkan() -> int:
        with transaction.atomic():
            banyak = SetKriteria.objects.filter(pk=draf.pk).update(
                keadaan=KeadaanKriteria.TERBIT, berlaku_mulai=date(2026, 7, 1), teks="x",
                sha256="x", diterbitkan_pada=PADA, diterbitkan_oleh=orang["kepala"],
            )  # fmt: skip
            time.sleep(0.5)  # what the other sees is not committed yet
        return banyak

    def sisipkan() -> None:
        time.sleep(0.2)
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE penilaian_kriteria SET bobot = 1 WHERE perangkat_id = %s", [draf.pk]
            )

    terbit, sisip = serentak(terbitkan, sisipkan)

    assert terbit == 1
    assert isinstance(sisip, IntegrityError)
    assert sum(k.bobot for k in Kriteria.objects.filter(perangkat=draf)) == 100

"""Two acts at the same moment on what is counted; only PostgreSQL lets both try."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import connection, transaction

from organisasi.izin import Peran
from organisasi.models import Pengguna, UnitKerja
from pegawai.models import Formasi, JenisJabatan, Penugasan
from pegawai.services.turunan import segarkan_isi
from penilaian.models import BarisLembar, Kebutuhan, LembarAbk
from penilaian.services.lembar import terapkan_lembar
from penilaian.services.padanan import kunci_padanan
from tests.factories.organisasi import kabupaten, pengguna
from tests.factories.pegawai import formasi, jabatan, pegawai
from tests.factories.penilaian import lembar_abk
from tests.helpers.acuan import acuan_kembali
from tests.helpers.serentak import serentak

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
HARI = date(2026, 6, 1)


@pytest.fixture
def unit() -> Iterator[dict[str, UnitKerja]]:
    """Committed, so that every thread sees it; a flush before may have emptied the references."""
    with time_machine.travel("2026-06-01 09:00 +0700", tick=True):
        acuan_kembali()
        yield kabupaten()


def _lembar(oleh: Pengguna, unit: UnitKerja) -> LembarAbk:
    lembar = lembar_abk(oleh)
    BarisLembar.objects.filter(lembar=lembar).update(
        teks_unit=unit.nama, teks_jabatan="PENATA LAYANAN OPERASIONAL"
    )
    return lembar


def test_a_sheet_is_applied_after_the_decision_on_names_that_is_being_written(
    unit: dict[str, UnitKerja],
) -> None:
    jabatan("PENATA LAYANAN OPERASIONAL", jenis=JenisJabatan.PELAKSANA)
    oleh = pengguna(Peran.ANALIS_BKD)
    lembar = _lembar(oleh, unit["disdik"])

    def terapkan() -> None:
        try:
            terapkan_lembar(lembar.pk, oleh=oleh)
        finally:
            connection.close()

    with transaction.atomic():
        kunci_padanan()  # as a decision or an import does until it is committed
        benang = threading.Thread(target=terapkan)
        benang.start()
        benang.join(1)
        menunggu = benang.is_alive() and not Kebutuhan.objects.exists()
    benang.join(20)

    assert menunggu, "needs written beside a decision would stay under the old name"
    assert list(Kebutuhan.objects.values_list("jumlah", flat=True)) == [2]


def test_of_two_who_leave_one_post_at_once_both_are_gone_from_its_total(
    unit: dict[str, UnitKerja],
) -> None:
    post = formasi(unit["sd1"], jabatan("Guru Ahli Pertama"))
    orang = [pegawai(f"ORANG {n}", post=post) for n in range(4)]
    gerbang = threading.Barrier(4)

    def pergi(pk: int) -> None:
        with transaction.atomic():
            Penugasan.objects.filter(pegawai=pk).update(selesai=HARI)
            gerbang.wait(10)
            segarkan_isi([post.pk], per=HARI)

    hasil = serentak(*[(lambda pk=o.pk: pergi(pk)) for o in orang])

    assert hasil == [None] * 4
    assert Formasi.objects.get(pk=post.pk).isi_pns == 0

"""Many at once: one decree is set once; own numbers without gap or double; 300 in one breath."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from jejak.models import Peristiwa
from mutasi.models import Keputusan
from mutasi.services import keputusan_petikan as petikan
from mutasi.services.keputusan_tetap import tetapkan
from organisasi.models import NilaiKetentuan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.acuan import acuan_jalan
from tests.helpers.serentak import serentak
from toolkit.policy import WrongMoment

PER = fk.PER
PENERBIT = 20
BANYAK = 300


def bergantian(*kerja: Any) -> list[Any]:
    """One after the other, as a database with a single writer has it."""
    hasil = []
    for satu in kerja:
        try:
            hasil.append(satu())
        except WrongMoment as tolak:
            hasil.append(tolak)
    return hasil


def deret_sendiri() -> None:
    """The office numbers by itself."""
    NilaiKetentuan.objects.filter(kode="nomor_sk_cara").update(nilai="deret sendiri")


def uji(jalankan: Callable[..., list[Any]], banyak: int) -> None:
    """One decree twice, then the others; every number once."""
    k = f.kantor()
    deret_sendiri()
    draf = [fk.draf(k, [u]) for u in fk.setuju(k, banyak)]

    def satu(k2: Keputusan) -> Any:
        return lambda: tetapkan(k2.pk, oleh=k.bupati, per=PER)

    dua = jalankan(satu(draf[0]), satu(draf[0]))
    sisa = jalankan(*(satu(d) for d in draf[1:]))

    assert sorted(isinstance(h, WrongMoment) for h in dua) == [False, True]
    assert [h for h in sisa if isinstance(h, Exception)] == []
    nomor = Keputusan.objects.values_list("nomor", flat=True)
    assert sorted(nomor) == sorted(f"800.1.3/{n}/2026" for n in range(1, banyak + 1))
    tetap = Peristiwa.objects.filter(tindakan="mutasi.keputusan.ditetapkan")
    assert tetap.count() == banyak


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_twenty_issuers_at_once_number_without_gap_and_one_decree_is_set_once() -> None:
    acuan_jalan()
    with time_machine.travel("2026-06-01 09:00 +0700", tick=True):
        uji(lambda *kerja: serentak(*kerja, batas=120), PENERBIT)


@pytest.mark.sekali
@pytest.mark.django_db
@pytest.mark.usefixtures("pada_hari_ini")
def test_in_turns_they_number_without_gap_as_well() -> None:
    uji(bergantian, 4)


@pytest.mark.panjang
@pytest.mark.django_db
@pytest.mark.usefixtures("pada_hari_ini")
def test_three_hundred_are_set_and_excerpted_within_a_minute(client: Client) -> None:
    k = f.kantor()
    draf = fk.bernomor(k, fk.draf(k, fk.setuju(k, BANYAK)))

    mulai = time.monotonic()
    sk = tetapkan(draf.pk, oleh=k.bupati, per=PER)
    tetap = time.monotonic() - mulai
    mulai = time.monotonic()
    hasil = petikan.cetak_petikan(
        {"keputusan": str(sk.pk), "pangkal": ""}, per=PER, oleh=k.penyusun,
        kemajuan=lambda *_: None,
    )  # fmt: skip
    cetak = time.monotonic() - mulai

    print(f"menetapkan {tetap:.1f} s, petikan {cetak:.1f} s")  # noqa: T201
    assert hasil["orang"] == BANYAK
    assert cetak < 60
    assert tetap < 60
    client.force_login(k.penyusun)
    for nama, argumen in (
        ("keputusan", []), ("keputusan-rincian", [sk.pk]), ("surat", []),
        ("surat-berkas", [k.berkas.pk]),
    ):  # fmt: skip
        with_queries = _kueri(client, reverse(f"mutasi:{nama}", args=argumen))
        assert with_queries <= 20, nama


def _kueri(client: Client, alamat: str) -> int:
    with CaptureQueriesContext(connection) as catatan:
        jawaban = client.get(alamat)
    assert jawaban.status_code == 200
    assert len(jawaban.content) < 150_000
    print(alamat, len(catatan), len(jawaban.content))  # noqa: T201
    return len(catatan)

"""One office and its attackers for all tests here; what a test does is rolled back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from mutasi.models import UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import usulan as acts
from organisasi.izin import Peran
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.factories.jalan import Kantor, kantor
from tests.factories.organisasi import pengguna
from tests.factories.sidang import tim
from tests.mutasi.penyerang.alat import Klien
from tests.mutasi.penyerang.pelaku import Medan, semua_peran

HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
KUE = "django.contrib.sessions.backends.signed_cookies"


def _rahasia(k: Kantor) -> UsulanMutasi:
    """A draft in a file in which only its writer is named."""
    siapa = pengguna(Peran.ANALIS_BKD, nama="Penulis rahasia")
    berkas = acts_berkas.buat_berkas(
        oleh=siapa, per=f.PER, nama="Sangat rahasia", tmt=f.TMT, sumber="bkd"
    )
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    return acts.tulis_usulan(
        berkas.pk, oleh=siapa, per=f.PER, pegawai=orang.pk, ke=ke.pk, jenis="rotasi",
        alasan=f.ALASAN,
    )  # fmt: skip


@pytest.fixture(scope="module")
def _medan(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Medan]:
    berkas = tmp_path_factory.mktemp("berkas")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=berkas, PASSWORD_HASHERS=HASHER, SESSION_ENGINE=KUE),
        time_machine.travel("2026-06-01 09:00 +0700", tick=False),
        transaction.atomic(),
    ):
        k = kantor()
        k.bawaan["tim"] = tim(k)
        fk.penanda_ppk(k)
        medan = Medan(k, semua_peran(k), Klien(), _rahasia(k))
        for satu in medan.penyerang:
            medan.klien(satu.siapa)
        yield medan
        transaction.set_rollback(True)
    for (cara, jawaban), banyak in sorted(medan.hitung.items()):
        print(f"{cara:28} {jawaban:16} {banyak}")  # noqa: T201 - the figures of a long run


@pytest.fixture
def medan(_medan: Medan, db: None, _berkas_sementara: None) -> Iterator[Medan]:
    """The field as it was, with browsers of its own for whoever is born in the test."""
    bawaan = dict(_medan.k.bawaan)
    hasil = Medan(_medan.k, _medan.penyerang, Klien(_medan.klien), _medan.rahasia, _medan.hitung)
    with override_settings(SESSION_ENGINE=KUE):
        yield hasil
    _medan.k.bawaan.clear()
    _medan.k.bawaan.update(bawaan)


@pytest.fixture(autouse=True)
def _berkas_sementara() -> None:
    """The field brings its own folder and hasher."""


@pytest.fixture(autouse=True)
def _pada_hari_itu(pada_hari_ini: Any) -> None:
    """1 June 2026."""

"""One office with cases at the PyB's desk for all tests here; each test is rolled back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from mutasi.alur import StatusUsulan
from tests.factories import jalan as f

S = StatusUsulan
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
BANYAK = {"pelaksana": 3, "pengawas": 1}


@pytest.fixture(scope="package")
def _kantor_berkasus(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[f.Kantor]:
    """Walked there once by the real acts."""
    berkas = tmp_path_factory.mktemp("berkas")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=berkas, PASSWORD_HASHERS=HASHER),
        time_machine.travel("2026-06-01 09:00 +0700", tick=False),
        transaction.atomic(),
    ):
        k = f.kantor()
        k.bawaan["siap"] = {
            jenjang: [f.kasus(k, S.DIREKOMENDASI, jenjang=jenjang) for _ in range(n)]
            for jenjang, n in BANYAK.items()
        }
        yield k
        transaction.set_rollback(True)


@pytest.fixture
def k(_kantor_berkasus: f.Kantor, db: None, pada_hari_ini: Any) -> f.Kantor:
    """Everybody a case meets, with the waiting cases for ``dunia_meja.direkomendasi``."""
    siap = {j: list(isi) for j, isi in _kantor_berkasus.bawaan["siap"].items()}
    return replace(_kantor_berkasus, bawaan={**_kantor_berkasus.bawaan, "siap": siap})

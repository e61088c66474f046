"""What the tests of the trail share: an actor, a thing, an act, and rows to tamper with."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import transaction

from jejak.catat import Objek, Pelaku, catat, catat_banyak
from jejak.models import Peristiwa
from jejak.tindakan import TINDAKAN, Tindakan
from tests.helpers.jejak import flush_past_guards

UJI = "uji.mengubah"


@pytest.fixture(autouse=True, scope="session")
def _flush() -> Iterator[None]:
    """Transactional tests can clean up (harmless when tests/conftest.py does it as well)."""
    with flush_past_guards():
        yield


@pytest.fixture
def ubah() -> Iterator[Tindakan]:
    """An act that only these tests know."""
    yield Tindakan(UJI, "mengubah {objek}")
    del TINDAKAN[UJI]


@pytest.fixture
def siti() -> Pelaku:
    return Pelaku(id="7", nama="Siti Aminah", peran="Analis Kepegawaian", unit="BKPSDM")


@pytest.fixture
def budi() -> Objek:
    return Objek("pegawai.pegawai", "42", "Budi Santoso")


@pytest.fixture
def enam(ubah: Tindakan, siti: Pelaku, budi: Objek) -> list[Peristiwa]:
    """Six entries of two acts upon two things, the first and the last written singly."""
    dinas = Objek("organisasi.unitkerja", "3", "Dinas Pendidikan")
    with transaction.atomic():
        catat(ubah, budi, oleh=siti, alasan="SK 12/2026", sesudah={"golongan": "III/a"})
        baris = [(o, {"n": n}, {"n": n + 1}) for n, o in enumerate((dinas, budi, dinas, budi))]
        catat_banyak(ubah, baris, oleh=siti, alasan="impor")
        catat(ubah, dinas, oleh=siti, sebelum={"nama": "lama"}, sesudah={"nama": "Désa"})
    return list(Peristiwa.objects.order_by("urutan"))

"""One office for all tests here: a carried-out move, a refused case, one on its way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from mutasi.services.pelaksanaan import laksanakan
from mutasi.services.telaah import jawab_telaah
from mutasi.services.titipan import IsiTitipan, catat_titipan
from tests.factories import jalan as f
from tests.factories.keputusan import ditetapkan
from tests.factories.sidang import sidangkan
from tests.helpers.layar import masuk

S = StatusUsulan
HASHER = ["django.contrib.auth.hashers.MD5PasswordHasher"]
BERATNYA = "Bidang pelayanan tinggal dua orang bila ia pindah."


@dataclass
class Dunia:
    """``pindah``: carried out although a head objected and an outsider had asked for it;
    ``ditolak``: recommended by the TPK, refused by the PPK; ``jalan``: waits for the employee."""

    k: f.Kantor
    pindah: UsulanMutasi
    ditolak: UsulanMutasi
    jalan: UsulanMutasi


@pytest.fixture(scope="package")
def _dunia(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Dunia]:
    berkas = tmp_path_factory.mktemp("berkas")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=berkas, PASSWORD_HASHERS=HASHER),
        time_machine.travel("2026-06-01 09:00 +0700", tick=False),
        transaction.atomic(),
    ):
        k = f.kantor()
        pindah, ditolak = _keberatan(k), f.kasus(k, S.SIDANG_TPK)
        sidangkan(k, [pindah, ditolak])
        ditolak = f.jalankan(k, f.ambil(ditolak), S.DITOLAK)
        yield Dunia(k, _laksanakan(k, pindah), ditolak, f.kasus(k, S.MENUNGGU_KESEDIAAN))
        transaction.set_rollback(True)


def _keberatan(k: f.Kantor) -> UsulanMutasi:
    """An outsider asks for it, the head he would leave objects, and it goes on to the TPK."""
    u = f.kasus(k, S.DITELAAH_UNIT)
    isi = IsiTitipan(
        pihak="Ketua yayasan", cara="Telepon", isi="Meminta agar ia ditempatkan di Dinas Sosial.",
        tanggal=f.PER, kedudukan="Keluarga",
    )  # fmt: skip
    catat_titipan(u.pegawai, isi, oleh=k.kepala, per=f.PER)
    asal = u.telaah.get(sisi="asal")
    jawab_telaah(asal.pk, oleh=k.kepala_asal, per=f.PER, setuju=False, alasan=BERATNYA)
    return f.jalankan(k, f.ambil(u), S.SIDANG_TPK)


def _laksanakan(k: f.Kantor, u: UsulanMutasi) -> UsulanMutasi:
    u = f.jalankan(k, f.ambil(u), S.DISETUJUI_PPK)
    ditetapkan(k, [u])
    laksanakan(u.pk, per=date(2026, 7, 2))
    return f.ambil(u)


@pytest.fixture
def d(_dunia: Dunia, db: None, pada_hari_ini: Any) -> Dunia:
    """The world on the fixed day; each test is rolled back."""
    return _dunia


@pytest.fixture
def klien() -> Any:
    """A browser of somebody."""
    return masuk

"""Files after their time, and several people or workers at one file at once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from jejak.models import Peristiwa
from jejak.verifikasi import verifikasi
from organisasi.izin import Peran
from organisasi.models import (
    HariLibur,
    Impor,
    Pengguna,
    PerubahanImpor,
    Proses,
    StatusProses,
)
from organisasi.services import harian
from organisasi.services import impor_berkas as acts
from organisasi.services import proses as proses_acts
from tests.factories.organisasi import kabupaten, pengguna
from tests.helpers.impor_uji import DUA, diperiksa, unggah
from tests.helpers.serentak import serentak
from toolkit.policy import Refusal, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jenis_libur")]

ASING = ("Tgl", "Nama liburan", "Ket")
GALAT = (*DUA, ("", "Tanpa tanggal", "SKB"), ("01-01-2027", "TAHUN BARU", "SKB"))


@pytest.fixture
def analis() -> Pengguna:
    return pengguna(Peran.ANALIS_BKD, nama="Rina")


def _jejak(kode: str) -> list[Peristiwa]:
    return list(Peristiwa.objects.filter(tindakan=kode))


def _di_penyimpanan() -> list[Path]:
    return [b for b in Path(settings.MEDIA_ROOT).rglob("*") if b.is_file()]


def test_files_go_after_their_time_and_their_hash_stays(
    analis: Pengguna, django_capture_on_commit_callbacks: Any
) -> None:
    lama, baru = diperiksa(analis, GALAT), diperiksa(analis)
    Impor.objects.filter(pk=lama.pk).update(diunggah_pada=timezone.now() - timedelta(days=31))

    with django_capture_on_commit_callbacks(execute=True):
        harian.kerjakan(timezone.localdate())

    lama.refresh_from_db()
    baru.refresh_from_db()
    assert lama.berkas_dihapus_pada is not None
    assert (lama.ringkasan["baris"], len(lama.sha256)) == (4, 64)
    assert not PerubahanImpor.objects.filter(impor=lama).exists()
    assert baru.berkas_dihapus_pada is None
    assert len(_di_penyimpanan()) == 1
    assert len(_jejak("organisasi.impor.berkas_dihapus")) == 1
    with pytest.raises(WrongMoment, match="masa simpannya habis"):
        acts.minta_terapkan(lama.pk, oleh=analis)


def test_samples_of_a_file_nobody_matched_go_with_the_file(analis: Pengguna) -> None:
    impor = diperiksa(analis, kepala=ASING)
    assert impor.ringkasan["kepala"]

    acts.hapus_berkas_lama(sebelum=timezone.localdate() + timedelta(days=1), oleh=analis)

    impor.refresh_from_db()
    assert "kepala" not in impor.ringkasan


def test_a_page_of_matching_whose_file_is_gone_still_opens(
    analis: Pengguna, client: Client
) -> None:
    kabupaten()
    impor = diperiksa(analis, kepala=ASING)
    acts.hapus_berkas_lama(sebelum=timezone.localdate() + timedelta(days=1), oleh=analis)
    client.force_login(analis)

    assert client.get(f"/impor/{impor.pk}/petakan/").status_code == 200


def test_a_file_in_work_is_not_deleted_under_the_worker(analis: Pengguna) -> None:
    impor = unggah(analis)
    Impor.objects.update(diunggah_pada=timezone.now() - timedelta(days=31))

    assert acts.hapus_berkas_lama(sebelum=timezone.localdate(), oleh=analis) == 0

    assert Path(impor.berkas.path).exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_people_pressing_at_once_apply_once() -> None:
    analis = [pengguna(Peran.ANALIS_BKD) for _ in range(4)]
    impor = diperiksa(analis[0])

    hasil = serentak(*(lambda a=a: acts.minta_terapkan(impor.pk, oleh=a) for a in analis))

    ditolak = [h for h in hasil if isinstance(h, WrongMoment)]
    assert len(ditolak) == 3
    assert all("sedang berjalan" in h.kalimat for h in ditolak)
    assert Proses.objects.filter(jenis="impor.terapkan").count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_workers_with_the_same_job_apply_once() -> None:
    """The second reads the file too, and finds the first one's row when it is its turn."""
    analis = pengguna(Peran.ANALIS_BKD)
    impor = diperiksa(analis)

    hasil = serentak(*(lambda: acts.terapkan(impor.pk, oleh=analis) for _ in range(2)))

    assert sum(isinstance(h, Impor) for h in hasil) >= 1
    assert all("sudah diterapkan" in h.kalimat for h in hasil if isinstance(h, Refusal))
    assert len(_jejak("organisasi.impor.diterapkan")) == 1
    assert HariLibur.objects.count() == 2
    assert verifikasi().sah


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_many_workers_take_one_job_once() -> None:
    impor = unggah(pengguna(Peran.ANALIS_BKD))
    assert impor.proses is not None
    pk = impor.proses.pk

    serentak(*(lambda: proses_acts.jalankan.call(pk) for _ in range(5)))

    proses = Proses.objects.get(pk=pk)
    assert (proses.status, proses.percobaan) == (StatusProses.SELESAI, 1)

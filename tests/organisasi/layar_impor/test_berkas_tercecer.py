"""What no row names goes after a day; what a row names, or is about to name, stays."""

from __future__ import annotations

import logging
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import FileField
from django.utils import timezone

from organisasi.izin import Peran
from organisasi.models import Impor, StatusProses
from organisasi.services import berkas_tercecer as sapuan
from organisasi.services import harian, proses
from tests.factories.organisasi import pengguna
from tests.helpers.impor_uji import unggah

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jenis_libur")]


def menua(*berkas: Path) -> None:
    lusa_kemarin = (timezone.now() - timedelta(days=2)).timestamp()
    for satu in berkas:
        os.utime(satu, (lusa_kemarin, lusa_kemarin))


def test_every_file_field_has_a_folder_the_sweep_can_read() -> None:
    semua = list(sapuan.ruas_berkas())

    assert {"impor", "disposisi", "keputusan", "surat", "dokumen-masuk"} <= {
        sapuan.folder(ruas) for ruas in semua
    }
    for ruas in semua:
        assert isinstance(ruas.upload_to, str), ruas
        assert "/" in ruas.upload_to, ruas
        assert "%" not in sapuan.folder(ruas), ruas


def test_the_chores_of_the_day_sweep_what_no_row_names_and_say_how_many(
    caplog: pytest.LogCaptureFixture,
) -> None:
    milik = Path(unggah(pengguna(Peran.ANALIS_BKD)).berkas.path)
    akar = Path(settings.MEDIA_ROOT)
    tercecer = [milik.with_name("tercecer"), akar / "keputusan/2026/batal.pdf"]
    muda, asing = akar / "surat/2026/sedang-ditulis.pdf", akar / "bukan-milik-ruas/catatan.txt"
    for satu in (*tercecer, muda, asing):
        satu.parent.mkdir(parents=True, exist_ok=True)
        satu.write_bytes(b"x")
    menua(milik, asing, *tercecer)

    with caplog.at_level(logging.INFO, logger="organisasi.services.harian"):
        harian.kerjakan(timezone.localdate())

    assert "2 tercecer dihapus" in caplog.text
    assert not any(satu.exists() for satu in tercecer)
    assert all(satu.exists() for satu in (milik, muda, asing))
    Impor.objects.update(berkas="")
    assert sapuan.hapus_berkas_tercecer() == 1
    assert not milik.exists()


def test_a_file_an_act_takes_up_during_the_sweep_stays_where_it_was(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    satu = Path(settings.MEDIA_ROOT) / "pertek/2026/dipakai-lagi.pdf"
    satu.parent.mkdir(parents=True)
    satu.write_bytes(b"x")
    menua(satu)
    asli = sapuan._nama

    def sambil_dipakai(ruas: FileField) -> object:
        os.utime(satu)
        return asli(ruas)

    monkeypatch.setattr(sapuan, "_nama", sambil_dipakai)

    assert sapuan.hapus_berkas_tercecer() == 0
    assert list(satu.parent.iterdir()) == [satu]


def test_a_scan_that_came_with_waiting_work_stays_until_the_work_has_ended() -> None:
    satu = Path(settings.MEDIA_ROOT) / "dokumen-masuk/2026/dibawa.pdf"
    satu.parent.mkdir(parents=True)
    satu.write_bytes(b"x")
    menua(satu)
    kerja = proses.jadwalkan(
        min(proses.PEKERJAAN), judul="Perbuatan massal", untuk=pengguna(Peran.ANALIS_BKD),
        parameter={"isi": {"berkas": {"berkas": "dokumen-masuk/2026/dibawa.pdf"}}},
    )  # fmt: skip

    assert sapuan.hapus_berkas_tercecer() == 0
    type(kerja).objects.filter(pk=kerja.pk).update(
        status=StatusProses.SELESAI, selesai_pada=timezone.now()
    )

    assert sapuan.hapus_berkas_tercecer() == 1

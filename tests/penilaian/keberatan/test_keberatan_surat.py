"""Objections and rulings on paper: the day of their receipt, two people, no relative."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.utils import timezone

from organisasi.models import Pemberitahuan
from pegawai.models import HubunganKeluarga
from penilaian.models import PutusanSurat
from penilaian.services import keberatan as acts
from penilaian.services import keberatan_putus as putusan
from tests.factories.keberatan import (
    ALASAN,
    DIKABULKAN,
    Para,
    akun,
    berkas,
    diperiksa,
    hasil,
    putaran,
)
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 1)


def test_a_letter_counts_from_the_day_on_its_receipt(p: Para, satu: Any) -> None:
    isi = acts.IsiKeberatan(ALASAN, (), [berkas()])
    surat = acts.Surat("800/12", date(2026, 6, 5))

    with pytest.raises(WrongMoment, match="diajukan 8 Juni 2026"):
        acts.catat_surat(
            satu.pk, isi=isi, surat=acts.Surat("800/13", date(2026, 6, 8)), oleh=p.operator,
            per=date(2026, 6, 20),
        )  # fmt: skip
    with pytest.raises(WrongMoment, match="pindaian"):
        acts.catat_surat(
            satu.pk, isi=acts.IsiKeberatan(ALASAN), surat=surat, oleh=p.operator,
            per=date(2026, 6, 20),
        )  # fmt: skip
    baris = acts.catat_surat(satu.pk, isi=isi, surat=surat, oleh=p.operator, per=date(2026, 6, 20))

    assert (baris.tanggal, baris.jalur) == (date(2026, 6, 5), "kertas")
    assert (baris.nomor_surat, baris.dicatat_oleh) == ("800/12", p.operator)
    assert baris.keterangan.get().bukti is not None
    assert Pemberitahuan.objects.filter(untuk=akun(p.pegawai), judul__contains="dicatat").exists()


def test_a_letter_from_before_the_next_run_is_in_time_though_written_down_after_it(
    p: Para, satu: Any
) -> None:
    isi = acts.IsiKeberatan(ALASAN, (), [berkas()])
    pagi = datetime(2026, 5, 28, 9, tzinfo=timezone.get_current_timezone())
    run = putaran(2, oleh=p.kepala, per=pagi.date(), disampaikan_pada=pagi)
    baru = hasil(run, p.pegawai, hadir="90", disampaikan=pagi.date())

    for nomor, diterima, hal, kata in (
        ("1", date(2026, 5, 28), satu, "diganti perhitungan ke-2"),
        ("2", date(2026, 5, 27), baru, "sebelum hasilnya disampaikan"),
    ):
        with pytest.raises(WrongMoment, match=kata):
            acts.catat_surat(
                hal.pk, isi=isi, surat=acts.Surat(nomor, diterima), oleh=p.operator, per=PER
            )
    surat = acts.Surat("3", date(2026, 5, 27))
    baris = acts.catat_surat(satu.pk, isi=isi, surat=surat, oleh=p.operator, per=PER)

    assert baris.hasil == satu


def test_a_party_or_an_office_without_the_right_records_no_letter(p: Para, satu: Any) -> None:
    isi = acts.IsiKeberatan(ALASAN, (), [berkas()])
    surat = acts.Surat("800/12", PER)

    for siapa, galat in ((akun(p.penilai), OutOfReach), (akun(p.penerima), OutOfReach)):
        with pytest.raises(galat):
            acts.catat_surat(satu.pk, isi=isi, surat=surat, oleh=siapa, per=PER)
    p.pegawai.pengguna, lama = p.operator, p.pegawai.pengguna
    p.pegawai.save()
    with pytest.raises(NotYours):
        acts.catat_surat(satu.pk, isi=isi, surat=surat, oleh=p.operator, per=PER)
    assert lama is not None


def test_a_relative_does_not_decide_by_paper_either(p: Para, satu: Any) -> None:
    baris = diperiksa(p, satu, per=PER)
    surat: dict[str, Any] = {"isi": DIKABULKAN, "nomor": "800/99", "tanggal": PER}
    putusan.catat_putusan(baris.pk, pindaian=berkas(), oleh=p.kabid, per=PER, **surat)
    HubunganKeluarga.objects.create(pegawai=p.pegawai, kerabat=p.atasan, jenis="saudara", mulai=PER)

    with pytest.raises(WrongMoment, match="menunjuk pejabat lain"):
        putusan.sahkan_putusan(baris.pk, oleh=p.kepala, per=PER)
    putusan.kembalikan_putusan(baris.pk, alasan="Pejabatnya lain.", oleh=p.kepala, per=PER)
    with pytest.raises(WrongMoment, match="menunjuk pejabat lain"):
        putusan.catat_putusan(baris.pk, pindaian=berkas(), oleh=p.kabid, per=PER, **surat)

    baris.refresh_from_db()
    assert baris.keadaan == "diperiksa"


def test_a_ruling_on_paper_counts_once_a_second_person_confirmed_it(p: Para, satu: Any) -> None:
    baris = diperiksa(p, satu, per=PER)
    surat: dict[str, Any] = {"nomor": "800/99", "tanggal": PER}

    putusan.catat_putusan(
        baris.pk, isi=DIKABULKAN, pindaian=berkas(), oleh=p.kabid, per=PER, **surat
    )
    with pytest.raises(WrongMoment, match="menunggu disahkan"):
        putusan.catat_putusan(
            baris.pk, isi=DIKABULKAN, pindaian=berkas(), oleh=p.analis, per=PER, **surat
        )
    with pytest.raises(NotYours, match="orang lain"):
        putusan.sahkan_putusan(baris.pk, oleh=p.kabid, per=PER)
    putusan.kembalikan_putusan(baris.pk, alasan="Angkanya lain.", oleh=p.kepala, per=PER)
    baris.refresh_from_db()
    assert baris.keadaan == "diperiksa"
    putusan.catat_putusan(
        baris.pk, isi=DIKABULKAN, pindaian=berkas(), oleh=p.kabid, per=PER, **surat
    )
    with pytest.raises(NotAllowed):
        putusan.sahkan_putusan(baris.pk, oleh=p.analis, per=PER)
    putusan.sahkan_putusan(baris.pk, oleh=p.kepala, per=PER)

    baris.refresh_from_db()
    assert (baris.putusan, baris.diputus_oleh) == ("dikabulkan", p.kepala)
    assert PutusanSurat.objects.filter(disahkan_oleh=p.kepala, dicatat_oleh=p.kabid).count() == 1
    assert baris.keterangan.filter(isi__contains="nomor 800/99").exists()

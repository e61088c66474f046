"""Signers: recorded by somebody else, completed, ended; nobody records himself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from jejak.models import Peristiwa
from mutasi.models import KedudukanTandaTangan, Penandatangan
from mutasi.selectors.penandatangan import daftar_penandatangan
from mutasi.services.penandatangan import (
    IsiPenandatangan,
    akhiri_penandatangan,
    catat_penandatangan,
    lengkapi_penandatangan,
)
from tests.factories import jalan as f
from tests.mutasi.pengawasan.conftest import Dunia
from toolkit.policy import NotAllowed, NotYours, Refusal, WrongMoment

pytestmark = [pytest.mark.django_db, pytest.mark.sekali]
K = KedudukanTandaTangan
ISI = IsiPenandatangan(
    kedudukan=K.DELEGASI, sebutan="SEKRETARIS DAERAH", mulai=f.PER, dasar="Kep Bupati 5/2026",
    jenjang=("pelaksana", "jf"),
)  # fmt: skip


def test_signer_is_recorded_with_his_levels_and_paper(d: Dunia) -> None:
    satu = catat_penandatangan(d.k.sekda, ISI, oleh=d.k.hukum, per=f.PER)

    assert (satu.jenjang, satu.dicatat_oleh) == (["jf", "pelaksana"], d.k.hukum)
    assert Peristiwa.objects.latest("urutan").tindakan == "mutasi.penandatangan.dicatat"


def test_nobody_records_himself_not_even_in_the_database(d: Dunia) -> None:
    with pytest.raises(NotYours, match="orang lain yang mencatatnya"):
        catat_penandatangan(d.k.kepala, ISI, oleh=d.k.kepala, per=f.PER)
    with pytest.raises(IntegrityError, match="bukan_diri"), transaction.atomic():
        Penandatangan.objects.create(
            pengguna=d.k.kepala, kedudukan=K.DELEGASI, sebutan="x", mulai=f.PER, dasar="x",
            dicatat_pada=timezone.now(), dicatat_oleh=d.k.kepala,
        )  # fmt: skip
    satu = catat_penandatangan(d.k.kepala, ISI, oleh=d.k.hukum, per=f.PER)
    with pytest.raises(NotYours, match="orang lain"):
        akhiri_penandatangan(satu.pk, oleh=d.k.kepala, per=f.PER, selesai=f.PER, alasan="x")


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"jenjang": ()}, "jenjang jabatan yang didelegasikan"),
        ({"selesai": f.PER}, "berakhir sesudah mulai"),
        ({"dasar": " "}, "nomor keputusan"),
        ({"kedudukan": "raja"}, "tidak dikenal"),
    ],
)  # fmt: skip
def test_recording_without_sense_is_refused(d: Dunia, lain: dict[str, Any], kalimat: str) -> None:
    with pytest.raises(Refusal, match=kalimat):
        catat_penandatangan(d.k.sekda, replace(ISI, **lain), oleh=d.k.hukum, per=f.PER)


def test_only_who_may_set_decrees_signs_and_only_the_entitled_record(d: Dunia) -> None:
    with pytest.raises(WrongMoment, match="PPK, PyB, atau Kepala BKPSDM"):
        catat_penandatangan(d.k.analis, ISI, oleh=d.k.hukum, per=f.PER)
    with pytest.raises(NotAllowed, match="Kepala BKPSDM dan Bagian Hukum"):
        catat_penandatangan(d.k.sekda, ISI, oleh=d.k.analis, per=f.PER)


def test_acting_head_lacks_permits_until_their_numbers_are_there(d: Dunia) -> None:
    isi = replace(ISI, kedudukan=K.PLT, jenjang=())
    satu = catat_penandatangan(d.k.bupati, isi, oleh=d.k.hukum, per=f.PER)
    baris = next(b for b in daftar_penandatangan(per=f.PER) if b.satu == satu)
    assert baris.kurang == ("persetujuan Mendagri", "pertek BKN")

    satu = lengkapi_penandatangan(
        satu.pk, oleh=d.k.hukum, per=f.PER, izin_mendagri="100/1", pertek_bkn=""
    )

    assert (satu.izin_mendagri, satu.pertek_bkn) == ("100/1", "")
    with pytest.raises(WrongMoment, match="Tidak ada nomor baru"):
        lengkapi_penandatangan(
            satu.pk, oleh=d.k.hukum, per=f.PER, izin_mendagri="200/2", pertek_bkn=""
        )


def test_ended_signer_signs_no_more_and_is_not_ended_twice(d: Dunia) -> None:
    satu = catat_penandatangan(d.k.sekda, ISI, oleh=d.k.hukum, per=f.PER)
    with pytest.raises(Refusal, match="mulai hari ini"):
        akhiri_penandatangan(
            satu.pk, oleh=d.k.kepala, per=f.PER, selesai=date(2026, 5, 1), alasan="x"
        )
    with pytest.raises(Refusal, match="Tulis alasannya"):
        akhiri_penandatangan(satu.pk, oleh=d.k.kepala, per=f.PER, selesai=f.PER, alasan=" ")

    akhiri_penandatangan(satu.pk, oleh=d.k.kepala, per=f.PER, selesai=f.PER, alasan="Pensiun.")

    assert not Penandatangan.objects.berlaku(f.PER).filter(pk=satu.pk).exists()
    with pytest.raises(WrongMoment, match="sudah berakhir"):
        akhiri_penandatangan(satu.pk, oleh=d.k.kepala, per=f.PER, selesai=f.PER, alasan="x")


def test_list_form_and_end_work_on_screen(d: Dunia, klien: Any) -> None:
    client, baru = klien(d.k.hukum), reverse("mutasi:penandatangan-catat")
    isi = {
        "pengguna": d.k.sekda.pk, "kedudukan": "delegasi", "sebutan": "SEKDA", "jenjang": ["jf"],
        "mulai": "2026-06-01", "dasar": "Kep 1/2026",
    }  # fmt: skip

    salah = client.post(baru, {**isi, "jenjang": [], "selesai": "2026-01-01"})
    assert salah.status_code == 422
    assert "Sebutkan jenjang yang didelegasikan." in salah.content.decode()
    assert "tercatat sebagai penanda tangan" in client.post(
        baru, isi, follow=True
    ).content.decode()  # fmt: skip
    satu = Penandatangan.objects.get(sebutan="SEKDA")
    ubah = reverse("mutasi:penandatangan-ubah", args=[satu.pk])
    izin = client.post(ubah, {"aksi": "izin", "izin_mendagri": "1/2"}, follow=True)
    assert "Nomor izin tercatat" in izin.content.decode()
    assert client.post(ubah, {"aksi": "akhiri", "alasan": "x"}).status_code == 422
    akhir = {"aksi": "akhiri", "selesai": "2026-06-01", "alasan": "Delegasinya dicabut."}
    assert "Kewenangan diakhiri" in client.post(ubah, akhir, follow=True).content.decode()
    assert "sudah berakhir" in client.get(ubah).content.decode()
    assert "pengguna" in client.post(
        baru, {**isi, "pengguna": d.k.hukum.pk}
    ).context["form"].errors  # fmt: skip

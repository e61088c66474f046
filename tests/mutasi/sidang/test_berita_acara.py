"""The minutes of a session: signatures, refusals, the hash, the number, and what stays shut."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from mutasi.alur import StatusUsulan
from mutasi.models import (
    AgendaSidang,
    SidangTPK,
    Surat,
)
from mutasi.services import sidang as acts
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services import sidang_putusan as acts_putusan
from mutasi.services import sidang_tutup as acts_tutup
from tests.factories import sidang as buat
from tests.factories.jalan import PER, Kantor, kantor
from tests.factories.sidang import isi
from tests.mutasi.sidang.alat import butir, tunggu
from toolkit.policy import NotYours, Refusal, WrongMoment

pytestmark = pytest.mark.django_db
S = StatusUsulan


@pytest.fixture
def k(pada_hari_ini: Any) -> Kantor:
    """The office."""
    return kantor()


def test_every_present_member_signs_refuses_or_signs_on_paper_visibly(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]), absen=[k.anggota_tpk[2]])
    buat.putuskan_semua(k, satu)
    acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)
    kertas, menolak = k.anggota_tpk[:2]
    buat.tandatangani(satu, kecuali=[kertas, menolak])
    kursi = {r.anggota.pengguna: r for r in satu.kehadiran.select_related("anggota__pengguna")}

    with pytest.raises(WrongMoment, match="2 anggota yang hadir belum menandatangani"):
        acts_tutup.tutup_sidang(satu.pk, nomor="BA/2", oleh=k.sekda, per=PER)
    with pytest.raises(NotYours, match="anggota yang hadir"):
        acts_ba.tandatangani(satu.pk, sidik=satu.sidik, oleh=k.anggota_tpk[2], per=PER)
    with pytest.raises(NotYours, match="dengan akun Anda"):
        acts_ba.catat_kertas(kursi[k.kabid].pk, sidik=satu.sidik, nomor="1", oleh=k.kabid, per=PER)
    acts_ba.catat_kertas(kursi[kertas].pk, sidik=satu.sidik, nomor="L-7", oleh=k.kabid, per=PER)
    acts_ba.tolak(satu.pk, alasan="Tidak sependapat.", oleh=menolak, per=PER)
    acts_tutup.tutup_sidang(satu.pk, nomor="BA/2", oleh=k.sekda, per=PER)

    anggota = json.loads(Surat.objects.get(sidang=satu).isi)["isi"]["anggota"]
    kata = {a["nama"]: a["keterangan"] for a in anggota}
    assert kata["Anggota TPK 1"] == "menandatangani di kertas nomor L-7"
    assert kata["Anggota TPK 2"] == "tidak menandatangani: Tidak sependapat."
    assert kata["Anggota TPK 3"] == "dinas luar"
    assert kata["Kabid Mutasi"].startswith("tanpa suara; menandatangani dengan akunnya")


def test_signature_over_minutes_that_were_taken_back_is_refused(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))
    buat.putuskan_semua(k, satu)
    acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)
    buat.tandatangani(satu, kecuali=[k.kepala])
    lama = satu.sidik
    acts_ba.perbaiki(satu.pk, alasan="Syarat belum ditulis.", oleh=k.kabid, per=PER)
    baru = isi("bersyarat", keterangan=("syarat_pelatihan",), syarat="Dasar perencanaan")
    acts_putusan.catat_putusan(butir(satu).pk, baru, oleh=k.kabid, per=PER)
    acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)

    with pytest.raises(WrongMoment, match="disusun ulang"):
        acts_ba.tandatangani(satu.pk, sidik=lama, oleh=k.kepala, per=PER)

    satu.refresh_from_db()
    assert satu.sidik != lama
    assert satu.kehadiran.exclude(sidik="").count() == 0


def test_changed_text_or_changed_decision_does_not_close(k: Kantor) -> None:
    satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))
    buat.putuskan_semua(k, satu)
    acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)
    buat.tandatangani(satu)
    asli = satu.berita_acara

    SidangTPK.objects.filter(pk=satu.pk).update(berita_acara=asli.replace("Paling", "Kurang"))
    with pytest.raises(Refusal, match="tidak cocok lagi dengan sidiknya"):
        acts_tutup.tutup_sidang(satu.pk, nomor="BA/3", oleh=k.sekda, per=PER)
    SidangTPK.objects.filter(pk=satu.pk).update(berita_acara=asli)
    AgendaSidang.objects.filter(sidang=satu).update(putusan="tolak")
    with pytest.raises(WrongMoment, match="berbeda dari yang ditandatangani"):
        acts_tutup.tutup_sidang(satu.pk, nomor="BA/3", oleh=k.sekda, per=PER)


def test_closed_session_changes_no_more_neither_by_act_nor_in_the_database(k: Kantor) -> None:
    satu = buat.sidangkan(k, [tunggu(k)])
    b = butir(satu)

    with pytest.raises(WrongMoment, match="sudah ditutup"):
        acts.keluarkan(satu.pk, [b.pk], alasan="Coba.", oleh=k.kabid, per=PER)
    with pytest.raises(WrongMoment, match="sudah ditutup"):
        acts_putusan.catat_putusan(b.pk, isi("ditunda"), oleh=k.kabid, per=PER)
    for sql in (
        "UPDATE mutasi_sidangtpk SET nomor = 'lain'",
        "UPDATE mutasi_agendasidang SET putusan = 'tolak'",
        "DELETE FROM mutasi_suarasidang",
        "UPDATE mutasi_kehadiransidang SET hadir = hadir",
    ):
        with (
            pytest.raises(DatabaseError, match="sudah ditutup tidak dapat diubah"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)
    lagi = buat.buka(k, buat.sidang(k, [tunggu(k)]))
    buat.putuskan_semua(k, lagi)
    with pytest.raises(Refusal, match="sudah dipakai"):
        buat.tutup(k, lagi, nomor=satu.nomor)


def test_own_series_gives_the_numbers_when_asked(k: Kantor) -> None:
    nomor = []
    for _ in range(2):
        satu = buat.buka(k, buat.sidang(k, [tunggu(k)]))
        buat.putuskan_semua(k, satu)
        acts_ba.susun_berita_acara(satu.pk, oleh=k.kabid, per=PER)
        buat.tandatangani(satu)
        hasil = acts_tutup.tutup_sidang(satu.pk, nomor="", deret=True, oleh=k.sekda, per=PER)
        nomor.append(hasil.sidang.nomor)

    assert nomor == ["1/BA-TPK/2026", "2/BA-TPK/2026"]

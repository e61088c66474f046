"""Told, asked, answered: by the employee alone, or from his letter by a visible proxy."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import time_machine

from mutasi.alur import StatusUsulan
from mutasi.models import Kesediaan, UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import kesediaan as acts
from mutasi.services import penyampaian
from mutasi.services import usulan as acts_usulan
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import HubunganKeluarga
from tests.factories import jalan as f
from tests.factories.organisasi import pengguna
from tests.mutasi.jalan.alat import ditolak, jejak

S = StatusUsulan


def _bersedia(usulan: UsulanMutasi, **isi: object) -> Kesediaan:
    isi = {"jawaban": "bersedia", **isi}
    return acts.jawab_kesediaan(usulan.pk, oleh=f.akun(usulan), per=f.PER, **isi)  # type: ignore[arg-type]


def test_telling_freezes_what_changes_and_opens_the_case_to_the_employee(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.SIAP_DIBERITAHUKAN)
    saya = f.akun(usulan)
    assert not UsulanMutasi.objects.for_user(saya, per=f.PER).exists()
    with ditolak("Tulis bagaimana pegawai diberitahu.", kode="tanpa_cara"):
        penyampaian.beritahukan(usulan.pk, oleh=k.analis, per=f.PER, cara=" ")

    kabar = penyampaian.beritahukan(usulan.pk, oleh=k.analis, per=f.PER, cara="Bertatap muka")

    usulan = f.ambil(usulan)
    isi = json.loads(kabar.isi)
    assert (usulan.status, usulan.tahap) == (S.MENUNGGU_KESEDIAAN, "diberitahukan")
    assert usulan.tenggat is not None
    assert {p["hal"] for p in isi["perubahan"]} >= {"Jabatan", "Unit kerja"}
    assert isi["gaji_mulai"] == "2026-08-01"
    pesan = Pemberitahuan.objects.get(untuk=saya)
    assert usulan.pegawai.nama not in pesan.judul
    assert UsulanMutasi.objects.for_user(saya, per=f.PER).exists()
    penyampaian.catat_dibuka(usulan.pk, oleh=saya, per=f.PER)
    penyampaian.catat_dibuka(usulan.pk, oleh=saya, per=f.PER)
    assert jejak(usulan).count("mutasi.usulan.dibuka") == 1
    with ditolak("tidak ditemukan", status=404):
        penyampaian.catat_dibuka(usulan.pk, oleh=k.analis, per=f.PER)


def test_the_talk_is_noted_once_by_the_superior_or_bkd(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.MENUNGGU_KESEDIAAN)
    catat: dict[str, Any] = {"per": f.PER, "catatan": "Sudah dibicarakan; ia minta waktu."}
    with ditolak("dicatat orang yang berbicara dengan Anda", status=403):
        penyampaian.catat_percakapan(usulan.pk, oleh=f.akun(usulan), **catat)
    with ditolak("dicatat atasan pegawai", status=403):
        penyampaian.catat_percakapan(usulan.pk, oleh=k.kepala_tujuan, **catat)
    with ditolak("Tulis isi percakapannya.", kode="tanpa_catatan"):
        penyampaian.catat_percakapan(usulan.pk, oleh=k.kepala_asal, per=f.PER, catatan="")

    penyampaian.catat_percakapan(usulan.pk, oleh=k.kepala_asal, **catat)

    with ditolak("sudah dicatat"):
        penyampaian.catat_percakapan(usulan.pk, oleh=k.analis, **catat)
    belum = f.kasus(k, S.SIAP_DIBERITAHUKAN)
    with ditolak("tidak ditemukan", status=404):
        penyampaian.catat_percakapan(belum.pk, oleh=k.analis, **catat)


def test_only_the_employee_answers_to_what_he_read_and_silence_is_no_consent(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.MENUNGGU_KESEDIAAN)
    with ditolak("tidak ditemukan", status=404):
        acts.jawab_kesediaan(usulan.pk, oleh=k.analis, per=f.PER, jawaban="bersedia")
    with ditolak("berubah sejak Anda membukanya"):
        _bersedia(usulan, versi=7)
    with ditolak("Pilih alasan keberatannya.", kode="jawaban"):
        _bersedia(usulan, jawaban="keberatan")
    with ditolak("Pilih jawaban dari daftar.", kode="jawaban"):
        _bersedia(usulan, jawaban="terserah")
    with ditolak("Pegawai masih dapat menjawab.", "Tunggu jawabannya", kode="kesediaan"):
        acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)
    assert usulan.tenggat is not None
    nanti = usulan.tenggat + timedelta(days=1)
    with ditolak("diam bukan persetujuan", "K1 sampai K5", kode="kesediaan"):
        acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=nanti)

    _bersedia(usulan, versi=1)
    acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)

    assert f.ambil(usulan).status == S.DIKAJI
    _bersedia(usulan, jawaban="keberatan", alasan="keluarga")
    with ditolak("Pegawai menyatakan keberatan.", kode="kesediaan"):
        acts_usulan.serahkan(usulan.pk, oleh=k.kepala, per=f.PER)


def test_a_ground_without_consent_is_judged_on_its_facts_and_counted(k: f.Kantor) -> None:
    usulan = f.kasus(k, S.MENUNGGU_KESEDIAAN)
    _bersedia(usulan, jawaban="keberatan", alasan="jarak", uraian="Dua jam dari rumah.")
    dasar: dict[str, Any] = {
        "oleh": k.kabid,
        "per": f.PER,
        "uraian": "Penugasan membuka UPTD baru.",
    }
    with ditolak("Pilih dasarnya: K1 sampai K5.", kode="dasar"):
        acts.catat_dasar_tanpa_kesediaan(usulan.pk, **dasar, kode="K9")
    with ditolak("Uraikan dasarnya.", kode="tanpa_uraian"):
        acts.catat_dasar_tanpa_kesediaan(usulan.pk, oleh=k.kabid, per=f.PER, kode="K5", uraian=" ")
    with ditolak("tidak berhak menyebut dasar", status=403):
        acts.catat_dasar_tanpa_kesediaan(usulan.pk, **{**dasar, "oleh": k.kepala_asal}, kode="K5")
    acts.catat_dasar_tanpa_kesediaan(usulan.pk, **dasar, kode="K5")
    with ditolak("Nomor dan tanggal penugasan PPK belum dicatat.", kode="kesediaan"):
        acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)

    acts.catat_dasar_tanpa_kesediaan(
        usulan.pk, **dasar, kode="K5", nomor="800/15", tanggal=date(2026, 5, 20), oleh_ppk=True
    )
    acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)
    acts_usulan.serahkan(usulan.pk, oleh=k.kepala, per=f.PER)

    assert json.loads(usulan.bekuan.get(untuk="tpk").isi)["sepihak"] == "K5"


def test_not_feeling_able_asks_for_a_talk_and_an_offer_before_the_second_answer(
    k: f.Kantor,
) -> None:
    usulan = f.kasus(k, S.MENUNGGU_KESEDIAAN)
    with time_machine.travel("2026-06-01 08:00 +0700", tick=False):
        satu = _bersedia(usulan, jawaban="keberatan", alasan="belum_mampu")
    with ditolak("Adakan dialog", kode="kesediaan"):
        acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)
    with ditolak("Tulis hasil dialog", kode="kosong"):
        acts.catat_dialog(satu.pk, oleh=k.analis, per=f.PER, hasil="", tawaran="")
    acts.catat_dialog(satu.pk, oleh=k.analis, per=f.PER, hasil="Mau.", tawaran="Diklat dasar")
    with ditolak("sudah dicatat"):
        acts.catat_dialog(satu.pk, oleh=k.analis, per=f.PER, hasil="x", tawaran="x")
    with ditolak("jawaban kedua", kode="kesediaan"):
        acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)
    dua = _bersedia(usulan)
    with ditolak("“merasa belum mampu”", kode="bukan_dialog"):
        acts.catat_dialog(dua.pk, oleh=k.analis, per=f.PER, hasil="x", tawaran="x")

    acts_usulan.kaji(usulan.pk, oleh=k.kabid, per=f.PER)

    assert f.ambil(usulan).status == S.DIKAJI


def test_a_letter_is_written_down_by_somebody_who_decides_nothing_in_the_case(
    k: f.Kantor,
) -> None:
    usulan = f.kasus(k, S.MENUNGGU_KESEDIAAN)
    surat: dict[str, Any] = {"per": f.PER, "jawaban": "bersedia", "nomor_surat": "01/V/2026"}
    for siapa in (k.kabid, k.kepala, k.analis):  # examines, hands over; he verified it
        with ditolak("tidak ikut memutus", status=403):
            acts.catat_kesediaan_surat(usulan.pk, oleh=siapa, **surat, surat=f.surat())
    with ditolak("pindaian surat", kode="tanpa_surat"):
        acts.catat_kesediaan_surat(usulan.pk, oleh=k.penyusun, **surat)
    with ditolak("harus berupa PDF", kode="bukan_pdf"):
        acts.catat_kesediaan_surat(
            usulan.pk, oleh=k.penyusun, **surat, surat=f.surat("surat.pdf", b"GIF89a")
        )
    saudara = f.orang(f.kursi(k.asal))
    saudara.pengguna = pengguna(Peran.ANALIS_BKD, nama="Saudaranya")
    saudara.save(update_fields=["pengguna"])
    acts_berkas.sebut_anggota(k.berkas.pk, saudara.pengguna, oleh=k.penyusun, per=f.PER, ubah=True)
    HubunganKeluarga.objects.create(
        pegawai=saudara, kerabat=usulan.pegawai, jenis="saudara", mulai=f.PER
    )
    with ditolak("wajib menghindar", status=403):
        acts.catat_kesediaan_surat(usulan.pk, oleh=saudara.pengguna, **surat, surat=f.surat())

    baris = acts.catat_kesediaan_surat(usulan.pk, oleh=k.penyusun, **surat, surat=f.surat())

    assert (baris.wakil, baris.dijawab_oleh) == (True, k.penyusun)
    assert len(baris.surat_sha256) == 64

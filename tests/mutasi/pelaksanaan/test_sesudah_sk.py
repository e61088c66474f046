"""Inauguration, SPMT, handover, SIASN, the end, and objections to a decree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jejak.models import IsiPeristiwa, Peristiwa
from mutasi.alur import StatusUsulan
from mutasi.models import BarisKeputusan, JadwalEvaluasi, KeberatanMutasi, UsulanMutasi
from mutasi.selectors.keberatan_mutasi import jam
from mutasi.selectors.pelantikan import batas as batas_lantik
from mutasi.services import keberatan_mutasi as acts
from mutasi.services import serah_terima, siasn, spmt
from mutasi.services.pelaksanaan import laksanakan
from mutasi.services.pelantikan import (
    Acara,
    batalkan_pelantikan,
    catat_pelantikan,
    jadwalkan_pelantikan,
    ubah_pelantikan,
)
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import HubunganKeluarga, JenisHubungan, Pegawai
from tests.factories.organisasi import pengguna
from tests.helpers.dunia_pelaksanaan import (
    Pelaksana,
    ambil,
    ber_sk,
    berakun,
    keputusan,
    kursi,
    pelaksana,
    setuju_ppk,
    staf,
)
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db
S = StatusUsulan
SK = date(2026, 5, 25)
ACARA = Acara(date(2026, 6, 10), "Pendopo", date(2026, 6, 8), "Bupati")
ALASAN = "Keputusan ini tidak mempertimbangkan keadaan kesehatan saya."
TIMBANG = "Keadaan kesehatan pemohon terbukti dari surat dokter yang dilampirkan."


@pytest.fixture
def k(pada_hari_ini: Any) -> Pelaksana:
    """BKD on 1 June 2026."""
    return pelaksana()


def _rombongan(k: Pelaksana, n: int = 3) -> tuple[Any, list[UsulanMutasi]]:
    semua = []
    for i in range(n):
        asal = kursi(k.unit["bidang"], f"Kepala Seksi {i}", "41")
        tujuan = kursi(k.unit["disdik"], f"Kepala Bagian {i}")
        orang = berakun(f"PEJABAT {i}", asal)
        semua.append(setuju_ppk(orang, tujuan, k.analis, jenjang="administrator"))
    return keputusan(*semua, oleh=k.bupati, tmt=date(2026, 6, 1)), semua


def test_pelantikan_paling_lambat_hari_kerja_ke_30_dan_diundang_sehari_sebelumnya(
    k: Pelaksana,
) -> None:
    sk, semua = _rombongan(k)
    per, batas = date(2026, 6, 1), batas_lantik(sk)
    for acara, kata in (
        (replace(ACARA, tanggal=batas + timedelta(1)), "lewat dari 30 hari kerja"),
        (replace(ACARA, tanggal=date(2026, 5, 22), undangan=date(2026, 5, 20)), "mendahului SK"),
        (replace(ACARA, undangan=ACARA.tanggal), "Undangan tertulis"),
    ):
        with pytest.raises(WrongMoment, match=kata) as galat:
            jadwalkan_pelantikan(sk.pk, oleh=k.analis, per=per, acara=acara)
        assert galat.value.kode == "H25"
    terakhir = replace(ACARA, tanggal=batas)
    acara = jadwalkan_pelantikan(sk.pk, oleh=k.analis, per=per, acara=terakhir)
    assert acara.peserta.count() == 3
    with pytest.raises(WrongMoment, match="Tidak ada lagi yang menunggu dilantik"):
        jadwalkan_pelantikan(sk.pk, oleh=k.analis, per=per, acara=terakhir)
    ubah_pelantikan(acara.pk, oleh=k.analis, per=per, acara=ACARA)
    undangan = Pemberitahuan.objects.filter(judul="Undangan pelantikan untuk Anda")
    assert undangan.filter(untuk=semua[0].pegawai.pengguna).count() == 2
    with pytest.raises(NotAllowed, match="dikelola oleh BKD"):
        jadwalkan_pelantikan(sk.pk, oleh=k.bupati, per=per, acara=terakhir)


def test_pelantikan_yang_batal_diberitahukan_dan_pesertanya_dijadwalkan_lagi(k: Pelaksana) -> None:
    sk, semua = _rombongan(k)
    per, alasan = date(2026, 6, 1), "Bupati berhalangan karena dipanggil Gubernur."
    acara = jadwalkan_pelantikan(sk.pk, oleh=k.analis, per=per, acara=ACARA)
    with pytest.raises(NotAllowed, match="dikelola oleh BKD"):
        batalkan_pelantikan(acara.pk, oleh=k.bupati, per=per, alasan=alasan)
    with pytest.raises(WrongMoment, match="Tulis alasannya"):
        batalkan_pelantikan(acara.pk, oleh=k.analis, per=per, alasan="  ")

    batalkan_pelantikan(acara.pk, oleh=k.analis, per=per, alasan=alasan)

    jejak = Peristiwa.objects.get(tindakan="mutasi.pelantikan.dibatalkan")
    assert jejak.pelaku_id == f"pengguna:{k.analis.pk}"
    assert alasan in IsiPeristiwa.objects.get(urutan=jejak.urutan).isi
    kabar = Pemberitahuan.objects.filter(judul="Pelantikan untuk Anda dibatalkan")
    assert set(kabar.values_list("untuk", flat=True)) == {u.pegawai.pengguna_id for u in semua}
    for perbuatan in (
        lambda: batalkan_pelantikan(acara.pk, oleh=k.analis, per=per, alasan=alasan),
        lambda: ubah_pelantikan(acara.pk, oleh=k.analis, per=per, acara=ACARA),
        lambda: catat_pelantikan(acara.pk, oleh=k.analis, per=ACARA.tanggal, hadir=[]),
    ):
        with pytest.raises(WrongMoment, match="sudah dibatalkan"):
            perbuatan()
    lagi = jadwalkan_pelantikan(sk.pk, oleh=k.analis, per=per, acara=ACARA)
    peserta = list(lagi.peserta.values_list("pk", flat=True))
    # The same day once more: its invitation is another one.
    undangan = Pemberitahuan.objects.filter(judul="Undangan pelantikan untuk Anda")
    assert undangan.filter(untuk=semua[0].pegawai.pengguna).count() == 2
    catat_pelantikan(lagi.pk, oleh=k.analis, per=ACARA.tanggal, hadir=peserta)
    assert {ambil(u).status for u in semua} == {S.DILANTIK}
    with pytest.raises(WrongMoment, match="sudah berlangsung"):
        batalkan_pelantikan(lagi.pk, oleh=k.analis, per=ACARA.tanggal, alasan=alasan)


def test_yang_tidak_hadir_menunggu_pelantikan_berikutnya(k: Pelaksana) -> None:
    sk, semua = _rombongan(k)
    acara = jadwalkan_pelantikan(sk.pk, oleh=k.analis, per=date(2026, 6, 1), acara=ACARA)
    peserta = {p.usulan_id: p.pk for p in acara.peserta.all()}
    hadir = [peserta[u.pk] for u in semua[:2]]
    with pytest.raises(WrongMoment, match="baru berlangsung 10-06-2026"):
        catat_pelantikan(acara.pk, oleh=k.analis, per=date(2026, 6, 9), hadir=hadir)

    hasil = catat_pelantikan(
        acara.pk, oleh=k.analis, per=date(2026, 6, 10), hadir=hadir,
        tidak_hadir=[peserta[semua[2].pk]], keterangan="Sakit",
    )  # fmt: skip

    assert [h.kalimat for h in hasil].count("Dilantik.") == 2
    assert [ambil(u).status for u in semua] == [S.DILANTIK, S.DILANTIK, S.SK_DITETAPKAN]
    kedua = jadwalkan_pelantikan(
        sk.pk, oleh=k.analis, per=date(2026, 6, 11),
        acara=replace(ACARA, tanggal=date(2026, 6, 20), undangan=date(2026, 6, 15)),
    )  # fmt: skip
    assert [p.usulan_id for p in kedua.peserta.all()] == [semua[2].pk]
    laksanakan(semua[0].pk, per=date(2026, 6, 12))
    assert ambil(semua[0]).pegawai.tmt_jabatan == ACARA.tanggal


def test_diri_sendiri_dan_kerabat_dicatat_orang_lain(k: Pelaksana) -> None:
    sk, semua = _rombongan(k, 2)
    diri = semua[0].pegawai
    diri.pengguna = k.analis
    diri.save(update_fields=["pengguna"])
    _kerabat(diri, semua[1].pegawai)
    acara = jadwalkan_pelantikan(sk.pk, oleh=k.kabid, per=date(2026, 6, 1), acara=ACARA)
    semua_peserta = list(acara.peserta.values_list("pk", flat=True))
    hasil = catat_pelantikan(acara.pk, oleh=k.analis, per=date(2026, 6, 10), hadir=semua_peserta)
    assert [h.berhasil for h in hasil] == [False, False]
    assert all("H24" in h.kalimat for h in hasil)
    assert acara.peserta.filter(hadir__isnull=True).count() == 2
    hasil = catat_pelantikan(acara.pk, oleh=k.kabid, per=date(2026, 6, 10), hadir=semua_peserta)
    assert all(h.berhasil for h in hasil)


def _kerabat(siapa: Pegawai, dengan: Pegawai) -> None:
    HubunganKeluarga.objects.create(
        pegawai=siapa, kerabat=dengan, jenis=JenisHubungan.values[0], mulai=date(2026, 5, 1)
    )


def test_spmt_dicatat_kepala_unit_tujuan_lalu_siasn_dan_selesai(k: Pelaksana) -> None:
    usulan = ber_sk(berakun("SITI", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k)
    isi = {"nomor": "800/12/SPMT", "tanggal": date(2026, 7, 3), "mulai": date(2026, 7, 2)}
    with pytest.raises(WrongMoment, match="tidak dapat lagi mencatat SPMT"):
        spmt.catat_spmt(usulan.pk, oleh=k.kabid, per=date(2026, 6, 2), **isi)
    laksanakan(usulan.pk, per=date(2026, 7, 2))
    per = date(2026, 7, 3)
    with pytest.raises(NotAllowed, match="kepala unit tujuan atau BKD"):
        spmt.catat_spmt(usulan.pk, oleh=k.kepala_asal, per=per, **isi)
    with pytest.raises(OutOfReach):
        spmt.catat_spmt(usulan.pk, oleh=pengguna(Peran.KEPALA_UNIT, unit=k.unit["bkd"]), per=per,
                        **isi)  # fmt: skip
    with pytest.raises(WrongMoment, match="paling awal pada TMT, 01-07-2026"):
        spmt.catat_spmt(usulan.pk, oleh=k.kepala_tujuan, per=per, **{**isi, "mulai": SK})
    spmt.catat_spmt(usulan.pk, oleh=k.kepala_tujuan, per=per, **isi)
    assert ambil(usulan).status == S.SPMT
    with pytest.raises(NotAllowed, match="tidak berhak mencatat pemutakhiran SIASN"):
        siasn.sinkronkan(usulan.pk, oleh=k.kabid, per=per, siasn_id="A1")
    siasn.sinkronkan(usulan.pk, oleh=k.operator, per=per, siasn_id="A1B2")
    assert (ambil(usulan).status, ambil(usulan).siasn_id) == (S.EVALUASI, "A1B2")
    with pytest.raises(WrongMoment, match="evaluasi 3 bulan .jatuh tempo 01-10-2026"):
        siasn.selesaikan(usulan.pk, oleh=k.kabid, per=per)
    JadwalEvaluasi.objects.filter(usulan=usulan).update(
        dilakukan_pada=usulan.sejak, dilakukan_oleh=k.kabid
    )
    assert siasn.selesaikan(usulan.pk, oleh=k.kabid, per=per).status == S.SELESAI


def test_spmt_sendiri_dan_kerabat_ditolak(k: Pelaksana) -> None:
    kepala = berakun("KEPALA", kursi(k.unit["sd1"]))
    kepala.pengguna = k.kepala_tujuan
    kepala.save(update_fields=["pengguna"])
    sendiri = ber_sk(kepala, staf(k.unit["sd2"]), k)
    saudara = berakun("SAUDARA", staf(k.unit["sd1"]))
    _kerabat(saudara, kepala)
    usulan = ber_sk(saudara, staf(k.unit["sd2"]), k)
    isi = {"nomor": "1", "tanggal": date(2026, 7, 2), "mulai": date(2026, 7, 1)}
    for satu in (sendiri, usulan):
        laksanakan(satu.pk, per=date(2026, 7, 2))
        with pytest.raises(NotYours, match="H24"):
            spmt.catat_spmt(satu.pk, oleh=k.kepala_tujuan, per=date(2026, 7, 2), **isi)


def test_serah_terima_ditandai_unit_asal_sekali(k: Pelaksana) -> None:
    usulan = ber_sk(berakun("SITI", staf(k.unit["sd1"])), staf(k.unit["sd2"]), k)
    laksanakan(usulan.pk, per=date(2026, 7, 2))
    butir = usulan.serah_terima.get(butir="aset")
    per = date(2026, 7, 3)
    with pytest.raises(NotAllowed, match="unit asal atau BKD"):
        serah_terima.tandai_serah_terima(butir.pk, oleh=k.kepala_tujuan, per=per)
    hasil = serah_terima.tandai_serah_terima(
        butir.pk, oleh=k.kepala_asal, per=per, catatan="BAST 12"
    )
    assert (hasil.catatan, hasil.selesai_oleh) == ("BAST 12", k.kepala_asal)
    with pytest.raises(WrongMoment, match="sudah selesai"):
        serah_terima.tandai_serah_terima(butir.pk, oleh=k.kabid, per=per)


def test_keberatan_dalam_21_hari_kerja_diputus_ppk(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    BarisKeputusan.objects.filter(usulan=usulan).update(petikan_diterima=date(2026, 5, 25))
    batas = jam(ambil(usulan), usulan.keputusan.get().keputusan, per=date(2026, 6, 1)).ajukan
    assert orang.pengguna is not None
    with pytest.raises(OutOfReach):
        acts.ajukan_keberatan(usulan.pk, oleh=k.analis, per=batas, alasan=ALASAN)
    with pytest.raises(WrongMoment, match="paling sedikit 30 huruf"):
        acts.ajukan_keberatan(usulan.pk, oleh=orang.pengguna, per=batas, alasan="Tidak mau")
    satu = acts.terima_keberatan(usulan.pk, oleh=orang.pengguna, per=batas, alasan=ALASAN)
    assert satu is not None
    assert satu.batas == batas
    with pytest.raises(WrongMoment, match="sudah diajukan"):
        acts.ajukan_keberatan(usulan.pk, oleh=orang.pengguna, per=batas, alasan=ALASAN)
    judul = "Keberatan atas sebuah keputusan menunggu putusan"
    assert Pemberitahuan.objects.filter(judul=judul, untuk=k.bupati).exists()

    with pytest.raises(NotAllowed, match="diputus oleh PPK"):
        acts.putuskan_keberatan(satu.pk, oleh=k.kabid, per=batas, kabul=True, pertimbangan=TIMBANG)
    with pytest.raises(WrongMoment, match="Tulis pertimbangannya"):
        acts.putuskan_keberatan(satu.pk, oleh=k.bupati, per=batas, kabul=True, pertimbangan="Ya")
    acts.putuskan_keberatan(satu.pk, oleh=k.bupati, per=batas, kabul=True, pertimbangan=TIMBANG)

    satu.refresh_from_db()
    assert (satu.putusan, satu.diputus_oleh) == ("dikabulkan", k.bupati)
    minta = "Keberatan dikabulkan: susun keputusan pencabutan atau ralat"
    assert Pemberitahuan.objects.filter(judul=minta, untuk=k.analis).exists()
    assert ambil(usulan).status == S.SK_DITETAPKAN  # only a new decree takes it back
    with pytest.raises(WrongMoment, match="sudah diputus"):
        acts.putuskan_keberatan(
            satu.pk, oleh=k.bupati, per=batas, kabul=False, pertimbangan=TIMBANG
        )


def test_keberatan_terlambat_ditolak_dengan_tanda_terima(k: Pelaksana) -> None:
    orang = berakun("SITI", staf(k.unit["sd1"]))
    usulan = ber_sk(orang, staf(k.unit["sd2"]), k)
    BarisKeputusan.objects.filter(usulan=usulan).update(petikan_diterima=date(2026, 5, 25))
    per = date(2026, 7, 31)
    assert orang.pengguna is not None
    with pytest.raises(WrongMoment, match="Batas mengajukan keberatan adalah") as galat:
        acts.ajukan_keberatan(usulan.pk, oleh=orang.pengguna, per=per, alasan=ALASAN)
    assert galat.value.kode == "lewat_batas"
    assert acts.terima_keberatan(usulan.pk, oleh=orang.pengguna, per=per, alasan=ALASAN) is None
    assert not KeberatanMutasi.objects.exists()
    terima = Pemberitahuan.objects.get(untuk=orang.pengguna, judul__startswith="Tanda terima")
    assert "Masuk 31-07-2026" in terima.isi
    assert Peristiwa.objects.filter(tindakan="mutasi.keberatan.terlambat").count() == 1
    # A letter received in time is in time, whenever somebody writes it down.
    surat = acts.Surat("SK-1", date(2026, 6, 2))
    baris = acts.catat_surat_keberatan(
        usulan.pk, oleh=k.analis, per=per, alasan=ALASAN, surat=surat
    )
    assert baris.wakil

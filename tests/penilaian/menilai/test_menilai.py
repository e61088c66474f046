"""Assessors, heads, feedback, counselling, follow-up: who sees, who may, who learns nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jejak.models import IsiPeristiwa
from organisasi.izin import Peran
from organisasi.models import Pemberitahuan
from pegawai.models import RiwayatKinerja
from penilaian.models import (
    KeadaanTindakLanjut,
    Konseling,
    PejabatPenilai,
    TindakLanjut,
    UmpanBalik,
)
from penilaian.selectors.hubungan_nilai import dinilai_oleh, pasangan_seorang
from penilaian.selectors.penilai import penilai_untuk
from penilaian.selectors.umpan import umpan_tentang
from penilaian.services import konseling as acts_konseling
from penilaian.services.tindak_lanjut import terima_usul, tolak_usul, usulkan_tindak_lanjut
from penilaian.services.umpan import tulis_umpan
from tests.factories import keberatan as perkara
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from toolkit.policy import NotAllowed, NotYours, OutOfReach, WrongMoment

pytestmark = [pytest.mark.django_db]
PER = date(2026, 6, 1)
PESAN = "Laporan bulan ini rapi dan tepat waktu."


@pytest.fixture
def para(pada_hari_ini: Any) -> perkara.Para:
    """SITI at SD 1, assessed on paper by the head of her school, above him BU KEPALA DINAS."""
    p = perkara.para()
    for siapa, penilai in ((p.pegawai, p.penilai), (p.penilai, p.atasan)):
        PejabatPenilai.objects.create(
            pegawai=siapa, penilai=penilai, mulai=date(2025, 1, 1), dasar="SK 1",
            dicatat_pada=timezone.now(), dicatat_oleh=p.analis,
        )  # fmt: skip
    return p


def _klien(siapa: Any) -> Client:
    klien = Client(raise_request_exception=False)
    klien.force_login(getattr(siapa, "pengguna", None) or siapa)
    return klien


def _status(siapa: Any, nama: str, *args: Any) -> int:
    return _klien(siapa).get(reverse(f"penilaian:{nama}", args=args)).status_code


def _isi(siapa: Any, nama: str, *args: Any, kueri: str = "") -> str:
    jawaban = _klien(siapa).get(reverse(f"penilaian:{nama}", args=args) + kueri)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


# --- whom somebody assesses ----------------------------------------------------------------------
@pytest.mark.sekali
def test_whom_somebody_assesses_is_the_inverse_of_who_assesses_whom(para: perkara.Para) -> None:
    unit = para.unit
    from pegawai.models import JenisJabatan, Pegawai

    kursi = {
        nama: peg.pegawai(
            f"KEPALA {nama}",
            post=peg.formasi(
                unit[nama],
                peg.jabatan(f"Kepala {nama}", jenis=JenisJabatan.STRUKTURAL, unit=unit[nama],
                            eselon_id=eselon),
            ),
        )
        for nama, eselon in (("disdik", "22"), ("bkd", "22"), ("bidang", "31"), ("akar", "21"))
    }  # fmt: skip
    peg.pegawai("STAF", post=peg.formasi(unit["bidang"], peg.jabatan("Analis")))

    semua = penilai_untuk(None, per=PER)

    for satu in [*kursi.values(), para.penilai, para.atasan, para.pegawai]:
        milik = dinilai_oleh(satu.pk, per=PER).saring(Pegawai.objects.all())
        harus = {pk for pk, pasangan in semua.items() if pasangan.penilai_id == satu.pk}
        assert set(milik.values_list("pk", flat=True)) == harus, satu.nama
    for pk, pasangan in semua.items():
        assert pasangan_seorang(Pegawai.objects.get(pk=pk), per=PER) == pasangan


# --- pages ---------------------------------------------------------------------------------------
@pytest.mark.sekali
def test_the_giving_head_opens_the_page_of_his_people_and_the_receiving_head_does_not(
    para: perkara.Para,
) -> None:
    siti = para.pegawai.pk

    assert _status(para.penilai, "menilai-orang", siti) == 200
    assert _status(para.penerima, "menilai-orang", siti) == 404
    assert _status(para.penerima, "umpan", siti) == 404
    assert _status(para.operator, "menilai-orang", siti) == 403
    assert _status(para.penilai, "menilai-orang", para.penilai.pk) == 403
    assert _status(para.analis, "menilai-orang", siti) == 200
    assert _status(para.pegawai, "menilai") == 403


@pytest.mark.sekali
def test_the_assessor_sees_who_waits_the_last_score_and_his_own_spread(para: perkara.Para) -> None:
    perkara.hasil_siap(para, disampaikan=date(2026, 5, 20), diakui=None)

    halaman = _isi(para.penilai, "menilai")
    assert "Anda menilai <strong>1 orang</strong>. Tahun 2025: 0 datanya lengkap" in halaman
    assert "Predikat kinerja tahunan: belum ada" in halaman
    assert "<strong>80,00</strong>" in halaman
    assert "SITI NURAINI" in _isi(para.penilai, "menilai", kueri="?belum=ya")
    assert "kurang dari 5 orang" in _isi(para.penilai, "menilai-sebaran")
    assert "Anda tidak menilai siapa pun" in _isi(para.penerima, "menilai")
    assert "Akun ini tidak terhubung" in _isi(para.kabid, "menilai")
    orang = _isi(para.penilai, "menilai-orang", para.pegawai.pk)
    assert 'nilai <strong class="skor-besar">80</strong>' in orang
    for bagian, kata in (("kerja", "Belum ada inovasi"), ("umpan", "Tulis umpan balik")):
        kueri = f"?bagian={bagian}"
        assert kata in _isi(para.penilai, "menilai-orang", para.pegawai.pk, kueri=kueri)
    jauh = _isi(para.kabid, "menilai-orang", para.pegawai.pk, kueri="?bagian=umpan")
    assert "hanya terbuka bagi pegawai ini" in jauh


# --- feedback ------------------------------------------------------------------------------------
@pytest.mark.sekali
def test_feedback_is_read_by_the_person_his_assessor_the_superior_and_nobody_else(
    para: perkara.Para,
) -> None:
    siti, penilai, atasan = para.pegawai, para.penilai.pengguna, para.atasan.pengguna
    awal = tulis_umpan(siti.pk, PESAN, per=PER, oleh=penilai)
    tulis_umpan(
        siti.pk, "Terima kasih, akan saya jaga.", balas=awal.pk, per=PER, oleh=siti.pengguna
    )

    def jumlah(siapa: Any) -> int | None:
        u = umpan_tentang(siti, siapa, per=PER)
        return None if u is None else u.jumlah

    assert [jumlah(s) for s in (siti.pengguna, penilai, atasan)] == [2, 2, 2]
    lain = (para.penerima.pengguna, para.kabid, para.kepala, para.analis, para.operator)
    assert [jumlah(s) for s in lain] == [None] * 5
    assert [_status(s, "umpan", siti.pk) for s in (penilai, atasan, para.kabid)] == [200, 200, 404]
    assert "Balasan SITI NURAINI" in _isi(penilai, "umpan", siti.pk)
    assert "<strong>2 pesan</strong>" in _isi(siti, "umpan-saya")
    untuk = Pemberitahuan.objects.values_list("untuk", "judul")
    assert (siti.pengguna_id, "Ada umpan balik baru tentang pekerjaan Anda") in untuk
    assert any(pk == para.penilai.pengguna_id for pk, _ in untuk)
    # The trail says that somebody wrote, never what.
    assert not any(PESAN in str(isi) for isi in IsiPeristiwa.objects.values_list("isi", flat=True))


@pytest.mark.sekali
def test_only_those_near_the_work_write_and_a_team_head_reads_what_he_began(
    para: perkara.Para,
) -> None:
    from penilaian.models import AnggotaTim, TimKerja

    siti, ketua = para.pegawai, para.penerima
    with pytest.raises(OutOfReach):
        tulis_umpan(siti.pk, PESAN, per=PER, oleh=ketua.pengguna)
    with pytest.raises(WrongMoment, match="ditulis oleh pegawai itu sendiri"):
        tulis_umpan(siti.pk, PESAN, per=PER, oleh=para.atasan.pengguna)
    with pytest.raises(WrongMoment, match="sedikitnya 10 huruf"):
        tulis_umpan(siti.pk, "ya", per=PER, oleh=para.penilai.pengguna)
    rahasia = tulis_umpan(siti.pk, "Pesan penilai saja.", per=PER, oleh=para.penilai.pengguna)
    tim = TimKerja.objects.create(
        unit=para.unit["sd1"], nama="Tim Literasi", mandat="Membaca", dasar="ST 1",
        mulai=date(2026, 1, 1), dibuat_pada=timezone.now(), dibuat_oleh=para.analis,
    )  # fmt: skip
    for orang, peran in ((ketua, "ketua"), (siti, "anggota")):
        AnggotaTim.objects.create(
            tim=tim, pegawai=orang, peran=peran, porsi=Decimal(50), mulai=date(2026, 1, 1)
        )

    baru = tulis_umpan(siti.pk, PESAN, per=PER, oleh=ketua.pengguna)

    assert baru.tim == tim
    u = umpan_tentang(siti, ketua.pengguna, per=PER)
    assert u is not None
    assert [t.awal.isi for t in u.utas] == [PESAN]
    with pytest.raises(OutOfReach):
        tulis_umpan(siti.pk, PESAN, balas=rahasia.pk, per=PER, oleh=ketua.pengguna)
    assert "SITI NURAINI" in _isi(ketua, "umpan-saya")


@pytest.mark.sekali
def test_a_message_is_sent_from_the_page_and_an_empty_one_comes_back(para: perkara.Para) -> None:
    klien, url = _klien(para.penilai), reverse("penilaian:umpan", args=[para.pegawai.pk])

    assert klien.post(url, {"isi": ""}).status_code == 422
    assert klien.post(url, {"isi": PESAN}).status_code == 302
    assert UmpanBalik.objects.get().isi == PESAN
    assert _klien(para.kabid).post(url, {"isi": PESAN}).status_code == 404


# --- counselling ---------------------------------------------------------------------------------
@pytest.mark.sekali
def test_counselling_is_known_to_the_two_only_and_its_note_is_encrypted(para: perkara.Para) -> None:
    siti, konselor = para.pegawai.pengguna, para.kabid
    satu = acts_konseling.minta_konseling(konselor.pk, "Soal keluarga", per=PER, oleh=siti)
    with pytest.raises(WrongMoment, match="masih berjalan"):
        acts_konseling.minta_konseling(konselor.pk, "Lagi", per=PER, oleh=siti)
    with pytest.raises(NotAllowed):
        acts_konseling.minta_konseling(para.operator.pk, "Soal lain", per=PER, oleh=siti)
    with pytest.raises(WrongMoment, match="tidak terhubung dengan data pegawai"):
        acts_konseling.minta_konseling(para.kepala.pk, "Soal", per=PER, oleh=para.analis)
    with pytest.raises(WrongMoment, match="Tetapkan jadwalnya dahulu"):
        acts_konseling.selesaikan(satu.pk, "Catatan panjang", per=PER, oleh=konselor)
    with pytest.raises(NotAllowed):
        acts_konseling.jadwalkan(satu.pk, PER, per=PER, oleh=siti)
    with pytest.raises(WrongMoment, match="sudah lewat"):
        acts_konseling.jadwalkan(satu.pk, date(2026, 5, 1), per=PER, oleh=konselor)
    acts_konseling.jadwalkan(satu.pk, PER, per=PER, oleh=konselor)
    acts_konseling.selesaikan(satu.pk, "Rahasia berdua saja.", per=PER, oleh=konselor)

    sandi = bytes(Konseling.objects.get().catatan_sandi or b"")
    assert b"Rahasia" not in sandi
    assert "Rahasia berdua saja." in _isi(siti, "konseling-rincian", satu.pk)
    assert "Rahasia berdua saja." in _isi(konselor, "konseling-rincian", satu.pk)
    lain = (para.kepala, para.analis, para.penilai, para.atasan,
            org.pengguna(Peran.INSPEKTORAT), org.pengguna(Peran.ADMIN_SISTEM),
            org.pengguna(Peran.DPO))  # fmt: skip
    assert {_status(s, "konseling-rincian", satu.pk) for s in lain} == {404}
    url = reverse("penilaian:konseling-langkah", args=[satu.pk, "batal"])
    assert {_klien(s).post(url).status_code for s in lain} == {404}
    jejak = " ".join(str(isi) for isi in IsiPeristiwa.objects.values_list("isi", flat=True))
    assert "Soal keluarga" not in jejak
    assert "Rahasia" not in jejak
    for siapa in (para.kepala, org.pengguna(Peran.INSPEKTORAT), org.pengguna(Peran.DPO)):
        halaman = _klien(siapa).get(reverse("organisasi:jejak"))
        assert halaman.status_code == 200
        assert "Konseling ·" not in halaman.content.decode()
    with pytest.raises(WrongMoment, match="sudah selesai"):
        acts_konseling.batalkan(satu.pk, oleh=siti)


@pytest.mark.sekali
def test_counselling_is_asked_for_and_held_through_its_pages(para: perkara.Para) -> None:
    siti, konselor = _klien(para.pegawai), _klien(para.penilai)
    url = reverse("penilaian:konseling")
    assert siti.post(url, {"hal": ""}).status_code == 422
    isi = {"konselor": para.penilai.pengguna_id, "hal": "Beban kerja"}

    assert siti.post(url, isi).status_code == 302
    pk = Konseling.objects.get().pk
    langkah = {a: reverse("penilaian:konseling-langkah", args=[pk, a])
               for a in ("jadwal", "selesai", "batal", "lain")}  # fmt: skip
    assert konselor.post(langkah["lain"]).status_code == 404
    assert konselor.post(langkah["jadwal"], {"jadwal": ""}).status_code == 422
    assert konselor.post(langkah["jadwal"], {"jadwal": "2026-06-01"}).status_code == 302
    assert konselor.post(langkah["selesai"], {"catatan": "pendek"}).status_code == 422
    assert "Beban kerja" in _isi(para.penilai, "konseling")
    assert siti.post(langkah["batal"]).status_code == 302
    assert Konseling.objects.get().keadaan == "dibatalkan"


# --- follow-up -----------------------------------------------------------------------------------
def _hasil_buruk(para: perkara.Para) -> Any:
    hasil = perkara.hasil_siap(para, disampaikan=date(2026, 5, 20), diakui=None)
    RiwayatKinerja.objects.create(pegawai=para.pegawai, tahun=2025, predikat="KURANG")
    return hasil


def test_proposals_are_made_once_decided_by_another_and_seen_by_the_person_when_accepted(
    para: perkara.Para,
) -> None:
    hasil = _hasil_buruk(para)
    with pytest.raises(NotAllowed):
        usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.penilai.pengguna)
    pertama = usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.analis)
    kedua = usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.analis)
    usul = TindakLanjut.objects.get()

    assert (pertama.baru, kedua.baru, kedua.dibuang) == (1, 0, 0)
    assert (usul.jenis, usul.dasar) == ("pembinaan", "Predikat Kurang.")
    assert "Predikat Kurang." not in _isi(para.pegawai, "umpan-saya")
    with pytest.raises(OutOfReach):
        terima_usul(usul.pk, "Didampingi tiga bulan.", per=PER, oleh=para.penerima.pengguna)
    with pytest.raises(NotAllowed):
        terima_usul(usul.pk, "Didampingi tiga bulan.", per=PER, oleh=para.analis)
    with pytest.raises(WrongMoment, match="alasan sedikitnya"):
        terima_usul(usul.pk, "ya", per=PER, oleh=para.penilai.pengguna)
    terima_usul(usul.pk, "Didampingi tiga bulan.", per=PER, oleh=para.penilai.pengguna)
    with pytest.raises(WrongMoment, match="sudah diputuskan"):
        tolak_usul(usul.pk, "Tidak jadi dilakukan.", per=PER, oleh=para.kabid)
    assert "Didampingi tiga bulan." in _isi(para.pegawai, "umpan-saya")
    # What was decided is not proposed again, also after the ground is gone or a later run.
    RiwayatKinerja.objects.update(predikat="BAIK")
    usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.analis)
    assert TindakLanjut.objects.get().keadaan == KeadaanTindakLanjut.DITERIMA


def test_a_ground_that_is_gone_takes_its_undecided_proposal_along(para: perkara.Para) -> None:
    hasil = _hasil_buruk(para)
    usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.analis)
    RiwayatKinerja.objects.update(predikat="BAIK")

    lagi = usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.analis)

    assert (lagi.baru, lagi.dibuang, TindakLanjut.objects.count()) == (0, 1, 0)


@pytest.mark.sekali
def test_nobody_decides_about_himself_and_the_list_filters(para: perkara.Para) -> None:
    hasil = _hasil_buruk(para)
    usulkan_tindak_lanjut(hasil.penilaian_id, per=PER, oleh=para.analis)
    sendiri = perkara.hasil(hasil.penilaian, para.penilai, disampaikan=date(2026, 5, 20))
    milik = TindakLanjut.objects.create(
        hasil=sendiri, jenis="penghargaan", dasar="Predikat naik.", dibuat_pada=timezone.now()
    )
    usul = TindakLanjut.objects.get(jenis="pembinaan")

    daftar = _isi(para.penilai, "tindak-lanjut")
    assert "SITI NURAINI" in daftar
    assert "Predikat naik." not in daftar
    assert "Tidak ada usul yang cocok" in _isi(
        para.penilai, "tindak-lanjut", kueri="?keadaan=diterima"
    )
    with pytest.raises(NotYours):
        terima_usul(milik.pk, "Saya layak menerimanya.", per=PER, oleh=para.penilai.pengguna)
    url = reverse("penilaian:tindak-lanjut-putuskan", args=[usul.pk])
    klien = _klien(para.penilai)
    assert klien.post(url, {"putusan": "terima", "alasan": ""}).status_code == 422
    isi = {"putusan": "tidak", "alasan": "Sudah dibina sejak awal tahun."}
    assert klien.post(url, isi).status_code == 302
    usul.refresh_from_db()
    assert usul.keadaan == KeadaanTindakLanjut.TIDAK_DITERIMA
    assert _klien(para.analis).post(reverse("penilaian:tindak-lanjut-hitung")).status_code == 302

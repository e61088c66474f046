"""The rules of the road stop their acts at the desks where those are done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mutasi.alur import StatusUsulan
from mutasi.models import (
    Keputusan,
    Persetujuan,
    PertekBkn,
    StatusKeputusan,
    UsulanMutasi,
)
from organisasi.models import NilaiKetentuan, Pengguna
from pegawai.models import GerbangKhusus, HubunganKeluarga, Pegawai
from penilaian.models import KeadaanKriteria, Kriteria, SetKriteria
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.factories.sidang import sidangkan
from tests.helpers.layar import masuk
from tests.mutasi.aturan_jalan import layar
from tests.mutasi.aturan_jalan.layar import Langgar, ubah

S = StatusUsulan
FAKTA = {"kode": "pangkat", "bunyi": "Pangkatnya berubah.", "sejak": "2026-05-30"}


def _ketentuan(kode: str, nilai: Any) -> None:
    NilaiKetentuan.objects.create(kode=kode, nilai=nilai, mulai=date(2026, 1, 1), dasar="uji")


def _pilkada(penetapan: str) -> None:
    _ketentuan("tanggal_penetapan_paslon", penetapan)


# -- Handing over to the TPK: rules about the file, and warnings about the case.


def _tanpa_jabatan(k: f.Kantor, u: UsulanMutasi) -> None:
    ubah(u, ke=None, tujuan_luar="Belum ditetapkan")


def _satu_kursi(k: f.Kantor, u: UsulanMutasi) -> None:
    """Somebody of the file leaves the seat only after his successor has come."""
    lain = f.draf(k)
    ubah(lain, ke=u.ke)


def _kriteria_agama(k: f.Kantor, u: UsulanMutasi) -> None:
    kini = timezone.now()
    satu = SetKriteria.objects.create(
        keluarga="mutasi", kode="uji_h23", versi=1, nama="Kriteria uji", dasar="uji",
        dibuat_pada=kini, dibuat_oleh=k.analis,
    )  # fmt: skip
    Kriteria.objects.create(
        perangkat=satu, urutan=1, kode="agama", bunyi="Agama pegawai sesuai daerah", dasar="uji",
        sumber="kehadiran", satuan="tingkat", skala="linear",
        parameter={"dari": "0", "sampai": "1"}, bobot=100, bukti="-", bila_kosong="tidak_lengkap",
    )  # fmt: skip
    SetKriteria.objects.filter(pk=satu.pk).update(
        keadaan=KeadaanKriteria.TERBIT, berlaku_mulai=date(2026, 5, 1), diperiksa_pada=kini,
        diperiksa_oleh=k.kabid, diterbitkan_pada=kini, diterbitkan_oleh=k.kepala, teks="{}",
        sha256="0" * 64,
    )  # fmt: skip


SERAH: tuple[Langgar, ...] = (
    Langgar("H20", "dikaji", _tanpa_jabatan, "Tetapkan jabatan tujuannya",
            frozenset({"H03"})),
    Langgar("H22", "dikaji", _satu_kursi, "Kosongkan kursinya lebih dahulu"),
    Langgar("H23", "dikaji", _kriteria_agama, "terbitkan versi baru"),
)  # fmt: skip


def _kerabat(k: f.Kantor, u: UsulanMutasi) -> None:
    lain = f.orang(f.kursi(k.tujuan))
    HubunganKeluarga.objects.create(pegawai=u.pegawai, kerabat=lain, jenis="saudara", mulai=f.PER)


def _keadaan(k: f.Kantor, u: UsulanMutasi) -> None:
    alamat = reverse("mutasi:usulan-catat", kwargs={"pk": u.pk, "kunci": "keadaan"})
    assert masuk(k.analis).post(alamat, {"ada": "ya"}).status_code == 302
    hapus = masuk(k.analis).post(alamat, {"ada": "tidak"})
    assert "pernyataan itu tetap" in layar.teks(hapus)


AWAS: tuple[Langgar, ...] = (
    Langgar("W08", "dikaji", _kerabat),
    Langgar("W11", "dikaji", lambda k, u: ubah(u, fakta_berubah=[FAKTA])),
    Langgar("W12", "dikaji", lambda k, u: u.alasan_w.filter(kode="W12").delete()),
    Langgar("W13", "dikaji", _keadaan),
)


def _serahkan(k: f.Kantor, u: UsulanMutasi) -> None:
    kepala, analis = masuk(k.kepala), masuk(k.analis)
    for satu in SERAH:
        with layar.sementara():
            satu.rusak(k, u)
            jawaban = layar.tekan(kepala, u, "serahkan")
            assert jawaban.status_code == 422, satu.kode
            layar.periksa_kalimat(layar.teks(jawaban), satu.kode, satu.obat, satu.bersama)
            assert f.ambil(u).status == S.DIKAJI
    for satu in AWAS:
        with layar.sementara():
            satu.rusak(k, u)
            jawaban = layar.tekan(kepala, u, "serahkan")
            assert jawaban.status_code == 422, satu.kode
            layar.periksa_kalimat(layar.teks(jawaban), satu.kode, "paling sedikit 30 huruf")
            layar.tulis_alasan(analis, u, satu.kode, "Perlu.")
            assert layar.tekan(kepala, u, "serahkan").status_code == 422
            layar.tulis_alasan(analis, u, satu.kode, layar.CUKUP)
            layar.tekan(kepala, u, "serahkan")
            assert f.ambil(u).status == S.SIDANG_TPK, satu.kode


# -- The desks.


def _meja(siapa: Pengguna, meja: str, aksi: str, *usulan: UsulanMutasi, **isi: str) -> Any:
    kirim = {"aksi": aksi, "yakin": "ya", "pilih": [str(u.pk) for u in usulan], **isi}
    return masuk(siapa).post(reverse(f"mutasi:{meja}-putuskan"), kirim)


def _bkn(siapa: Pengguna, bagian: str, langkah: str, u: UsulanMutasi, **isi: str) -> Any:
    alamat = reverse("mutasi:meja-bkn-langkah", kwargs={"bagian": bagian, "langkah": langkah})
    return masuk(siapa).post(alamat, {"pilih": str(u.pk), "yakin": "ya", **isi})


def _pyb(k: f.Kantor, u: UsulanMutasi) -> None:
    with layar.sementara():  # what the minutes name is not what lies here now
        ubah(u, versi=u.versi + 1)
        jawaban = _meja(k.sekda, "meja-pyb", "setujui_pyb", u)
        layar.periksa_kalimat(layar.teks(jawaban), "H14", "sidang berikutnya")
        assert f.ambil(u).status == S.DIREKOMENDASI


def _kedua(k: f.Kantor, u: UsulanMutasi) -> None:
    with layar.sementara():  # the TPK takes him only in place of another
        sidangkan(k, [u], "alternatif")
        pendek = _meja(k.sekda, "meja-pyb", "setujui_pyb", u, alasan="Perlu.")
        assert pendek.status_code == 422
        assert "W10" in layar.teks(pendek)
        _meja(k.sekda, "meja-pyb", "setujui_pyb", u, alasan=layar.CUKUP)
        assert f.ambil(u).status == S.DISETUJUI_PYB
    k.bawaan.pop("tim", None)


def _ppk(k: f.Kantor, u: UsulanMutasi) -> None:
    tanpa = _meja(k.bupati, "meja-ppk", "setujui_ppk", u, alasan="")
    assert tanpa.status_code == 422
    assert "H26" in layar.teks(tanpa)
    assert f.ambil(u).status == S.MENUNGGU_PPK


def _diam(k: f.Kantor, u: UsulanMutasi) -> None:
    with layar.sementara():
        PertekBkn.objects.filter(usulan=u).update(otomatis_pada=f.PER)
        pendek = _bkn(k.operator, "tunggu", "otomatis", u, alasan="Diam.")
        assert "W14" in layar.teks(pendek)
        assert f.ambil(u).status == S.DIUSULKAN_BKN
        _bkn(k.operator, "tunggu", "otomatis", u, alasan=layar.CUKUP)
        assert f.ambil(u).status == S.MENUNGGU_PPK


@pytest.mark.sekali
def test_H15_stops_the_desk_of_bkn_until_both_letters_name_the_post(k: f.Kantor) -> None:
    masuk = f.draf(k, jenis="antar_masuk", pegawai=f.orang(None), rute="B1", asal_luar="Kota")
    masuk = f.jalankan(k, f.ambil(masuk), S.PROSES_ANTAR_INSTANSI)
    jawaban = _bkn(k.operator, "antar", "lengkapi", masuk)
    layar.periksa_kalimat(layar.teks(jawaban), "H15", "Lengkapi surat usul PPK penerima")
    assert f.ambil(masuk).status == S.PROSES_ANTAR_INSTANSI


def _pelaku(k: f.Kantor, u: UsulanMutasi) -> None:
    sendiri = layar.tekan(masuk(k.penyusun), u, "verifikasi", catatan=layar.CATATAN)
    assert sendiri.status_code == 403
    layar.periksa_kalimat(layar.teks(sendiri), "H24", "pejabat lain dengan peran sama")
    with layar.sementara():
        analis = f.orang(f.kursi(k.asal))
        Pegawai.objects.filter(pk=analis.pk).update(pengguna=k.analis)
        HubunganKeluarga.objects.create(
            pegawai=u.pegawai, kerabat=analis, jenis="anak", mulai=f.PER
        )
        kerabat = layar.tekan(masuk(k.analis), u, "verifikasi", catatan=layar.CATATAN)
        assert kerabat.status_code == 403
        layar.periksa_kalimat(layar.teks(kerabat), "H24", "pejabat lain dengan peran sama")
        assert "anak" not in layar.teks(kerabat)


# -- The decree.


def _gerbang(k: f.Kantor, u: UsulanMutasi) -> None:
    GerbangKhusus.objects.create(
        kode="uji", pola_unit="Dinas Sosial", dokumen="Persetujuan", instansi="Mendagri",
        sebelum="sk", dasar="uji",
    )  # fmt: skip


def _pj(k: f.Kantor, u: UsulanMutasi) -> None:
    k.bawaan["penandatangan"] = fk.penandatangan(k, k.bupati, kedudukan="pj", sebutan="Pj. Bupati")


SK: tuple[Langgar, ...] = (
    Langgar("H12", "sk", lambda k, u: _pilkada("2026-09-22"), "izin tertulis Mendagri"),
    Langgar("H13", "sk", _pj, "tunggu PPK definitif"),
    Langgar("H16", "sk",
            lambda k, u: PertekBkn.objects.update(berlaku_sampai=date(2026, 5, 1)),
            "Usulkan lewat I-MUT"),
    Langgar("H18", "sk", _gerbang, "Lengkapi Persetujuan dari Mendagri"),
    Langgar("H25", "sk", lambda k, u: PertekBkn.objects.update(tanggal=date(2026, 6, 9)),
            "Tetapkan SK paling awal 9 Juni 2026"),
    Langgar("H26", "sk",
            lambda k, u: Persetujuan.objects.filter(aksi="setujui_ppk").update(alasan="Ya"),
            "Lengkapi keputusannya"),
)  # fmt: skip


def _tetapkan(bupati: Client, sk: Keputusan) -> Any:
    alamat = reverse("mutasi:keputusan-tetapkan", args=[sk.pk])
    return bupati.post(alamat, {"sidik": sk.sidik, "yakin": "on"})


def _sk(k: f.Kantor, u: UsulanMutasi) -> None:
    bupati, penanda = masuk(k.bupati), fk.penanda_ppk(k)
    for satu in SK:
        with layar.sementara():
            satu.rusak(k, u)
            jawaban = _tetapkan(bupati, fk.bernomor(k, fk.draf(k, [u])))
            assert jawaban.status_code == 409, satu.kode
            layar.periksa_kalimat(layar.teks(jawaban), satu.kode, satu.obat, satu.bersama)
            assert f.ambil(u).status == S.DISETUJUI_PPK
            k.bawaan["penandatangan"] = penanda
    sk = fk.bernomor(k, fk.draf(k, [u]))
    _tetapkan(bupati, sk)
    assert Keputusan.objects.get(pk=sk.pk).status == StatusKeputusan.DITETAPKAN
    tolak = masuk(k.penyusun).post(reverse("mutasi:keputusan-ubah", args=[sk.pk]))
    assert tolak.status_code == 409
    layar.periksa_kalimat(layar.teks(tolak), "H27", "Terbitkan dokumen baru")


# Where the case stands, and what is tried there before it goes on.
JALAN = (
    (S.DIAJUKAN, _pelaku),
    (S.DIKAJI, _serahkan),
    (S.SIDANG_TPK, _kedua),
    (S.DIREKOMENDASI, _pyb),
    (S.DIUSULKAN_BKN, _diam),
    (S.MENUNGGU_PPK, _ppk),
    (S.DISETUJUI_PPK, _sk),
)


@pytest.mark.sekali
def test_one_case_is_stopped_at_every_desk_by_the_rule_that_is_broken_there(k: f.Kantor) -> None:
    """H24; H20, H22, H23 with W08, W11, W12, W13; H14 and W10; W14; H26; H12, H13, H16, H18, H25,
    and H27 on what was signed."""
    u = f.draf(k, jenjang="pengawas")
    for status, coba in JALAN:
        u = f.jalankan(k, f.ambil(u), status)
        coba(k, u)

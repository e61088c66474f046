"""I-MUT and pertek with their clock; letters between instansi; permits from outside."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from mutasi.alur import Gerbang, StatusUsulan
from mutasi.models import AlasanUsulan, DokumenMasuk, PertekBkn, UsulanMutasi
from mutasi.selectors.meja_izin import izin_diminta
from mutasi.services import antar_instansi, bkn, izin_luar
from mutasi.services.surat_luar import IsiSurat, catat_surat, ganti_surat, simpan
from organisasi.models import HariLibur, NilaiKetentuan, Pemberitahuan
from organisasi.services.berkas_tercecer import hapus_berkas_tercecer
from pegawai.models import GerbangKhusus
from tests.factories import jalan as f
from tests.helpers import dunia_meja as m
from toolkit.policy import NotAllowed, Refusal

S = StatusUsulan
PERTEK = bkn.IsiPertek("PERTEK/9", date(2026, 6, 4), m.PDF)


def _disetujui_pyb(k: f.Kantor, **isi: Any) -> UsulanMutasi:
    u = m.direkomendasi(k, jenjang="pengawas", **isi)
    return f.jalankan(k, u, S.DISETUJUI_PYB)


def _usulkan(k: f.Kantor, u: UsulanMutasi, per: date = f.PER, alasan: str = "") -> Any:
    (h,) = bkn.usulkan_bkn(
        [u.pk], nomor_imut="IM-1", diusulkan=per, oleh=k.operator, per=per, alasan=alasan
    )
    return h


def test_a_submission_has_its_fifth_and_its_sixth_working_day(k: f.Kantor) -> None:
    """Monday 1 June; Thursday is a holiday, so day 5 is Tuesday 9 and silence counts on 10."""
    HariLibur.objects.create(tanggal=date(2026, 6, 4), nama="Libur")
    u = _disetujui_pyb(k)

    assert _usulkan(k, u).berhasil

    pertek = PertekBkn.objects.get()
    assert (pertek.batas, pertek.otomatis_pada) == (date(2026, 6, 9), date(2026, 6, 10))
    assert f.ambil(u).tenggat == pertek.batas


def test_h16_a_pertek_has_a_number_a_day_a_file_and_answers_what_was_asked(k: f.Kantor) -> None:
    u = _disetujui_pyb(k)
    _usulkan(k, u)
    hari = date(2026, 6, 8)

    with pytest.raises(Refusal, match="nomor dan berkasnya"):
        bkn.catat_pertek([u.pk], replace(PERTEK, berkas=b""), oleh=k.operator, per=hari)
    with pytest.raises(Refusal, match="PDF, JPG, atau PNG"):
        bkn.catat_pertek([u.pk], replace(PERTEK, berkas=b"MZ"), oleh=k.operator, per=hari)
    with pytest.raises(NotAllowed):
        bkn.catat_pertek([u.pk], PERTEK, oleh=k.analis, per=hari)
    dini = replace(PERTEK, tanggal=date(2026, 5, 31))
    (h,) = bkn.catat_pertek([u.pk], dini, oleh=k.operator, per=hari)
    assert h.kalimat == "Tanggal surat tidak boleh sebelum 1 Juni 2026."
    (h,) = bkn.catat_pertek([u.pk], PERTEK, oleh=k.operator, per=hari)

    pertek = PertekBkn.objects.get()
    assert h.berhasil
    assert (pertek.hasil, pertek.nomor, len(pertek.berkas_sha256)) == ("terbit", "PERTEK/9", 64)
    assert f.ambil(u).status == S.MENUNGGU_PPK


def test_w14_silence_is_recorded_by_a_person_from_day_six_with_words(k: f.Kantor) -> None:
    u = _disetujui_pyb(k)
    _usulkan(k, u)
    kata = "BKN tidak menjawab; layar I-MUT menunjukkan disetujui otomatis."

    (h,) = bkn.catat_otomatis([u.pk], oleh=k.operator, per=date(2026, 6, 8), alasan=kata)
    assert h.kalimat == "Persetujuan otomatis baru ada pada 9 Juni 2026."
    (h,) = bkn.catat_otomatis([u.pk], oleh=k.operator, per=date(2026, 6, 9), alasan="diam")
    assert h.kalimat == "Tulis penjelasan paling sedikit 30 huruf (W14)."
    (h,) = bkn.catat_otomatis([u.pk], oleh=k.operator, per=date(2026, 6, 9), alasan=kata)

    assert h.berhasil
    assert PertekBkn.objects.get().hasil == "otomatis"
    assert AlasanUsulan.objects.get(usulan=u, kode="W14").alasan == kata
    assert f.ambil(u).status == S.MENUNGGU_PPK


def test_where_silence_is_never_approval_nobody_can_record_it(k: f.Kantor) -> None:
    NilaiKetentuan.objects.filter(kode="pertek_otomatis_hari_kerja").update(nilai=0)
    u = _disetujui_pyb(k)
    _usulkan(k, u)

    (h,) = bkn.catat_otomatis([u.pk], oleh=k.operator, per=date(2026, 12, 1), alasan=m.ALASAN)

    assert h.kalimat == "Menurut ketentuan yang berlaku, diamnya BKN tidak menjadi persetujuan."


def test_the_worker_reminds_and_decides_nothing(k: f.Kantor) -> None:
    u = _disetujui_pyb(k)
    _usulkan(k, u)

    assert [bkn.ingatkan_bkn(per=date(2026, 6, h)) for h in (5, 8, 9)] == [0, 1, 1]

    pesan = Pemberitahuan.objects.filter(untuk=k.operator).latest("pk")
    assert u.pegawai.nama not in f"{pesan.judul}{pesan.isi}"
    assert f.ambil(u).status == S.DIUSULKAN_BKN


def test_what_bkn_returned_is_sent_again_only_with_what_was_mended(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k, jenjang="pengawas"), S.DIKEMBALIKAN_BKN)

    assert _usulkan(k, u).kalimat == "Tulis penjelasan paling sedikit 30 huruf (W14)."
    assert _usulkan(k, u, alasan="SKP dua tahun terakhir sudah dilampirkan ke I-MUT.").berhasil

    hasil = PertekBkn.objects.order_by("pk").values_list("hasil", flat=True)
    assert list(hasil) == ["dikembalikan", ""]


def test_what_bkn_refused_goes_back_to_study_with_its_remarks(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k, jenjang="pengawas"), S.DITOLAK_BKN)

    assert u.singgah.get(keluar_pada__isnull=True).alasan == "Belum dua tahun pada jabatan."
    assert not _usulkan(k, u).berhasil


def test_papers_are_kept_with_their_hash_and_replaced_never_edited(k: f.Kantor) -> None:
    u = f.kasus(k, S.DIAJUKAN)
    isi = IsiSurat("D06", "800/1", date(2026, 5, 4), "Inspektorat", berkas=m.PDF)
    catat: dict[str, Any] = {"oleh": k.analis, "per": f.PER}
    for salah, kode in (
        (replace(isi, jenis="D99"), "jenis"), (replace(isi, nomor=" "), "kosong"),
        (replace(isi, berkas=m.PDF + b"0" * 10 * 1024 * 1024), "ukuran"),
    ):  # fmt: skip
        with pytest.raises(Refusal) as galat:
            catat_surat([u.pk], salah, **catat)
        assert galat.value.kode == kode
    with pytest.raises(Refusal, match="tidak boleh di masa depan"):
        catat_surat([u.pk], replace(isi, tanggal=date(2026, 7, 1)), **catat)
    (h,) = catat_surat([u.pk], isi, oleh=k.hukum, per=f.PER)
    assert "tidak ditemukan" in h.kalimat

    assert catat_surat([u.pk], isi, **catat)[0].berhasil
    lama = DokumenMasuk.objects.get()
    with pytest.raises(Refusal, match="tidak ditemukan"):
        ganti_surat(lama.pk, isi, oleh=k.hukum, per=f.PER)
    baru = ganti_surat(lama.pk, replace(isi, jenis="D10", penerbit="BPK", nomor="9"), **catat)

    lama.refresh_from_db()
    assert (lama.nomor, len(lama.berkas_sha256), lama.diganti_oleh) == ("800/1", 64, k.analis)
    # A statement of Inspektorat is good for six months, of whichever paper it is now.
    assert (baru.jenis, baru.nomor, baru.berlaku_sampai) == ("D06", "9", date(2026, 11, 4))
    with pytest.raises(Refusal, match="sudah diganti"):
        ganti_surat(lama.pk, isi, **catat)


def test_a_scan_of_an_act_that_was_rolled_back_goes_and_one_taken_up_again_stays(
    k: f.Kantor,
) -> None:
    u = f.kasus(k, S.DIAJUKAN)
    isi = IsiSurat("D06", "800/1", date(2026, 5, 4), "Inspektorat", berkas=m.PDF)
    lama = (timezone.now() - timedelta(days=2)).timestamp()

    with transaction.atomic():
        catat_surat([u.pk], isi, oleh=k.analis, per=f.PER)
        transaction.set_rollback(True)
    (berkas,) = (Path(settings.MEDIA_ROOT) / "dokumen-masuk").rglob("*.pdf")
    os.utime(berkas, (lama, lama))
    assert simpan(m.PDF, "dokumen-masuk", per=f.PER).nama.endswith(berkas.name)
    assert hapus_berkas_tercecer() == 0  # chosen a moment ago: its row is on the way
    os.utime(berkas, (lama, lama))
    assert hapus_berkas_tercecer() == 1

    catat_surat([u.pk], isi, oleh=k.analis, per=f.PER)
    os.utime(berkas, (lama, lama))
    assert hapus_berkas_tercecer() == 0
    assert Path(DokumenMasuk.objects.get().berkas.path).read_bytes() == m.PDF


def _antar(k: f.Kantor, rute: str = "B1") -> UsulanMutasi:
    siapa = f.orang(None)
    ke = f.kursi(k.tujuan)
    u = f.draf(k, jenis="antar_masuk", pegawai=siapa, ke=ke, rute=rute, asal_luar="Kota Contoh")
    return f.jalankan(k, f.ambil(u), S.PROSES_ANTAR_INSTANSI)


def _surat(jenis: str, jabatan: str, hari: date = f.PER) -> IsiSurat:
    return IsiSurat(jenis, "800/12", hari, "PPK", jabatan_disebut=jabatan, berkas=m.PDF)


def test_h15_both_letters_name_the_post_before_bkn_hears_of_it(k: f.Kantor) -> None:
    u = _antar(k)
    assert u.ke is not None
    nama = u.ke.jabatan.nama

    def coba(*surat: IsiSurat) -> str:
        for satu in surat:
            catat_surat([u.pk], satu, oleh=k.operator, per=f.PER)
        (h,) = antar_instansi.lengkapi_banyak([u.pk], oleh=k.operator, per=f.PER)
        return h.kalimat

    assert "Surat usul PPK penerima belum lengkap" in coba()
    assert "jabatan yang diusulkan" in coba(_surat("usul_ppk", nama), _surat("setuju_ppk", "Guru"))
    assert "sebelum usul" in coba(_surat("setuju_ppk", nama, date(2026, 5, 1)))
    assert coba(_surat("setuju_ppk", nama)) == "Surat antarinstansi lengkap; usulan diteruskan."

    assert DokumenMasuk.objects.filter(usulan=u, diganti_pada__isnull=True).count() == 2
    assert f.ambil(u).status == S.DISETUJUI_PYB


def test_h15_between_provinces_mendagri_is_asked_before_bkn(k: f.Kantor) -> None:
    u = _antar(k, "B2")
    assert u.ke is not None
    for jenis in ("usul_ppk", "setuju_ppk"):
        catat_surat([u.pk], _surat(jenis, u.ke.jabatan.nama), oleh=k.operator, per=f.PER)

    with pytest.raises(Refusal, match="koordinasi Mendagri") as galat:
        antar_instansi.lengkapi_antar(u.pk, oleh=k.operator, per=f.PER)
    assert galat.value.kode == "H15"
    catat_surat([u.pk], _surat("D11", ""), oleh=k.operator, per=f.PER)
    antar_instansi.lengkapi_antar(u.pk, oleh=k.operator, per=f.PER)

    assert f.ambil(u).status == S.DISETUJUI_PYB


def _khusus(u: UsulanMutasi, penerbit: str) -> None:
    assert u.ke is not None
    GerbangKhusus.objects.create(
        kode=penerbit.upper(), pola_jabatan=f"^{u.ke.jabatan.nama}$", dokumen="Persetujuan",
        instansi=penerbit, sebelum="sk", dasar="uji",
    )  # fmt: skip


def test_h18_a_case_that_needs_several_permits_waits_for_all(k: f.Kantor) -> None:
    u = _disetujui_pyb(k)
    for penerbit in ("Gubernur", "Pimpinan DPRD"):
        _khusus(u, penerbit)  # became special after the case was handed in
    assert Gerbang.IZIN not in u.gerbang
    f.tulis_alasan(k, u)
    _usulkan(k, u)
    bkn.catat_pertek([u.pk], replace(PERTEK, tanggal=f.PER), oleh=k.operator, per=f.PER)
    u = f.ambil(u)
    assert u.status == S.IZIN_LUAR
    satu, dua = izin_diminta([u], per=f.PER)[u.pk]
    isi = IsiSurat("", "100/7", f.PER, "", berkas=m.PDF)

    (h,) = izin_luar.catat_izin([u.pk], satu.kunci, isi, oleh=k.operator, per=f.PER)
    assert h.kalimat == f"Izin dicatat; masih menunggu Persetujuan dari {dua.penerbit}."
    (h,) = izin_luar.teruskan_izin([u.pk], oleh=k.operator, per=f.PER)
    assert h.kalimat == f"Belum ada Persetujuan dari {dua.penerbit}."
    (h,) = izin_luar.catat_izin([u.pk], "H18|lain|lain", isi, oleh=k.operator, per=f.PER)
    assert h.kalimat == "Izin ini tidak diminta untuk usulan ini."
    (h,) = izin_luar.catat_izin([u.pk], dua.kunci, isi, oleh=k.operator, per=f.PER)

    assert h.kalimat == "Semua izin sudah ada; usulan menunggu keputusan PPK."
    assert f.ambil(u).status == S.MENUNGGU_PPK


def test_h12_in_a_window_mendagri_is_asked_for_each_name(k: f.Kantor) -> None:
    NilaiKetentuan.objects.filter(kode="tanggal_pelantikan_kepala_daerah").update(
        nilai="2026-02-20"
    )
    u = f.jalankan(k, m.direkomendasi(k, jenjang="pengawas"), S.IZIN_LUAR)
    (izin,) = izin_diminta([u], per=f.PER)[u.pk]
    isi = IsiSurat("", "100.2/7", f.PER, "", berkas=b"")

    assert (izin.kode, izin.penerbit) == ("H12", "Mendagri")
    with pytest.raises(Refusal, match="berkas izin"):
        izin_luar.catat_izin([u.pk], izin.kunci, isi, oleh=k.operator, per=f.PER)
    (h,) = izin_luar.catat_penolakan_izin(
        [u.pk], izin.kunci, isi, oleh=k.operator, per=f.PER, alasan="Ditolak Mendagri."
    )

    assert h.berhasil
    assert f.ambil(u).status == S.DITOLAK
    assert DokumenMasuk.objects.get(usulan=u).ditolak

"""The desks on screen: what waits, what follows, one decision for many, the report."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mutasi.alur import StatusUsulan
from mutasi.models import DokumenMasuk, Penandatangan, Persetujuan, PertekBkn, UsulanMutasi
from organisasi.izin import Peran
from organisasi.models import Pengguna
from pegawai.models import HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.helpers import dunia_meja as m
from tests.helpers.layar import masuk

pytestmark = pytest.mark.sekali
S = StatusUsulan
MAKS_KUERI, MAKS_BYTE = 20, 150_000


def _buka(siapa: Pengguna, nama: str, **kueri: Any) -> str:
    jawaban = masuk(siapa).get(reverse(f"mutasi:{nama}"), kueri)
    assert jawaban.status_code == 200
    return jawaban.content.decode()


def _teks(isi: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", isi))


def test_the_desks_with_300_rows_stay_small(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k, jenjang="pengawas"), S.DIUSULKAN_BKN)
    m.gandakan(u, 299)
    ukuran = {}
    for siapa, nama, status in (
        (k.sekda, "meja-pyb", S.DIREKOMENDASI),
        (k.operator, "meja-bkn", S.DIUSULKAN_BKN),
        (k.operator, "meja-bkn", S.IZIN_LUAR),
        (k.operator, "meja-bkn", S.PROSES_ANTAR_INSTANSI),
        (k.bupati, "meja-ppk", S.MENUNGGU_PPK),
    ):
        UsulanMutasi.objects.update(status=status)
        klien = masuk(siapa)
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            isi = klien.get(reverse(f"mutasi:{nama}")).content
        ukuran[status.value] = (len(kueri), len(isi))
        assert isi.count(b'name="pilih"') == 100
    klien = masuk(k.bupati)
    with CaptureQueriesContext(connection) as kueri:
        kirim = {"aksi": "setujui_ppk", "semua": "ya"}
        isi = klien.post(reverse("mutasi:meja-ppk-putuskan"), kirim).content
    ukuran["tanya"] = (len(kueri), len(isi))

    assert isi.count(b'name="pilih"') == 300
    assert {n: u for n, u in ukuran.items() if u[0] > MAKS_KUERI or u[1] > MAKS_BYTE} == {}


def test_the_ppk_sees_what_follows_before_he_decides(k: f.Kantor) -> None:
    Penandatangan.objects.create(
        pengguna=k.bupati, kedudukan="definitif", sebutan="Bupati Contoh", mulai=f.PER,
        dasar="UU", dicatat_pada=k.berkas.dibuat_pada, dicatat_oleh=k.hukum,
    )  # fmt: skip
    depan, ikut = m.berantai(k)
    klien, alamat = masuk(k.bupati), reverse("mutasi:meja-ppk-putuskan")
    pilih = f"{depan.pk}:{depan.versi}"

    meja = _teks(_buka(k.bupati, "meja-ppk"))
    setuju = _teks(klien.post(alamat, {"aksi": "setujui_ppk", "pilih": pilih}).content.decode())
    tolak = {"aksi": "tolak_ppk", "pilih": pilih}
    tanya = _teks(klien.post(alamat, tolak).content.decode())
    pendek = klien.post(alamat, {**tolak, "yakin": "ya", "alasan": "Tidak."})
    hasil = klien.post(alamat, {**tolak, "yakin": "ya", "alasan": m.ALASAN, "rantai": "on"})

    assert "2 usulan menunggu keputusan PPK" in meja
    assert "SK Bupati Contoh: 1 nama" in setuju
    assert f"jabatan lama diisi {ikut.pegawai.nama}" in setuju
    assert "menyimpang dari TPK dan PyB" in tanya
    assert "1 usulan lain kehilangan kursi yang ditunggunya (H22)" in tanya
    assert pendek.status_code == 422
    assert "Tulis paling sedikit 30 huruf." in pendek.content.decode()
    assert "1 usulan dicatat" in _teks(hasil.content.decode())
    assert Persetujuan.objects.get(usulan=depan, aksi="tolak_ppk").menyimpang


def test_the_pyb_decides_many_and_reads_a_report_per_row(k: f.Kantor) -> None:
    satu, dua = m.direkomendasi(k), m.direkomendasi(k)
    UsulanMutasi.objects.filter(pk=dua.pk).update(versi=2)
    isi = {"aksi": "setujui_pyb", "yakin": "ya", "pilih": [f"{u.pk}:1" for u in (satu, dua)]}

    jawaban = masuk(k.sekda).post(reverse("mutasi:meja-pyb-putuskan"), isi)

    teks = _teks(jawaban.content.decode())
    assert "1 usulan dicatat , 1 tidak" in teks
    assert "Isi usulan berubah sejak Anda membukanya" in teks
    assert f.ambil(satu).status == S.MENUNGGU_PPK


def test_the_pybs_own_and_his_kins_cases_wait_on_the_ppks_desk(k: f.Kantor) -> None:
    milik, kerabat, biasa = (m.direkomendasi(k) for _ in range(3))
    Pegawai.objects.filter(pk=milik.pegawai_id).update(pengguna=k.sekda)
    HubunganKeluarga.objects.create(
        pegawai=milik.pegawai, kerabat=kerabat.pegawai, jenis="anak", mulai=f.PER
    )

    pyb, ppk = _buka(k.sekda, "meja-pyb"), _buka(k.bupati, "meja-ppk")

    assert pyb.count("bukan Anda") == 2
    assert "2 usulan menunggu langkah PyB yang Anda ambil" in _teks(ppk)
    assert biasa.pegawai.nama not in ppk
    isi = {"aksi": "setujui_pyb", "yakin": "ya", "pilih": [str(milik.pk), str(kerabat.pk)]}
    hasil = masuk(k.bupati).post(reverse("mutasi:meja-ppk-ganti"), isi)
    assert "2 usulan dicatat" in _teks(hasil.content.decode())


def test_an_empty_desk_says_so_and_nonsense_breaks_nothing(k: f.Kantor) -> None:
    UsulanMutasi.objects.update(status=S.DIKAJI)

    assert "Tidak ada usulan yang menunggu keputusan PyB" in _teks(_buka(k.sekda, "meja-pyb"))
    assert "Tumpukan ini kosong" in _buka(k.operator, "meja-bkn", bagian="zz", berkas="zz")
    kirim = {"aksi": "zz", "pilih": ["zz", "", "x:y"], "yakin": "ya"}
    isi = masuk(k.sekda).post(reverse("mutasi:meja-pyb-putuskan"), kirim).content.decode()
    assert "Tidak ada yang dapat diputus" in isi
    kirim["pilih"] = [str(pk) for pk in UsulanMutasi.objects.values_list("pk", flat=True)]
    isi = masuk(k.sekda).post(reverse("mutasi:meja-pyb-putuskan"), kirim).content.decode()
    assert isi.count("Usulan ini sekarang berkeadaan “Dikaji, menunggu Kepala BKPSDM”") == 4


def _langkah(siapa: Pengguna, bagian: str, langkah: str, **isi: Any) -> Any:
    alamat = reverse("mutasi:meja-bkn-langkah", kwargs={"bagian": bagian, "langkah": langkah})
    return masuk(siapa).post(alamat, isi)


def _scan() -> SimpleUploadedFile:
    return SimpleUploadedFile("surat.pdf", m.PDF)


def test_the_operator_takes_a_case_through_bkn_on_screen(k: f.Kantor) -> None:
    u = f.jalankan(k, m.direkomendasi(k, jenjang="pengawas"), S.DISETUJUI_PYB)
    siapa, pilih = k.operator, {"pilih": str(u.pk), "yakin": "ya"}

    tanya = _langkah(siapa, "usul", "usulkan", pilih=str(u.pk))
    kosong = _langkah(siapa, "usul", "usulkan", **pilih, nomor_imut="")
    usul = _langkah(siapa, "usul", "usulkan", **pilih, nomor_imut="IM-7", diusulkan="2026-06-01")
    pertek = _langkah(
        siapa, "tunggu", "pertek", **pilih, nomor="P/1", tanggal="2026-06-01", memuat="on",
        berkas=_scan(),
    )  # fmt: skip

    assert [r.status_code for r in (tanya, kosong, usul, pertek)] == [200, 422, 200, 200]
    assert "Diusulkan ke BKN." in usul.content.decode()
    assert "Pertek dicatat." in pertek.content.decode()
    baris = PertekBkn.objects.get()
    unduh = masuk(k.analis).get(reverse("mutasi:meja-pertek", args=[baris.pk]))
    assert unduh.getvalue() == m.PDF
    assert _langkah(siapa, "usul", "tolak").status_code == 404
    assert _langkah(k.analis, "usul", "usulkan", **pilih).status_code == 403


def test_letters_and_permits_are_laid_to_the_ticked_cases_on_screen(k: f.Kantor) -> None:
    u = f.draf(k, jenis="antar_masuk", pegawai=f.orang(None), rute="B1", asal_luar="Kota Contoh")
    u = f.jalankan(k, f.ambil(u), S.PROSES_ANTAR_INSTANSI)
    assert u.ke is not None
    pilih = {"pilih": str(u.pk), "yakin": "ya"}
    surat = {
        **pilih, "nomor": "800/1", "tanggal": "2026-06-01", "penerbit": "Bupati Contoh",
        "jabatan_disebut": u.ke.jabatan.nama, "memuat": "on",
    }  # fmt: skip

    for jenis in ("usul_ppk", "setuju_ppk"):
        _langkah(k.operator, "antar", "surat", **surat, jenis=jenis, berkas=_scan())
    meja = _buka(k.operator, "meja-bkn", bagian="antar")
    hasil = _langkah(k.operator, "antar", "lengkapi", **pilih)

    assert 'tanda-pas">lengkap' in meja
    assert "Surat antarinstansi lengkap" in hasil.content.decode()
    dokumen = DokumenMasuk.objects.filter(usulan=u).latest("pk")
    unduh = masuk(k.operator).get(reverse("mutasi:meja-dokumen", args=[dokumen.pk]))
    assert unduh.getvalue() == m.PDF
    luar = masuk(k.hukum).get(reverse("mutasi:meja-dokumen", args=[dokumen.pk]))
    assert luar.status_code == 403


def test_a_paper_is_recorded_on_screen_by_bkd(k: f.Kantor) -> None:
    u = m.direkomendasi(k)
    d = m.kertas(k.sekda, Peran.PYB, u.berkas.nomor, catat=k.analis, sah=k.kabid)
    klien, alamat = masuk(k.analis), reverse("mutasi:meja-kertas-catat", args=[d.pk])

    daftar = _teks(_buka(k.analis, "meja-kertas"))
    tanpa = klien.post(alamat, {"aksi": "setujui_pyb"})
    hasil = klien.post(alamat, {"aksi": "setujui_pyb", "pilih": str(u.pk)})

    assert f"Catat untuk {u.berkas.nomor}" in daftar
    assert "Centang usulan yang diputus" in tanpa.content.decode()
    assert "Dicatat dari kertas. Disetujui PyB." in hasil.content.decode()
    assert klien.get(reverse("mutasi:meja-kertas-catat", args=[999])).status_code == 404


@pytest.mark.parametrize("nama", ["meja-pyb", "meja-ppk", "meja-bkn", "meja-kertas"])
def test_an_employee_has_no_desk(k: f.Kantor, nama: str) -> None:
    u = m.direkomendasi(k)

    assert masuk(f.akun(u)).get(reverse(f"mutasi:{nama}")).status_code == 403

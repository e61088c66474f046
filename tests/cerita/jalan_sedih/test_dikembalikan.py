"""Returned by the analyst, the Kabid, the TPK, the PyB, the PPK; and changed after approvals."""

from __future__ import annotations

import pytest

from mutasi.alur import StatusUsulan
from mutasi.models import UsulanMutasi
from tests.factories import jalan as f
from tests.factories.sidang import sidangkan
from tests.helpers.cerita import Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
LENGKAPI = "SK jabatan terakhir belum ada di arsip; lampirkan lebih dahulu."
TUNDA = "TPK menunggu hasil analisis beban kerja unit tujuan yang baru."
DATA = "Bezetting unit tujuan bulan ini belum sama dengan yang tertulis di lembar."
SEBAB = "Jabatan semula dihapus; dipilih jabatan lain di unit yang sama."


def test_a_case_comes_back_from_every_desk_that_may_return_it(k: f.Kantor, p: Peramban) -> None:
    u = f.kasus(k, S.DIAJUKAN)
    _analis_lalu_kabid(k, p, u)
    f.jalankan(k, f.ambil(u), S.SIDANG_TPK)
    _tpk_menunda(k, p, u)
    _pyb_lalu_ppk(k, p, u)
    f.jalankan(k, f.ambil(u), S.DISETUJUI_PPK)
    assert set(u.persetujuan.sah().values_list("versi", flat=True)) == {3}
    jejak_menjelaskan(u)


def _analis_lalu_kabid(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    """Back to its proposer, who reads why, mends and hands in again: a version more each time."""
    assert (
        "kembalikan" not in p.tombol(k.operator, u)
        if not p.tertutup(k.operator, "usulan-rincian", u.pk)
        else True
    )
    pendek = p.ditolak(k.analis, "usulan-aksi", u.pk, "kembalikan", alasan="Kurang")
    assert "10" in pendek, "a reason that helps"
    p.aksi(k.analis, u, "kembalikan", alasan=LENGKAPI)
    assert diberi_tahu(k.penyusun, "dikembalikan untuk diperbaiki")
    assert LENGKAPI in p.baca(k.penyusun, "usulan-rincian", u.pk)
    assert "verifikasi" not in p.tombol(k.analis, u), "it lies with its proposer now"
    assert p.tombol(k.penyusun, u) >= {"ajukan", "tarik"}
    p.kirim(
        k.penyusun, "berkas-baris-ubah", u.berkas_id, u.pk, alasan=f.ALASAN + " SK dilampirkan."
    )
    p.aksi(k.penyusun, u, "ajukan")
    assert (f.ambil(u).status, f.ambil(u).versi) == (S.DIAJUKAN, 2)
    f.jalankan(k, f.ambil(u), S.DIVERIFIKASI)
    p.aksi(k.kabid, u, "kembalikan", alasan=LENGKAPI)
    p.aksi(k.penyusun, u, "ajukan")
    assert f.ambil(u).versi == 3
    halaman = p.baca(k.kabid, "usulan-rincian", u.pk)
    assert "gugur: Diajukan lagi sesudah dikembalikan." in halaman, (
        "what was verified counts no more"
    )
    assert "periksa" not in p.tombol(k.kabid, u), "the analyst looks again first"


def _tpk_menunda(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    sidangkan(k, [f.ambil(u)], "ditunda")
    assert f.ambil(u).status == S.DITUNDA
    for siapa in (k.analis, k.kabid, k.kepala):
        assert diberi_tahu(siapa, "TPK menunda usulan mutasi")
    assert not diberi_tahu(f.akun(u), "TPK menunda"), "not the employee's to hear"
    assert p.tombol(k.kabid, u) >= {"kaji-ulang"}
    p.aksi(k.kabid, u, "kaji-ulang", alasan=TUNDA)
    p.aksi(k.kepala, u, "serahkan")
    assert f.ambil(u).status == S.SIDANG_TPK


def _pyb_lalu_ppk(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    f.jalankan(k, f.ambil(u), S.DIREKOMENDASI)
    p.putuskan(k.sekda, "meja-pyb", "kembalikan_pyb", u, alasan=DATA)
    assert f.ambil(u).status == S.DIKAJI
    assert diberi_tahu(k.kepala, "PyB mengembalikan")
    assert DATA in p.baca(k.kepala, "usulan-rincian", u.pk)
    f.jalankan(k, f.ambil(u), S.MENUNGGU_PPK)
    p.putuskan(k.bupati, "meja-ppk", "kembalikan_ppk", u, alasan=DATA)
    assert f.ambil(u).status == S.DIKAJI
    assert diberi_tahu(k.kabid, "PPK mengembalikan")
    assert p.tombol(k.kepala, u) >= {"serahkan"}, "the road goes on from the study"


def test_content_changed_after_approvals_voids_them_and_goes_the_road_again(
    k: f.Kantor, p: Peramban
) -> None:
    u = f.kasus(k, S.MENUNGGU_PPK)
    lama, lain = u.versi, f.kursi(k.tujuan)
    ubah = {"ke": f"#{lain.pk}", "tmt": "2026-07-01", "jenis": "rotasi", "alasan": f.ALASAN}
    assert "Sebab" in p.ditolak(k.penyusun, "usulan-ubah", u.pk, **ubah, sebab="")

    p.kirim(k.penyusun, "usulan-ubah", u.pk, **ubah, sebab=SEBAB)

    kini = f.ambil(u)
    assert (kini.status, kini.versi, kini.ke_id) == (S.DIAJUKAN, lama + 1, lain.pk)
    assert not kini.persetujuan.sah().exists(), "nobody has approved this content"
    halaman = p.baca(k.kabid, "usulan-rincian", u.pk)
    assert halaman.count(f"gugur: Isi diubah: {SEBAB}") == u.persetujuan.count()
    assert u.pegawai.nama not in p.baca(k.bupati, "meja-ppk")
    usang = p.kirim(k.bupati, "meja-ppk-putuskan", aksi="setujui_ppk", yakin="ya",
                    pilih=[f"{u.pk}:{lama}"], alasan=f.SETUJU)  # fmt: skip
    assert "Disetujui PPK" not in usang, "the page he had open approves nothing"
    assert f.ambil(u).status == S.DIAJUKAN
    sendiri = p.ditolak(k.penyusun, "usulan-aksi", u.pk, "verifikasi", catatan=f.CATATAN)
    assert "H24" in sendiri, "who changed it does not verify it"

    f.jalankan(k, kini, S.SIAP_DIBERITAHUKAN)
    p.aksi(k.analis, u, "beritahukan", cara="Dipanggil atasan")
    belum = p.ditolak(k.kabid, "usulan-aksi", u.pk, "kaji")
    assert "kesediaan" in belum.lower(), "his yes was to the old post"
    milik = p.baca(f.akun(u), "usulan-saya-rincian", u.pk)
    assert lain.jabatan.nama in milik
    f.jalankan(k, f.ambil(u), S.DISETUJUI_PPK)
    assert set(u.persetujuan.sah().values_list("versi", flat=True)) == {lama + 1}
    jejak_menjelaskan(u)

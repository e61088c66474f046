"""Refused: the head of an office, whose words travel on to the TPK; and the PPK, who ends it."""

from __future__ import annotations

import pytest

from mutasi.alur import StatusUsulan
from mutasi.models import TelaahUnit, UsulanMutasi
from tests.factories import jalan as f
from tests.helpers.cerita import Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
KEBERATAN = "Dua dari tiga operator sedang cuti melahirkan; kantor tutup bila ia pergi."
TOLAK = "Jabatan tujuan dihapus pada penataan organisasi bulan depan; pindah sekarang sia-sia."


def test_a_head_objects_and_the_ppk_refuses_and_the_person_is_free_again(
    k: f.Kantor, p: Peramban
) -> None:
    u = f.kasus(k, S.DITELAAH_UNIT)
    _kepala_keberatan(k, p, u)

    f.jalankan(k, f.ambil(u), S.SIDANG_TPK)
    assert KEBERATAN in p.baca(k.anggota_tpk[0], "usulan-lembar", u.pk), "the TPK reads his words"

    f.jalankan(k, f.ambil(u), S.MENUNGGU_PPK)
    _ppk_menolak(k, p, u)
    _tertutup_dan_disampaikan(k, p, u)
    _boleh_diusulkan_lagi(k, p, u)
    jejak_menjelaskan(u)


def _kepala_keberatan(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    asal = TelaahUnit.objects.get(usulan=u, sisi="asal")
    tanpa = p.ditolak(k.kepala_asal, "telaah-jawab", asal.pk, setuju="tidak", alasan="")
    assert "Tulis alasan keberatan unit" in tanpa
    p.kirim(k.kepala_asal, "telaah-jawab", asal.pk, setuju="tidak", alasan=KEBERATAN)
    halaman = p.baca(k.kabid, "usulan-rincian", u.pk)
    assert KEBERATAN in halaman
    assert f"Jawaban {k.tujuan.nama} (unit tujuan), batas" in halaman, "one answer is missing"
    tujuan = TelaahUnit.objects.get(usulan=u, sisi="tujuan")
    p.kirim(k.kepala_tujuan, "telaah-jawab", tujuan.pk, setuju="ya")
    assert f.ambil(u).status == S.SIAP_DIBERITAHUKAN, "an objection stops nothing"
    assert diberi_tahu(k.analis, "siap diberitahukan")


def _ppk_menolak(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    isi = {"aksi": "tolak_ppk", "pilih": str(u.pk), "yakin": "ya"}
    pendek = p.ditolak(k.bupati, "meja-ppk-putuskan", alasan="Tidak.", **isi)
    assert "paling sedikit 30 huruf" in pendek
    assert "W10" in pendek, "the TPK had recommended him"
    assert f.ambil(u).status == S.MENUNGGU_PPK
    p.putuskan(k.bupati, "meja-ppk", "tolak_ppk", u, alasan=TOLAK)
    assert f.ambil(u).status == S.DITOLAK


def _tertutup_dan_disampaikan(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    akun, nama = f.akun(u), u.pegawai.nama
    for siapa in (k.penyusun, k.analis, k.kabid, k.kepala, k.sekda, k.bupati):
        assert p.tombol(siapa, u) == set(), "nothing leads on from a closed case"
    assert nama not in p.baca(k.bupati, "meja-ppk")
    assert "tidak dapat lagi" in p.ditolak(k.kabid, "usulan-aksi", u.pk, "kaji-ulang",
                                           alasan="Mohon dipertimbangkan lagi.")  # fmt: skip
    assert diberi_tahu(k.penyusun, "Usulan mutasi tidak dilanjutkan")
    assert diberi_tahu(akun, "tentang Anda tidak dilanjutkan")
    milik = p.baca(akun, "usulan-saya-rincian", u.pk)
    assert "Tidak dilanjutkan" in milik
    assert TOLAK in milik, "he may read why (H26)"
    assert KEBERATAN not in milik, "what his head wrote is not his page's to tell"
    assert TOLAK in p.baca(k.inspektorat, "pengawasan-bagian", "tpk"), "a departure is overseen"


def _boleh_diusulkan_lagi(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    berkas, ke = k.berkas_baru("Rombongan Agustus"), f.kursi(k.tujuan)
    baru = {"pegawai": u.pegawai.nip, "ke": f"#{ke.pk}", "jenis": "rotasi",
            "alasan": f.ALASAN, "tmt": "2026-08-01"}  # fmt: skip
    p.kirim(k.penyusun, "berkas-baris-tambah", berkas.pk, **baru)
    lagi = UsulanMutasi.objects.get(berkas=berkas)
    assert (lagi.pegawai_id, lagi.status) == (u.pegawai_id, S.DRAF)

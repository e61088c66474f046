"""Pertek refused: returned with remarks and sent again with words (W14); refused, it is studied
anew or ended, never merely sent once more."""

from __future__ import annotations

import pytest

from mutasi.alur import StatusUsulan
from mutasi.models import PertekBkn, UsulanMutasi
from tests.factories import jalan as f
from tests.helpers.cerita import Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
NSPK = "SKP tahun 2024 belum diunggah ke I-MUT."
DIPERBAIKI = "SKP 2024 yang bertanda tangan sudah diunggah dan diperiksa operator."
SYARAT = "Belum dua tahun pada jabatan terakhir."


def _bkn(p: Peramban, k: f.Kantor, bagian: str, langkah: str, u: UsulanMutasi, **isi: str) -> str:
    """A step at the desk of BKN that is taken or reported per row."""
    return p.kirim(k.operator, "meja-bkn-langkah", bagian, langkah, pilih=str(u.pk), yakin="ya",
                   **isi)  # fmt: skip


def test_bkn_returns_then_refuses_and_the_case_is_studied_anew_or_ended(
    k: f.Kantor, p: Peramban
) -> None:
    u, akhir = (f.kasus(k, S.DIUSULKAN_BKN, jenjang="pengawas") for _ in range(2))
    _dikembalikan_lalu_diusulkan_lagi(k, p, u)
    for satu in (u, akhir):
        _bkn(p, k, "tunggu", "tolak", satu, tanggal="2026-06-01", catatan=SYARAT)
        assert f.ambil(satu).status == S.DITOLAK_BKN
    _ditolak_tidak_diusulkan_lagi(k, p, u)

    p.aksi(k.kabid, u, "kaji-ulang", alasan="TMT digeser sesudah dua tahun terpenuhi.")
    f.jalankan(k, f.ambil(u), S.MENUNGGU_PPK)
    assert list(u.pertek.order_by("pk").values_list("hasil", flat=True)) == [
        "dikembalikan", "ditolak", "terbit",
    ]  # fmt: skip
    _diakhiri(k, p, akhir)
    jejak_menjelaskan(u, akhir)


def _dikembalikan_lalu_diusulkan_lagi(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    alamat = ("meja-bkn-langkah", "tunggu", "kembali")
    kosong = p.ditolak(k.operator, *alamat, pilih=str(u.pk), yakin="ya", tanggal="2026-06-01")
    assert "Catatan NSPK" in kosong, "what BKN asked for must be written"
    _bkn(p, k, "tunggu", "kembali", u, tanggal="2026-06-01", catatan=NSPK)
    assert f.ambil(u).status == S.DIKEMBALIKAN_BKN
    for siapa in (k.analis, k.kabid, k.kepala):
        assert diberi_tahu(siapa, "BKN mengembalikan usulan mutasi")
    assert NSPK in p.baca(k.kabid, "usulan-rincian", u.pk)
    assert NSPK in p.baca(k.operator, "meja-bkn", bagian="kembali")
    assert u.pegawai.nama not in p.baca(k.bupati, "meja-ppk")

    usul = {"nomor_imut": "IM-8", "diusulkan": "2026-06-01"}
    assert "(W14)" in _bkn(p, k, "kembali", "usulkan", u, **usul)
    assert f.ambil(u).status == S.DIKEMBALIKAN_BKN, "not the same again without a word"
    _bkn(p, k, "kembali", "usulkan", u, **usul, alasan=DIPERBAIKI)
    assert f.ambil(u).status == S.DIUSULKAN_BKN
    assert PertekBkn.objects.filter(usulan=u, dijawab_pada__isnull=True).count() == 1
    assert u.alasan_w.filter(kode="W14", alasan=DIPERBAIKI).exists()


def _ditolak_tidak_diusulkan_lagi(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    hasil = _bkn(p, k, "kembali", "usulkan", u, nomor_imut="IM-9", diusulkan="2026-06-01",
                 alasan=DIPERBAIKI)  # fmt: skip
    assert "“Ditolak BKN”, jadi tidak dapat lagi mengusulkan ke BKN" in hasil
    assert f.ambil(u).status == S.DITOLAK_BKN
    assert diberi_tahu(k.kabid, "BKN menolak usulan mutasi")
    assert p.tombol(k.kabid, u) >= {"kaji-ulang"}
    assert p.tombol(k.analis, u) == set(), "only another study brings it on"
    assert not diberi_tahu(f.akun(u), "BKN"), "he was not told of the plan, nor of its fate"


def _diakhiri(k: f.Kantor, p: Peramban, u: UsulanMutasi) -> None:
    assert "batalkan" not in p.tombol(k.kabid, u)
    p.aksi(k.sekda, u, "batalkan", alasan="BKN menolak; jabatan diisi calon lain.")
    assert f.ambil(u).status == S.DIBATALKAN
    assert diberi_tahu(k.penyusun, "Usulan mutasi tidak dilanjutkan")
    assert not diberi_tahu(f.akun(u), "tidak dilanjutkan"), "he never knew"
    assert p.tombol(k.kabid, u) == set()

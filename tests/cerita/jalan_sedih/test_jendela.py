"""Window closed: inside the political window nothing structural moves without the minister's word,
by name; who waits is told what is missing, and the paper opens the road."""

from __future__ import annotations

from datetime import date

import pytest

from mutasi.alur import StatusUsulan
from mutasi.models import Keputusan, UsulanMutasi
from mutasi.selectors.meja_izin import izin_diminta
from organisasi.models import NilaiKetentuan
from tests.factories import jalan as f
from tests.factories import keputusan as fk
from tests.helpers.cerita import Peramban, diberi_tahu, jejak_menjelaskan

pytestmark = pytest.mark.sekali
S = StatusUsulan
JENDELA = "20 Februari 2026 sampai 20 Agustus 2026"
SURAT = {"nomor": "100.2.1.3/881/OTDA", "tanggal": "2026-06-01"}


def _jendela() -> None:
    """The regional head took office on 20 February."""
    NilaiKetentuan.objects.create(
        kode="tanggal_pelantikan_kepala_daerah", nilai="2026-02-20", mulai=date(2026, 1, 1),
        dasar="Kep. Mendagri",
    )  # fmt: skip


def _izin(p: Peramban, k: f.Kantor, langkah: str, u: UsulanMutasi, **isi: object) -> str:
    """A step with one case on the heap of permits."""
    (diminta,) = izin_diminta([f.ambil(u)], per=f.PER)[u.pk]
    return p.kirim(k.operator, "meja-bkn-langkah", "izin", langkah, pilih=str(u.pk), yakin="ya",
                   kunci=diminta.kunci, **SURAT, **isi)  # fmt: skip


def test_inside_the_window_the_ministers_word_opens_the_road_or_ends_it(
    k: f.Kantor, p: Peramban
) -> None:
    _jendela()
    u, lain = (f.kasus(k, S.IZIN_LUAR, jenjang="pengawas") for _ in range(2))
    staf = f.kasus(k, S.MENUNGGU_PPK)
    assert staf.status == S.MENUNGGU_PPK, "a pelaksana is not bound, only warned of (W12)"
    meja = p.baca(k.operator, "meja-bkn", bagian="izin")
    assert "Mendagri" in meja
    assert JENDELA in meja
    assert u.pegawai.nama not in p.baca(k.bupati, "meja-ppk"), "the PPK does not decide yet"
    belum = p.kirim(k.operator, "meja-bkn-langkah", "izin", "teruskan", pilih=str(u.pk), yakin="ya")
    assert "Belum ada Persetujuan tertulis dari Mendagri" in belum
    lompat = p.putuskan(k.bupati, "meja-ppk", "setujui_ppk", u)
    assert "Disetujui PPK" not in lompat
    assert {f.ambil(u).status, f.ambil(lain).status} == {S.IZIN_LUAR}

    _izin(p, k, "izin", u, memuat="on", berkas=f.surat())
    assert f.ambil(u).status == S.MENUNGGU_PPK
    _izin(p, k, "tolak-izin", lain, alasan="Mendagri meminta menunggu akhir jendela.")
    assert f.ambil(lain).status == S.DITOLAK
    assert diberi_tahu(k.penyusun, "Usulan mutasi tidak dilanjutkan")
    assert p.tombol(k.kabid, lain) == set()

    p.putuskan(k.bupati, "meja-ppk", "setujui_ppk", u)
    sk = fk.bernomor(k, fk.draf(k, [f.ambil(u)]))
    p.kirim(k.bupati, "keputusan-tetapkan", sk.pk, sidik=sk.sidik, yakin="on")
    assert f.ambil(u).status == S.SK_DITETAPKAN
    jejak_menjelaskan(u, lain, staf)


def test_a_window_that_closed_after_the_approval_stops_the_decree_until_the_paper_comes(
    k: f.Kantor, p: Peramban
) -> None:
    u = f.kasus(k, S.DISETUJUI_PPK, jenjang="pengawas")
    sk = fk.bernomor(k, fk.draf(k, [u]))
    _jendela()
    tetapkan = {"sidik": sk.sidik, "yakin": "on"}
    kata = p.ditolak(k.bupati, "keputusan-tetapkan", sk.pk, **tetapkan)
    assert f"H12 (baris 1): Tanggal SK di dalam jendela {JENDELA}" in kata
    assert "UU 10/2016 Pasal 71" in kata, "by which law"
    assert "Lengkapi izin tertulis Mendagri" in kata, "and what cures it"
    assert Keputusan.objects.get(pk=sk.pk).status == "draf"
    halaman = p.baca(k.bupati, "keputusan-tetapkan", sk.pk)
    assert "H12" in halaman, "said before he presses"

    p.kirim(k.operator, "usulan-catat", u.pk, "dokumen", jenis="izin_mendagri",
            penerbit="Mendagri", berkas=f.surat(), **SURAT)  # fmt: skip
    usang = p.ditolak(k.bupati, "keputusan-tetapkan", sk.pk, **tetapkan)
    assert "Perbarui isi draf, lalu baca lagi" in usang, "the decree has to name the paper"
    _diperbarui(k, p, sk)
    assert f.ambil(u).status == S.SK_DITETAPKAN
    jejak_menjelaskan(u)


def _diperbarui(k: f.Kantor, p: Peramban, sk: Keputusan) -> None:
    """The number comes off, the draft is written anew, numbered again, read and set."""
    p.kirim(k.hukum, "keputusan-lepas-nomor", sk.pk, alasan="Izin Mendagri dicantumkan.")
    p.kirim(k.penyusun, "keputusan-segarkan", sk.pk)
    p.kirim(k.hukum, "keputusan-nomor", sk.pk, nomor=sk.nomor, tanggal="2026-06-01")
    sk.refresh_from_db()
    assert SURAT["nomor"] in sk.isi
    p.kirim(k.bupati, "keputusan-tetapkan", sk.pk, sidik=sk.sidik, yakin="on")

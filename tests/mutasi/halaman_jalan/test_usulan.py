"""The page of one case: where it lies and what lacks; the acts on it with their reasons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from mutasi.models import AlasanUsulan, JawabanTelaah
from mutasi.selectors import alternatif_beku
from organisasi.models import Pengguna
from pegawai.models import HubunganKeluarga, Pegawai
from penilaian.kernel.verdik import Verdik
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.mutasi.halaman_jalan.test_berkas import teks

Sebagai = Callable[[Any], Client]


def rincian(klien: Client, usulan: Any, ujung: str = "") -> str:
    """A page of the case as read."""
    jawaban = klien.get(f"/mutasi/usulan/{usulan.pk}/{ujung}")
    assert jawaban.status_code == 200, jawaban.status_code
    return teks(jawaban)


@pytest.mark.sekali
def test_the_page_says_where_a_case_lies_and_the_button_why_not(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.kasus(kantor, "diajukan")
    pengusul, analis = sebagai(kantor.penyusun), sebagai(kantor.analis)

    terlarang, boleh = rincian(pengusul, usulan), analis.get(f"/mutasi/usulan/{usulan.pk}/")

    assert "di tangan analis BKD/BKPSDM sejak 1 Juni 2026" in terlarang
    assert "Anda sudah bertindak sebagai pengusul" in terlarang
    assert reverse("mutasi:usulan-aksi", args=[usulan.pk, "verifikasi"]) in boleh.content.decode()
    assert "nanti · kepala unit asal dan tujuan" in teks(boleh)
    aturan = rincian(analis, usulan, "aturan/")
    assert "Yang masih kurang sebelum langkah berikutnya" in aturan
    assert "Alasan tertulis untuk" in aturan


@pytest.mark.sekali
def test_reasons_are_written_on_the_page_and_the_act_goes_through(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.kasus(kantor, "diajukan")
    klien = sebagai(kantor.analis)
    url = f"/mutasi/usulan/{usulan.pk}/"

    tanpa = klien.post(f"{url}aksi/verifikasi/", {"catatan": f.CATATAN})
    klien.post(f"{url}alasan/", {"kode": "W06", "alasan": "Diperiksa dari arsip kepegawaian."})
    f.tulis_alasan(kantor, usulan)
    dengan = klien.post(f"{url}aksi/verifikasi/", {"catatan": f.CATATAN})

    assert (tanpa.status_code, "Tulis alasan untuk" in teks(tanpa)) == (422, True)
    assert f.CATATAN in tanpa.content.decode()
    assert AlasanUsulan.objects.filter(usulan=usulan, kode="W06").exists()
    assert (dengan.status_code, f.ambil(usulan).status) == (302, "diverifikasi")
    assert "1 bekuan data" in rincian(klien, usulan, "riwayat/")


@pytest.mark.sekali
def test_the_sheet_before_the_panel_lays_everything_side_by_side(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.kasus(kantor, "dikaji")

    lembar = rincian(sebagai(kantor.kepala), usulan, "lembar/")

    for kata in (
        "Aturan demi aturan", "Kebutuhan sebelum dan sesudah", "Menjadi lowong 1 kursi",
        "Bersedia", "belum ada catatan percakapan", "Unit asal", "Tidak berkeberatan",
        "calon lain dibekukan ketika", "Tidak ada titipan", "Diperiksa dari dokumen asli",
    ):  # fmt: skip
        assert kata in lembar, kata
    kepala_unit = sebagai(kantor.kepala_asal)
    assert kepala_unit.get(f"/mutasi/usulan/{usulan.pk}/").status_code == 200
    assert kepala_unit.get(f"/mutasi/usulan/{usulan.pk}/lembar/").status_code == 404


def _semua_kecuali(cari: Any, disebut: Any) -> list[tuple[int, Verdik]]:
    """Everybody else meets the rules: the data of these people are too thin to be judged."""
    lain = [n for n, o in enumerate(cari.orang) if o.pk not in disebut]
    return [(n, Verdik.MEMENUHI) for n in lain]


@pytest.mark.sekali
def test_the_panel_reads_the_others_as_they_were_when_it_was_handed_over(
    kantor: Kantor, sebagai: Sebagai
) -> None:
    usulan = f.kasus(kantor, "dikaji")
    lain, kerabat = f.orang(f.kursi(kantor.tujuan), "LAIN"), f.orang(f.kursi(kantor.tujuan), "IPAR")
    with patch.object(alternatif_beku, "_pilih", _semua_kecuali):
        usulan = f.jalankan(kantor, usulan, "sidang_tpk")
    f.orang(f.kursi(kantor.tujuan), "SESUDAHNYA")
    anggota = kantor.anggota_tpk
    Pegawai.objects.filter(pk=lain.pk).update(pengguna=anggota[0])
    diri = f.orang(f.kursi(kantor.tujuan), "ANGGOTA")
    Pegawai.objects.filter(pk=diri.pk).update(pengguna=anggota[1])
    HubunganKeluarga.objects.create(pegawai=diri, kerabat=kerabat, jenis="saudara", mulai=f.PER)

    def baca(siapa: Pengguna) -> str:
        return rincian(sebagai(siapa), usulan, "lembar/")

    biasa, sendiri, berkerabat = (baca(satu) for satu in (anggota[2], *anggota[:2]))

    assert "Dibekukan 1 Juni 2026" in biasa
    assert "Belum memenuhi" in biasa
    assert ["LAIN" in biasa, "IPAR" in biasa, "SESUDAHNYA" in biasa] == [True, True, False]
    assert ["LAIN" in sendiri, "IPAR" in sendiri] == [False, True]
    assert ["LAIN" in berkerabat, "IPAR" in berkerabat] == [True, False]


@pytest.mark.sekali
def test_the_head_of_an_office_proposes_and_answers(kantor: Kantor, sebagai: Sebagai) -> None:
    usulan = f.kasus(kantor, "ditelaah_unit")
    klien = sebagai(kantor.kepala_asal)
    telaah = usulan.telaah.get(unit=kantor.asal)
    meja = teks(klien.get("/mutasi/telaah/"))

    kurang = klien.post(f"/mutasi/telaah/{telaah.pk}/", {"setuju": "tidak"})
    klien.post(
        f"/mutasi/telaah/{telaah.pk}/",
        {"setuju": "tidak", "alasan": "Tinggal satu orang di loket pelayanan."},
    )
    telaah.refresh_from_db()
    lain = usulan.telaah.get(unit=kantor.tujuan)

    assert "1 usulan menunggu jawaban unit Anda" in meja
    assert "Tulis alasan keberatan unit" in teks(kurang)
    assert telaah.jawaban == JawabanTelaah.KEBERATAN
    assert klien.get(f"/mutasi/telaah/{lain.pk}/").status_code == 404
    siapa, ke = f.orang(f.kursi(kantor.asal)), f.kursi(kantor.asal)
    isi = {"pegawai": siapa.nip, "ke": str(ke), "jenis": "rotasi", "alasan": f.ALASAN,
           "tmt": f.TMT.isoformat()}  # fmt: skip
    salah = klien.post("/mutasi/usulan/ajukan/", {**isi, "tmt": "2026-07-15"})
    klien.post("/mutasi/usulan/ajukan/", isi)
    assert "TMT ditetapkan tanggal 1" in teks(salah)
    baru = f.UsulanMutasi.objects.get(pegawai=siapa)
    assert (baru.status, baru.sumber, baru.diajukan_oleh) == (
        "diajukan",
        "unit",
        kantor.kepala_asal,
    )


@pytest.mark.sekali
def test_what_is_written_beside_the_table_has_its_page(kantor: Kantor, sebagai: Sebagai) -> None:
    usulan = f.kasus(kantor, "menunggu_kesediaan")
    klien = sebagai(kantor.analis)
    url = f"/mutasi/usulan/{usulan.pk}/catat/"

    surat = {"jenis": "D06", "nomor": "800/3", "tanggal": "2026-05-20", "penerbit": "BKPSDM",
             "berkas": f.surat()}  # fmt: skip
    klien.post(f"{url}dokumen/", surat)
    ganti = reverse("mutasi:usulan-dokumen-ganti", args=[usulan.pk, usulan.dokumen_masuk.get().pk])
    assert ganti in klien.get(f"/mutasi/usulan/{usulan.pk}/").content.decode()
    assert 'value="800/3"' in klien.get(ganti).content.decode()
    klien.post(ganti, {**surat, "nomor": "800/4", "berkas": f.surat()})
    klien.post(f"{url}percakapan/", {"catatan": "Berbicara Senin lalu; ia ingin dekat rumah."})
    # The analyst has verified the case; who writes the answer down decides nothing in it (H24).
    lain = sebagai(kantor.penyusun)
    kurang = lain.post(f"{url}kesediaan-surat/", {"jawaban": "keberatan", "nomor_surat": "1"})
    lain.post(
        f"{url}kesediaan-surat/",
        {"jawaban": "keberatan", "alasan": "jarak", "nomor_surat": "1/2026", "surat": f.surat()},
    )
    halaman = rincian(sebagai(kantor.kabid), usulan)

    assert "Pilih alasan keberatannya" in teks(kurang)
    assert "Pernyataan tidak dalam proses hukuman atau peradilan 800/4" in halaman
    assert "berlaku sampai 20 November 2026" in halaman
    assert "800/3" not in halaman
    assert "Dokumen ini sudah diganti." in teks(klien.get(ganti))
    assert "ia ingin dekat rumah" in halaman
    assert f"dari surat 1/2026, dicatat {kantor.penyusun.nama}" in halaman

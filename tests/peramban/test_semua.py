"""Every page, as every role that may see it, at two sizes; with ``--panjang``."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from organisasi.izin import IZIN_PERAN, Peran
from tests.helpers.peramban import UKURAN, UKURAN_SENDIRI, Layar, Situs, perlu_peramban
from tests.house.matriks import MATRIKS, MILIK_LAIN

pytestmark = [pytest.mark.peramban, pytest.mark.panjang, perlu_peramban]

# Answers that are files or plumbing, and the page that exists only in an empty office.
BUKAN_HALAMAN = {
    "sehat", "organisasi:kantor-baru", "organisasi:jejak-ekspor", "organisasi:impor-templat",
    "organisasi:impor-ditolak", "organisasi:disposisi-pindaian", "pegawai:ekspor",
    "pegawai:pensiun-ekspor", "pegawai:lima-tahun-ekspor", "pegawai:sementara-ekspor",
    "pegawai:mutu-unduh", "pegawai:mutu-ekspor", "penilaian:ekspor-formasi",
    "penilaian:peta-panas-ekspor",
    "penilaian:buku-abk-unduh", "penilaian:cetak-abk", "penilaian:perhitungan-cetak",
    "penilaian:peta-jabatan-cetak",
    "penilaian:padanan-ekspor", "penilaian:padanan-keputusan-ekspor", "penilaian:lembar-unduh",
    "penilaian:keberatan-cetak", "pegawai:perbaikan-bukti",
    "penilaian:lembar-templat", "penilaian:sotk-cetak", "mutasi:calon-ekspor",
    "mutasi:meja-dokumen", "mutasi:lambang-gambar",
    "mutasi:meja-pertek",
    "penilaian:bukti", "penilaian:penilaian-unduh", "penilaian:penilaian-beda-unduh",
    "penilaian:hasil-json", "penilaian:kriteria-json", "penilaian:kriteria-pdf",
    "penilaian:kelengkapan-unduh", "organisasi:jejak-tanda-terima", "organisasi:akar-json",
    "mutasi:berkas-ekspor", "mutasi:usulan-ekspor", "mutasi:berkas-imut-ekspor",
    "mutasi:usulan-saya-unduh", "mutasi:berkas-cari",
    "organisasi:akar-teks", "organisasi:akar-alat", "organisasi:akar-lanjutan",
    "mutasi:keputusan-naskah", "mutasi:keputusan-bertanda", "mutasi:keputusan-petikan-satu",
    "mutasi:surat-pdf", "mutasi:surat-word", "mutasi:surat-nominatif", "mutasi:templat-bawaan",
    "mutasi:keadaan-pada-ekspor", "mutasi:pengawasan-ekspor", "mutasi:usulan-tanda-terima-unduh",
}  # fmt: skip


def _halaman(peran: Peran) -> list[str]:
    return [
        nama
        for nama, pintu in MATRIKS.items()
        if "GET" in pintu.dijawab
        and nama not in BUKAN_HALAMAN
        and pintu.izin != MILIK_LAIN
        and (pintu.izin is None or pintu.izin & IZIN_PERAN[peran])
    ]


@pytest.mark.parametrize("lebar", UKURAN)
@pytest.mark.parametrize("peran", Peran)
def test_every_page_of_a_role_is_clean(
    layar: Callable[..., Layar], peragaan: Situs, peran: Peran, lebar: int
) -> None:
    satu = layar(peran.value, lebar=lebar)
    masalah: dict[str, list[str]] = {}

    for nama in _halaman(peran):
        jawaban = satu.buka(peragaan.alamat[nama])
        # A thing of another unit is rightly out of reach of a role over one unit.
        if MATRIKS[nama].lingkup and jawaban.status == 404:
            continue
        temuan = satu.periksa(jawaban)
        if jawaban.status >= 400:
            temuan.append(f"answered {jawaban.status}")
        satu.potret(f"{peran.value}/{nama.replace(':', '-')}")
        if temuan:
            masalah[nama] = temuan

    assert masalah == {}


@pytest.mark.parametrize("lebar", UKURAN_SENDIRI)
def test_every_page_about_oneself_is_clean(
    layar: Callable[..., Layar], peragaan: Situs, lebar: int
) -> None:
    orang = {
        sesi: layar(sesi=sesi, lebar=lebar)
        for sesi in sorted({sesi for sesi, _ in peragaan.milik.values()})
    }
    masalah = {}

    for nama, (sesi, jalur) in peragaan.milik.items():
        jawaban = orang[sesi].buka(jalur)
        temuan = orang[sesi].periksa(jawaban)
        if jawaban.status >= 400:
            temuan.append(f"answered {jawaban.status}")
        orang[sesi].potret(f"sendiri/{nama.replace(':', '-')}")
        if temuan:
            masalah[nama] = temuan

    assert masalah == {}


@pytest.mark.parametrize("lebar", UKURAN)
def test_every_page_for_strangers_is_clean(
    layar: Callable[..., Layar], peragaan: Situs, lebar: int
) -> None:
    satu = layar(lebar=lebar)
    masalah = {}

    for jalur in ("/akun/masuk/", "/akun/lupa-sandi/", "/aktivasi/"):
        temuan = satu.periksa(satu.buka(jalur))
        satu.potret(f"umum/{jalur.strip('/').replace('/', '-')}")
        if temuan:
            masalah[jalur] = temuan

    assert masalah == {}

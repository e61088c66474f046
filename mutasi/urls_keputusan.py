"""Doors of decrees, papers, inauguration, carrying out, oversight."""

from __future__ import annotations

from django.urls import URLPattern, path

from mutasi.views import (
    keputusan,
    keputusan_perbuatan,
    keputusan_petikan,
    periksa,
    surat,
    surat_templat,
)

_SK = "mutasi/keputusan/<uuid:pk>"

_KEPUTUSAN: list[URLPattern] = [
    path("mutasi/keputusan/", keputusan.daftar, name="keputusan"),
    path("mutasi/keputusan/susun/<uuid:berkas>/", keputusan.susun, name="keputusan-susun"),
    path(f"{_SK}/", keputusan.rincian, name="keputusan-rincian"),
    path(f"{_SK}/ubah/", keputusan.ubah, name="keputusan-ubah"),
    path(f"{_SK}/segarkan/", keputusan.segarkan, name="keputusan-segarkan"),
    path(f"{_SK}/batalkan/", keputusan.batalkan, name="keputusan-batalkan"),
    path(f"{_SK}/naskah.pdf", keputusan.naskah, name="keputusan-naskah"),
    path(f"{_SK}/bertanda.pdf", keputusan.bertanda, name="keputusan-bertanda"),
    path(f"{_SK}/nomor/", keputusan_perbuatan.nomor, name="keputusan-nomor"),
    path(f"{_SK}/lepas-nomor/", keputusan_perbuatan.lepas_nomor, name="keputusan-lepas-nomor"),
    path(f"{_SK}/tetapkan/", keputusan_perbuatan.tetapkan, name="keputusan-tetapkan"),
    path(f"{_SK}/kertas/", keputusan_perbuatan.kertas, name="keputusan-kertas"),
    path(f"{_SK}/unggah/", keputusan_perbuatan.unggah, name="keputusan-unggah"),
    path(f"{_SK}/cabut/", keputusan_perbuatan.cabut, name="keputusan-cabut"),
    path(f"{_SK}/ganti/", keputusan_perbuatan.ganti, name="keputusan-ganti"),
    path(f"{_SK}/ralat/", keputusan_perbuatan.ralat, name="keputusan-ralat"),
    path(f"{_SK}/petikan/", keputusan_petikan.antre, name="keputusan-petikan"),
    path(f"{_SK}/petikan/<int:nomor>.pdf", keputusan_petikan.satu, name="keputusan-petikan-satu"),
    path(f"{_SK}/petikan/diterima/", keputusan_petikan.diterima, name="keputusan-diterima"),
    path("mutasi/petikan/<int:pk>/", keputusan_petikan.ambil_paket, name="keputusan-petikan-paket"),
    path("mutasi-saya/petikan/", keputusan_petikan.milik_saya, name="petikan-saya"),
    path("mutasi-saya/petikan/<int:pk>.pdf", keputusan_petikan.unduh_saya, name="petikan-unduh"),
    path("periksa/<str:kode>/", periksa.periksa, name="periksa"),
]
_SURAT: list[URLPattern] = [
    path("mutasi/surat/", surat.daftar, name="surat"),
    path("mutasi/surat/templat/", surat_templat.daftar, name="surat-templat"),
    path("mutasi/surat/templat/<slug:jenis>/unggah/", surat_templat.unggah, name="templat-unggah"),
    path("mutasi/surat/templat/<slug:jenis>.docx", surat_templat.bawaan, name="templat-bawaan"),
    path("mutasi/surat/templat/<int:pk>/cabut/", surat_templat.cabut, name="templat-cabut"),
    path("mutasi/surat/berkas/<uuid:pk>/", surat.berkas, name="surat-berkas"),
    path("mutasi/surat/berkas/<uuid:pk>/buat/<slug:jenis>/", surat.buat, name="surat-buat"),
    path("mutasi/surat/berkas/<uuid:pk>/nominatif.pdf", surat.nominatif, name="surat-nominatif"),
    path("mutasi/surat/<uuid:pk>.pdf", surat.pdf, name="surat-pdf"),
    path("mutasi/surat/<uuid:pk>.docx", surat.word, name="surat-word"),
]

urlpatterns: list[URLPattern] = [*_KEPUTUSAN, *_SURAT]

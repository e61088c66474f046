"""Doors of decrees, papers, inauguration, carrying out, oversight."""

from __future__ import annotations

from django.urls import URLPattern, path

from mutasi.views import keputusan, keputusan_perbuatan, keputusan_petikan, periksa

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

urlpatterns: list[URLPattern] = [*_KEPUTUSAN]

"""Doors of import, background work and messages; included by organisasi.urls."""

from django.urls import path

from organisasi.views import impor, pemberitahuan, proses

urlpatterns = [
    path("impor/", impor.daftar, name="impor"),
    path("impor/unggah/<slug:kode>/", impor.unggah, name="impor-unggah"),
    path("impor/templat/<slug:kode>/", impor.templat, name="impor-templat"),
    path("impor/<int:pk>/", impor.rincian, name="impor-rincian"),
    path("impor/<int:pk>/temuan/", impor.temuan, name="impor-temuan"),
    path("impor/<int:pk>/perubahan/", impor.perubahan, name="impor-perubahan"),
    path("impor/<int:pk>/ditolak/", impor.ditolak, name="impor-ditolak"),
    path("impor/<int:pk>/petakan/", impor.petakan, name="impor-petakan"),
    path("impor/<int:pk>/periksa/", impor.periksa, name="impor-periksa"),
    path("impor/<int:pk>/terapkan/", impor.terapkan, name="impor-terapkan"),
    path("impor/<int:pk>/buang/", impor.buang, name="impor-buang"),
    path("proses/", proses.daftar, name="proses"),
    path("proses/<int:pk>/", proses.rincian, name="proses-rincian"),
    path("proses/<int:pk>/hentikan/", proses.hentikan, name="proses-hentikan"),
    path("pemberitahuan/", pemberitahuan.daftar, name="pemberitahuan"),
    path("pemberitahuan/baca-semua/", pemberitahuan.baca_semua, name="pemberitahuan-baca-semua"),
    path("pemberitahuan/<int:pk>/baca/", pemberitahuan.baca, name="pemberitahuan-baca"),
]

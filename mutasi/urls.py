"""Doors of mutasi."""

from __future__ import annotations

from django.urls import path

from mutasi.views import kritis, permintaan

app_name = "mutasi"
urlpatterns = [
    path("kritis/", kritis.daftar, name="kritis"),
    path("kritis/tandai/", kritis.tandai, name="kritis-tandai"),
    path("kritis/<int:pk>/", kritis.rincian, name="kritis-rincian"),
    path("kritis/<int:pk>/lepas/", kritis.lepas, name="kritis-lepas"),
    path("kritis/<int:pk>/cadangan/", kritis.cadangan_tambah, name="kritis-cadangan-tambah"),
    path("kritis/cadangan/<int:pk>/", kritis.cadangan_ubah, name="kritis-cadangan-ubah"),
    path("permintaan/", permintaan.daftar, name="permintaan"),
    path("permintaan/baru/", permintaan.baru, name="permintaan-baru"),
    path("permintaan/<int:pk>/", permintaan.rincian, name="permintaan-rincian"),
    path("permintaan/<int:pk>/tanggapi/", permintaan.tanggapi, name="permintaan-tanggapi"),
    path("permintaan/<int:pk>/tarik/", permintaan.tarik, name="permintaan-tarik"),
]

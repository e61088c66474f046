"""Doors of mutasi."""

from __future__ import annotations

from django.urls import path

from mutasi.views import permintaan

app_name = "mutasi"
urlpatterns = [
    path("permintaan/", permintaan.daftar, name="permintaan"),
    path("permintaan/baru/", permintaan.baru, name="permintaan-baru"),
    path("permintaan/<int:pk>/", permintaan.rincian, name="permintaan-rincian"),
    path("permintaan/<int:pk>/tanggapi/", permintaan.tanggapi, name="permintaan-tanggapi"),
    path("permintaan/<int:pk>/tarik/", permintaan.tarik, name="permintaan-tarik"),
]

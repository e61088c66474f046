"""Doors of inauguration, carrying out, the day ahead, and objections to decrees."""

from __future__ import annotations

from django.urls import URLPattern, path

from mutasi.views import (
    keadaan_pada,
    keberatan_mutasi,
    pelaksanaan,
    pelaksanaan_banyak,
    pelantikan,
)

_LANTIK = "mutasi/pelantikan/"
_LAKSANA = "mutasi/pelaksanaan/"
_KEBERATAN = "mutasi/keberatan/"

urlpatterns: list[URLPattern] = [
    path(_LANTIK, pelantikan.daftar, name="pelantikan"),
    path(f"{_LANTIK}sk/<uuid:pk>/", pelantikan.baru, name="pelantikan-baru"),
    path(f"{_LANTIK}<int:pk>/", pelantikan.rincian, name="pelantikan-rincian"),
    path(f"{_LANTIK}<int:pk>/ubah/", pelantikan.ubah, name="pelantikan-ubah"),
    path(f"{_LANTIK}<int:pk>/batal/", pelantikan.batal, name="pelantikan-batal"),
    path(f"{_LANTIK}<int:pk>/catat/", pelantikan.catat, name="pelantikan-catat"),
    path(_LAKSANA, pelaksanaan.daftar, name="pelaksanaan"),
    path(f"{_LAKSANA}jalankan/", pelaksanaan.jalankan, name="pelaksanaan-jalankan"),
    path(f"{_LAKSANA}spmt/", pelaksanaan_banyak.spmt_banyak, name="pelaksanaan-spmt-banyak"),
    path(f"{_LAKSANA}siasn/", pelaksanaan_banyak.siasn_banyak, name="pelaksanaan-siasn-banyak"),
    path(f"{_LAKSANA}<uuid:pk>/", pelaksanaan.rincian, name="pelaksanaan-rincian"),
    path(f"{_LAKSANA}<uuid:pk>/spmt/", pelaksanaan.catat_spmt, name="pelaksanaan-spmt"),
    path(f"{_LAKSANA}<uuid:pk>/siasn/", pelaksanaan.sinkron, name="pelaksanaan-siasn"),
    path(f"{_LAKSANA}<uuid:pk>/selesai/", pelaksanaan.selesai, name="pelaksanaan-selesai"),
    path(f"{_LAKSANA}serah-terima/<int:pk>/", pelaksanaan.serah, name="serah-terima"),
    path("mutasi/keadaan-pada/", keadaan_pada.halaman, name="keadaan-pada"),
    path("mutasi/keadaan-pada/ekspor/", keadaan_pada.ekspor, name="keadaan-pada-ekspor"),
    path(_KEBERATAN, keberatan_mutasi.daftar, name="keberatan-mutasi"),
    path(f"{_KEBERATAN}<int:pk>/", keberatan_mutasi.rincian, name="keberatan-mutasi-rincian"),
    path(f"{_KEBERATAN}<int:pk>/putus/", keberatan_mutasi.putus, name="keberatan-mutasi-putus"),
    path(f"{_KEBERATAN}surat/<uuid:pk>/", keberatan_mutasi.surat, name="keberatan-mutasi-surat"),
    path("mutasi-saya/keberatan/", keberatan_mutasi.saya, name="keberatan-mutasi-saya"),
    path(
        "mutasi-saya/<uuid:pk>/keberatan/", keberatan_mutasi.ajukan, name="keberatan-mutasi-ajukan"
    ),
]

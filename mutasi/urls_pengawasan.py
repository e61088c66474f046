"""Doors of outside requests, gates, signers, oversight, receipts, and the public page."""

from __future__ import annotations

from django.urls import URLPattern, path

from mutasi.views import (
    aturan_alur,
    lambang,
    penandatangan,
    pengawasan,
    tanda_terima_usulan,
    titipan,
)

_ALUR = "mutasi/aturan-alur/"
_TANDA = "mutasi/penandatangan/"
_LAMBANG = "mutasi/lambang/"
_AWAS = "mutasi/pengawasan/"
_SAYA = "mutasi-saya/<uuid:pk>/tanda-terima/"

urlpatterns: list[URLPattern] = [
    path("mutasi/titipan/", titipan.daftar, name="titipan"),
    path("mutasi/titipan/catat/", titipan.catat, name="titipan-catat"),
    path(_ALUR, aturan_alur.daftar, name="aturan-alur"),
    path(f"{_ALUR}sahkan/<int:pk>/", aturan_alur.sahkan, name="aturan-alur-sahkan"),
    path(f"{_ALUR}tolak/<int:pk>/", aturan_alur.tolak, name="aturan-alur-tolak"),
    path(f"{_ALUR}<slug:jenis>/<slug:jenjang>/", aturan_alur.rincian, name="aturan-alur-rincian"),
    path(
        f"{_ALUR}<slug:jenis>/<slug:jenjang>/usulkan/",
        aturan_alur.usulkan,
        name="aturan-alur-usulkan",
    ),
    path(_LAMBANG, lambang.daftar, name="lambang"),
    path(f"{_LAMBANG}<slug:macam>/pasang/", lambang.pasang, name="lambang-pasang"),
    path(f"{_LAMBANG}<int:pk>/cabut/", lambang.cabut, name="lambang-cabut"),
    path(f"{_LAMBANG}<int:pk>/gambar/", lambang.gambar, name="lambang-gambar"),
    path(_TANDA, penandatangan.daftar, name="penandatangan"),
    path(f"{_TANDA}catat/", penandatangan.catat, name="penandatangan-catat"),
    path(f"{_TANDA}<int:pk>/", penandatangan.ubah, name="penandatangan-ubah"),
    path(_AWAS, pengawasan.ringkasan, name="pengawasan"),
    path(f"{_AWAS}ekspor/", pengawasan.ekspor, name="pengawasan-ekspor"),
    path(f"{_AWAS}jejak/", pengawasan.jejak, name="pengawasan-jejak"),
    path(f"{_AWAS}<slug:kunci>/", pengawasan.bagian, name="pengawasan-bagian"),
    path("mutasi/terbuka/", pengawasan.publik, name="terbuka"),
    path(_SAYA, tanda_terima_usulan.daftar, name="usulan-tanda-terima"),
    path(f"{_SAYA}<int:urutan>.json", tanda_terima_usulan.unduh, name="usulan-tanda-terima-unduh"),
]

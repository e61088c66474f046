"""Doors of scores: runs, results, one's own score, objections."""

from django.urls import path

from penilaian.views import nilai_saya

# One's own: no person's key in any of them.
_SAYA = "nilai-saya/periode/<slug:periode>/"
urlpatterns = [
    path("nilai-saya/", nilai_saya.nilai_saya, name="nilai-saya"),
    path("nilai-saya/tim-dan-kompetensi/", nilai_saya.lain, name="nilai-saya-lain"),
    path(_SAYA, nilai_saya.hasil, name="nilai-saya-periode"),
    path(f"{_SAYA}<int:nomor>/", nilai_saya.hasil, name="nilai-saya-hasil"),
    path(f"{_SAYA}<int:nomor>/terima/", nilai_saya.akui, name="nilai-saya-akui"),
    path(f"{_SAYA}<int:nomor>/unduh/<slug:bentuk>/", nilai_saya.unduh, name="nilai-saya-unduh"),
]

"""Doors of measuring: periods, indicators, innovations, teams, units, feedback, competences."""

from django.urls import path

from penilaian.views import bukti, periode

urlpatterns = [
    path("kinerja/periode/", periode.daftar, name="periode"),
    path("kinerja/periode/buka/", periode.buka, name="periode-buka"),
    path("kinerja/periode/<int:pk>/tutup/", periode.tutup, name="periode-tutup"),
    path("kinerja/bukti/<int:pk>/", bukti.buka, name="bukti"),
]

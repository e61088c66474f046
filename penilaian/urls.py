"""Doors of penilaian."""

from django.urls import path

from penilaian.views import kebutuhan

app_name = "penilaian"
urlpatterns = [
    path("kebutuhan/", kebutuhan.kebutuhan, name="kebutuhan"),
    path("kebutuhan/formasi/", kebutuhan.daftar_formasi, name="daftar-formasi"),
    path("kebutuhan/formasi/unduh/", kebutuhan.ekspor_formasi, name="ekspor-formasi"),
    path("kebutuhan/formasi/<int:pk>/", kebutuhan.formasi, name="formasi"),
    path("kebutuhan/lowong/", kebutuhan.lowong, name="lowong"),
    path("kebutuhan/tak-terhitung/", kebutuhan.tak_terhitung, name="tak-terhitung"),
]

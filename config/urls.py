"""The root: one include per room."""

from django.urls import include, path

from config import views

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("sehat/", views.sehat, name="sehat"),
    path("akun/", include("organisasi.urls_akun")),
    path("", include("organisasi.urls")),
    path("", include("pegawai.urls")),
    path("", include("penilaian.urls")),
    path("", include("mutasi.urls")),
]

handler403 = "config.views.tidak_berhak"
handler404 = "config.views.tidak_ditemukan"
handler500 = "config.views.galat_server"

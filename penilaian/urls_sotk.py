"""Doors of planned structures."""

from django.urls import path

from penilaian.views import sotk, sotk_akibat, sotk_kotak, sotk_tempat

urlpatterns = [
    path("sotk/", sotk.daftar, name="sotk"),
    path("sotk/baru/", sotk.baru, name="sotk-baru"),
    path("sotk/<int:pk>/", sotk.rencana, name="sotk-rencana"),
    path("sotk/<int:pk>/ubah/", sotk.ubah, name="sotk-ubah"),
    path("sotk/<int:pk>/riwayat/", sotk.riwayat, name="sotk-riwayat"),
    path("sotk/<int:pk>/akibat/", sotk_akibat.akibat, name="sotk-akibat"),
    path("sotk/<int:pk>/penetapan/", sotk_akibat.penetapan, name="sotk-tetapkan"),
    path("sotk/<int:pk>/penetapan/<slug:aksi>/", sotk_akibat.putuskan, name="sotk-putuskan"),
    path("sotk/<int:pk>/cetak/<str:bentuk>/", sotk.cetak, name="sotk-cetak"),
    path("sotk/<int:pk>/kotak-baru/", sotk_kotak.kotak_baru, name="sotk-kotak-baru"),
    path("sotk/<int:pk>/kotak/<int:kotak>/", sotk_kotak.kotak, name="sotk-kotak"),
    path("sotk/<int:pk>/kotak/<int:kotak>/<slug:aksi>/", sotk_kotak.aksi, name="sotk-kotak-aksi"),
    path("sotk/<int:pk>/unit/<int:unit>/", sotk_kotak.unit, name="sotk-unit"),
    path("sotk/<int:pk>/unit/<int:unit>/kembalikan/", sotk_kotak.kembalikan,
         name="sotk-kembalikan"),
    path("sotk/<int:pk>/penempatan/", sotk_tempat.penempatan, name="sotk-penempatan"),
    path("sotk/<int:pk>/penempatan/banyak/", sotk_tempat.banyak, name="sotk-tempatkan-banyak"),
    path("sotk/<int:pk>/penempatan/<int:formasi>/", sotk_tempat.tempatkan, name="sotk-tempatkan"),
    path("sotk/<int:pk>/penempatan/<int:formasi>/lepas/", sotk_tempat.lepas, name="sotk-lepas"),
]  # fmt: skip

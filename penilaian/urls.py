"""Doors of penilaian."""

from django.urls import path

from penilaian.views import kebutuhan, lembar, padanan, perhitungan, peta

app_name = "penilaian"
urlpatterns = [
    path("kebutuhan/", kebutuhan.kebutuhan, name="kebutuhan"),
    path("kebutuhan/formasi/", kebutuhan.daftar_formasi, name="daftar-formasi"),
    path("kebutuhan/formasi/unduh/", kebutuhan.ekspor_formasi, name="ekspor-formasi"),
    path("kebutuhan/formasi/<int:pk>/", kebutuhan.formasi, name="formasi"),
    path("kebutuhan/perhitungan/<int:pk>/", perhitungan.perhitungan, name="perhitungan"),
    path("kebutuhan/lowong/", kebutuhan.lowong, name="lowong"),
    path("kebutuhan/tak-terhitung/", kebutuhan.tak_terhitung, name="tak-terhitung"),
    path("kebutuhan/peta-panas/", peta.peta_panas, name="peta-panas"),
    path("kebutuhan/peta-panas/unduh/", peta.ekspor_peta, name="peta-panas-ekspor"),
    path("kebutuhan/peta-kecamatan/", peta.peta_kecamatan, name="peta-kecamatan"),
    path("padanan/", padanan.menunggu, name="padanan"),
    path("padanan/putuskan/", padanan.putuskan_banyak, name="padanan-putuskan"),
    path("padanan/unduh/", padanan.ekspor, name="padanan-ekspor"),
    path("padanan/jabatan/<int:pk>/", padanan.satu, name="padanan-nama"),
    path("padanan/keputusan/", padanan.keputusan, name="padanan-keputusan"),
    path("padanan/keputusan/unduh/", padanan.ekspor_keputusan, name="padanan-keputusan-ekspor"),
    path("padanan/<int:pk>/akhiri/", padanan.akhiri, name="padanan-akhiri"),
    path("lembar-abk/", lembar.daftar, name="lembar"),
    path("lembar-abk/unggah/", lembar.unggah, name="lembar-unggah"),
    path("lembar-abk/<int:pk>/", lembar.rincian, name="lembar-rincian"),
    path("lembar-abk/<int:pk>/cara-baca/", lembar.pola, name="lembar-pola"),
    path("lembar-abk/<int:pk>/unit/", lembar.padan, {"macam": "unit"}, name="lembar-unit"),
    path("lembar-abk/<int:pk>/jabatan/", lembar.padan, {"macam": "nama"}, name="lembar-jabatan"),
    path("lembar-abk/<int:pk>/cari-unit/", lembar.cari, {"macam": "unit"},
         name="lembar-cari-unit"),
    path("lembar-abk/<int:pk>/cari-jabatan/", lembar.cari, {"macam": "nama"},
         name="lembar-cari-jabatan"),
    path("lembar-abk/<int:pk>/baris/", lembar.baris, name="lembar-baris"),
    path("lembar-abk/<int:pk>/baris/unduh/", lembar.unduh, name="lembar-unduh"),
    path("lembar-abk/<int:pk>/templat/", lembar.templat, name="lembar-templat"),
    path("lembar-abk/<int:pk>/terapkan/", lembar.terapkan, name="lembar-terapkan"),
    path("lembar-abk/<int:pk>/cocokkan/", lembar.cocokkan, name="lembar-cocokkan"),
    path("lembar-abk/<int:pk>/buang/", lembar.buang, name="lembar-buang"),
]  # fmt: skip

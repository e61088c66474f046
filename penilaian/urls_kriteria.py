"""Doors of published criteria."""

from django.urls import path

from penilaian.views import kriteria, kriteria_draf, kriteria_tanya, simulasi_kriteria

urlpatterns = [
    path("kriteria/", kriteria.daftar, name="kriteria"),
    path("kriteria/baru/", kriteria_draf.baru, name="kriteria-baru"),
    path("kriteria/tanya/<int:pk>/jawab/", kriteria_tanya.jawab, name="kriteria-jawab"),
    path("kriteria/<int:pk>/", kriteria.rincian, name="kriteria-rincian"),
    path("kriteria/<int:pk>/json/", kriteria.teks, name="kriteria-json"),
    path("kriteria/<int:pk>/pdf/", kriteria.pdf, name="kriteria-pdf"),
    path("kriteria/<int:pk>/banding/", kriteria.banding, name="kriteria-banding"),
    path("kriteria/<int:pk>/versi-baru/", kriteria_draf.versi_baru, name="kriteria-versi-baru"),
    path("kriteria/<int:pk>/ubah/", kriteria_draf.ubah, name="kriteria-ubah"),
    path("kriteria/<int:pk>/langkah/", kriteria_draf.langkah, name="kriteria-langkah"),
    path("kriteria/<int:pk>/langkah/<slug:aksi>/", kriteria_draf.putuskan,
         name="kriteria-putuskan"),
    path("kriteria/<int:pk>/buang/", kriteria_draf.buang, name="kriteria-buang"),
    path("kriteria/<int:pk>/tanya/", kriteria_tanya.tanya, name="kriteria-tanya"),
    path("kriteria/<int:pk>/sosialisasi/", kriteria_tanya.sosialisasi,
         name="kriteria-sosialisasi"),
    path("kriteria/<int:pk>/simulasi/", simulasi_kriteria.simulasi, name="kriteria-simulasi"),
    path("kriteria/<int:pk>/simulasi/jalankan/", simulasi_kriteria.jalankan,
         name="kriteria-simulasi-jalankan"),
]  # fmt: skip

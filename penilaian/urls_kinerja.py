"""Doors of measuring: periods, indicators, innovations, teams, units, feedback, competences."""

from django.urls import path

from penilaian.views import bukti, indikator, indikator_unit, periode, tim, tim_isi

urlpatterns = [
    path("kinerja/periode/", periode.daftar, name="periode"),
    path("kinerja/periode/buka/", periode.buka, name="periode-buka"),
    path("kinerja/periode/<int:pk>/tutup/", periode.tutup, name="periode-tutup"),
    path("kinerja/indikator/", indikator.daftar, name="indikator"),
    path("kinerja/indikator/<int:pk>/", indikator.orang, name="indikator-orang"),
    path("kinerja/indikator/<int:pk>/catat/<slug:kelompok>/", indikator.catat,
         name="indikator-catat"),
    path("kinerja/bukti/<int:pk>/", bukti.buka, name="bukti"),
    path("kinerja/tim/", tim.daftar, name="tim"),
    path("kinerja/tim/bentuk/", tim.bentuk, name="tim-bentuk"),
    path("kinerja/tim/<int:pk>/", tim.rincian, name="tim-rincian"),
    path("kinerja/tim/<int:pk>/ubah/", tim.ubah, name="tim-ubah"),
    path("kinerja/tim/<int:pk>/bubarkan/", tim.bubarkan, name="tim-bubarkan"),
    path("kinerja/tim/<int:pk>/anggota/", tim_isi.anggota_baru, name="tim-anggota"),
    path("kinerja/tim/<int:pk>/anggota/<int:anggota>/", tim_isi.anggota_ubah,
         name="tim-anggota-ubah"),
    path("kinerja/tim/<int:pk>/anggota/<int:anggota>/akhiri/", tim_isi.anggota_akhiri,
         name="tim-anggota-akhiri"),
    path("kinerja/tim/<int:pk>/target/baru/<int:periode>/", tim_isi.target_baru,
         name="tim-target-baru"),
    path("kinerja/tim/<int:pk>/target/<int:target>/", tim_isi.target, name="tim-target"),
    path("kinerja/tim/<int:pk>/target/<int:target>/hapus/", tim_isi.target_hapus,
         name="tim-target-hapus"),
    path("kinerja/tim/<int:pk>/target/<int:target>/realisasi/", tim_isi.realisasi,
         name="tim-realisasi"),
    path("kinerja/indikator-unit/", indikator_unit.daftar, name="indikator-unit"),
    path("kinerja/indikator-unit/baru/", indikator_unit.baru, name="indikator-unit-baru"),
    path("kinerja/indikator-unit/<int:pk>/", indikator_unit.rincian,
         name="indikator-unit-rincian"),
    path("kinerja/indikator-unit/<int:pk>/ubah/", indikator_unit.ubah,
         name="indikator-unit-ubah"),
    path("kinerja/indikator-unit/<int:pk>/capaian/<int:periode>/", indikator_unit.capaian,
         name="indikator-unit-capaian"),
]  # fmt: skip

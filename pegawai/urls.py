"""Doors of pegawai."""

from django.urls import path

from pegawai.views import agenda, daftar, keluarga, mutu, orang, unit

app_name = "pegawai"
urlpatterns = [
    path("profil-saya/", orang.profil_saya, name="profil-saya"),
    path("profil-saya/keluarga/", keluarga.keluarga, name="keluarga"),
    path("profil-saya/keluarga/<int:pk>/tarik/", keluarga.keluarga_tarik, name="keluarga-tarik"),
    path("pegawai/", daftar.daftar, name="daftar"),
    path("pegawai/ekspor/", daftar.ekspor, name="ekspor"),
    path("pegawai/cari/", daftar.cari, name="cari"),
    path("pegawai/tampilan/", daftar.simpan_tampilan, name="tampilan-simpan"),
    path("pegawai/tampilan/<int:pk>/hapus/", daftar.hapus_tampilan, name="tampilan-hapus"),
    path("pegawai/pensiun/", agenda.pensiun, name="pensiun"),
    path("pegawai/pensiun/ekspor/", agenda.ekspor_pensiun, name="pensiun-ekspor"),
    path("pegawai/lima-tahun/", agenda.lima_tahun, name="lima-tahun"),
    path("pegawai/lima-tahun/ekspor/", agenda.ekspor_lima_tahun, name="lima-tahun-ekspor"),
    path("pegawai/penugasan-sementara/", agenda.sementara, name="sementara"),
    path("pegawai/penugasan-sementara/ekspor/", agenda.ekspor_sementara, name="sementara-ekspor"),
    path("pegawai/penugasan/<int:pk>/akhiri/", orang.penugasan_akhiri, name="penugasan-akhiri"),
    path("pegawai/jabatan/", unit.jabatan, name="jabatan"),
    path("pegawai/jabatan/<int:pk>/", unit.jabatan_rincian, name="jabatan-rincian"),
    path("pegawai/<int:pk>/", orang.rincian, name="rincian"),
    path("pegawai/<int:pk>/koreksi/", orang.koreksi, name="koreksi"),
    path("pegawai/<int:pk>/penugasan/", orang.penugasan_catat, name="penugasan-catat"),
    path("pegawai/<int:pk>/pelatihan/", orang.pelatihan_catat, name="pelatihan-catat"),
    path("pegawai/<int:pk>/sertifikat/", orang.sertifikat_catat, name="sertifikat-catat"),
    path("pegawai/<int:pk>/tmt/", orang.tmt_koreksi, name="tmt"),
    path("pegawai/<int:pk>/tmt/tarik/", orang.tmt_tarik, name="tmt-tarik"),
    path("pegawai/<int:pk>/disiplin/", orang.disiplin_catat, name="disiplin-catat"),
    path("pegawai/<int:pk>/berhenti/", orang.berhenti_catat, name="berhenti-catat"),
    path("mutu-data/", mutu.papan, name="mutu"),
    path("mutu-data/perbaikan/", mutu.buku, name="mutu-unduh"),
    path("mutu-data/<slug:kode>/", mutu.indikator, name="mutu-indikator"),
    path("mutu-data/<slug:kode>/ekspor/", mutu.ekspor, name="mutu-ekspor"),
    path("unit/", unit.pohon, name="unit"),
    path("unit/<int:pk>/", unit.rincian, name="unit-rincian"),
    path("unit/<int:pk>/akun/", unit.akun, name="unit-akun"),
    path("unit/<int:pk>/ubah/", unit.ubah, name="unit-ubah"),
    path("unit/<int:pk>/tutup/", unit.tutup, name="unit-tutup"),
    path("unit/<int:pk>/buka/", unit.buka, name="unit-buka"),
]

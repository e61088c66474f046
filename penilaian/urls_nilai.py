"""Doors of scores: runs, results, one's own score, objections."""

from django.urls import path

from penilaian.views import (
    keberatan,
    keberatan_putus,
    kinerja,
    konseling,
    menilai,
    nilai_saya,
    penilaian,
    tindak_lanjut,
    umpan,
)

# One's own: no person's key in any of them.
_SAYA = "nilai-saya/periode/<slug:periode>/"
_KEBERATAN = "kinerja/keberatan/"
_PERKARA = f"{_KEBERATAN}<int:pk>/"
KEBERATAN = [
    path("nilai-saya/keberatan/", keberatan.saya, name="keberatan-saya"),
    path("nilai-saya/keberatan/ajukan/<int:pk>/", keberatan.ajukan, name="keberatan-ajukan"),
    path(_KEBERATAN, keberatan.daftar, name="keberatan"),
    path(f"{_KEBERATAN}menunggu/", keberatan.menunggu, name="keberatan-menunggu"),
    path(f"{_KEBERATAN}surat/", keberatan_putus.pilih_hasil, name="keberatan-pilih"),
    path(f"{_KEBERATAN}surat/<int:pk>/", keberatan_putus.catat_surat, name="keberatan-surat"),
    path(_PERKARA, keberatan.rincian, name="keberatan-rincian"),
    path(f"{_PERKARA}keterangan/", keberatan.keterangan, name="keberatan-keterangan"),
    path(f"{_PERKARA}periksa/", keberatan.periksa, name="keberatan-periksa"),
    path(f"{_PERKARA}cabut/", keberatan.cabut, name="keberatan-cabut"),
    path(f"{_PERKARA}cetak/", keberatan.cetak, name="keberatan-cetak"),
    path(f"{_PERKARA}putus/", keberatan_putus.putus, name="keberatan-putus"),
    path(f"{_PERKARA}putusan-surat/", keberatan_putus.catat, name="keberatan-putusan-surat"),
    path(f"{_PERKARA}sahkan/", keberatan_putus.sahkan, name="keberatan-sahkan"),
    path(f"{_PERKARA}kembalikan/", keberatan_putus.kembalikan, name="keberatan-kembalikan"),
    path(f"{_PERKARA}tunjuk/", keberatan_putus.tunjuk, name="keberatan-tunjuk"),
]
_USUL = "kinerja/tindak-lanjut/"
_BICARA = "nilai-saya/konseling/"
MENILAI = [
    path("kinerja/menilai/", menilai.daftar, name="menilai"),
    path("kinerja/menilai/sebaran/", menilai.sebaran, name="menilai-sebaran"),
    path("kinerja/menilai/<int:pk>/", menilai.orang, name="menilai-orang"),
    path("kinerja/sebaran/", kinerja.sebaran, name="sebaran"),
    path(_USUL, tindak_lanjut.daftar, name="tindak-lanjut"),
    path(f"{_USUL}hitung/", tindak_lanjut.hitung, name="tindak-lanjut-hitung"),
    path(f"{_USUL}<int:pk>/", tindak_lanjut.putuskan, name="tindak-lanjut-putuskan"),
    path("kinerja/umpan-balik/<int:pk>/", umpan.orang, name="umpan"),
    path("nilai-saya/umpan-balik/", umpan.saya, name="umpan-saya"),
    path(_BICARA, konseling.daftar, name="konseling"),
    path(f"{_BICARA}<int:pk>/", konseling.rincian, name="konseling-rincian"),
    path(f"{_BICARA}<int:pk>/<slug:aksi>/", konseling.langkah, name="konseling-langkah"),
]
_RUN = "kinerja/perhitungan/<int:pk>/"
_HASIL = "kinerja/hasil/<int:pk>/"
PENILAIAN = [
    path("kinerja/perhitungan/", penilaian.daftar, name="penilaian"),
    path("kinerja/perhitungan/hitung/", penilaian.hitung, name="penilaian-hitung"),
    path(_RUN, penilaian.rincian, name="penilaian-rincian"),
    path(f"{_RUN}unduh/", penilaian.unduh, name="penilaian-unduh"),
    path(f"{_RUN}sampaikan/", penilaian.sampaikan, name="penilaian-sampaikan"),
    path(f"{_RUN}beda/", penilaian.beda, name="penilaian-beda"),
    path(f"{_RUN}beda/unduh/", penilaian.beda_unduh, name="penilaian-beda-unduh"),
    path(_HASIL, penilaian.hasil, name="hasil"),
    path(f"{_HASIL}json/", penilaian.hasil_json, name="hasil-json"),
    path("kinerja/penilai/<int:pk>/", penilaian.penilai, name="penilai-tetapkan"),
]
urlpatterns = [
    *KEBERATAN,
    *MENILAI,
    *PENILAIAN,
    path("nilai-saya/", nilai_saya.nilai_saya, name="nilai-saya"),
    path("nilai-saya/tim/", nilai_saya.tim, name="nilai-saya-tim"),
    path("nilai-saya/kompetensi/", nilai_saya.kompetensi, name="nilai-saya-kompetensi"),
    path(_SAYA, nilai_saya.hasil, name="nilai-saya-periode"),
    path(f"{_SAYA}<int:nomor>/", nilai_saya.hasil, name="nilai-saya-hasil"),
    path(f"{_SAYA}<int:nomor>/terima/", nilai_saya.akui, name="nilai-saya-akui"),
    path(f"{_SAYA}<int:nomor>/unduh/<slug:bentuk>/", nilai_saya.unduh, name="nilai-saya-unduh"),
]

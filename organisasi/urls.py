"""Doors of organisasi."""

from django.urls import path

from organisasi import urls_impor
from organisasi.views import (
    akar,
    aktivasi,
    akun,
    disposisi,
    jejak,
    kantor,
    ketentuan,
    pengguna,
    peran,
)

app_name = "organisasi"
urlpatterns = [
    path("kantor-baru/", kantor.kantor_baru, name="kantor-baru"),
    path("aktivasi/", aktivasi.aktivasi, name="aktivasi"),
    path("akun-saya/", akun.akun_saya, name="akun-saya"),
    path("akun-saya/akhiri-sesi/", akun.akhiri_sesi, name="sesi-akhiri"),
    path("pengguna/", pengguna.daftar, name="pengguna"),
    path("pengguna/baru/", pengguna.buat, name="pengguna-buat"),
    path("pengguna/peran-dan-hak/", peran.matriks, name="peran-matriks"),
    path("pengguna/<int:pk>/", pengguna.rincian, name="pengguna-rincian"),
    path("pengguna/<int:pk>/nonaktifkan/", pengguna.nonaktifkan, name="pengguna-nonaktifkan"),
    path("pengguna/<int:pk>/aktifkan/", pengguna.aktifkan, name="pengguna-aktifkan"),
    path("pengguna/<int:pk>/lepas-totp/", pengguna.lepas_totp, name="pengguna-lepas-totp"),
    path("pengguna/<int:pk>/beri-peran/", peran.beri, name="peran-beri"),
    path("peran/<int:pk>/cabut/", peran.cabut, name="peran-cabut"),
    path("peran/<int:pk>/limpahkan/", peran.limpahkan, name="peran-limpahkan"),
    path("slip/", aktivasi.daftar, name="slip"),
    path("slip/cetak/", aktivasi.cetak, name="slip-cetak"),
    path("slip/<int:pk>/atur-ulang/", aktivasi.atur_ulang, name="slip-atur-ulang"),
    path("disposisi/", disposisi.daftar, name="disposisi"),
    path("disposisi/catat/", disposisi.catat, name="disposisi-catat"),
    path("disposisi/<int:pk>/", disposisi.rincian, name="disposisi-rincian"),
    path("disposisi/<int:pk>/sahkan/", disposisi.sahkan, name="disposisi-sahkan"),
    path("disposisi/<int:pk>/pindaian/", disposisi.pindaian, name="disposisi-pindaian"),
    path("ketentuan/", ketentuan.daftar, name="ketentuan"),
    path("ketentuan/hari-libur/", ketentuan.hari_libur, name="hari-libur"),
    path("ketentuan/<slug:kode>/", ketentuan.rincian, name="ketentuan-rincian"),
    path("jejak/", jejak.daftar, name="jejak"),
    path("jejak/akses/", jejak.akses, name="jejak-akses"),
    path("jejak/verifikasi/", jejak.verifikasi, name="jejak-verifikasi"),
    path("jejak/ekspor/", jejak.ekspor, name="jejak-ekspor"),
    path("jejak/<int:urutan>/", jejak.entri, name="jejak-entri"),
    path("jejak/<int:urutan>/tanda-terima/", jejak.tanda_terima, name="jejak-tanda-terima"),
    path("jejak/akar/", akar.daftar, name="akar"),
    path("jejak/akar/arti/", akar.arti, name="akar-arti"),
    path("jejak/akar/akar-jejak.json", akar.unduh_json, name="akar-json"),
    path("jejak/akar/akar-jejak.txt", akar.unduh_teks, name="akar-teks"),
    path("jejak/akar/periksa_jejak.py", akar.alat, name="akar-alat"),
    path("jejak/akar/lanjutan-<int:lama>-<int:baru>.json", akar.lanjutan, name="akar-lanjutan"),
    *urls_impor.urlpatterns,
]

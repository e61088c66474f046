"""Doors of mutasi."""

from __future__ import annotations

from django.urls import path

from mutasi import urls_jalan, urls_keputusan, urls_pelaksanaan, urls_pengawasan, urls_sidang
from mutasi.views import (
    calon,
    cetak,
    kritis,
    permintaan,
    rancangan,
    rancangan_anggota,
    rancangan_baris,
)

app_name = "mutasi"
urlpatterns = [
    path("calon/", calon.jabatan, name="calon"),
    path("calon/<int:pk>/", calon.formasi, name="calon-formasi"),
    path("calon/<int:pk>/banding/", calon.banding, name="calon-banding"),
    path("calon/<int:pk>/ekspor/", calon.ekspor, name="calon-ekspor"),
    path("cetak/duk/", cetak.duk, name="duk"),
    path("cetak/lowong/", cetak.daftar_lowong, name="lowong-cetak"),
    path("kritis/", kritis.daftar, name="kritis"),
    path("kritis/tandai/", kritis.tandai, name="kritis-tandai"),
    path("kritis/<int:pk>/", kritis.rincian, name="kritis-rincian"),
    path("kritis/<int:pk>/lepas/", kritis.lepas, name="kritis-lepas"),
    path("kritis/<int:pk>/cadangan/", kritis.cadangan_tambah, name="kritis-cadangan-tambah"),
    path("kritis/cadangan/<int:pk>/", kritis.cadangan_ubah, name="kritis-cadangan-ubah"),
    path("permintaan/", permintaan.daftar, name="permintaan"),
    path("permintaan/baru/", permintaan.baru, name="permintaan-baru"),
    path("permintaan/<int:pk>/", permintaan.rincian, name="permintaan-rincian"),
    path("permintaan/<int:pk>/tanggapi/", permintaan.tanggapi, name="permintaan-tanggapi"),
    path("permintaan/<int:pk>/tarik/", permintaan.tarik, name="permintaan-tarik"),
    path("rancangan/", rancangan.daftar, name="rancangan"),
    path("rancangan/baru/", rancangan.baru, name="rancangan-baru"),
    path("rancangan/masukkan/", rancangan_baris.masukkan, name="rancangan-masukkan"),
    path("rancangan/<uuid:pk>/", rancangan.lembar, name="rancangan-lembar"),
    path("rancangan/<uuid:pk>/perubahan/", rancangan.perubahan, name="rancangan-perubahan"),
    path("rancangan/<uuid:pk>/cari/", rancangan.cari, name="rancangan-cari"),
    path("rancangan/<uuid:pk>/ubah/", rancangan.ubah, name="rancangan-ubah"),
    path("rancangan/<uuid:pk>/akibat/", rancangan.akibat, name="rancangan-akibat"),
    path("rancangan/<uuid:pk>/langkah/", rancangan.langkah, name="rancangan-langkah"),
    path("rancangan/<uuid:pk>/batalkan/", rancangan.batalkan, name="rancangan-batalkan"),
    path("rancangan/<uuid:pk>/cetak/", cetak.rancangan, name="rancangan-cetak"),
    path(
        "rancangan/<uuid:pk>/cetak/<slug:jenis>.<slug:bentuk>",
        cetak.rancangan_berkas,
        name="rancangan-cetak-berkas",
    ),
    path("rancangan/<uuid:pk>/tutup/", rancangan.tutup, name="rancangan-tutup"),
    path("rancangan/<uuid:pk>/buka/", rancangan.buka, name="rancangan-buka"),
    path("rancangan/<uuid:pk>/anggota/", rancangan_anggota.anggota, name="rancangan-anggota"),
    path(
        "rancangan/<uuid:pk>/anggota/<int:anggota>/cabut/",
        rancangan_anggota.cabut,
        name="rancangan-cabut",
    ),
    path("rancangan/<uuid:pk>/baris/", rancangan_baris.tambah, name="rancangan-baris-tambah"),
    path("rancangan/<uuid:pk>/baris/<int:baris>/", rancangan_baris.baris, name="rancangan-baris"),
    path(
        "rancangan/<uuid:pk>/baris/<int:baris>/hapus/",
        rancangan_baris.hapus,
        name="rancangan-hapus",
    ),
    path(
        "rancangan/<uuid:pk>/baris/<int:baris>/pulihkan/",
        rancangan_baris.pulihkan,
        name="rancangan-pulihkan",
    ),
    path(
        "rancangan/<uuid:pk>/baris/<int:baris>/urut/", rancangan_baris.urut, name="rancangan-urut"
    ),
    path(
        "rancangan/<uuid:pk>/baris/<int:baris>/alasan/",
        rancangan_baris.alasan,
        name="rancangan-alasan",
    ),
    *urls_jalan.urlpatterns,
    *urls_sidang.urlpatterns,
    *urls_keputusan.urlpatterns,
    *urls_pelaksanaan.urlpatterns,
    *urls_pengawasan.urlpatterns,
]

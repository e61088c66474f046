"""Doors of files and cases, what the employee answers, outside requests."""

from __future__ import annotations

from django.urls import URLPattern, path

from mutasi.views import (
    berkas,
    berkas_asal,
    berkas_kesiapan,
    berkas_lembar,
    berkas_massal,
    berkas_tempel,
    meja,
    usulan,
    usulan_catatan,
    usulan_rincian,
    usulan_saya,
    usulan_unit,
)

_BERKAS = "mutasi/berkas/<uuid:pk>/"
_USULAN = "mutasi/usulan/<uuid:pk>/"
_SAYA = "mutasi-saya/"

urlpatterns: list[URLPattern] = [
    path("mutasi/", meja.meja, name="meja"),
    path("mutasi/berkas/", berkas.daftar, name="berkas"),
    path("mutasi/berkas/ekspor/", berkas.ekspor, name="berkas-ekspor"),
    path("mutasi/berkas/baru/", berkas.baru, name="berkas-baru"),
    path(
        "mutasi/berkas/dari-rancangan/<uuid:pk>/",
        berkas_asal.dari_rancangan,
        name="berkas-dari-rancangan",
    ),
    path("mutasi/berkas/dari-sotk/", berkas_asal.dari_sotk, name="berkas-dari-sotk"),
    path(_BERKAS, berkas_lembar.lembar, name="berkas-lembar"),
    path(f"{_BERKAS}ubah/", berkas.ubah, name="berkas-ubah"),
    path(f"{_BERKAS}anggota/", berkas.anggota, name="berkas-anggota"),
    path(f"{_BERKAS}anggota/<int:anggota>/cabut/", berkas.cabut, name="berkas-cabut"),
    path(f"{_BERKAS}tutup/", berkas.tutup, name="berkas-tutup"),
    path(f"{_BERKAS}cari/", berkas_lembar.cari, name="berkas-cari"),
    path(f"{_BERKAS}akibat/", berkas_lembar.akibat, name="berkas-akibat"),
    path(f"{_BERKAS}tempel/", berkas_tempel.tempel, name="berkas-tempel"),
    path(f"{_BERKAS}baris/", berkas_lembar.tambah, name="berkas-baris-tambah"),
    path(f"{_BERKAS}baris/<uuid:usulan>/", berkas_lembar.baris, name="berkas-baris"),
    path(f"{_BERKAS}baris/<uuid:usulan>/ubah/", berkas_lembar.ubah, name="berkas-baris-ubah"),
    path(f"{_BERKAS}massal/", berkas_massal.massal, name="berkas-massal"),
    path(f"{_BERKAS}kesiapan/", berkas_kesiapan.kesiapan, name="berkas-kesiapan"),
    path(
        f"{_BERKAS}kesiapan/imut.<slug:bentuk>", berkas_kesiapan.ekspor, name="berkas-imut-ekspor"
    ),
    path("mutasi/usulan/", usulan.daftar, name="usulan"),
    path("mutasi/usulan/ekspor/", usulan.ekspor, name="usulan-ekspor"),
    path("mutasi/usulan/ajukan/", usulan_unit.ajukan, name="usulan-ajukan-unit"),
    path(_USULAN, usulan_rincian.rincian, name="usulan-rincian"),
    path(f"{_USULAN}aturan/", usulan_rincian.aturan, name="usulan-aturan"),
    path(f"{_USULAN}riwayat/", usulan_rincian.riwayat, name="usulan-riwayat"),
    path(f"{_USULAN}lembar/", usulan_rincian.lembar, name="usulan-lembar"),
    path(f"{_USULAN}ubah/", usulan_rincian.ubah, name="usulan-ubah"),
    path(f"{_USULAN}alasan/", usulan_rincian.alasan, name="usulan-alasan"),
    path(f"{_USULAN}aksi/<slug:kunci>/", usulan_rincian.aksi, name="usulan-aksi"),
    path(f"{_USULAN}catat/<slug:kunci>/", usulan_catatan.catat, name="usulan-catat"),
    path(
        f"{_USULAN}dokumen/<int:dokumen>/ganti/",
        usulan_catatan.ganti_dokumen,
        name="usulan-dokumen-ganti",
    ),
    path("mutasi/telaah/", usulan_unit.telaah, name="telaah"),
    path("mutasi/telaah/<int:pk>/", usulan_unit.jawab, name="telaah-jawab"),
    path(_SAYA, usulan_saya.daftar, name="usulan-saya"),
    path(f"{_SAYA}ajukan/", usulan_saya.ajukan, name="usulan-ajukan-sendiri"),
    path(f"{_SAYA}<uuid:pk>/", usulan_saya.rincian, name="usulan-saya-rincian"),
    path(f"{_SAYA}<uuid:pk>/jawab/", usulan_saya.jawab, name="usulan-saya-jawab"),
    path(f"{_SAYA}<uuid:pk>/dibuka/", usulan_saya.dibuka, name="usulan-saya-dibuka"),
    path(f"{_SAYA}<uuid:pk>/perbaiki/", usulan_saya.perbaiki, name="usulan-saya-perbaiki"),
    path(f"{_SAYA}<uuid:pk>/tarik/", usulan_saya.tarik, name="usulan-saya-tarik"),
    path(f"{_SAYA}<uuid:pk>/surat/<uuid:surat>/", usulan_saya.unduh, name="usulan-saya-unduh"),
]

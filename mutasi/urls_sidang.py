"""Doors of sessions of the TPK and the desks after it."""

from __future__ import annotations

from django.urls import URLPattern, path

from mutasi.views import (
    massal,
    meja_bkn,
    meja_kertas,
    meja_ppk,
    meja_pyb,
    sidang,
    sidang_agenda,
    sidang_ba,
    sidang_butir,
    sidang_tim,
)

_MEJA = [
    path("mutasi/meja-pyb/", meja_pyb.daftar, name="meja-pyb"),
    path("mutasi/meja-pyb/putuskan/", meja_pyb.putuskan, name="meja-pyb-putuskan"),
    path("mutasi/meja-ppk/", meja_ppk.daftar, name="meja-ppk"),
    path("mutasi/meja-ppk/putuskan/", meja_ppk.putuskan, name="meja-ppk-putuskan"),
    path("mutasi/meja-ppk/ganti/", meja_ppk.ganti, name="meja-ppk-ganti"),
    path("mutasi/meja-kertas/", meja_kertas.daftar, name="meja-kertas"),
    path("mutasi/meja-kertas/<int:pk>/", meja_kertas.catat, name="meja-kertas-catat"),
    path("mutasi/meja-bkn/", meja_bkn.daftar, name="meja-bkn"),
    path("mutasi/meja-bkn/dokumen/<int:pk>/", meja_bkn.dokumen, name="meja-dokumen"),
    path("mutasi/meja-bkn/pertek/<int:pk>/", meja_bkn.pertek, name="meja-pertek"),
    path(
        "mutasi/meja-bkn/<slug:bagian>/<slug:langkah>/", meja_bkn.langkah, name="meja-bkn-langkah"
    ),
]  # fmt: skip
_MASSAL = [path("mutasi/massal/<int:pk>/", massal.massal, name="massal")]
_SATU = "mutasi/sidang/<uuid:pk>/"
_BUTIR = f"{_SATU}butir/<int:butir>/"
_SIDANG = [
    path("mutasi/sidang/", sidang.daftar, name="sidang"),
    path("mutasi/sidang/baru/", sidang.baru, name="sidang-jadwalkan"),
    path("mutasi/sidang/tim/", sidang_tim.daftar, name="sidang-tim"),
    path("mutasi/sidang/tim/baru/", sidang_tim.baru, name="sidang-tim-baru"),
    path("mutasi/sidang/tim/<int:pk>/akhiri/", sidang_tim.akhiri, name="sidang-tim-akhiri"),
    path(_SATU, sidang.rincian, name="sidang-rincian"),
    path(f"{_SATU}jadwal/", sidang.jadwal, name="sidang-jadwal"),
    path(f"{_SATU}batal/", sidang.batal, name="sidang-batal"),
    path(f"{_SATU}agenda/", sidang_agenda.agenda, name="sidang-agenda"),
    path(f"{_SATU}keluarkan/", sidang_agenda.keluarkan, name="sidang-keluarkan"),
    path(f"{_SATU}buka/", sidang_agenda.buka, name="sidang-buka"),
    path(f"{_SATU}kehadiran/", sidang_agenda.kehadiran, name="sidang-kehadiran"),
    path(f"{_SATU}putuskan/", sidang_agenda.putuskan, name="sidang-putuskan"),
    path(_BUTIR, sidang_butir.butir, name="sidang-butir"),
    path(f"{_BUTIR}banding/", sidang_butir.banding, name="sidang-banding"),
    path(f"{_BUTIR}putuskan/", sidang_butir.catat, name="sidang-butir-catat"),
    path(f"{_BUTIR}suara/", sidang_butir.suara, name="sidang-suara"),
    path(f"{_BUTIR}mundur/", sidang_butir.mundur, name="sidang-mundur"),
    path(f"{_SATU}susun/", sidang_ba.susun, name="sidang-susun"),
    path(f"{_SATU}perbaiki/", sidang_ba.perbaiki, name="sidang-perbaiki"),
    path(f"{_SATU}tanda-tangan/", sidang_ba.tanda_tangan, name="sidang-tanda-tangan"),
    path(f"{_SATU}kertas/<int:kursi>/", sidang_ba.kertas, name="sidang-kertas"),
    path(f"{_SATU}tutup/", sidang_ba.tutup, name="sidang-tutup"),
    path(f"{_SATU}teruskan/", sidang_ba.teruskan, name="sidang-teruskan"),
    path(f"{_SATU}berita-acara.pdf", sidang_ba.pdf, name="sidang-pdf"),
]
urlpatterns: list[URLPattern] = [*_MEJA, *_MASSAL, *_SIDANG]

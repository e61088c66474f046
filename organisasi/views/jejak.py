"""The trail and the access log, for those who may read them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak.akses import lihat, lihat_ekspor
from jejak.ekspor import baris_jsonl
from jejak.selectors import satu
from jejak.tanda_terima import buat_tanda_terima
from organisasi import policies
from organisasi import selectors_jejak as bacaan
from organisasi.izin import Izin
from toolkit.pages import render_page, unduhan_json

# How the trail names a person of the register, which stands above this room.
BERKAS_PEGAWAI = "pegawai.pegawai"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Newest first; narrowed by day, person, act, thing."""
    policies.memegang.check(Izin.JEJAK_LIHAT, request.user)
    saring = bacaan.SaringanJejak.dari_kueri(request.GET)
    context = {
        "saring": saring, "isi": bacaan.telusuri(saring), "tindakan": bacaan.pilihan_tindakan(),
        "boleh_ekspor": policies.memegang.allows(Izin.JEJAK_EKSPOR, request.user),
        "boleh_akses": policies.memegang.allows(Izin.AKSES_LIHAT, request.user),
        "entri": bacaan.jumlah_entri(),
    }  # fmt: skip
    return render_page(request, "organisasi/jejak.html", context, fragment="tabel")


@require_safe
def entri(request: HttpRequest, urutan: int) -> HttpResponse:
    """One entry: what was before, what is after, and its place in the chain."""
    policies.memegang.check(Izin.JEJAK_LIHAT, request.user)
    catatan = satu(urutan)
    if catatan is None:
        raise Http404
    if catatan.objek_jenis == BERKAS_PEGAWAI:
        pegawai = catatan.objek_id
        lihat(pegawai, oleh=request.user, apa="catatan jejak", alasan="membuka entri jejak")
    boleh = policies.memegang.allows(Izin.JEJAK_EKSPOR, request.user)
    alasan = bacaan.alasan_belum_terbit(urutan) if boleh else []
    context = {"c": catatan, "boleh_ekspor": boleh, "alasan": alasan}
    return render(request, "organisasi/jejak_entri.html", context)


@require_safe
def tanda_terima(request: HttpRequest, urutan: int) -> HttpResponse:
    """The proof of one entry as a file, for the offline checker."""
    policies.memegang.check(Izin.JEJAK_EKSPOR, request.user)
    catatan = satu(urutan)
    if catatan is None:
        raise Http404
    isi = unduhan_json(buat_tanda_terima(urutan), f"tanda-terima-{urutan}.json")
    if catatan.objek_jenis == BERKAS_PEGAWAI:
        pegawai = catatan.objek_id
        lihat(pegawai, oleh=request.user, apa="tanda terima jejak", alasan="mengunduh buktinya")
    return isi


def verifikasi(request: HttpRequest) -> HttpResponse:
    """Head and root; on POST the whole chain is checked now."""
    policies.memegang.check(Izin.JEJAK_EKSPOR, request.user)
    laporan = bacaan.verifikasi_sekarang() if request.method == "POST" else None
    context = {
        "laporan": laporan, "kepala": bacaan.kepala(), "maks": bacaan.MAKS_SEKARANG,
        "bersurel": bacaan.penerima_bersurel(timezone.localdate()),
    }  # fmt: skip
    return render(request, "organisasi/jejak_verifikasi.html", context)


@require_safe
def ekspor(request: HttpRequest) -> StreamingHttpResponse:
    """The whole trail, line by line, for the offline checker."""
    policies.memegang.check(Izin.JEJAK_EKSPOR, request.user)
    jumlah = bacaan.jumlah_entri()
    lihat_ekspor(oleh=request.user, apa="seluruh jejak", alasan="ekspor jejak", jumlah=jumlah)
    response = StreamingHttpResponse(baris_jsonl(), content_type="application/jsonl; charset=utf-8")
    nama = f"jejak-{timezone.localdate():%Y%m%d}-{jumlah}.jsonl"
    response["Content-Disposition"] = f'attachment; filename="{nama}"'
    return response


@require_safe
def akses(request: HttpRequest) -> HttpResponse:
    """Who looked at whose data."""
    policies.memegang.check(Izin.AKSES_LIHAT, request.user)
    saring = bacaan.SaringanAkses.dari_kueri(request.GET)
    boleh = policies.memegang.allows(Izin.JEJAK_EKSPOR, request.user)
    isi = bacaan.telusuri_akses(saring, per=timezone.localdate())
    context = {"saring": saring, "isi": isi, "boleh_ekspor": boleh}
    return render_page(request, "organisasi/jejak_akses.html", context, fragment="tabel")

"""Oversight: what there is to look at, one part, the trail of cases, the workbook; the public."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from mutasi.policies import pengawasan as policies
from mutasi.policies.jalan import memegang
from mutasi.selectors import pengawasan_jejak as baca_jejak
from mutasi.selectors import pengawasan_ringkas as baca
from mutasi.selectors.pengawasan import Masa
from mutasi.selectors.statistik_mutasi import statistik
from mutasi.services.pengawasan_buku import buku_pengawasan
from organisasi.izin import Izin
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page


@require_safe
def ringkasan(request: HttpRequest) -> HttpResponse:
    """How many of each, in the period."""
    per = timezone.localdate()
    policies.awasi.check(request.user, per=per)
    masa = Masa.dari_kueri(request.GET, per=per)
    context = {
        "r": baca.ringkasan(request.user, masa, per=per), "masa": masa, "bagian": baca.BAGIAN,
        "boleh_akses": memegang(request.user, Izin.AKSES_LIHAT, per=per),
    }  # fmt: skip
    return render(request, "mutasi/pengawasan.html", context)


@require_safe
def bagian(request: HttpRequest, kunci: str) -> HttpResponse:
    """One part, row by row."""
    per = timezone.localdate()
    policies.awasi.check(request.user, per=per)
    masa = Masa.dari_kueri(request.GET, per=per)
    isi = baca.bagian(kunci, request.user, masa, per=per)
    if isi is None:
        raise Http404
    page = page_of(request, isi.baris)
    akses.lihat_daftar(
        oleh=request.user, apa="pengawasan mutasi", alasan=isi.judul.lower(),
        jumlah=len(page.object_list), saringan=masa.kalimat,
    )  # fmt: skip
    context = {"b": isi, "page": page, "masa": masa, "bagian": baca.BAGIAN}
    return render_page(request, "mutasi/pengawasan_bagian.html", context, fragment="tabel")


@require_safe
def ekspor(request: HttpRequest) -> FileResponse:
    """All parts of the period, to take home."""
    per = timezone.localdate()
    policies.awasi.check(request.user, per=per)
    masa = Masa.dari_kueri(request.GET, per=per)
    isi = baca.semua_bagian(request.user, masa, per=per)
    return buku_pengawasan(isi, masa, oleh=request.user, per=per)


@require_http_methods(["GET", "HEAD", "POST"])
def jejak(request: HttpRequest) -> HttpResponse:
    """The trail of these cases, sealed acts included. Words are sent by POST: no address, history
    or server log holds whom somebody looked for."""
    per, data = timezone.localdate(), request.POST or request.GET
    policies.awasi.check(request.user, per=per)
    masa, q = Masa.dari_kueri(data, per=per), request.POST.get("q", "").strip()[:100]
    tindakan = data.get("tindakan", "")
    isi = baca_jejak.jejak_kasus(
        request.user, masa, q=q, tindakan=tindakan, sebelum=bilangan(data.get("sebelum", "")),
        per=per,
    )  # fmt: skip
    akses.lihat_daftar(
        oleh=request.user, apa="jejak usulan mutasi", alasan="pengawasan", jumlah=len(isi.baris)
    )
    context = {"j": isi, "masa": masa, "q": q, "tindakan": tindakan, "bagian": baca.BAGIAN}
    context["pilihan"] = baca_jejak.pilihan_tindakan()
    return render(request, "mutasi/pengawasan_jejak.html", context)


@require_safe
@login_not_required
def publik(request: HttpRequest) -> HttpResponse:
    """What everybody may know: counts, and how long a desk takes."""
    per = timezone.localdate()
    tahun = bilangan(request.GET.get("tahun", ""))
    return render(request, "mutasi/statistik.html", {"s": statistik(tahun, per=per), "per": per})

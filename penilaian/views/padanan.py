"""Pages of matches: names that wait, one name, many at once, decisions, taking one back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pegawai.models import Padanan
from penilaian.forms import padanan as forms
from penilaian.policies import padanan as policies
from penilaian.selectors import padanan as selectors
from penilaian.selectors.kebutuhan import ketentuan
from penilaian.services import padanan as acts
from penilaian.services.buku_padanan import buku_keputusan, buku_menunggu
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _hari(request: HttpRequest) -> date:
    """Today, for those who may decide."""
    per = timezone.localdate()
    policies.putuskan.check(request.user, per=per)
    return per


@require_safe
def menunggu(request: HttpRequest) -> HttpResponse:
    """Names outside the reference, the most distorting first, with proposals and effects."""
    return _halaman_menunggu(request, _hari(request), forms.BanyakForm())


def _halaman_menunggu(request: HttpRequest, per: date, form: Any) -> HttpResponse:
    saring = forms.SaringanNama(request.GET)
    hasil = selectors.menunggu(per=per, **saring.isi())
    page = page_of(request, hasil.baris)
    selectors.lengkapi(list(page.object_list), aturan=hasil.aturan)
    form.tandai(page.object_list, semua="centang" in request.GET)
    context = {"per": per, "r": hasil, "saring": saring, "form": form, "page": page}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/padanan.html", context, fragment="tabel", status=status)


@require_POST
def putuskan_banyak(request: HttpRequest) -> HttpResponse:
    """Decide every checked name; each gets its own answer."""
    per = _hari(request)
    form = forms.BanyakForm(request.POST)
    if not form.is_valid():
        return _halaman_menunggu(request, per, form)
    dasar = acts.Dasar(per=per, oleh=request.user, alasan=form.cleaned_data["alasan"])
    hasil = acts.tetapkan_banyak(form.cleaned_data["keputusan"], dasar=dasar)
    context = {"per": per, **selectors.hasil_bernama(hasil)}
    return render(request, "penilaian/padanan_hasil.html", context)


@GET_POST
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One name: proposals, a search for any other target, the decision, its history."""
    per = _hari(request)
    jabatan = get_object_or_404(selectors.jabatan_luar().select_related("padanan"), pk=pk)
    form = forms.PutuskanForm(request.POST or None)
    if form.is_valid():
        dasar = acts.Dasar(per=per, oleh=request.user, alasan=form.cleaned_data["alasan"])
        padanan = acts.tetapkan(form.keputusan(jabatan), dasar=dasar)
        messages.success(request, f"Padanan berlaku: {padanan}.")
        return redirect("penilaian:padanan")
    context = {"form": form, "j": jabatan, "per": per, **_pilihan(request, jabatan, per)}
    status = 422 if form.errors else 200
    name = "penilaian/padanan_nama.html"
    return render_page(request, name, context, fragment="pilihan", status=status)


def _pilihan(request: HttpRequest, jabatan: Any, per: date) -> dict[str, Any]:
    """What may be chosen: the proposals, and what the search found."""
    cari = request.GET.get("cari", "")[:100]
    baris = selectors.satu_nama(jabatan, per=per)
    temuan = selectors.cari_sasaran(jabatan, cari)
    selectors.lengkapi([baris], aturan=ketentuan(per=per), n=5, tambahan=temuan)
    return {
        "b": baris,
        "cari": cari,
        "temuan": len(temuan),
        "dipilih": request.POST.get("sasaran", ""),
        "riwayat": selectors.riwayat_nama(jabatan),
    }


@require_safe
def keputusan(request: HttpRequest) -> HttpResponse:
    """Decisions in force or ended: who, when, why."""
    per = _hari(request)
    saring = forms.SaringanKeputusan(request.GET)
    page = page_of(request, selectors.keputusan(**saring.isi()))
    context = {"per": per, "saring": saring, "page": page}
    return render_page(request, "penilaian/padanan_keputusan.html", context, fragment="tabel")


@GET_POST
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a decision back, after seeing what it means."""
    per = _hari(request)
    padanan = get_object_or_404(Padanan.objects.with_names(), pk=pk)
    alasan = policies.akhiri.reasons(padanan, request.user, per=per, alasan="-")
    form = forms.AkhiriForm(request.POST or None)
    if form.is_valid():
        dasar = acts.Dasar(per=per, oleh=request.user, alasan=form.cleaned_data["alasan"])
        acts.akhiri_padanan(pk, dasar=dasar)
        messages.success(request, f"Padanan berakhir: {padanan}.")
        return redirect("penilaian:padanan-keputusan")
    context = {"form": form, "p": padanan, "alasan": alasan, **selectors.terpadan(padanan)}
    status = 422 if form.errors else 200
    return render(request, "penilaian/padanan_akhiri.html", context, status=status)


@require_safe
def ekspor(request: HttpRequest) -> FileResponse:
    """Exactly the names the list shows, all pages, as a workbook."""
    per = _hari(request)
    saring = forms.SaringanNama(request.GET)
    return buku_menunggu(selectors.menunggu(per=per, **saring.isi()), per=per)


@require_safe
def ekspor_keputusan(request: HttpRequest) -> FileResponse:
    """Exactly the decisions the list shows, all pages, as a workbook."""
    per = _hari(request)
    saring = forms.SaringanKeputusan(request.GET)
    return buku_keputusan(selectors.keputusan(**saring.isi()), per=per)

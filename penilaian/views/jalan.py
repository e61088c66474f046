"""The road of a computation on screen: the list, one step, one step for many, two versions."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from organisasi.izin import Izin
from penilaian.forms import uraian_jalan as forms
from penilaian.policies import perhitungan as policies
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import perhitungan_jalan as selectors
from penilaian.selectors.kebutuhan import boleh
from penilaian.selectors.perhitungan_banding import banding_versi
from penilaian.selectors.perhitungan_jalan import Langkah
from penilaian.services import uraian_jalan as acts
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
KABAR = {
    Langkah.PERIKSA: "Perhitungan sudah diperiksa dan menunggu diputuskan.",
    Langkah.KEMBALIKAN: "Perhitungan dikembalikan sebagai draf.",
    Langkah.PUTUSKAN: "Perhitungan final dan menjadi kebutuhan formasinya.",
    Langkah.TEMPLAT: "Uraian tugas ini menjadi templat jabatannya.",
}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every version within reach; what waits for the reader stands on top."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = forms.SaringanHitung(request.GET, pengguna=request.user, per=per)
    d = selectors.daftar_hitung(request.user, form, per=per)
    page = page_of(request, d.rows)
    selectors.lengkapi(page.object_list, request.user, per=per)
    massal = {langkah for satu in page.object_list for langkah in satu.langkah}
    context = {"d": d, "form": form, "page": page, "massal": massal}
    context["boleh_usul"] = boleh(request.user, Izin.KEBUTUHAN_USUL, per=per)
    return render_page(request, "penilaian/perhitungan_daftar.html", context, fragment="tabel")


@GET_POST
def langkah(request: HttpRequest, pk: int, langkah: str) -> HttpResponse:
    """One step with one version, after seeing what it changes."""
    lihat_kebutuhan.check(request.user)
    per, apa = timezone.localdate(), Langkah(langkah)
    form = forms.LangkahForm(request.POST or None, langkah=apa)
    sah = form.is_valid()
    h = selectors.halaman_langkah(request.user, pk, apa, per=per, kata=form.kata or "-")
    if h is None:
        raise Http404
    if sah and not h.alasan:
        stempel = form.cleaned_data["stempel"]
        acts.jalankan(apa, pk, kata=form.kata, stempel=stempel, per=per, oleh=request.user)
        messages.success(request, KABAR[apa])
        return redirect("penilaian:perhitungan", pk)
    return _tanya(request, h, form)


def _tanya(
    request: HttpRequest, h: selectors.HalamanLangkah, form: forms.LangkahForm
) -> HttpResponse:
    """The question before the step; nothing typed is lost when it cannot be taken."""
    if not form.is_bound:
        form.initial["stempel"] = h.stempel
    status = 200 if not form.is_bound else 409 if h.alasan else 422
    context = {"h": h, "satu": h.satu, "form": form}
    return render(request, "penilaian/perhitungan_langkah.html", context, status=status)


@GET_POST
def massal(request: HttpRequest) -> HttpResponse:
    """One step with every ticked version, after seeing what it changes together."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    policies.jalan.check(request.user, per=per)
    kiriman: Any = request.POST or request.GET
    apa = forms.langkah_massal(kiriman.get("langkah", ""))
    dibaca = forms.dibaca(kiriman.getlist("pilih"))
    form = forms.BanyakForm(request.POST or None, langkah=apa)
    if form.is_valid():
        hasil = acts.jalankan_banyak(apa, dibaca, kata=form.kata, per=per, oleh=request.user)
        context = {"hasil": hasil, "langkah": apa}
        return render(request, "penilaian/perhitungan_massal_hasil.html", context)
    t = selectors.terpilih(request.user, dibaca, apa, per=per)
    context = {"t": t, "form": form, "langkah": apa}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/perhitungan_massal.html", context, status=status)


@require_safe
def banding(request: HttpRequest, pk: int) -> HttpResponse:
    """Two versions of a post side by side."""
    lihat_kebutuhan.check(request.user)
    dengan = request.GET.get("dengan", "")
    b = banding_versi(request.user, pk, dengan, per=timezone.localdate())
    if b is None:
        raise Http404
    return render(request, "penilaian/versi_banding.html", {"b": b, "p": b.posisi})

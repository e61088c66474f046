"""One post by ABK, WISN and ABK-Kes: looked at with any time, saved as a draft of WISN."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from penilaian.forms.banding import WaktuForm
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import banding as selectors
from penilaian.services.wisn import simpan_wisn, uraikan_waktu


@require_safe
def banding(request: HttpRequest, pk: int) -> HttpResponse:
    """Side by side; what is typed is computed and not kept."""
    lihat_kebutuhan.check(request.user)
    return _halaman(request, pk, WaktuForm.dari(request.GET))


@require_POST
def simpan(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the WISN as a draft."""
    lihat_kebutuhan.check(request.user)
    form = WaktuForm.dari(request.POST)
    if form.is_bound and not form.is_valid():
        return _halaman(request, pk, form)
    if selectors.banding(request.user, pk, form.isian, per=timezone.localdate()) is None:
        raise Http404
    draf = simpan_wisn(pk, isian=form.isian, per=timezone.localdate(), oleh=request.user)
    messages.success(request, f"Draf WISN versi {draf.versi} tersimpan, menunggu diperiksa.")
    return redirect("penilaian:perhitungan", pk=draf.pk)


def _halaman(request: HttpRequest, pk: int, form: WaktuForm) -> HttpResponse:
    hasil = selectors.banding(request.user, pk, form.isian, per=timezone.localdate())
    if hasil is None:
        raise Http404
    galat = form.is_bound and not form.is_valid()
    tampil = form if galat else WaktuForm(initial=WaktuForm.awal(hasil.isian))
    context = {
        "b": hasil, "p": hasil.posisi, "form": tampil, "waktu": uraikan_waktu(hasil.isian),
        "andaian": form.isian is not None,
    }  # fmt: skip
    return render(request, "penilaian/banding.html", context, status=422 if galat else 200)

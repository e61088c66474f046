"""Asking and answering about criteria in public, and sessions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from penilaian.forms import kriteria as forms
from penilaian.models import TanyaKriteria
from penilaian.policies import kriteria as policies
from penilaian.services import kriteria_tanya as acts
from penilaian.views.kriteria import halaman, set_dari

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_POST
def tanya(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask."""
    satu, kini = set_dari(request, pk), timezone.now()
    form = forms.TanyaForm(request.POST)
    if not form.is_valid():
        return halaman(request, satu, timezone.localdate(kini), form)
    acts.tanya_kriteria(pk, pada=kini, oleh=request.user, **form.cleaned_data)
    messages.success(request, "Pertanyaan tersimpan; Anda diberi tahu bila sudah dijawab.")
    return redirect("penilaian:kriteria-rincian", pk)


@GET_POST
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer."""
    kini = timezone.now()
    satu = get_object_or_404(TanyaKriteria.objects.select_related("perangkat"), pk=pk)
    policies.jawab.check(satu, request.user, per=timezone.localdate(kini))
    form = forms.JawabForm(request.POST or None)
    if form.is_valid():
        acts.jawab_kriteria(pk, pada=kini, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Jawaban tersimpan dan tampil untuk umum.")
        return redirect("penilaian:kriteria-rincian", satu.perangkat_id)
    context = {"t": satu, "s": satu.perangkat, "form": form}
    status = 422 if form.errors else 200
    return render(request, "penilaian/kriteria_jawab.html", context, status=status)


@GET_POST
def sosialisasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a session."""
    satu, kini = set_dari(request, pk), timezone.now()
    per = timezone.localdate(kini)
    policies.sosialisasi.check(request.user, per=per)
    form = forms.SosialisasiForm(request.POST or None, per=per)
    if form.is_valid():
        acts.catat_sosialisasi(pk, pada=kini, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Sosialisasi tercatat.")
        return redirect("penilaian:kriteria-rincian", pk)
    status = 422 if form.errors else 200
    context = {"s": satu, "form": form}
    return render(request, "penilaian/kriteria_sosialisasi.html", context, status=status)

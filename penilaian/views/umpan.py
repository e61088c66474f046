"""Feedback: one's own page, and the conversation about somebody one assesses or leads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jejak import akses
from pegawai.models import Pegawai
from pegawai.selectors.orang import milik_sendiri
from penilaian.forms.umpan import UmpanForm
from penilaian.selectors import umpan as selectors
from penilaian.selectors.tindak_lanjut import tindak_lanjut_saya
from penilaian.services.umpan import tulis_umpan

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _nomor(teks: str) -> int | None:
    return int(teks) if teks.isdecimal() and len(teks) < 12 else None


def _tulis(request: HttpRequest, form: UmpanForm, pegawai: Pegawai) -> None:
    tulis_umpan(
        pegawai.pk, form.cleaned_data["isi"], balas=_nomor(request.POST.get("balas", "")),
        per=timezone.localdate(), oleh=request.user,
    )  # fmt: skip
    messages.success(request, "Pesan dikirim.")


@GET_POST
def saya(request: HttpRequest) -> HttpResponse:
    """What was written about one's work, what followed, and to whom one may write."""
    per, orang = timezone.localdate(), milik_sendiri(request.user)
    form = UmpanForm(request.POST or None)
    if request.method == "POST" and orang is not None and form.is_valid():
        _tulis(request, form, orang)
        return redirect("penilaian:umpan-saya")
    context: dict[str, Any] = {"p": orang, "form": form, "balas": request.GET.get("balas", "")}
    if orang is not None:
        context["u"] = selectors.umpan_tentang(orang, request.user, per=per)
        context["tindak_lanjut"] = tindak_lanjut_saya(orang)
        context["anggota"] = selectors.anggota_tim_saya(orang, per=per)
    status = 422 if request.method == "POST" else 200
    return render(request, "penilaian/umpan_saya.html", context, status=status)


@GET_POST
def orang(request: HttpRequest, pk: int) -> HttpResponse:
    """The conversation about somebody, for those who take part in it."""
    per, pegawai = timezone.localdate(), selectors.pegawai_umpan(pk)
    u = selectors.umpan_tentang(pegawai, request.user, per=per) if pegawai else None
    if pegawai is None or u is None:
        raise Http404
    form = UmpanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _tulis(request, form, pegawai)
        return redirect("penilaian:umpan", pk)
    akses.lihat(pk, oleh=request.user, apa="umpan balik", alasan="membuka percakapan umpan balik")
    context = {"u": u, "p": pegawai, "form": form, "balas": request.GET.get("balas", "")}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/umpan.html", context, status=status)

"""Roles: given, taken, handed on for a while; and the table of who may what."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi import policies
from organisasi import selectors_akun as selectors
from organisasi.forms import AlasanForm, PelimpahanForm, PeranForm
from organisasi.izin import Izin
from organisasi.models import Pengguna, PenugasanPeran
from organisasi.services import peran as acts


@require_safe
def matriks(request: HttpRequest) -> HttpResponse:
    """Which role holds which right; which roles may not meet in one person."""
    policies.memegang.check(Izin.PENGGUNA_LIHAT, request.user)
    return render(request, "organisasi/peran_matriks.html", selectors.matriks_peran())


def beri(request: HttpRequest, pk: int) -> HttpResponse:
    """Give this person a role."""
    policies.memegang.check(Izin.PERAN_BERI, request.user)
    akun, per = get_object_or_404(Pengguna.objects.orang(), pk=pk), timezone.localdate()
    form = PeranForm(request.POST or None, per=per)
    if form.is_valid() and form.tanpa(acts.keberatan_peran(akun, form.minta)):
        acts.beri_peran(akun.pk, oleh=request.user, minta=form.minta, per=per)
        messages.success(request, "Peran diberikan.")
        return redirect("organisasi:pengguna-rincian", pk=pk)
    context = {
        "form": form,
        "akun": akun,
        "alasan": policies.beri_peran.reasons(akun, request.user),
    }
    return render(request, "organisasi/peran_beri.html", context)


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Take this role back."""
    per, alasan = timezone.localdate(), AlasanForm(request.POST)
    tugas = _terlihat(request, pk)
    if alasan.is_valid():
        kata = alasan.cleaned_data["alasan"]
        acts.cabut_peran(tugas.pk, oleh=request.user, alasan=kata, per=per)
        messages.success(request, "Peran dicabut mulai hari ini.")
    else:
        messages.error(request, "Tulis alasannya, paling sedikit 10 huruf.")
    return redirect(selectors.halaman_pengguna(tugas, request.user))


def limpahkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand this role on for a while."""
    per, tugas = timezone.localdate(), _terlihat(request, pk)
    policies.boleh_melimpahkan.check(tugas, request.user, per=per)
    form = PelimpahanForm(request.POST or None, initial={"mulai": per})
    if form.is_valid() and form.tanpa(acts.keberatan_limpah(tugas, form.minta, request.user, per)):
        acts.limpahkan(pk, oleh=request.user, minta=form.minta, per=per)
        messages.success(request, "Wewenang dilimpahkan. Berakhir sendiri pada tanggalnya.")
        return redirect("organisasi:akun-saya")
    return render(request, "organisasi/peran_limpahkan.html", {"form": form, "tugas": tugas})


def _terlihat(request: HttpRequest, pk: int) -> PenugasanPeran:
    rows = PenugasanPeran.objects.terlihat(request.user, per=timezone.localdate())
    return get_object_or_404(rows, pk=pk)

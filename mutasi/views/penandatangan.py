"""Signers of decrees: the list, a new one, one of them with its permits and its end."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mutasi.forms.penandatangan import AkhiriForm, IzinForm, PenandatanganForm
from mutasi.models import Penandatangan
from mutasi.policies import penandatangan as policies
from mutasi.selectors import penandatangan as baca
from mutasi.services import penandatangan as acts


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Who may sign decrees of which levels, by which paper."""
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    baris = baca.daftar_penandatangan(per=per)
    context = {"baris": baris, "berlaku": baca.penandatangan_berlaku(baris), "per": per}
    return render(request, "mutasi/penandatangan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest) -> HttpResponse:
    """Record one; never oneself."""
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    form = PenandatanganForm(request.POST or None, oleh=request.user, per=per)
    if form.is_valid():
        siapa, isi = form.isian()
        acts.catat_penandatangan(siapa, isi, oleh=request.user, per=per)
        messages.success(request, f"{isi.sebutan} tercatat sebagai penanda tangan.")
        return redirect("mutasi:penandatangan")
    status = 422 if form.errors else 200
    return render(request, "mutasi/penandatangan_catat.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Complete the permits, or end it: which form was sent is said by its button."""
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    satu = get_object_or_404(Penandatangan.objects.select_related("pengguna"), pk=pk)
    aksi = request.POST.get("aksi", "")
    izin = IzinForm.untuk(request.POST if aksi == "izin" else None, satu)
    akhiri = AkhiriForm(request.POST if aksi == "akhiri" else None, auto_id="akhiri-%s")
    if _laksanakan(request, satu, izin, akhiri):
        return redirect("mutasi:penandatangan")
    larangan = policies.ubah.reasons(satu, request.user, per=per)
    context = {"p": satu, "izin": izin, "akhiri": akhiri, "larangan": larangan}
    context["kurang"] = baca.izin_kurang(satu)
    salah = izin.errors or akhiri.errors
    return render(
        request, "mutasi/penandatangan_ubah.html", context, status=422 if salah else 200
    )  # fmt: skip


def _laksanakan(
    request: HttpRequest, satu: Penandatangan, izin: IzinForm, akhiri: AkhiriForm
) -> bool:
    """Do what was sent, if anything was sent rightly."""
    per = timezone.localdate()
    if izin.is_bound and izin.is_valid():
        acts.lengkapi_penandatangan(satu.pk, oleh=request.user, per=per, **izin.isian())  # type: ignore[arg-type]
        messages.success(request, "Nomor izin tercatat.")
        return True
    if akhiri.is_bound and akhiri.is_valid():
        acts.akhiri_penandatangan(satu.pk, oleh=request.user, per=per, **akhiri.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, "Kewenangan diakhiri. SK yang sudah ditandatangani tetap sah.")
        return True
    return False

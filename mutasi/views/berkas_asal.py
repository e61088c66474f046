"""A draft, or a structure put into force, becomes a file of cases."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mutasi.forms.usulan import PecahForm, SotkForm
from mutasi.policies import berkas as policies
from mutasi.selectors.berkas_sotk import rencana_siap
from mutasi.services import berkas_asal as acts
from mutasi.views.rancangan_lembar import ambil
from mutasi.views.usulan_bersama import masuk


@require_http_methods(["GET", "HEAD", "POST"])
def dari_rancangan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What follows, the name of the file, and making it."""
    per, rancangan = masuk(request), ambil(request, pk)
    form = PecahForm(request.POST or None, initial={"nama": rancangan.nama})
    if form.is_valid():
        berkas = form.laku(
            lambda: acts.dari_rancangan(pk, oleh=request.user, per=per, **form.isi())  # type: ignore[arg-type]
        )
        if berkas is not None:
            messages.success(request, f"Rancangan menjadi berkas {berkas.nomor}.")
            return redirect("mutasi:berkas-lembar", pk=berkas.pk)
    context = {"form": form, "r": rancangan}
    context["alasan"] = policies.buat_berkas.reasons(request.user, per=per)  # type: ignore[arg-type]
    status = 422 if form.errors else 200
    return render(request, "mutasi/berkas_asal.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def dari_sotk(request: HttpRequest) -> HttpResponse:
    """Structures in force, who of them has no case yet, and making their files."""
    per = masuk(request)
    siap = rencana_siap(request.user, per=per)  # type: ignore[arg-type]
    policies.buat_berkas.check(request.user, per=per)  # type: ignore[arg-type]
    form = SotkForm(request.POST or None, rencana=[s.rencana for s in siap if s.perlu])
    if form.is_valid():
        hasil = form.laku(
            lambda: acts.berkas_dari_sotk(oleh=request.user, per=per, **form.isi())  # type: ignore[arg-type]
        )
        if hasil is not None:
            nomor = ", ".join(satu.nomor for satu in hasil.berkas)
            messages.success(request, f"{hasil.usulan} usulan dibuat di berkas {nomor}.")
            return redirect("mutasi:berkas-lembar", pk=hasil.berkas[0].pk)
    status = 422 if form.errors else 200
    return render(request, "mutasi/berkas_sotk.html", {"siap": siap, "form": form}, status=status)

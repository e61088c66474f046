"""The head of an office: proposes a move, answers for his office."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from mutasi.forms.usulan import TelaahForm, UsulanUnitForm
from mutasi.policies import telaah as policies
from mutasi.policies.jalan import memegang
from mutasi.selectors import usulan_telaah as baca
from mutasi.services import usulan as acts
from mutasi.services.telaah import jawab_telaah
from mutasi.views.usulan_bersama import catat_daftar, catat_lihat, masuk
from organisasi.izin import Izin
from toolkit.pages import page_of
from toolkit.policy import NotAllowed


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest) -> HttpResponse:
    """Propose one's own person, or somebody for one's office."""
    per = masuk(request)
    if not memegang(request.user, Izin.USULAN_AJUKAN, per=per):  # type: ignore[arg-type]
        raise NotAllowed("Anda tidak berhak mengajukan usulan mutasi.")
    form = UsulanUnitForm.unit(request.POST, pengguna=request.user, per=per)  # type: ignore[arg-type]
    if form.is_valid():
        hasil = form.laku(
            lambda: acts.ajukan_dari_unit(oleh=request.user, per=per, **form.isi_penuh())  # type: ignore[arg-type]
        )
        if hasil is not None:
            messages.success(request, f"Usulan diajukan dalam berkas {hasil.berkas.nomor}.")
            return redirect("mutasi:usulan-rincian", pk=hasil.pk)
    status = 422 if form.errors else 200
    return render(request, "mutasi/usulan_unit.html", {"form": form}, status=status)


@require_safe
def telaah(request: HttpRequest) -> HttpResponse:
    """What I am asked, and what I answered."""
    per = masuk(request)
    if not memegang(request.user, Izin.USULAN_TELAAH, per=per):  # type: ignore[arg-type]
        raise NotAllowed("Telaah dijawab kepala unit asal dan tujuan.")
    isi = baca.daftar(request.user, per=per)  # type: ignore[arg-type]
    page = page_of(request, isi.lalu)
    catat_daftar(request, len(isi.buka) + len(page.object_list))
    return render(request, "mutasi/usulan_telaah.html", {"d": isi, "page": page, "per": per})


@require_http_methods(["GET", "HEAD", "POST"])
def jawab(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer for one's office."""
    per = masuk(request)
    rows = baca.terjangkau(request.user, per=per)  # type: ignore[arg-type]
    satu = get_object_or_404(rows, pk=pk)
    form = TelaahForm(request.POST or None)
    if form.is_valid():
        hasil = form.laku(lambda: jawab_telaah(pk, oleh=request.user, per=per, **form.isi()))  # type: ignore[arg-type]
        if hasil is not None:
            messages.success(request, "Jawaban unit Anda tersimpan.")
            return redirect("mutasi:telaah")
    catat_lihat(request, satu.usulan)
    context = {"t": satu, "u": satu.usulan, "form": form, "per": per}
    context["perubahan"] = baca.perubahan(satu.usulan, per=per)
    context["alasan"] = policies.jawab_telaah.reasons(satu, request.user, per=per)  # type: ignore[arg-type]
    status = 422 if form.errors else 200
    return render(request, "mutasi/usulan_telaah_jawab.html", context, status=status)

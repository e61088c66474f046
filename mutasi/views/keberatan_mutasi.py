"""Objections to decrees: one's own, the list of the office, one of them, letters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms import keberatan_mutasi as forms
from mutasi.models import KeberatanMutasi
from mutasi.policies import keberatan_mutasi as policies
from mutasi.policies.jalan import memegang
from mutasi.selectors import keberatan_mutasi as baca
from mutasi.services import keberatan_mutasi as acts
from mutasi.services.jalan import berkerabat
from mutasi.views.usulan_bersama import ambil_usulan, catat_daftar, catat_lihat
from organisasi.izin import Izin
from toolkit.pages import page_of, render_page
from toolkit.policy import NotAllowed

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """Decrees about oneself, until when one may object, and what became of it."""
    per = timezone.localdate()
    context = {"rows": baca.keputusan_saya(request.user, per=per), "per": per}
    return render(request, "mutasi/keberatan_mutasi_saya.html", context)


@GET_POST
def ajukan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Object to a decree about oneself; a late one gets its receipt."""
    per = timezone.localdate()
    satu = baca.satu_saya(request.user, pk, per=per)
    form = forms.KeberatanForm(request.POST or None)
    if not form.is_valid():
        context = {"s": satu, "form": form, "per": per}
        status = 422 if form.is_bound else 200
        return render(request, "mutasi/keberatan_mutasi_ajukan.html", context, status=status)
    hasil = acts.terima_keberatan(pk, oleh=request.user, per=per, **form.cleaned_data)  # type: ignore[arg-type]
    if hasil is None:
        messages.warning(request, "Keberatan masuk sesudah batas waktu, jadi tidak diperiksa. "
                                  "Tanda terimanya ada di pemberitahuan Anda.")  # fmt: skip
    else:
        messages.success(request, "Keberatan diajukan kepada PPK.")
    return redirect("mutasi:keberatan-mutasi-saya")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The list of the office, those that wait first."""
    per = timezone.localdate()
    policies.buka.check(request.user, per=per)  # type: ignore[arg-type]
    keadaan = request.GET.get("keadaan", "")
    page = page_of(request, baca.daftar(request.user, keadaan, per=per))
    baca.beri_lewat(page.object_list, per=per)
    catat_daftar(request, len(page.object_list))
    context = {"page": page, "j": baca.hitung(request.user, per=per), "keadaan": keadaan}
    return render_page(request, "mutasi/keberatan_mutasi.html", context, fragment="tabel")


def _satu(request: HttpRequest, pk: int) -> KeberatanMutasi:
    per = timezone.localdate()
    policies.buka.check(request.user, per=per)  # type: ignore[arg-type]
    rows = baca.daftar(request.user, "semua", per=per).select_related("diputus_oleh")
    satu: KeberatanMutasi = get_object_or_404(rows, pk=pk)
    return satu


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One objection and the ruling."""
    return _halaman(request, _satu(request, pk))


def _halaman(request: HttpRequest, satu: KeberatanMutasi, form: Any = None) -> HttpResponse:
    per = timezone.localdate()
    catat_lihat(request, satu.usulan)
    baca.beri_lewat([satu], per=per)
    kerabat = berkerabat(satu.usulan, request.user)  # type: ignore[arg-type]
    tolak = policies.putuskan.refusals(satu, request.user, per=per, kerabat=kerabat)  # type: ignore[arg-type]
    context = {"s": satu, "form": form or forms.PutusanForm(), "per": per}
    context["larangan"] = [t.kalimat for t in tolak]
    context["memutus"] = all(t.kode != "tidak_berhak" for t in tolak) and not satu.putusan
    status = 422 if form is not None else 200
    return render(request, "mutasi/keberatan_mutasi_rincian.html", context, status=status)


@require_POST
def putus(request: HttpRequest, pk: int) -> HttpResponse:
    """The PPK decides."""
    satu, form = _satu(request, pk), forms.PutusanForm(request.POST)
    if not form.is_valid():
        return _halaman(request, satu, form)
    per = timezone.localdate()
    acts.putuskan_keberatan(pk, oleh=request.user, per=per, **form.cleaned_data)  # type: ignore[arg-type]
    messages.success(request, "Putusan tersimpan; pegawai dan BKD/BKPSDM diberi tahu.")
    return redirect("mutasi:keberatan-mutasi-rincian", pk=pk)


@GET_POST
def surat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down a letter of objection."""
    per = timezone.localdate()
    if not memegang(request.user, Izin.KEPUTUSAN_SUSUN, per=per):  # type: ignore[arg-type]
        raise NotAllowed("Surat keberatan dicatat oleh BKD/BKPSDM.")
    usulan, form = ambil_usulan(request, pk), forms.SuratKeberatanForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"u": usulan, "form": form}
        return render(request, "mutasi/keberatan_mutasi_surat.html", context, status=status)
    satu = acts.catat_surat_keberatan(
        pk, oleh=request.user, per=per, alasan=form.cleaned_data["alasan"], surat=form.surat()  # type: ignore[arg-type]
    )  # fmt: skip
    messages.success(request, "Surat keberatan tercatat.")
    return redirect("mutasi:keberatan-mutasi-rincian", pk=satu.pk)

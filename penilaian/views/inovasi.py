"""Pages of innovations: one's own, those within reach, one with its decision."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from penilaian.forms.inovasi import AjukanInovasiForm, PutusInovasiForm, SaringanInovasi
from penilaian.models import Inovasi
from penilaian.policies import inovasi as policies
from penilaian.selectors import inovasi as selectors
from penilaian.services import inovasi as acts
from toolkit.pages import page_of, render_page
from toolkit.policy import NotAllowed


@require_http_methods(["GET", "POST"])
def saya(request: HttpRequest) -> HttpResponse:
    """One's own innovations, and proposing one."""
    per = timezone.localdate()
    pegawai = selectors.milik_sendiri(request.user)
    alasan = policies.ajukan_inovasi.reasons(pegawai)
    form = AjukanInovasiForm(request.POST or None, request.FILES or None, per=per)
    if request.method == "POST" and (alasan or form.is_valid()):
        return _ajukan(request, form)
    page = page_of(request, selectors.inovasi_saya(pegawai))
    context = {"form": form, "alasan": alasan, "page": page}
    status = 422 if form.is_bound else 200
    return render_page(request, "penilaian/inovasi_saya.html", context, status=status)


def _ajukan(request: HttpRequest, form: AjukanInovasiForm) -> HttpResponse:
    """Hand it in; who may not is told why before his form is read."""
    policies.ajukan_inovasi.check(selectors.milik_sendiri(request.user))
    periode, per = form.cleaned_data["periode"].pk, timezone.localdate()
    acts.ajukan_inovasi(periode, form.isi(), per=per, oleh=request.user)
    messages.success(request, "Inovasi diajukan. Anda diberi tahu sesudah diverifikasi.")
    return redirect("penilaian:inovasi-saya")


def _boleh(request: HttpRequest) -> None:
    per = timezone.localdate()
    if policies.jangkauan_inovasi(request.user, per=per).kosong:
        raise NotAllowed("Halaman ini untuk yang memverifikasi inovasi atau melihat nilai kinerja.")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Those of people within reach, waiting ones first."""
    _boleh(request)
    per = timezone.localdate()
    form = SaringanInovasi(request.GET, pengguna=request.user, per=per)
    context: dict[str, Any] = {"form": form, "periode": form.masa}
    if form.masa is not None:
        rows, jumlah = selectors.daftar_inovasi(request.user, form.masa, form.isi(), per=per)
        context |= {"page": page_of(request, rows), "jumlah": jumlah}
        _catat_lihat(request, len(context["page"]))
    return render_page(request, "penilaian/inovasi.html", context, fragment="tabel")


def _catat_lihat(request: HttpRequest, jumlah: int) -> None:
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa="inovasi pegawai", alasan="membuka daftar inovasi",
            jumlah=jumlah, saringan=request.GET.urlencode(),
        )  # fmt: skip


def _satu(request: HttpRequest, pk: int) -> Inovasi:
    _boleh(request)
    rows = selectors.inovasi_terlihat(request.user, per=timezone.localdate())
    satu: Inovasi = get_object_or_404(rows, pk=pk)
    return satu


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them, and the decision for whoever may take it."""
    satu = _satu(request, pk)
    akses.lihat(satu.pegawai_id, oleh=request.user, apa="inovasi", alasan="membuka inovasi")
    return _halaman(request, satu, PutusInovasiForm())


@require_http_methods(["POST"])
def putuskan(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept it or not."""
    satu, per = _satu(request, pk), timezone.localdate()
    policies.putuskan_inovasi.check(satu, request.user, per=per)
    form = PutusInovasiForm(request.POST)
    if not form.is_valid():
        return _halaman(request, satu, form, status=422)
    hasil = acts.putuskan_inovasi(
        pk, terima=form.terima, alasan=form.cleaned_data["alasan"], per=per, oleh=request.user
    )
    messages.success(request, f"Keputusan tersimpan: {hasil.get_keadaan_display().lower()}.")
    return redirect("penilaian:inovasi-rincian", pk=pk)


def _halaman(
    request: HttpRequest, satu: Inovasi, form: PutusInovasiForm, *, status: int = 200
) -> HttpResponse:
    alasan = policies.putuskan_inovasi.reasons(satu, request.user, per=timezone.localdate())
    context = {"i": satu, "form": form, "alasan": alasan}
    return render_page(request, "penilaian/inovasi_rincian.html", context, status=status)

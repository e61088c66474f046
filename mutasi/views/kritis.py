"""Critical posts and their reserve lists, for those who draft and those who mark.

The access log carries general words only: it must not tell who stands in reserve for what.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jejak import akses
from mutasi.forms.kritis import CadanganForm, KritisForm, UbahCadanganForm
from mutasi.models import Cadangan, JabatanKritis
from mutasi.policies import kritis as policies
from mutasi.selectors import kritis as baca
from mutasi.services import kritis as acts
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page

APA, ALASAN = "daftar pegawai", "pekerjaan kepegawaian"


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Critical posts: who holds them until when, and how many stand in reserve."""
    per = timezone.localdate()
    policies.buka_kritis.check(request.user, per=per)
    q = request.GET.get("q", "").strip()
    hasil = baca.daftar(request.user, q, per=per)
    page = page_of(request, hasil.rows)
    baca.beri_pemangku(page.object_list, request.user, per=per)
    boleh = policies.menetapkan.allows(request.user, per=per)
    context = {"d": hasil, "page": page, "q": q, "per": per, "boleh_tandai": boleh}
    return render_page(request, "mutasi/kritis.html", context, fragment="tabel")


@require_http_methods(["GET", "HEAD", "POST"])
def tandai(request: HttpRequest) -> HttpResponse:
    """Choose a post, then say why it may not stay empty."""
    per = timezone.localdate()
    policies.menetapkan.check(request.user, per=per)
    if not (kunci := bilangan(request.GET.get("formasi", ""))):
        return _pilih(request, per)
    posisi = get_object_or_404(baca.formasi_kritis(request.user, "", per=per), pk=kunci)
    form = KritisForm(request.POST or None)
    if not form.is_valid():
        alasan = policies.tandai.reasons(posisi, request.user, per=per)
        context = {"form": form, "p": posisi, "alasan": alasan}
        status = 422 if form.errors else 200
        return render(request, "mutasi/kritis_tandai.html", context, status=status)
    baris = acts.tandai(posisi.pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Jabatan ditandai kritis. Susun cadangannya di bawah.")
    return redirect("mutasi:kritis-rincian", pk=baris.pk)


def _pilih(request: HttpRequest, per: date) -> HttpResponse:
    q = request.GET.get("q", "").strip()
    page = page_of(request, baca.formasi_kritis(request.user, q, per=per))
    baca.tandai_kritis(page.object_list)
    context = {"page": page, "q": q, "per": per}
    return render_page(request, "mutasi/kritis_pilih.html", context, fragment="tabel")


def _satu(request: HttpRequest, pk: int, per: date) -> JabatanKritis:
    policies.buka_kritis.check(request.user, per=per)
    terlihat = JabatanKritis.objects.terlihat(request.user, per=per).with_names()
    return get_object_or_404(terlihat, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One critical post with its reserve list; a search for people comes by POST, so that no
    address, history or server log holds whom it was about."""
    per = timezone.localdate()
    return _halaman(request, _satu(request, pk, per), per)


def _halaman(
    request: HttpRequest, satu: JabatanKritis, per: date, form: Any = None
) -> HttpResponse:
    q = request.POST.get("cari", "").strip()[:100]
    r = baca.rincian(satu, request.user, per=per)
    temuan = baca.cari_orang(satu, request.user, q, per=per)
    jumlah = len(r.cadangan) + len(temuan)
    akses.lihat_daftar(oleh=request.user, apa=APA, alasan=ALASAN, jumlah=jumlah)
    context = {
        "r": r, "k": satu, "q": q, "temuan": temuan, "per": per,
        "form": form or KritisForm(),
        "boleh_ubah": policies.ubah_kritis.allows(satu, request.user, per=per),
    }  # fmt: skip
    status = 422 if form is not None else 200
    return render(request, "mutasi/kritis_rincian.html", context, status=status)


@require_POST
def lepas(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the mark away."""
    per = timezone.localdate()
    satu = _satu(request, pk, per)
    policies.ubah_kritis.check(satu, request.user, per=per)
    form = KritisForm(request.POST)
    if not form.is_valid():
        return _halaman(request, satu, per, form)
    acts.lepas(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Tanda kritis dilepas.")
    return redirect("mutasi:kritis")


@require_POST
def cadangan_tambah(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep somebody in reserve."""
    per = timezone.localdate()
    satu = _satu(request, pk, per)
    policies.ubah_kritis.check(satu, request.user, per=per)
    form = CadanganForm(request.POST, pengguna=request.user, per=per)
    if form.is_valid():
        orang, catatan = form.cleaned_data["pegawai"], form.cleaned_data["catatan"]
        acts.tambah_cadangan(pk, orang, oleh=request.user, per=per, catatan=catatan)
    else:
        messages.error(request, "Pilih orangnya dari hasil pencarian.")
    return redirect("mutasi:kritis-rincian", pk=pk)


@require_POST
def cadangan_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Move, annotate, or take off."""
    per = timezone.localdate()
    policies.buka_kritis.check(request.user, per=per)
    satu = get_object_or_404(Cadangan.objects.select_related("kritis__formasi__unit"), pk=pk)
    policies.ubah_kritis.check(satu.kritis, request.user, per=per)
    form = UbahCadanganForm(request.POST)
    if form.is_valid():
        acts.ubah_cadangan(pk, oleh=request.user, per=per, **form.cleaned_data)
    else:
        messages.error(request, "Langkah itu tidak dikenal. Muat ulang halaman ini.")
    return redirect("mutasi:kritis-rincian", pk=satu.kritis_id)

"""Requests for people: the list, a new one, one of them, its answer and its withdrawal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms.permintaan import KEADAAN, PermintaanForm, TanggapanForm, TarikForm
from mutasi.models import PermintaanPegawai
from mutasi.policies import permintaan as policies
from mutasi.selectors import permintaan as baca
from mutasi.services import permintaan as acts
from organisasi.izin import Izin
from penilaian.selectors.kebutuhan import boleh
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Requests within reach, those that wait first."""
    per = timezone.localdate()
    policies.buka_permintaan.check(request.user, per=per)
    hasil = baca.daftar(
        request.user, request.GET.get("status", ""), request.GET.get("q", "").strip(), per=per
    )
    page = page_of(request, hasil.rows)
    baca.beri_angka(page.object_list, per=per)
    context = {"d": hasil, "page": page, "per": per, "keadaan": KEADAAN}
    context["boleh_ajukan"] = policies.mengajukan.allows(request.user, per=per)
    context["boleh_cari"] = boleh(request.user, Izin.CALON_CARI, per=per)
    return render_page(request, "mutasi/permintaan.html", context, fragment="tabel")


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Choose a post by its figures, then say how many and why."""
    per = timezone.localdate()
    policies.mengajukan.check(request.user, per=per)
    if not (kunci := bilangan(request.GET.get("formasi", ""))):
        return _pilih(request, per)
    posisi = get_object_or_404(baca.formasi_diminta(request.user, "", per=per), pk=kunci)
    form = PermintaanForm(request.POST or None)
    if not form.is_valid():
        alasan = policies.ajukan.reasons(posisi, request.user, per=per)
        context = {"form": form, "p": posisi, "alasan": alasan}
        status = 422 if form.errors else 200
        return render(request, "mutasi/permintaan_baru.html", context, status=status)
    baris = acts.ajukan(posisi.pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Permintaan diajukan ke BKD/BKPSDM.")
    return redirect("mutasi:permintaan-rincian", pk=baris.pk)


def _pilih(request: HttpRequest, per: date) -> HttpResponse:
    q = request.GET.get("q", "").strip()
    page = page_of(request, baca.formasi_diminta(request.user, q, per=per))
    baca.tandai_diminta(page.object_list)
    context = {"page": page, "q": q, "per": per}
    return render_page(request, "mutasi/permintaan_pilih.html", context, fragment="tabel")


def _satu(request: HttpRequest, pk: int, per: date) -> PermintaanPegawai:
    terlihat = PermintaanPegawai.objects.terlihat(request.user, per=per).with_names()
    return get_object_or_404(terlihat, pk=pk)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: the post in figures, the answer, the history, what can be done."""
    per = timezone.localdate()
    policies.buka_permintaan.check(request.user, per=per)
    return _halaman(request, _satu(request, pk, per), per)


def _halaman(
    request: HttpRequest, satu: PermintaanPegawai, per: date, form: Any = None, tarik: Any = None
) -> HttpResponse:
    context = {
        "r": baca.rincian(satu, per=per),
        "m": satu,
        "form": form or TanggapanForm(status=satu.status),
        "tarik": tarik or TarikForm(auto_id="tarik-%s"),
        "boleh_tanggapi": policies.tanggapi.allows(satu, request.user, per=per),
        "boleh_tarik": policies.tarik.allows(satu, request.user, per=per),
        "boleh_cari": boleh(request.user, Izin.CALON_CARI, per=per),
        "boleh_kebutuhan": boleh(request.user, Izin.KEBUTUHAN_LIHAT, per=per),
    }
    salah = any(f is not None for f in (form, tarik))
    return render(request, "mutasi/permintaan_rincian.html", context, status=422 if salah else 200)


@require_POST
def tanggapi(request: HttpRequest, pk: int) -> HttpResponse:
    """BKD answers."""
    per = timezone.localdate()
    policies.buka_permintaan.check(request.user, per=per)
    satu = _satu(request, pk, per)
    policies.tanggapi.check(satu, request.user, per=per)
    form = TanggapanForm(request.POST, status=satu.status)
    if not form.is_valid():
        return _halaman(request, satu, per, form=form)
    acts.tanggapi(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Tanggapan tersimpan; unit yang meminta diberi tahu.")
    return redirect("mutasi:permintaan-rincian", pk=pk)


@require_POST
def tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """The office that asked withdraws."""
    per = timezone.localdate()
    policies.buka_permintaan.check(request.user, per=per)
    satu = _satu(request, pk, per)
    policies.tarik.check(satu, request.user, per=per)
    form = TarikForm(request.POST, auto_id="tarik-%s")
    if not form.is_valid():
        return _halaman(request, satu, per, tarik=form)
    acts.tarik(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Permintaan ditarik.")
    return redirect("mutasi:permintaan-rincian", pk=pk)

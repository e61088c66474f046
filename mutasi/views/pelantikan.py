"""Inaugurations: who waits for one, arranging it, recording who was there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms.pelaksanaan import AcaraForm, BatalLantikForm, HadirForm
from mutasi.models import Keputusan, Pelantikan
from mutasi.policies import pelantikan as policies
from mutasi.selectors import pelantikan as baca
from mutasi.services import pelantikan as acts
from mutasi.views.usulan_bersama import catat_daftar, pintu
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
_ACARA = (
    "tanggal",
    "undangan",
    "tempat",
    "pejabat",
    "saksi_satu",
    "saksi_dua",
    "rohaniwan",
)
masuk = pintu(policies.buka)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Decrees whose people wait to be sworn in, then the inaugurations arranged and held."""
    per = masuk(request)
    page = page_of(request, baca.daftar(request.user, per=per))
    context = {
        "menunggu": baca.keputusan_menunggu(request.user, per=per), "page": page, "per": per,
    }  # fmt: skip
    return render_page(request, "mutasi/pelantikan.html", context, fragment="tabel")


@GET_POST
def baru(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Arrange one for the people of a decree."""
    per = masuk(request)
    sk = get_object_or_404(Keputusan.objects.for_user(request.user, per=per), pk=pk)
    form = AcaraForm(request.POST or None)
    if not form.is_valid():
        orang = baca.menunggu_lantik(sk)
        catat_daftar(request, len(orang))
        context = {"form": form, "sk": sk, "batas": baca.batas(sk), "orang": orang, "per": per}
        status = 422 if form.is_bound else 200
        return render(request, "mutasi/pelantikan_baru.html", context, status=status)
    acara = acts.Acara(**form.cleaned_data)
    satu = acts.jadwalkan_pelantikan(pk, oleh=request.user, per=per, acara=acara)  # type: ignore[arg-type]
    messages.success(request, "Pelantikan dijadwalkan; pesertanya diberi tahu.")
    return redirect("mutasi:pelantikan-rincian", pk=satu.pk)


def _satu(request: HttpRequest, pk: int) -> Pelantikan:
    per = masuk(request)
    satu: Pelantikan = get_object_or_404(baca.daftar(request.user, per=per), pk=pk)
    return satu


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One: its people, and who was there."""
    return _halaman(request, _satu(request, pk))


def _halaman(request: HttpRequest, satu: Pelantikan, form: HadirForm | None = None) -> HttpResponse:
    per, rows = timezone.localdate(), baca.peserta(satu)
    catat_daftar(request, len(rows))
    sisa = baca.tersisa(rows)
    context: dict[str, Any] = {
        "p": satu, "rows": rows, "per": per, "sisa": sisa, "batas": baca.batas(satu.keputusan),
        "form": form or HadirForm(peserta=[]),
        "larangan": policies.catat.reasons(satu, request.user, per=per, tersisa=sisa),  # type: ignore[arg-type]
        "tercatat": sisa < len(rows),
    }  # fmt: skip
    status = 422 if form is not None else 200
    return render(request, "mutasi/pelantikan_rincian.html", context, status=status)


@GET_POST
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day or place, before anybody's presence is recorded."""
    satu, per = _satu(request, pk), timezone.localdate()
    awal = {nama: getattr(satu, nama) for nama in _ACARA}
    form = AcaraForm(request.POST or None, initial=awal)
    if not form.is_valid():
        orang = [p.usulan for p in baca.peserta(satu)]
        context = {"form": form, "sk": satu.keputusan, "p": satu, "orang": orang, "per": per}
        context["batas"] = baca.batas(satu.keputusan)
        status = 422 if form.is_bound else 200
        return render(request, "mutasi/pelantikan_baru.html", context, status=status)
    acts.ubah_pelantikan(pk, oleh=request.user, per=per, acara=acts.Acara(**form.cleaned_data))  # type: ignore[arg-type]
    messages.success(request, "Pelantikan diubah; pesertanya diberi tahu.")
    return redirect("mutasi:pelantikan-rincian", pk=pk)


@GET_POST
def batal(request: HttpRequest, pk: int) -> HttpResponse:
    """Call it off: its people are told and wait for another."""
    satu, per, oleh = _satu(request, pk), timezone.localdate(), request.user
    form, rows = BatalLantikForm(request.POST or None), baca.peserta(satu)
    if form.is_valid():
        acts.batalkan_pelantikan(pk, oleh=oleh, per=per, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, "Pelantikan dibatalkan; pesertanya diberi tahu.")
        return redirect("mutasi:pelantikan")
    tercatat = baca.tersisa(rows) < len(rows)
    alasan = policies.ubah.reasons(satu, oleh, per=per, tercatat=tercatat)  # type: ignore[arg-type]
    context = {"p": satu, "form": form, "jumlah": len(rows), "alasan": alasan}
    status = 422 if form.is_bound else 200
    return render(request, "mutasi/pelantikan_batal.html", context, status=status)


@require_POST
def catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Who was there is sworn in; who was not waits for the next."""
    satu = _satu(request, pk)
    belum = [p.pk for p in baca.peserta(satu) if p.hadir is None]
    form = HadirForm(request.POST, peserta=belum)
    if not form.is_valid():
        return _halaman(request, satu, form)
    hasil = acts.catat_pelantikan(pk, oleh=request.user, per=timezone.localdate(), **form.isi())  # type: ignore[arg-type]
    gagal = [h.kalimat for h in hasil if not h.berhasil]
    messages.success(request, f"{len(hasil) - len(gagal)} peserta tercatat.")
    for kalimat in dict.fromkeys(gagal):
        messages.warning(request, f"{gagal.count(kalimat)} peserta tidak tercatat: {kalimat}")
    return redirect("mutasi:pelantikan-rincian", pk=pk)

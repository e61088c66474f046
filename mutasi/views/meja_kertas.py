"""Decisions of PyB and PPK that stand on paper: dispositions, and the cases they decide."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from mutasi.forms.meja import KertasForm, dibaca
from mutasi.policies.putusan import buka_kertas
from mutasi.selectors import meja_kertas as baca
from mutasi.services import ppk, pyb
from mutasi.views.massal import kerjakan
from mutasi.views.meja_putusan import lapor
from mutasi.views.usulan_bersama import catat_daftar
from organisasi.izin import Peran

AKSI = {Peran.PYB.value: pyb.AKSI, Peran.PPK.value: ppk.AKSI}


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The papers; those that name a waiting file first."""
    per = timezone.localdate()
    buka_kertas.check(request.user, per=per)
    rows = baca.kertas(request.user, per=per)
    siap = sum(bool(k.berkas and k.disposisi.disahkan_pada) for k in rows)
    return render(request, "mutasi/meja_kertas.html", {"rows": rows, "siap": siap})


@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick what the paper decides, say what it decides, get the report per row."""
    per = timezone.localdate()
    buka_kertas.check(request.user, per=per)
    if (kertas := baca.ambil(pk)) is None:
        raise Http404
    form = KertasForm(request.POST or None, aksi=AKSI[kertas.pejabat.peran])
    ids = list(dibaca(request.POST.getlist("pilih")))
    if form.is_valid() and ids:
        return _kerjakan(request, pk, ids, form.cleaned_data)
    return _halaman(request, kertas, form, tanpa=form.is_bound and not ids)


def _kerjakan(
    request: HttpRequest, pk: int, ids: list[UUID], bersih: dict[str, Any]
) -> HttpResponse:
    judul, kembali = "Keputusan dari kertas", "mutasi:meja-kertas"
    isi = {**bersih, "aksi": bersih["aksi"].value, "disposisi": pk}
    return kerjakan(
        request, "kertas", ids, isi, judul=judul, kembali=reverse(kembali),
        lapor=lambda hasil: lapor(request, hasil, judul=judul, kembali=kembali),
    )  # fmt: skip


def _halaman(
    request: HttpRequest, kertas: baca.Disposisi, form: KertasForm, *, tanpa: bool
) -> HttpResponse:
    """The paper, the cases it may decide, and the form."""
    baris = baca.yang_diputus(kertas, request.user, per=timezone.localdate())  # type: ignore[arg-type]
    if tanpa:
        form.add_error(None, "Centang usulan yang diputus oleh kertas ini.")
    catat_daftar(request, len(baris))
    context = {"d": kertas, "baris": baris, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "mutasi/meja_kertas_catat.html", context, status=status)

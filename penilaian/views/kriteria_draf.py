"""The road of a version for those who make it: begin, edit, check, publish, give back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from penilaian.forms import kriteria as forms
from penilaian.forms.kriteria_baris import LABEL
from penilaian.forms.kriteria_lembar import LembarKriteria
from penilaian.models import SetKriteria
from penilaian.policies import kriteria as policies
from penilaian.selectors import kriteria as baca
from penilaian.services import kriteria as acts
from penilaian.services import kriteria_terbit as jalan
from penilaian.snapshots.perangkat import perangkat_dari
from penilaian.views.kriteria import set_dari
from toolkit.pages import render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_POST
def baru(request: HttpRequest) -> HttpResponse:
    """Begin with a ready set, or with nothing."""
    policies.menyusun.check(request.user, per=timezone.localdate())
    kosong = request.POST.get("cara") == "kosong"
    ambil = forms.AmbilForm(None if kosong else request.POST or None)
    isi = forms.KosongForm(request.POST if kosong else None)
    form = isi if kosong else ambil
    if form.is_valid():
        act = acts.mulai_kosong if kosong else acts.ambil_set_siap
        draf = act(**form.cleaned_data, pada=timezone.now(), oleh=request.user)
        messages.success(request, f"Draf versi {draf.versi} dibuat.")
        return redirect("penilaian:kriteria-ubah", draf.pk)
    status = 422 if form.errors else 200
    context = {"ambil": ambil, "isi": isi, "form": form}
    return render(request, "penilaian/kriteria_baru.html", context, status=status)


@require_POST
def versi_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """The next version, with the content of this one."""
    set_dari(request, pk)
    draf = acts.versi_baru(pk, pada=timezone.now(), oleh=request.user)
    messages.success(request, f"Draf versi {draf.versi} dibuat dari versi yang terbit.")
    return redirect("penilaian:kriteria-ubah", draf.pk)


@GET_POST
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor; every button but saving only changes what is on the page."""
    satu = set_dari(request, pk)
    per = timezone.localdate()
    policies.susun.check(satu, request.user, per=per)
    kiriman = request.POST if request.method == "POST" else None
    lembar = LembarKriteria.dari(kiriman, perangkat_dari(satu), satu.stempel)
    hasil = acts.HasilSusun()
    if lembar.disimpan and (isi := lembar.perangkat):
        oleh, kini = request.user, timezone.now()
        hasil = acts.coba_susun(pk, isi=isi, stempel=lembar.stempel, pada=kini, oleh=oleh)
    return _jawab(request, satu, lembar, hasil)


def _jawab(
    request: HttpRequest, satu: SetKriteria, lembar: LembarKriteria, hasil: acts.HasilSusun
) -> HttpResponse:
    """On to the saved draft; else the page again, with everything typed."""
    if hasil.draf is not None:
        messages.success(request, "Draf tersimpan.")
        return redirect("penilaian:kriteria-ubah", satu.pk)
    context: dict[str, Any] = {"s": satu, "lembar": lembar, "hasil": hasil, "label": LABEL}
    if hasil.usang:
        context["beda"] = baca.beda_ketikan(satu, lembar.perangkat)
    status = 409 if hasil.kalimat else 422 if lembar.diperiksa and lembar.galat else 200
    nama = "penilaian/kriteria_ubah.html"
    return render_page(request, nama, context, fragment="lembar", status=status)


@dataclass(frozen=True)
class _Langkah:
    """A step: its form, the act, what is said afterwards."""

    form: Callable[..., Any]
    act: Callable[..., SetKriteria]
    pesan: str


LANGKAH = {
    "periksa": _Langkah(
        forms.StempelForm, jalan.periksa_kriteria, "Draf dinyatakan sudah diperiksa."
    ),
    "kembalikan": _Langkah(
        forms.AlasanForm, jalan.kembalikan_kriteria, "Kriteria kembali menjadi draf."
    ),
    "terbitkan": _Langkah(
        forms.TerbitkanForm, jalan.terbitkan_kriteria,
        "Kriteria terbit dan tidak dapat diubah lagi.",
    ),
}  # fmt: skip


def _formulir(aksi: str, kiriman: Any, satu: SetKriteria, awal: date) -> Any:
    isi: dict[str, Any] = {"initial": {"stempel": satu.stempel, "mulai": awal}}
    if aksi == "terbitkan":
        isi["paling_awal"] = awal
    return LANGKAH[aksi].form(kiriman, **isi)


@require_safe
def langkah(request: HttpRequest, pk: int) -> HttpResponse:
    """Check, give back or publish, each with the reasons why not."""
    return _halaman(request, set_dari(request, pk), {})


def _halaman(request: HttpRequest, satu: SetKriteria, terisi: dict[str, Any]) -> HttpResponse:
    per = timezone.localdate()
    policies.membuat.check(request.user, per=per)
    lk = baca.langkah_draf(satu, request.user, per=per)
    form = {a: terisi.get(a) or _formulir(a, None, satu, lk.paling_awal) for a in LANGKAH}
    context = {
        "s": satu,
        "langkah": lk,
        "form": form,
        "terisi": next(iter(terisi.values()), None),
        "beda": baca.beda_sebelumnya(satu),
    }
    status = 422 if terisi else 200
    return render(request, "penilaian/kriteria_langkah.html", context, status=status)


@require_POST
def putuskan(request: HttpRequest, pk: int, aksi: str) -> HttpResponse:
    """Take one step."""
    satu = set_dari(request, pk)
    if (pilihan := LANGKAH.get(aksi)) is None:
        raise Http404
    policies.membuat.check(request.user, per=timezone.localdate())
    form = _formulir(aksi, request.POST, satu, timezone.localdate())
    if not form.is_valid():
        return _halaman(request, satu, {aksi: form})
    pilihan.act(pk, pada=timezone.now(), oleh=request.user, **form.cleaned_data)
    messages.success(request, pilihan.pesan)
    return redirect("penilaian:kriteria-rincian", pk)


@require_POST
def buang(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    set_dari(request, pk)
    acts.buang_draf(pk, pada=timezone.now(), oleh=request.user)
    messages.success(request, "Draf dibuang.")
    return redirect("penilaian:kriteria")

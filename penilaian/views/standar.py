"""Pages of the dictionary and of the standards of jabatan, with their acts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from pegawai.models import Jabatan
from penilaian.forms.kompetensi import (
    AkhiriStandarForm,
    KompetensiForm,
    SaringanJabatan,
    SaringanKamus,
    StandarForm,
)
from penilaian.models import Kompetensi, StandarKompetensi
from penilaian.policies import kompetensi as policies
from penilaian.selectors import kompetensi_katalog as baca
from penilaian.services import kompetensi as acts
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def kamus(request: HttpRequest) -> HttpResponse:
    """Every competence with what its levels mean."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    form = SaringanKamus(request.GET)
    context = {
        "form": form,
        "page": page_of(request, baca.kamus(**form.isi)),
        "tanpa_kelola": policies.kelola.reasons(request.user, per=per),
    }
    return render_page(request, "penilaian/kompetensi_kamus.html", context, fragment="tabel")


@GET_POST
def kamus_tambah(request: HttpRequest) -> HttpResponse:
    """A technical competence."""
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    form = KompetensiForm(request.POST or None)
    if not form.is_valid():
        return _formulir(request, form, "Tambah kompetensi teknis")
    satu = acts.tambah_kompetensi(**form.hasil, oleh=request.user, per=per)
    messages.success(request, f"{satu.nama} masuk ke kamus.")
    return redirect("penilaian:kamus-kompetensi")


@GET_POST
def kamus_ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry, or take it out of use."""
    per, satu = timezone.localdate(), get_object_or_404(Kompetensi, pk=pk)
    policies.ubah_kompetensi.check(satu, request.user, per=per)
    form = KompetensiForm(request.POST or None, lama=satu)
    if not form.is_valid():
        return _formulir(request, form, f"Ubah {satu.nama}")
    acts.ubah_kompetensi(pk, **form.hasil, oleh=request.user, per=per)
    messages.success(request, f"{form.hasil['nama']} tersimpan.")
    return redirect("penilaian:kamus-kompetensi")


def _formulir(request: HttpRequest, form: Any, judul: str) -> HttpResponse:
    context = {"form": form, "judul": judul}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/kompetensi_formulir.html", context, status=status)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Jabatan by family, each with where its standard comes from."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    form = SaringanJabatan(request.GET)
    context = {
        "per": per,
        "form": form,
        "page": page_of(request, baca.daftar_jabatan(per=per, **form.isi)),
        "tanpa_kelola": policies.kelola.reasons(request.user, per=per),
    }
    return render_page(request, "penilaian/standar.html", context, fragment="tabel")


@require_safe
def jabatan(request: HttpRequest, pk: int) -> HttpResponse:
    """One jabatan: what it asks, since when, on what basis."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    hasil = baca.standar_jabatan(pk, per=per)
    if hasil is None:
        raise Http404
    tanpa = policies.kelola.reasons(request.user, per=per)
    context = {"s": hasil, "j": hasil.jabatan, "per": per, "tanpa_kelola": tanpa}
    return render(request, "penilaian/standar_jabatan.html", context)


@GET_POST
def catat(request: HttpRequest, pk: int) -> HttpResponse:
    """A level this jabatan asks from a day on."""
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    satu = get_object_or_404(Jabatan, pk=pk)
    form = StandarForm(request.POST or None, initial={"mulai": per})
    if form.is_valid():
        acts.catat_standar(pk, **form.hasil, oleh=request.user, per=per)
        messages.success(request, "Standar tersimpan.")
        return redirect("penilaian:standar-jabatan", pk=pk)
    context = {"form": form, "j": satu}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/standar_catat.html", context, status=status)


@GET_POST
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of one standard."""
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    satu = get_object_or_404(
        StandarKompetensi.objects.select_related("jabatan", "kompetensi"), pk=pk
    )
    form = AkhiriStandarForm(request.POST or None, initial={"selesai": per})
    if form.is_valid():
        acts.akhiri_standar(pk, **form.cleaned_data, oleh=request.user, per=per)
        messages.success(request, f"Standar {satu.kompetensi.nama} berakhir.")
        return redirect("penilaian:standar-jabatan", pk=satu.jabatan_id)
    context = {"form": form, "satu": satu}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/standar_akhiri.html", context, status=status)

"""Doors of files: the list, its workbook, a new one, its name, its people, its end."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.columns.usulan import BERKAS
from mutasi.forms.berkas import BerkasForm, SebutForm
from mutasi.forms.usulan_saring import SaringanBerkas
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.policies import berkas as policies
from mutasi.policies.jalan import memegang
from mutasi.selectors import berkas as baca
from mutasi.selectors.berkas_anggota import anggota as anggota_
from mutasi.selectors.berkas_anggota import calon_anggota
from mutasi.services import berkas as acts
from mutasi.services.usulan_buku import buku
from mutasi.views.usulan_bersama import ambil_berkas, masuk
from organisasi.izin import Izin
from toolkit.pages import page_of, render_page
from toolkit.policy import NotAllowed


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Files by what lies in them."""
    per, form = masuk(request), SaringanBerkas(request.GET)
    page = page_of(request, baca.daftar(request.user, form.isi(), per=per))
    baca.beri_isi(request.user, page.object_list, per=per)
    context = {
        "form": form, "page": page, "tersaring": any(form.isi().values()),
        "boleh_nama": baca.boleh_nama(request.user, per=per),
        "boleh_buat": policies.buat_berkas.allows(request.user, per=per),
        "boleh_unit": memegang(request.user, Izin.USULAN_AJUKAN, per=per),
    }  # fmt: skip
    return render_page(request, "mutasi/berkas.html", context, fragment="tabel")


@require_safe
def ekspor(request: HttpRequest) -> FileResponse:
    """The same rows to take home."""
    per, form = masuk(request), SaringanBerkas(request.GET)
    rows = list(baca.daftar(request.user, form.isi(), per=per))
    baca.beri_isi(request.user, rows, per=per)
    boleh = baca.boleh_nama(request.user, per=per)
    kolom = [k for k in BERKAS if boleh or k.key != "nama"]
    return buku(
        rows, kolom, judul="Berkas mutasi", nama="berkas", saringan=form.kalimat(),
        oleh=request.user, per=per, rahasia_sampai=rahasia_sampai(per, per=per),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Begin one by hand."""
    per = masuk(request)
    policies.buat_berkas.check(request.user, per=per)
    form = BerkasForm.baru(request.POST, per=per)
    if form.is_valid():
        berkas = acts.buat_berkas(oleh=request.user, per=per, **form.cleaned_data)
        messages.success(request, f"Berkas {berkas.nomor} dibuat. Tambahkan usulannya di bawah.")
        return redirect("mutasi:berkas-lembar", pk=berkas.pk)
    context = {"form": form, "judul": "Berkas baru"}
    return render(request, "mutasi/berkas_formulir.html", context, status=_salah(form))


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another name, day or shared ground."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    policies.ubah_berkas.check(berkas, request.user, per=per)
    form = BerkasForm.ubahan(request.POST, berkas, per=per)
    if form.is_valid():
        acts.ubah_berkas(pk, oleh=request.user, per=per, **form.cleaned_data)
        messages.success(request, "Perubahan disimpan.")
        return redirect("mutasi:berkas-lembar", pk=pk)
    context = {"form": form, "judul": "Ubah berkas", "b": berkas}
    return render(request, "mutasi/berkas_formulir.html", context, status=_salah(form))


@require_http_methods(["GET", "HEAD", "POST"])
def anggota(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is named in it; on POST one more."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    if not baca.boleh_nama(request.user, per=per):
        raise NotAllowed("Siapa yang disebut di berkas hanya dilihat yang memprosesnya.")
    form = SebutForm(request.POST or None, calon=calon_anggota(berkas, per=per))
    if form.is_valid():
        siapa, ubah = form.cleaned_data["siapa"], bool(form.cleaned_data["ubah"])
        acts.sebut_anggota(pk, siapa, oleh=request.user, per=per, ubah=ubah)
        messages.success(request, f"{siapa} disebut di berkas ini.")
        return redirect("mutasi:berkas-anggota", pk=pk)
    context = {"b": berkas, "form": form, "anggota": anggota_(berkas)}
    context["larangan"] = policies.ubah_berkas.reasons(berkas, request.user, per=per)
    return render(request, "mutasi/berkas_anggota.html", context, status=_salah(form))


@require_POST
def cabut(request: HttpRequest, pk: UUID, anggota: int) -> HttpResponse:
    """Strike somebody."""
    per = masuk(request)
    satu = get_object_or_404(ambil_berkas(request, pk).anggota.aktif(), pk=anggota)
    acts.cabut_anggota(pk, satu.pk, oleh=request.user, per=per)
    messages.success(request, "Orang itu tidak lagi disebut di berkas ini.")
    return redirect("mutasi:berkas-anggota", pk=pk)


@require_POST
def tutup(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End the work in it."""
    per = masuk(request)
    acts.tutup(ambil_berkas(request, pk).pk, oleh=request.user, per=per)
    messages.success(request, "Berkas ditutup. Isinya tetap dapat dibaca.")
    return redirect("mutasi:berkas-lembar", pk=pk)


def _salah(form: object) -> int:
    return 422 if getattr(form, "errors", None) else 200

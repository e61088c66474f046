"""Mutasi saya: one's own cases as far as one was told, one's answer, one's own request."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms.usulan import AlasanForm, KesediaanForm
from mutasi.forms.usulan_saya import PermintaanForm
from mutasi.models import UsulanMutasi
from mutasi.policies import usulan as policies
from mutasi.policies.jalan import pegawai_dari
from mutasi.selectors import usulan_saya as baca
from mutasi.services import kesediaan as acts_sedia
from mutasi.services import penyampaian as acts_kabar
from mutasi.services import usulan as acts
from mutasi.services import usulan_batal as acts_batal
from mutasi.services.usulan_saya import perbaiki_permintaan
from mutasi.views.rancangan_baris import bilangan
from pegawai.models import Pegawai


def _ambil(request: HttpRequest, pk: UUID) -> tuple[UsulanMutasi, date]:
    per = timezone.localdate()
    usulan = baca.satu_saya(request.user, pk, per=per)  # type: ignore[arg-type]
    if usulan is None:
        raise Http404
    return usulan, per


def _orang(request: HttpRequest) -> Pegawai:
    orang = pegawai_dari(request.user)  # type: ignore[arg-type]
    policies.ajukan_sendiri.check(orang, request.user)  # type: ignore[arg-type]
    if orang is None:
        raise Http404
    return orang


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """My cases, the newest first."""
    per = timezone.localdate()
    orang = pegawai_dari(request.user)  # type: ignore[arg-type]
    context = {
        "usulan": baca.usulan_saya(request.user, per=per), "orang": orang,  # type: ignore[arg-type]
        "larangan": policies.ajukan_sendiri.reasons(orang, request.user),  # type: ignore[arg-type]
    }  # fmt: skip
    return render(request, "mutasi/usulan_saya.html", context)


@require_safe
def rincian(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of them: what changes for me, and my answer."""
    usulan, per = _ambil(request, pk)
    return _halaman(request, usulan, per)


def _halaman(
    request: HttpRequest, usulan: UsulanMutasi, per: date, form: Any = None
) -> HttpResponse:
    isi = baca.rincian_saya(usulan, request.user, per=per)  # type: ignore[arg-type]
    if form is None and isi.boleh_jawab:
        form = KesediaanForm(min_huruf=isi.min_huruf)
    context = {"u": usulan, "s": isi, "form": form, "per": per}
    status = 422 if form is not None and form.errors else 200
    return render(request, "mutasi/usulan_saya_rincian.html", context, status=status)


@require_POST
def jawab(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer an offer, or answer once more after the talk."""
    usulan, per = _ambil(request, pk)
    isi = baca.rincian_saya(usulan, request.user, per=per)  # type: ignore[arg-type]
    form = KesediaanForm(request.POST, min_huruf=isi.min_huruf)
    pesan = {"oleh": request.user, "per": per, "versi": bilangan(request.POST.get("versi", ""))}
    if form.is_valid():
        hasil = form.laku(lambda: acts_sedia.jawab_kesediaan(pk, **pesan, **form.isi()))  # type: ignore[arg-type]
        if hasil is not None:
            messages.success(request, "Jawaban Anda tersimpan.")
            return redirect("mutasi:usulan-saya-rincian", pk=pk)
    return _halaman(request, usulan, per, form=form)


@require_POST
def dibuka(request: HttpRequest, pk: UUID) -> HttpResponse:
    """I have read it; that is no consent."""
    usulan, per = _ambil(request, pk)
    acts_kabar.catat_dibuka(usulan.pk, oleh=request.user, per=per)  # type: ignore[arg-type]
    messages.success(request, "Tercatat bahwa Anda sudah membacanya. Ini belum berarti setuju.")
    return redirect("mutasi:usulan-saya-rincian", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest) -> HttpResponse:
    """Ask for a move of my own."""
    orang, per = _orang(request), timezone.localdate()
    form = PermintaanForm.baru(request.POST, orang=orang, per=per)
    if form.is_valid():
        hasil = form.laku(lambda: acts.ajukan_sendiri(oleh=request.user, per=per, **form.isi()))  # type: ignore[arg-type]
        if hasil is not None:
            messages.success(request, "Permintaan Anda diterima BKD/BKPSDM untuk diverifikasi.")
            return redirect("mutasi:usulan-saya-rincian", pk=hasil.pk)
    context = {"form": form, "judul": "Permintaan pindah saya", "tombol": "Ajukan permintaan"}
    status = 422 if form.errors else 200
    return render(request, "mutasi/usulan_saya_formulir.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def perbaiki(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mend my request that came back, and hand it in again."""
    usulan, per = _ambil(request, pk)
    policies.ubah_draf.check(usulan, request.user, per=per)  # type: ignore[arg-type]
    orang = _orang(request)
    form = PermintaanForm.untuk(request.POST, usulan, orang=orang, per=per)
    if form.is_valid():
        hasil = form.laku(lambda: perbaiki_permintaan(pk, oleh=request.user, per=per, **form.isi()))  # type: ignore[arg-type]
        if hasil is not None:
            messages.success(request, "Permintaan Anda diajukan lagi.")
            return redirect("mutasi:usulan-saya-rincian", pk=pk)
    context = {"form": form, "judul": "Perbaiki permintaan", "tombol": "Ajukan lagi", "u": usulan}
    status = 422 if form.errors else 200
    return render(request, "mutasi/usulan_saya_formulir.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def tarik(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take my own request back."""
    usulan, per = _ambil(request, pk)
    form = AlasanForm(request.POST or None)
    if form.is_valid():
        hasil = form.laku(
            lambda: acts_batal.tarik(pk, oleh=request.user, per=per, **form.isi())  # type: ignore[arg-type]
        )
        if hasil is not None:
            messages.success(request, "Permintaan Anda ditarik.")
            return redirect("mutasi:usulan-saya")
    context = {"form": form, "judul": "Tarik permintaan", "tombol": "Tarik permintaan", "u": usulan}
    status = 422 if form.errors else 200
    return render(request, "mutasi/usulan_saya_formulir.html", context, status=status)


@require_safe
def unduh(request: HttpRequest, pk: UUID, surat: UUID) -> FileResponse:
    """A letter about me, as it was made."""
    usulan, per = _ambil(request, pk)
    isi = baca.rincian_saya(usulan, request.user, per=per)  # type: ignore[arg-type]
    satu = next((s for s in isi.surat if s.pk == surat), None)
    if satu is None:
        raise Http404
    return FileResponse(satu.pdf.open("rb"), as_attachment=True, filename=f"surat-{satu.pk}.pdf")

"""Accounts: the list, one account, and what is done with it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi import policies
from organisasi import selectors_akun as selectors
from organisasi.forms import AlasanForm, PenggunaForm
from organisasi.izin import Izin, Peran
from organisasi.models import Pengguna
from organisasi.services import pengguna as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Who has an account, with which roles today."""
    policies.memegang.check(Izin.PENGGUNA_LIHAT, request.user)
    saring = selectors.SaringanPengguna.dari(request.GET)
    per = timezone.localdate()
    rows = selectors.daftar_pengguna(request.user, saring, per=per)
    context = {
        "halaman_ini": page_of(request, rows), "saring": saring, "peran": Peran.choices,
        "boleh_buat": policies.buat_pengguna.allows(request.user),
        "ringkas": selectors.ringkas_pengguna(per=per),
    }  # fmt: skip
    return render_page(request, "organisasi/pengguna.html", context, fragment="tabel")


def buat(request: HttpRequest) -> HttpResponse:
    """A new account, without a password yet."""
    policies.buat_pengguna.check(request.user)
    form = PenggunaForm(request.POST or None)
    if form.is_valid():
        akun = acts.buat_pengguna(**form.cleaned_data, oleh=request.user)
        messages.success(request, "Akun dibuat. Beri perannya, lalu cetak slip aktivasinya.")
        return redirect("organisasi:pengguna-rincian", pk=akun.pk)
    return render(request, "organisasi/formulir.html", {
        "form": form, "judul": "Akun baru", "kembali": "organisasi:pengguna", "tombol": "Buat akun",
        "jawaban": "Pemilik akun menentukan sandinya sendiri dengan slip aktivasi.",
    })  # fmt: skip


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: its roles now and before, and what may be done."""
    policies.memegang.check(Izin.PENGGUNA_LIHAT, request.user)
    akun = _terlihat(request, pk)
    isi = selectors.satu_pengguna(akun, request.user, per=timezone.localdate())
    context = {"isi": isi, "akun": akun, "alasan": AlasanForm()}
    return render(request, "organisasi/pengguna_rincian.html", context)


@require_POST
def nonaktifkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the account."""
    akun, alasan = _terlihat(request, pk), AlasanForm(request.POST)
    if alasan.is_valid():
        acts.nonaktifkan_pengguna(akun.pk, oleh=request.user, alasan=alasan.cleaned_data["alasan"])
    return _kembali(request, akun, alasan, "Akun dinonaktifkan dan sesinya berakhir.")


@require_POST
def aktifkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the account again."""
    akun, alasan = _terlihat(request, pk), AlasanForm(request.POST)
    if alasan.is_valid():
        acts.aktifkan_pengguna(akun.pk, oleh=request.user, alasan=alasan.cleaned_data["alasan"])
    return _kembali(request, akun, alasan, "Akun diaktifkan kembali.")


@require_POST
def lepas_totp(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the second factor off."""
    akun, alasan = _terlihat(request, pk), AlasanForm(request.POST)
    if alasan.is_valid():
        acts.lepas_totp(akun.pk, oleh=request.user, alasan=alasan.cleaned_data["alasan"])
    return _kembali(request, akun, alasan, "Kode dua langkah dilepas.")


def _terlihat(request: HttpRequest, pk: int) -> Pengguna:
    rows = Pengguna.objects.for_user(request.user, Izin.PENGGUNA_LIHAT, per=timezone.localdate())
    return get_object_or_404(rows, pk=pk)


def _kembali(
    request: HttpRequest, akun: Pengguna, alasan: AlasanForm, kalimat: str
) -> HttpResponse:
    if alasan.is_valid():
        messages.success(request, kalimat)
    else:
        messages.error(request, "Tulis alasannya, paling sedikit 10 huruf.")
    return redirect("organisasi:pengguna-rincian", pk=akun.pk)

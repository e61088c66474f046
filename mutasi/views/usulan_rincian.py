"""The page of one case, its history, its sheet before the panel, and the acts on it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.alur import ALUR, Aksi
from mutasi.forms.usulan import AlasanWForm, UbahIsiForm
from mutasi.models import UsulanMutasi
from mutasi.policies import jalan as policies_jalan
from mutasi.policies import usulan as policies
from mutasi.policies.jalan import memegang
from mutasi.selectors.usulan_lembar import boleh_lembar, lembar_pra_sidang
from mutasi.selectors.usulan_rincian import rincian as baca
from mutasi.selectors.usulan_riwayat import riwayat as baca_riwayat
from mutasi.selectors.usulan_syarat import syarat
from mutasi.services import usulan as acts
from mutasi.services.jalan import larangan
from mutasi.services.usulan_batal import ubah_isi
from mutasi.views.usulan_bersama import ambil_usulan, catat_daftar, catat_lihat, masuk
from mutasi.views.usulan_catatan import catatan_mungkin
from mutasi.views.usulan_perbuatan import MENURUT_KUNCI, meja_berikut, tombol
from organisasi.izin import Izin
from toolkit.pages import render_page
from toolkit.policy import OutOfReach


def ambil(request: HttpRequest, pk: UUID) -> tuple[UsulanMutasi, date]:
    """A case to work on; the one about oneself has a page of its own."""
    per = masuk(request)
    usulan = ambil_usulan(request, pk)
    if usulan.pegawai.pengguna_id == request.user.pk:
        raise OutOfReach("Usulan tentang diri Anda ada di halaman “Mutasi saya”.")
    return usulan, per


@require_safe
def rincian(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Where it lies, since when, what is missing and why; then everything that is known."""
    usulan, per = ambil(request, pk)
    r = baca(usulan, request.user, per=per)  # type: ignore[arg-type]
    context = {
        "u": usulan, "r": r, "per": per,
        "tombol": tombol(r, request.user, per=per),  # type: ignore[arg-type]
        "catatan": catatan_mungkin(r, request.user, per=per),  # type: ignore[arg-type]
        "meja": meja_berikut(usulan.status),
        "boleh_lembar": boleh_lembar(request.user, per=per),  # type: ignore[arg-type]
        "boleh_ubah_isi": usulan.status in ALUR[Aksi.UBAH].dari
        and memegang(request.user, Izin.USULAN_VERIFIKASI, per=per),  # type: ignore[arg-type]
        "boleh_ubah_draf": usulan.status in policies.DRAF
        and policies.ubah_draf.allows(usulan, request.user, per=per),  # type: ignore[arg-type]
    }  # fmt: skip
    catat_lihat(request, usulan)
    return render(request, "mutasi/usulan_rincian.html", context)


@require_safe
def aturan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rules asked anew: a part of the page of the case, or a page of its own."""
    usulan, per = ambil(request, pk)
    minta: dict[str, Any] = {"per": per, "tampak": True}
    context = {
        "u": usulan, "y": syarat(usulan, request.user, per=per),  # type: ignore[arg-type]
        "larangan_alasan": policies.tulis_alasan.reasons(usulan, request.user, **minta),  # type: ignore[arg-type]
    }  # fmt: skip
    catat_lihat(request, usulan)
    return render_page(request, "mutasi/usulan_aturan.html", context, fragment="aturan")


@require_safe
def riwayat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stays, decisions and the trail of one case."""
    usulan, per = ambil(request, pk)
    catat_lihat(request, usulan)
    context = {"u": usulan, "r": baca_riwayat(usulan, request.user, per=per)}  # type: ignore[arg-type]
    return render(request, "mutasi/usulan_riwayat.html", context)


@require_safe
def lembar(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet before the panel, printable."""
    usulan, per = ambil(request, pk)
    if not boleh_lembar(request.user, per=per):  # type: ignore[arg-type]
        raise Http404
    isi = lembar_pra_sidang(usulan, request.user, per=per)  # type: ignore[arg-type]
    catat_lihat(request, usulan)
    catat_daftar(request, len(isi.lain.orang) if isi.lain else 0, saringan="alternatif")
    return render(request, "mutasi/usulan_lembar.html", {"u": usulan, "l": isi, "per": per})


@require_http_methods(["GET", "HEAD", "POST"])
def aksi(request: HttpRequest, pk: UUID, kunci: str) -> HttpResponse:
    """One act of the table: what follows, its form, and doing it."""
    usulan, per = ambil(request, pk)
    if (p := MENURUT_KUNCI.get(kunci)) is None:
        raise Http404
    form = p.form(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        hasil = form.laku(
            lambda: p.tindak(pk, oleh=request.user, per=per, **form.isi())  # type: ignore[arg-type]
        )
        if hasil is not None:
            return _selesai(request, usulan, p.judul)
    alasan = larangan(usulan, p.aksi, request.user, per=per)  # type: ignore[arg-type]
    context = {"u": usulan, "p": p, "form": form, "alasan": alasan, "judul": p.judul}
    return _formulir(request, context)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Other content under way: a new version, verified again."""
    usulan, per = ambil(request, pk)
    form = UbahIsiForm.usulan(request.POST, usulan, pengguna=request.user, per=per)  # type: ignore[arg-type]
    if form.is_bound and form.is_valid():
        isi, sebab = form.isi(), form.cleaned_data["sebab"]
        hasil = form.laku(  # type: ignore[attr-defined]
            lambda: ubah_isi(pk, oleh=request.user, per=per, sebab=sebab, **isi)  # type: ignore[arg-type]
        )
        if hasil is not None:
            return _selesai(request, usulan, "Isi diubah; usulan kembali ke verifikasi")
    alasan = larangan(usulan, Aksi.UBAH, request.user, per=per)  # type: ignore[arg-type]
    context = {"u": usulan, "form": form, "alasan": alasan, "judul": "Ubah isi"}
    context["akibat"] = "Semua persetujuan atas isi lama gugur dan usulan diverifikasi lagi."
    return _formulir(request, context)


@require_POST
def alasan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say why a warning is accepted."""
    usulan, per = ambil(request, pk)
    form = AlasanWForm(request.POST)
    if form.is_valid():
        form.laku(lambda: acts.tulis_alasan_w(pk, oleh=request.user, per=per, **form.isi()))  # type: ignore[arg-type]
    for salah in form.errors.values():
        messages.error(request, " ".join(map(str, salah)))
    if not form.errors:
        messages.success(request, f"Alasan {form.cleaned_data['kode']} tersimpan.")
    return redirect(_kembali(request, usulan))


def _kembali(request: HttpRequest, usulan: UsulanMutasi) -> str:
    if request.POST.get("kembali") == "lembar":
        return f"/mutasi/berkas/{usulan.berkas_id}/baris/{usulan.pk}/"
    return f"/mutasi/usulan/{usulan.pk}/#aturan"


def _selesai(request: HttpRequest, usulan: UsulanMutasi, judul: str) -> HttpResponse:
    messages.success(request, f"{judul}: selesai.")
    if policies_jalan.terlihat(usulan, request.user, per=masuk(request)):  # type: ignore[arg-type]
        return redirect("mutasi:usulan-rincian", pk=usulan.pk)
    return redirect("mutasi:meja")


def _formulir(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The form; 422 when something in it is wrong."""
    status = 422 if context["form"].errors else 200
    return render(request, "mutasi/usulan_aksi.html", context, status=status)

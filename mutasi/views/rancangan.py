"""Doors of drafts: one's own list, the sheet, its consequences, its history, its end."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.forms.rancangan import JudulForm
from mutasi.policies import rancangan as policies
from mutasi.selectors import rancangan as bacaan
from mutasi.selectors import rancangan_cari as cari_
from mutasi.selectors.rancangan_daftar import daftar_saya
from mutasi.selectors.rancangan_langkah import riwayat_langkah
from mutasi.services import rancangan as acts
from mutasi.services.rancangan_langkah import batalkan_langkah, tumpukan
from mutasi.views.rancangan_lembar import (
    ambil,
    catat_lihat,
    isi_lembar,
    jawab,
    jawab_perubahan,
    sejak_dari,
)
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The drafts I am named in; there is no list of all."""
    policies.buka_ruang.check(request.user)
    rows = daftar_saya(request.user, per=timezone.localdate())
    context = {
        "page": page_of(request, rows),
        "larangan": policies.buat_rancangan.reasons(request.user),
    }
    return render(request, "mutasi/rancangan.html", context)


def baru(request: HttpRequest) -> HttpResponse:
    """Begin one."""
    policies.buat_rancangan.check(request.user)
    form = JudulForm.baru(request.POST, per=timezone.localdate())
    if form.is_valid():
        rancangan = acts.buat_rancangan(oleh=request.user, **form.cleaned_data)
        return redirect("mutasi:rancangan-lembar", pk=rancangan.pk)
    context = {"form": form, "judul": "Rancangan baru"}
    return render(request, "mutasi/rancangan_formulir.html", context)


def ubah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another name, day or note."""
    rancangan = ambil(request, pk)
    policies.ubah_rancangan.check(rancangan, request.user)
    form = JudulForm.untuk(request.POST, rancangan, per=timezone.localdate())
    if form.is_valid():
        acts.ubah_judul(pk, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Perubahan disimpan.")
        return redirect("mutasi:rancangan-lembar", pk=pk)
    context = {"form": form, "judul": "Ubah nama dan TMT", "r": rancangan}
    return render(request, "mutasi/rancangan_formulir.html", context)


@require_safe
def lembar(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet."""
    rancangan = ambil(request, pk)
    context = isi_lembar(request, rancangan)
    catat_lihat(request, rancangan, len(context["page"]))
    return render_page(request, "mutasi/rancangan_lembar.html", context, fragment="baris")


@require_safe
def perubahan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What changed after the version the page stands at: nothing (204), or those lines."""
    rancangan, sejak = ambil(request, pk), sejak_dari(request.GET)
    if sejak >= rancangan.versi:
        return HttpResponse(status=204)
    return jawab_perubahan(request, rancangan, sejak)


@require_safe
def cari(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Options of a cell: people, or posts with need and holders."""
    ambil(request, pk)
    q, per = request.GET.get("q", ""), timezone.localdate()
    if request.GET.get("macam") == "ke":
        context = {"jabatan": cari_.cari_jabatan(request.user, q, per=per), "q": q}
    else:
        context = {"orang": cari_.cari_orang(request.user, q, per=per), "q": q}
    return render(request, "mutasi/rancangan_pilihan.html", context)


@require_safe
def akibat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the whole would do: chains, seats that fall vacant, who is left without a post."""
    rancangan = ambil(request, pk)
    halaman = bacaan.lembar(rancangan, per=timezone.localdate())
    catat_lihat(request, rancangan, len(halaman.baris))
    return render(request, "mutasi/rancangan_akibat.html", {"r": rancangan, "s": halaman})


@require_safe
def langkah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who did what in it, newest first."""
    rancangan = ambil(request, pk)
    isi = riwayat_langkah(rancangan, sebelum=sejak_dari(request.GET) or None)
    catat_lihat(request, rancangan, len(isi.baris))
    context = {
        "r": rancangan,
        "isi": isi,
        "alat": tumpukan(rancangan, request.user),
        "larangan": policies.ubah_rancangan.reasons(rancangan, request.user),
    }
    return render(request, "mutasi/rancangan_langkah.html", context)


@require_POST
def batalkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take back one's own latest step, or do it again."""
    rancangan = ambil(request, pk)
    hasil = batalkan_langkah(
        pk, sejak_dari({"sejak": request.POST.get("nomor")}), oleh=request.user
    )
    return jawab(request, rancangan, baris=hasil.baris)


@require_POST
def tutup(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End the work in it."""
    acts.tutup(ambil(request, pk).pk, oleh=request.user)
    messages.success(request, "Rancangan ditutup. Isinya tetap dapat dibaca dan dicetak.")
    return redirect("mutasi:rancangan-lembar", pk=pk)


@require_POST
def buka(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take it up again."""
    acts.buka(ambil(request, pk).pk, oleh=request.user)
    messages.success(request, "Rancangan dibuka kembali.")
    return redirect("mutasi:rancangan-lembar", pk=pk)

"""Outside requests: the list, and writing one down. People are searched by POST, so that no
address, history or server log holds whom it was about."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from mutasi.forms.permintaan import bilangan
from mutasi.forms.titipan import TitipanForm
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.policies import titipan as policies
from mutasi.selectors import titipan as baca
from mutasi.selectors.rancangan_cari import (
    cari_jabatan,
    cari_orang,
    jabatan_terjangkau,
    orang_terjangkau,
)
from mutasi.services import titipan as acts
from mutasi.views.usulan_bersama import catat_daftar
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What one may read of them, newest first."""
    per = timezone.localdate()
    policies.buka.check(request.user, per=per)
    q, semua_tahun = (
        request.GET.get("q", "").strip()[:100],
        baca.tahun_titipan(request.user, per=per),
    )
    tahun = next((t for t in semua_tahun if str(t) == request.GET.get("tahun")), None)
    page = page_of(request, baca.daftar_titipan(request.user, q=q, tahun=tahun, per=per))
    catat_daftar(request, len(page.object_list))
    context = {
        "page": page, "q": q, "tahun": tahun, "per": per, "semua_tahun": semua_tahun,
        "boleh_catat": policies.mencatat.allows(request.user, per=per),
    }  # fmt: skip
    return render_page(request, "mutasi/titipan.html", context, fragment="tabel")


@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest) -> HttpResponse:
    """Find the person, then write down who asked what."""
    per = timezone.localdate()
    policies.mencatat.check(request.user, per=per)
    simpan = request.POST.get("aksi") == "simpan"
    isian = {"data": request.POST} if simpan else {"initial": request.POST.dict()}
    form = TitipanForm(**isian, pengguna=request.user, per=per)
    if simpan and form.is_valid():
        orang, formasi = form.cleaned_data["pegawai"], form.cleaned_data["formasi"]
        acts.catat_titipan(orang, form.isian(), oleh=request.user, per=per, formasi=formasi)
        messages.success(request, "Titipan tercatat. Catatan ini tidak menambah nilai siapa pun.")
        return redirect("mutasi:titipan")
    context = {"form": form, **_terpilih(request, per)}
    return render(request, "mutasi/titipan_catat.html", context, status=422 if form.errors else 200)


def _terpilih(request: HttpRequest, per: date) -> dict[str, Any]:
    """Person and post chosen so far, and what the last search found."""
    siapa: Any = request.user
    kunci = bilangan(request.POST.get("pegawai", ""))
    orang = orang_terjangkau(siapa, per=per).filter(pk=kunci or 0).select_related("unit").first()
    post = bilangan(request.POST.get("formasi", ""))
    formasi = jabatan_terjangkau(siapa, per=per).filter(pk=post or 0)
    q, jabatan = request.POST.get("cari", "")[:100], request.POST.get("cari_jabatan", "")[:100]
    if orang is not None:
        akses.lihat(
            orang.pk, oleh=siapa, apa="nama dan jabatan", alasan="mencatat titipan",
            rahasia_sampai=rahasia_sampai(per, per=per),
        )  # fmt: skip
    temuan = [] if orang else cari_orang(siapa, q, per=per)
    catat_daftar(request, len(temuan))
    return {
        "orang": orang, "temuan": temuan, "q": q, "cari_jabatan": jabatan,
        "formasi": formasi.select_related("jabatan", "unit").first() if post else None,
        "temuan_jabatan": cari_jabatan(siapa, jabatan, per=per) if jabatan else [],
        "alasan": policies.catat.reasons(orang, siapa, per=per) if orang else [],
    }  # fmt: skip

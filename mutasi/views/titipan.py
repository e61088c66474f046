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
from mutasi.forms.titipan import TitipanForm
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.policies import titipan as policies
from mutasi.selectors import titipan as baca
from mutasi.services import titipan as acts
from mutasi.views.usulan_bersama import catat_daftar
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page

APA, MENCATAT = "nama dan jabatan", "mencatat titipan"


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
    """Person and post chosen so far, and what the last search found; every look is noted."""
    kolom = {"orang": "pegawai", "formasi": "formasi"}
    kunci: dict[str, Any] = {
        k: bilangan(request.POST.get(nama, "")) or 0 for k, nama in kolom.items()
    }
    kata: dict[str, Any] = {n: request.POST.get(n, "")[:100] for n in ("cari", "cari_jabatan")}
    siapa: Any = request.user
    pilihan = baca.pilihan_titipan(siapa, **kunci, **kata, per=per)
    catat_daftar(request, len(pilihan.temuan))
    larangan = []
    if pilihan.orang is not None:
        sampai = rahasia_sampai(per, per=per)
        akses.lihat(pilihan.orang.pk, oleh=siapa, apa=APA, alasan=MENCATAT, rahasia_sampai=sampai)
        larangan = policies.catat.reasons(pilihan.orang, siapa, per=per)
    return {"p": pilihan, **kata, "alasan": larangan}

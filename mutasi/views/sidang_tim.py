"""Teams by their decree: the list, a new one, its end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mutasi.forms.sidang import AkhiriTimForm, TimForm
from mutasi.models import MacamTim
from mutasi.policies import sidang as policies
from mutasi.selectors import sidang as baca
from mutasi.selectors.sidang_tim import kursi_dari
from mutasi.services import sidang_tim as acts
from mutasi.views.sidang import FORMULIR
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All teams with their members and what looks unusual."""
    per = timezone.localdate()
    policies.buka_ruang.check(request.user, per=per)
    page = page_of(request, baca.daftar_tim())
    page.object_list = [(tim, acts.catatan_susunan(tim)) for tim in page.object_list]
    context = {
        "page": page, "per": per,
        "boleh": policies.bentuk_tim.allows(request.user, per=per),
    }  # fmt: skip
    return render_page(request, "mutasi/sidang_tim.html", context, fragment="tabel")


@FORMULIR
def baru(request: HttpRequest) -> HttpResponse:
    """Record the decree of one."""
    per = timezone.localdate()
    policies.bentuk_tim.check(request.user, per=per)
    form = TimForm(request.POST or None, calon=baca.calon_tim(per=per))
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "mutasi/sidang_tim_baru.html", {"form": form}, status=status)
    data: dict[str, Any] = form.cleaned_data
    kursi = kursi_dari(data.pop("ketua"), data.pop("anggota"), data.pop("sekretaris"))
    anggota = [acts.Kursi(*satu) for satu in kursi]
    macam = MacamTim(data.pop("macam"))
    acts.catat_tim(macam=macam, anggota=anggota, oleh=request.user, per=per, **data)
    messages.success(request, "SK tim penilai dicatat.")
    return redirect("mutasi:sidang-tim")


@FORMULIR
def akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """End one before its time."""
    per = timezone.localdate()
    tim = get_object_or_404(baca.daftar_tim(), pk=pk)
    policies.akhiri_tim.check(tim, request.user, per=per)
    form = AkhiriTimForm(request.POST or None, initial={"selesai": per})
    if not form.is_valid():
        context = {"form": form, "judul": "Akhiri masa tugas tim", "tim": tim}
        status = 422 if form.errors else 200
        return render(request, "mutasi/sidang_formulir.html", context, status=status)
    acts.akhiri_tim(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Masa tugas tim diakhiri.")
    return redirect("mutasi:sidang-tim")

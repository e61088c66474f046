"""What a draft of criteria would change, before it is published."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from penilaian.policies import simulasi_kriteria as policies
from penilaian.selectors.kriteria import semua_set
from penilaian.selectors.simulasi_kriteria import halaman_simulasi
from penilaian.services.simulasi_kriteria import antrekan_simulasi
from toolkit.pages import render_page


@require_safe
def simulasi(request: HttpRequest, pk: int) -> HttpResponse:
    """The last result and the button."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    satu = get_object_or_404(semua_set(request.user), pk=pk)
    d = halaman_simulasi(satu, request.user, per=per)
    response = render_page(
        request, "penilaian/kriteria_simulasi.html", {"d": d, "proses": d.berjalan},
        fragment="kemajuan",
    )  # fmt: skip
    if getattr(request, "htmx", None) and d.berjalan is None:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def jalankan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for one."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    satu = get_object_or_404(semua_set(request.user), pk=pk)
    antrekan_simulasi(satu, request.POST.get("periode", ""), per=per, oleh=request.user)
    return redirect("penilaian:kriteria-simulasi", pk=pk)

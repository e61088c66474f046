"""Pages of periods: which there are, opening, closing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from penilaian.forms.periode import BukaPeriodeForm
from penilaian.models import PeriodeKinerja
from penilaian.policies import periode as policies
from penilaian.selectors.periode import daftar_periode, menjelang_tutup
from penilaian.services import periode as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All periods, newest first."""
    per = timezone.localdate()
    policies.lihat_periode.check(request.user, per=per)
    context = {
        "per": per, "page": page_of(request, daftar_periode()),
        "boleh": policies.kelola_periode.allows(request.user, per=per),
        "alasan": policies.kelola_periode.reasons(request.user, per=per),
    }  # fmt: skip
    return render_page(request, "penilaian/periode.html", context, fragment="tabel")


@require_http_methods(["GET", "POST"])
def buka(request: HttpRequest) -> HttpResponse:
    """Open one by its code."""
    per = timezone.localdate()
    policies.kelola_periode.check(request.user, per=per)
    form = BukaPeriodeForm(request.POST or None, per=per)
    if request.method == "POST" and form.is_valid():
        baru = acts.buka_periode(form.cleaned_data["kode"], per=per, oleh=request.user)
        messages.success(request, f"{baru.nama} dibuka.")
        return redirect("penilaian:periode")
    status = 422 if form.is_bound else 200
    return render_page(request, "penilaian/periode_buka.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
def tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """What closing one means, and the closing."""
    per = timezone.localdate()
    policies.kelola_periode.check(request.user, per=per)
    periode = get_object_or_404(PeriodeKinerja, pk=pk)
    if request.method == "POST":
        acts.tutup_periode(periode.pk, per=per, oleh=request.user)
        messages.success(request, f"{periode.nama} ditutup.")
        return redirect("penilaian:periode")
    context = {"periode": periode, "sisa": menjelang_tutup(periode)}
    context["alasan"] = policies.tutup_periode.reasons(periode, request.user, per=per)
    return render_page(request, "penilaian/periode_tutup.html", context)

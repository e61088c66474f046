"""Langkah wajib: the matrix, one kind and level, a proposal, its confirmation or refusal."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms.aturan_alur import AlasanForm, AturanAlurForm
from mutasi.models import AturanAlur
from mutasi.policies import aturan_alur as policies
from mutasi.selectors import aturan_alur as baca
from mutasi.services import aturan_alur as acts


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What each kind and level passes, by which basis, since when."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    context = {
        "baris": baca.matriks(per=per), "kepala": baca.KEPALA, "menunggu": baca.menunggu(),
        "per": per, "boleh": policies.menetapkan.allows(request.user, per=per),
    }  # fmt: skip
    return render(request, "mutasi/aturan_alur.html", context)


@require_safe
def rincian(request: HttpRequest, jenis: str, jenjang: str) -> HttpResponse:
    """One kind and level: what counts, what waits, what was."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    return _halaman(request, jenis, jenjang, per)


def _halaman(
    request: HttpRequest, jenis: str, jenjang: str, per: date, tolak: AlasanForm | None = None
) -> HttpResponse:
    satu = baca.satu_aturan(jenis, jenjang, per=per)
    if satu is None:
        raise Http404
    siapa, tunggu = request.user, satu.menunggu
    context = {
        "s": satu, "per": per, "boleh": policies.menetapkan.allows(siapa, per=per),
        "tanpa_usul": policies.usulkan.reasons(jenis, jenjang, siapa, per=per),
        "tanpa_sah": policies.sahkan.reasons(tunggu, siapa, per=per) if tunggu else [],
        "form_tolak": tolak or AlasanForm(auto_id="tolak-%s"),
        "langkah_baru": baca.nama_gerbang(tunggu.gerbang) if tunggu else [],
    }  # fmt: skip
    status = 422 if tolak is not None else 200
    return render(request, "mutasi/aturan_alur_rincian.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def usulkan(request: HttpRequest, jenis: str, jenjang: str) -> HttpResponse:
    """Propose other gates."""
    per = timezone.localdate()
    policies.menetapkan.check(request.user, per=per)
    satu = baca.satu_aturan(jenis, jenjang, per=per)
    if satu is None:
        raise Http404
    form = AturanAlurForm.dari(request.POST, satu.berlaku, jenis=jenis, per=per)
    if form.is_valid():
        acts.usulkan_aturan_alur(jenis, jenjang, oleh=request.user, per=per, **form.cleaned_data)
        messages.success(request, "Usulan tercatat. Orang lain mengesahkannya.")
        return redirect("mutasi:aturan-alur-rincian", jenis=jenis, jenjang=jenjang)
    larangan = policies.usulkan.reasons(jenis, jenjang, request.user, per=per)
    context = {"form": form, "s": satu, "larangan": larangan}
    status = 422 if form.errors else 200
    return render(request, "mutasi/aturan_alur_usulkan.html", context, status=status)


@require_POST
def sahkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm what somebody else proposed."""
    per = timezone.localdate()
    policies.menetapkan.check(request.user, per=per)
    satu = get_object_or_404(AturanAlur, pk=pk)
    acts.tetapkan_aturan_alur(satu.pk, oleh=request.user, per=per)
    messages.success(request, "Langkah wajib disahkan. Usulan yang sudah berjalan tidak berubah.")
    return redirect("mutasi:aturan-alur-rincian", jenis=satu.jenis, jenjang=satu.jenjang)


@require_POST
def tolak(request: HttpRequest, pk: int) -> HttpResponse:
    """Refuse it, or take one's own back."""
    per = timezone.localdate()
    policies.menetapkan.check(request.user, per=per)
    satu = get_object_or_404(AturanAlur, pk=pk)
    form = AlasanForm(request.POST, auto_id="tolak-%s")
    if not form.is_valid():
        return _halaman(request, satu.jenis, satu.jenjang, per, form)
    acts.tolak_aturan_alur(satu.pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Usulan ditolak; barisnya tetap tersimpan dengan alasannya.")
    return redirect("mutasi:aturan-alur-rincian", jenis=satu.jenis, jenjang=satu.jenjang)

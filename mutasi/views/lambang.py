"""The emblems above an office's papers: what stands there now, laying another, going back."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.forms.surat import LambangForm
from mutasi.models import Lambang, MacamLambang
from mutasi.policies import lambang as policies
from mutasi.selectors.lambang import daftar_lambang
from mutasi.services import lambang as acts


def _masuk(request: HttpRequest) -> date:
    per = timezone.localdate()
    policies.kelola.check(request.user, per=per)
    return per


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Each kind with its picture and those before it."""
    _masuk(request)
    return _halaman(request, {macam: LambangForm(auto_id=f"{macam}-%s") for macam in MacamLambang})


def _halaman(
    request: HttpRequest, form: dict[MacamLambang, LambangForm], status: int = 200
) -> HttpResponse:
    baris = [(satu, form[satu.macam]) for satu in daftar_lambang()]
    return render(request, "mutasi/lambang.html", {"baris": baris}, status=status)


@require_POST
def pasang(request: HttpRequest, macam: str) -> HttpResponse:
    """Lay one's own; the page again with what is wrong."""
    per = _masuk(request)
    semua = {m: LambangForm(auto_id=f"{m}-%s") for m in MacamLambang}
    form = LambangForm(request.POST, request.FILES, auto_id=f"{macam}-%s")
    if not form.is_valid():
        return _halaman(request, {**semua, macam: form}, status=422)  # type: ignore[dict-item]
    satu = acts.pasang_lambang(macam, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"Gambar {satu} dipakai mulai sekarang. Draf lama perlu diperbarui.")
    return redirect("mutasi:lambang")


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the drawn placeholder."""
    satu = acts.cabut_lambang(pk, oleh=request.user, per=_masuk(request))
    messages.success(request, f"Gambar {satu} dicabut. Naskah yang sudah terbit tetap memuatnya.")
    return redirect("mutasi:lambang")


@require_safe
def gambar(request: HttpRequest, pk: int) -> FileResponse:
    """The picture itself, for the page."""
    _masuk(request)
    satu = get_object_or_404(Lambang, pk=pk)
    return FileResponse(satu.gambar.open("rb"), filename=f"{satu.gambar_sha256[:16]}.{satu.bentuk}")

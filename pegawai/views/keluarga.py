"""One's own declarations of family ties. No other page shows them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from pegawai.forms.keluarga import KeluargaForm
from pegawai.models import Pegawai
from pegawai.selectors import keluarga as baca
from pegawai.selectors.orang import milik_sendiri
from pegawai.services import keluarga as acts


@require_http_methods(["GET", "HEAD", "POST"])
def keluarga(request: HttpRequest) -> HttpResponse:
    """What one has declared, and a form for one more."""
    orang = milik_sendiri(request.user)
    if orang is None:
        return render(request, "pegawai/profil_kosong.html")
    form = KeluargaForm(request.POST or None, orang=orang)
    if not form.is_valid():
        return render(
            request, "pegawai/keluarga.html", _isi(orang, form), status=422 if form.errors else 200
        )
    acts.nyatakan_keluarga(
        orang.pk, oleh=request.user, per=timezone.localdate(), **form.cleaned_data
    )
    messages.success(request, "Pernyataan tersimpan.")
    return redirect("pegawai:keluarga")


def _isi(orang: Pegawai, form: KeluargaForm) -> dict[str, Any]:
    return {"p": orang, "form": form, "pernyataan": baca.pernyataan(orang)}


@require_POST
def keluarga_tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one of them."""
    orang = milik_sendiri(request.user)
    if orang is None:
        raise Http404
    acts.tarik_keluarga(orang.pk, pk, oleh=request.user, per=timezone.localdate())
    messages.success(request, "Pernyataan ditarik.")
    return redirect("pegawai:keluarga")

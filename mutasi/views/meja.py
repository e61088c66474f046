"""Meja saya: the first page of the rooms of the road."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mutasi.policies import berkas as policies
from mutasi.selectors.meja import meja as baca
from mutasi.selectors.usulan import beri_siapa
from mutasi.views.usulan_bersama import catat_daftar, masuk


@require_safe
def meja(request: HttpRequest) -> HttpResponse:
    """What waits for me, by state and desk, late first."""
    per = masuk(request)
    isi = baca(request.user, per=per)  # type: ignore[arg-type]
    beri_siapa(isi.baris, per=per)
    catat_daftar(request, len(isi.baris))
    context = {"m": isi, "per": per}
    context["boleh_berkas"] = policies.buat_berkas.allows(request.user, per=per)  # type: ignore[arg-type]
    return render(request, "mutasi/meja.html", context)

"""A bulk act: done at once when small, else in the background with a page of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from mutasi.selectors.massal import laporan
from mutasi.services.jalan import HasilBaris
from mutasi.services.massal_latar import BATAS_LANGSUNG, MASSAL, PERBUATAN, antrekan_massal
from mutasi.views.usulan_bersama import catat_daftar
from organisasi.models import Proses
from toolkit.pages import render_page

Lapor = Callable[[list[HasilBaris]], HttpResponse]


def kerjakan(
    request: HttpRequest, perbuatan: str, ids: Sequence[UUID], isi: Mapping[str, Any], *,
    judul: str, kembali: str, lapor: Lapor,
) -> HttpResponse:  # fmt: skip
    """Do it on these rows. ``lapor`` shows the answers when it was done here."""
    siapa: dict[str, Any] = {"oleh": request.user, "per": timezone.localdate()}
    if len(ids) <= BATAS_LANGSUNG:
        return lapor(PERBUATAN[perbuatan](ids, **siapa, **isi))
    judul = f"{judul}: {len(ids)} usulan"
    proses = antrekan_massal(perbuatan, ids, isi, judul=judul, kembali=kembali, **siapa)
    return redirect("mutasi:massal", pk=proses.pk)


@require_safe
def massal(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own: how far it is, then what became of each row."""
    rows = Proses.objects.berjenis(MASSAL).filter(untuk=request.user)  # type: ignore[misc]
    proses = get_object_or_404(rows, pk=pk)
    isi = laporan(proses, request.user, per=timezone.localdate())  # type: ignore[arg-type]
    catat_daftar(request, sum(u is not None for u, _ in isi.baris))
    context = {"l": isi, "proses": isi.proses, "p": proses}
    response = render_page(request, "mutasi/massal.html", context, fragment="kemajuan")
    if getattr(request, "htmx", None) and proses.berakhir:
        response["HX-Refresh"] = "true"
    return response

"""Background work as people see it: a list, a box that renders itself, a stop button."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Proses
from organisasi.selectors_impor import keadaan_proses
from organisasi.services import proses as acts
from toolkit.pages import page_of, render_page


@require_GET
def daftar(request: HttpRequest) -> HttpResponse:
    """One's own work; everybody's for those who may see it."""
    semua = Jangkauan.milik(request.user, Izin.PROSES_LIHAT).semua
    rows = Proses.objects.for_user(request.user, semua=semua).select_related("untuk")
    context = {"page": page_of(request, rows), "semua": semua}
    return render_page(request, "organisasi/proses.html", context, fragment="tabel")


@require_GET
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece of work: how far, how long, how it ended."""
    proses = get_object_or_404(_terlihat(request), pk=pk)
    context = {"proses": keadaan_proses(proses, request.user)}
    response = render_page(request, "organisasi/proses_rincian.html", context, fragment="kemajuan")
    if getattr(request, "htmx", None) and proses.berakhir:
        response["HX-Refresh"] = "true"
    return response


@require_POST
def hentikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask it to stop, and go back to the page that waits for it."""
    proses = acts.hentikan(get_object_or_404(_terlihat(request), pk=pk).pk, oleh=request.user)
    tautan = proses.parameter.get("tautan")
    return redirect(tautan) if tautan else redirect("organisasi:proses-rincian", pk=pk)


def _terlihat(request: HttpRequest) -> QuerySet[Proses]:
    semua = Jangkauan.milik(request.user, Izin.PROSES_LIHAT).semua
    return Proses.objects.for_user(request.user, semua=semua).select_related("untuk")

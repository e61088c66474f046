"""Pages that belong to no room: the first page, health, and the answers when nothing fits."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from config.beranda import beranda_untuk
from config.middleware import refusal_page


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """What waits for this person, then where people are missing, then what cannot be trusted."""
    return render(request, "beranda.html", beranda_untuk(request.user))


@require_safe
@login_not_required
def sehat(request: HttpRequest) -> JsonResponse:
    """Alive, and the database answers. For the watchdog; says nothing about the content."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return JsonResponse({"status": "sehat"})


@login_not_required
def tidak_ditemukan(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return refusal_page(request, 404, "Halaman atau data ini tidak ditemukan.")


@login_not_required
def tidak_berhak(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 from Django itself (a stale form, mostly)."""
    return refusal_page(request, 403, "Formulir ini sudah kedaluwarsa. Muat ulang halaman.")


@login_not_required
def galat_server(request: HttpRequest) -> HttpResponse:
    """500: no database, no menu, only a sentence and the request id."""
    return render(request, "galat_server.html", status=500)

"""One's own messages."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from organisasi.selectors import belum_dibaca
from organisasi.services.pemberitahuan import tandai_dibaca
from toolkit.pages import page_of, render_page


@require_GET
def daftar(request: HttpRequest) -> HttpResponse:
    """Newest first; unread ones are marked."""
    page = page_of(request, request.user.pemberitahuan.all())
    context = {"page": page, "belum": belum_dibaca(request.user)}
    return render_page(request, "organisasi/pemberitahuan.html", context, fragment="daftar")


@require_POST
def baca(request: HttpRequest, pk: int) -> HttpResponse:
    """Mark one as read and go where it leads."""
    pesan = get_object_or_404(request.user.pemberitahuan, pk=pk)
    tandai_dibaca(request.user, pk=pk)
    if pesan.tautan and url_has_allowed_host_and_scheme(pesan.tautan, allowed_hosts=None):
        return redirect(pesan.tautan)
    return redirect("organisasi:pemberitahuan")


@require_POST
def baca_semua(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    tandai_dibaca(request.user)
    return redirect("organisasi:pemberitahuan")

"""One's own account: roles, password, second factor, sessions, saved lists; and closed doors."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi import selectors_akun as selectors
from organisasi.services import pengguna as acts


@require_safe
def akun_saya(request: HttpRequest) -> HttpResponse:
    """What I may, since when, by which letter; how I come in."""
    context = selectors.akun_saya(request.user, per=timezone.localdate())
    return render(request, "organisasi/akun_saya.html", {"isi": context})


@require_POST
def akhiri_sesi(request: HttpRequest) -> HttpResponse:
    """End my sessions on all other computers."""
    akun = acts.akhiri_sesi(oleh=request.user)
    update_session_auth_hash(request, akun)
    messages.success(request, "Semua sesi Anda di komputer lain sudah diakhiri.")
    return redirect("organisasi:akun-saya")


@require_safe
@login_not_required
def lupa_sandi(request: HttpRequest) -> HttpResponse:
    """Most staff have no office e-mail: whom to see instead."""
    return render(request, "organisasi/lupa_sandi.html")


@login_not_required
def tertutup(request: HttpRequest) -> HttpResponse:
    """A door that allauth knows and SERASI does not have."""
    raise Http404

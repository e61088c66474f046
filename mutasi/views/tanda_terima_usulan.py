"""Receipts about one's own announced case, to be checked without asking us again."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mutasi.models import UsulanMutasi
from mutasi.policies import tanda_terima as policies
from mutasi.selectors import tanda_terima_usulan as baca
from toolkit.pages import unduhan_json


def _ambil(request: HttpRequest, pk: UUID, per: date) -> UsulanMutasi:
    rows = UsulanMutasi.objects.for_user(request.user, per=per).with_names()
    usulan = get_object_or_404(rows.filter(pegawai__pengguna=request.user.pk), pk=pk)
    policies.ambil.check(usulan, request.user, per=per)  # type: ignore[arg-type]
    return usulan


@require_safe
def daftar(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every act with its receipt, and how to check one."""
    usulan = _ambil(request, pk, timezone.localdate())
    context = {"u": usulan, "bukti": baca.daftar_bukti(usulan, request.user)}  # type: ignore[arg-type]
    return render(request, "mutasi/tanda_terima.html", context)


@require_safe
def unduh(request: HttpRequest, pk: UUID, urutan: int) -> HttpResponse:
    """One receipt as a file."""
    usulan = _ambil(request, pk, timezone.localdate())
    isi = baca.tanda_terima(usulan, urutan, request.user)  # type: ignore[arg-type]
    return unduhan_json(isi, f"tanda-terima-{urutan}.json")

"""The desk of the PyB."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.alur import StatusUsulan
from mutasi.policies.pyb import buka_meja_pyb
from mutasi.services.pyb import AKSI
from mutasi.views import meja_putusan
from mutasi.views.meja_putusan import Meja

MEJA = Meja(
    "Meja PyB", "PyB", StatusUsulan.DIREKOMENDASI, AKSI, "mutasi:meja-pyb",
    "mutasi:meja-pyb-putuskan",
)  # fmt: skip


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What the TPK recommended and waits for the PyB."""
    per = timezone.localdate()
    buka_meja_pyb.check(request.user, per=per)
    return meja_putusan.daftar(request, MEJA, per=per)


@require_POST
def putuskan(request: HttpRequest) -> HttpResponse:
    """Endorse, return or refuse, singly or many."""
    per = timezone.localdate()
    buka_meja_pyb.check(request.user, per=per)
    return meja_putusan.putuskan(request, MEJA, per=per)

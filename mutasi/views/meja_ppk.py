"""The desk of the PPK, with the cases in which he takes the PyB's step."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.alur import StatusUsulan
from mutasi.policies.ppk import buka_meja_ppk
from mutasi.selectors.meja_putusan import yang_digantikan
from mutasi.services import ppk, pyb
from mutasi.views import meja_putusan
from mutasi.views.meja_putusan import Meja

MEJA = Meja(
    "Meja PPK", "PPK", StatusUsulan.MENUNGGU_PPK, ppk.AKSI, "mutasi:meja-ppk",
    "mutasi:meja-ppk-putuskan",
)  # fmt: skip
# The PyB's own case, or his kin's: the PPK takes his step from the same desk.
GANTI = replace(
    MEJA, judul="Meja PPK: langkah PyB", status=StatusUsulan.DIREKOMENDASI, aksi=pyb.AKSI,
    putuskan="mutasi:meja-ppk-ganti",
)  # fmt: skip


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What waits for the PPK's decision, and why."""
    per = timezone.localdate()
    buka_meja_ppk.check(request.user, per=per)
    ganti = yang_digantikan(request.user, per=per)
    return meja_putusan.daftar(request, MEJA, per=per, lain={"ganti": ganti, "meja_ganti": GANTI})


@require_POST
def putuskan(request: HttpRequest) -> HttpResponse:
    """Approve, return or refuse, singly or many."""
    per = timezone.localdate()
    buka_meja_ppk.check(request.user, per=per)
    return meja_putusan.putuskan(request, MEJA, per=per)


@require_POST
def ganti(request: HttpRequest) -> HttpResponse:
    """Take the PyB's step where he may not."""
    per = timezone.localdate()
    buka_meja_ppk.check(request.user, per=per)
    return meja_putusan.putuskan(request, GANTI, per=per)

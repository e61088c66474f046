"""What outsiders may see of the trail without an account: published heads, proofs, the checker."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from jejak.tanda_terima import buat_bukti_lanjut
from organisasi import selectors_jejak as bacaan
from toolkit.pages import render_page, unduhan, unduhan_json

ALAT = "periksa_jejak.py"


@require_safe
@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """Published heads, newest first."""
    isi = bacaan.akar_terbit(request.GET.get("sebelum", ""))
    context = {"isi": isi, "terakhir": bacaan.akar_terakhir()}
    return render_page(request, "organisasi/akar.html", context, fragment="tabel")


@require_safe
@login_not_required
def arti(request: HttpRequest) -> HttpResponse:
    """What the trail proves, and what it does not."""
    return render(request, "organisasi/akar_arti.html", {"terakhir": bacaan.akar_terakhir()})


@require_safe
@login_not_required
def unduh_json(request: HttpRequest) -> HttpResponse:
    """All published heads, for machines."""
    isi = {"jenis": "serasi.akar_terbit", "versi": 1, "akar": bacaan.semua_akar()}
    return unduhan_json(isi, "akar-jejak.json")


@require_safe
@login_not_required
def unduh_teks(request: HttpRequest) -> HttpResponse:
    """All published heads, one line each: to print, or to keep in a mail."""
    baris = [f"{a['n']}:{a['akar']}  {a['waktu']}  {a['sebab']}" for a in bacaan.semua_akar()]
    teks = "\n".join(["# Akar jejak SERASI: jumlah catatan, akar, waktu (UTC), sebab", *baris, ""])
    return unduhan(teks.encode(), "text/plain; charset=utf-8", "akar-jejak.txt")


@require_safe
@login_not_required
def alat(request: HttpRequest) -> FileResponse:
    """The checker itself: one file that needs nothing but Python."""
    berkas = (Path(settings.BASE_DIR) / ALAT).open("rb")
    jenis = "text/x-python; charset=utf-8"
    return FileResponse(berkas, as_attachment=True, filename=ALAT, content_type=jenis)


@require_safe
@login_not_required
def lanjutan(request: HttpRequest, lama: int, baru: int) -> HttpResponse:
    """The proof that a later head only went on from an earlier one."""
    isi = buat_bukti_lanjut(*bacaan.dua_akar(lama, baru))
    return unduhan_json(isi, f"lanjutan-{lama}-{baru}.json")

"""The check page behind the code on a paper: open to everybody, names no employee.

The code is 256 random bits, so guessing finds nothing; a request costs two queries and stores
nothing, not even a session. An uploaded file is hashed piece by piece and forgotten.
"""

from __future__ import annotations

from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from mutasi.forms.keputusan import PeriksaForm
from mutasi.selectors.periksa import banding, halaman_periksa
from organisasi.services.disposisi import MAKS_UKURAN


@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
def periksa(request: HttpRequest, kode: str) -> HttpResponse:
    """What this paper is and whether it still holds; on POST also whether a file is the same."""
    petikan = request.GET.get("petikan", "")
    nomor = int(petikan) if petikan.isascii() and petikan.isdecimal() and len(petikan) < 4 else 0
    h = halaman_periksa(kode, petikan=nomor)
    if h is None:
        return render(request, "mutasi/periksa_tidak_ada.html", status=404)
    dikirim = request.method == "POST"
    form = PeriksaForm(request.POST if dikirim else None, request.FILES if dikirim else None)
    hasil = None
    if form.is_valid():
        hasil = banding(h, _sidik(form.cleaned_data["berkas"]))
    context = {"h": h, "form": form, "hasil": hasil}
    response = render(request, "mutasi/periksa.html", context, status=422 if form.errors else 200)
    response["Cache-Control"] = "no-store"
    return response


def _sidik(berkas: UploadedFile) -> str:
    """sha256 of a file of at most 10 MB; nothing for a larger one."""
    if berkas.size is None or berkas.size > MAKS_UKURAN:
        return ""
    hitung = sha256()
    for potong in berkas.chunks():
        hitung.update(potong)
    return hitung.hexdigest()

"""Doors for the people of a draft: who is named, naming, striking."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mutasi.forms.rancangan import UndangForm
from mutasi.policies import rancangan as policies
from mutasi.selectors.rancangan_daftar import anggota as anggota_
from mutasi.selectors.rancangan_daftar import calon_anggota
from mutasi.services import rancangan as acts
from mutasi.views.rancangan_lembar import ambil


def anggota(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is named; on POST one more."""
    rancangan, per = ambil(request, pk), timezone.localdate()
    form = UndangForm(request.POST or None, calon=calon_anggota(rancangan, per=per))
    if form.is_valid():
        isi = form.cleaned_data
        acts.undang(pk, isi["siapa"], oleh=request.user, ubah=bool(isi["ubah"]), per=per)
        messages.success(request, f"{isi['siapa']} disebut di rancangan ini.")
        return redirect("mutasi:rancangan-anggota", pk=pk)
    context = {
        "r": rancangan, "form": form, "anggota": anggota_(rancangan),
        "larangan": policies.kelola_anggota.reasons(rancangan, request.user),
    }  # fmt: skip
    return render(request, "mutasi/rancangan_anggota.html", context)


@require_POST
def cabut(request: HttpRequest, pk: UUID, anggota: int) -> HttpResponse:
    """Strike somebody."""
    satu = get_object_or_404(ambil(request, pk).anggota, pk=anggota)
    acts.cabut(pk, satu.pk, oleh=request.user)
    messages.success(request, "Orang itu tidak lagi disebut; rancangan ini hilang dari daftarnya.")
    return redirect("mutasi:rancangan-anggota", pk=pk)

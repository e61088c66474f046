"""Criteria in public: which count, one version in plain words, its text, its paper, what changed.

These doors need no login; a stranger sees published versions only and no name of a person.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisasi.services.cetak import JENIS_ISI
from penilaian.forms.kriteria import TanyaForm
from penilaian.models import SetKriteria
from penilaian.policies import kriteria as policies
from penilaian.selectors import kriteria as baca
from penilaian.services.kriteria_cetak import kriteria_pdf, kriteria_teks
from toolkit.pages import unduhan


def set_dari(request: HttpRequest, pk: int) -> SetKriteria:
    """A version this person may read."""
    satu: SetKriteria = get_object_or_404(baca.semua_set(request.user).dengan_nama(), pk=pk)
    return satu


@require_safe
@login_not_required
def daftar(request: HttpRequest) -> HttpResponse:
    """What counts today, what comes, what was, and drafts for those who are logged in."""
    per = timezone.localdate()
    context = {
        "d": baca.daftar_kriteria(request.user, per=per),
        "boleh_susun": policies.menyusun.allows(request.user, per=per),
    }
    return render(request, "penilaian/kriteria.html", context)


@require_safe
@login_not_required
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One version: every criterion in words, its questions and answers, its sessions."""
    return halaman(request, set_dari(request, pk), timezone.localdate(), TanyaForm())


def halaman(request: HttpRequest, satu: SetKriteria, per: date, form: Any) -> HttpResponse:
    """The page of a version, with the question somebody is typing."""
    r = baca.baca_kriteria(satu, per=per)
    menyusun = policies.menyusun.allows(request.user, per=per)
    context = {"r": r, "s": satu, "p": r.perangkat, "form": form, "menyusun": menyusun}
    context["boleh_langkah"] = policies.membuat.allows(request.user, per=per)
    if request.user.is_authenticated and not r.terbit:
        context["langkah"] = baca.langkah_draf(satu, request.user, per=per)
    status = 422 if form.errors else 200
    return render(request, "penilaian/kriteria_rincian.html", context, status=status)


@require_safe
@login_not_required
def teks(request: HttpRequest, pk: int) -> HttpResponse:
    """The canonical text of a published version, byte for byte what was hashed."""
    isi, nama = kriteria_teks(set_dari(request, pk))
    return unduhan(isi, "application/json", nama)


@require_safe
@login_not_required
def pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The page on paper."""
    kini = timezone.now()
    r = baca.baca_kriteria(set_dari(request, pk), per=timezone.localdate(kini))
    isi, nama = kriteria_pdf(r, pada=kini)
    return unduhan(isi, JENIS_ISI["pdf"], nama)


@require_safe
@login_not_required
def banding(request: HttpRequest, pk: int) -> HttpResponse:
    """What changed from another version of the same code, the one before unless said otherwise."""
    satu = set_dari(request, pk)
    lain = baca.versi_lain(satu, request.user)
    dengan = baca.versi_dipilih(lain, satu, request.GET.get("dengan", ""))
    beda = baca.beda_versi(dengan, satu) if dengan else ()
    context = {"s": satu, "lain": lain, "dengan": dengan, "beda": beda}
    return render(request, "penilaian/kriteria_banding.html", context)

"""Pages of schools: where teachers are missing, one school, drafts of its need."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from penilaian.forms.sekolah import HitungGuruForm, SaringanSekolah
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.policies.sekolah import hitung_guru
from penilaian.selectors import sekolah_layar as selectors
from penilaian.selectors.sekolah import sekolah_untuk
from penilaian.services import sekolah as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Schools with their shortage and excess of teachers, subject by subject."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = SaringanSekolah(request.GET, sekolah=sekolah_untuk(request.user, per=per))
    hasil = selectors.daftar_sekolah(request.user, form, per=per)
    context = {"per": per, "form": form, "d": hasil, "page": page_of(request, hasil.baris)}
    return render_page(request, "penilaian/sekolah.html", context, fragment="tabel")


def _sekolah(request: HttpRequest, pk: int) -> selectors.HalamanSekolah:
    """The school within reach, or 404."""
    lihat_kebutuhan.check(request.user)
    hasil = selectors.halaman_sekolah(request.user, pk, per=timezone.localdate())
    if hasil is None:
        raise Http404
    return hasil


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One school: classes, hours, teachers needed and there, and what each teacher carries."""
    hasil = _sekolah(request, pk)
    if hasil.bernama:
        akses.lihat_daftar(
            oleh=request.user, apa="jam mengajar dan sertifikat guru",
            alasan="membuka halaman sekolah", jumlah=hasil.bernama,
            saringan=f"sekolah {hasil.data.unit.nama}",
        )  # fmt: skip
    context = {"h": hasil, "u": hasil.data.unit, "alasan": _alasan(request, hasil)}
    return render_page(request, "penilaian/sekolah_rincian.html", context)


def _alasan(request: HttpRequest, hasil: selectors.HalamanSekolah) -> list[str]:
    """Why the need of this school cannot be computed by this person now."""
    berpos = bool(hasil.data.guru or selectors.pos_guru(hasil.data.unit.pk))
    return hitung_guru.reasons(
        hasil.data.unit, hasil.perhitungan, request.user, terhitung=hasil.keadaan.terhitung,
        berpos=berpos, per=timezone.localdate(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def hitung(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the posts, settle what the guide leaves open, make the drafts."""
    hasil = _sekolah(request, pk)
    form = _formulir(request, hasil)
    if request.method == "POST" and form.is_valid():
        draf = acts.hitung_guru(
            pk, pos=form.pos, putusan=form.putusan, per=timezone.localdate(), oleh=request.user
        )
        messages.success(request, f"{len(draf)} draf perhitungan guru disusun.")
        return redirect("penilaian:sekolah-rincian", pk=pk)
    context: dict[str, Any] = {"h": hasil, "u": hasil.data.unit, "form": form}
    status = 422 if form.is_bound else 200
    return render_page(request, "penilaian/sekolah_hitung.html", context, status=status)


def _formulir(request: HttpRequest, hasil: selectors.HalamanSekolah) -> HitungGuruForm:
    """The form of this school, for whoever may compute its need."""
    per, pos = timezone.localdate(), selectors.pos_guru(hasil.data.unit.pk)
    hitung_guru.check(
        hasil.data.unit, hasil.perhitungan, request.user, terhitung=hasil.keadaan.terhitung,
        berpos=bool(pos), per=per,
    )  # fmt: skip
    bawaan = selectors.pos_bawaan(hasil.data, pos)
    return HitungGuruForm(request.POST or None, baris=hasil.keadaan.baris, pos=pos, bawaan=bawaan)

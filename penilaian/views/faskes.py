"""Pages of health facilities: the list, one facility, its need given to its posts."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from penilaian.forms.faskes import BagiForm, SaringanFaskes
from penilaian.policies.faskes import susun_kebutuhan
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import faskes as selectors
from penilaian.selectors.faskes_izin import SARINGAN, orang_faskes, tampilkan
from penilaian.services.faskes import hitung_puskesmas, jabatan_untuk
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every puskesmas within reach, the least complete first."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = SaringanFaskes(request.GET)
    hasil = selectors.daftar_faskes(request.user, per=per, **form.isi)
    context = {"per": per, "form": form, "d": hasil, "page": page_of(request, hasil.baris)}
    return render_page(request, "penilaian/faskes.html", context, fragment="tabel")


def _rincian(request: HttpRequest, pk: int) -> selectors.RincianFaskes:
    hasil = selectors.rincian_faskes(request.user, pk, per=timezone.localdate())
    if hasil is None:
        raise Http404
    return hasil


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """Staff by kind against the need; names only for those who may see people."""
    lihat_kebutuhan.check(request.user)
    per, hasil = timezone.localdate(), _rincian(request, pk)
    context = {"per": per, "r": hasil, "u": hasil.unit, "izin": hasil.ada.semua_izin}
    if hasil.boleh_nama:
        context |= _orang(request, hasil)
    return render_page(request, "penilaian/faskes_rincian.html", context, fragment="orang")


def _orang(request: HttpRequest, r: selectors.RincianFaskes) -> dict[str, Any]:
    """The people of the page asked for; that they were seen is noted."""
    per = timezone.localdate()
    saring = {nama: request.GET.get(nama, "") for nama in ("tenaga", "izin")}
    page = page_of(request, orang_faskes(r.unit, per=per, **saring), total=r.ada.banyak(**saring))
    if page.paginator.count:
        akses.lihat_daftar(
            oleh=request.user, apa="STR dan SIP tenaga kesehatan", alasan="membuka faskes",
            jumlah=len(page), saringan=f"{r.unit.nama} {request.GET.urlencode()}".strip(),
        )  # fmt: skip
    orang = tampilkan(list(page), request.user, per=per)
    return {"page": page, "orang": orang, "saring": saring, "saringan": SARINGAN}


@require_http_methods(["GET", "POST"])
def hitung(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the need of every kind to posts of the unit; saved as drafts."""
    per, hasil = timezone.localdate(), _rincian(request, pk)
    jenis = hasil.faskes.jenis if hasil.faskes else None
    susun_kebutuhan.check(hasil.unit, jenis, request.user, per=per)
    kosong = [b.tenaga for b in hasil.baris if b.butuh and not b.pos]
    form = BagiForm(request.POST or None, rincian=hasil, jabatan=jabatan_untuk(kosong))
    if request.method == "POST" and form.is_valid():
        draf = hitung_puskesmas(pk, bagi=form.bagi, baru=form.baru, per=per, oleh=request.user)
        messages.success(request, f"{len(draf)} draf kebutuhan tersimpan, menunggu diperiksa.")
        return redirect("penilaian:faskes-rincian", pk=pk)
    context = {"r": hasil, "u": hasil.unit, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/faskes_hitung.html", context, status=status)

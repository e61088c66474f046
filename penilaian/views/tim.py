"""Pages of teams: the list, one team in a period, forming, changing and ending it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from penilaian.forms.tim import KEADAAN, BubarkanForm, TimForm
from penilaian.models import PeriodeKinerja, TimKerja
from penilaian.policies import tim as policies
from penilaian.selectors import tim as baca
from penilaian.selectors.periode import periode_pilihan
from penilaian.services import tim as acts
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def tim_dari(request: HttpRequest, pk: int, per: date) -> TimKerja:
    """A team this person sees, or 404."""
    tim = baca.satu_tim(request.user, pk, per=per)
    if tim is None:
        raise Http404
    return tim


def tim_kelolaan(request: HttpRequest, pk: int, per: date) -> TimKerja:
    """A team this person manages."""
    tim = tim_dari(request, pk, per)
    policies.kelola_tim.check(tim, request.user, per=per)
    return tim


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Teams one manages, whose results one sees, and those one is in; each with its result."""
    per = timezone.localdate()
    q, keadaan = request.GET.get("q", "").strip()[:100], request.GET.get("keadaan", "")
    periode = periode_pilihan(request.GET.get("periode", ""))
    page = page_of(request, baca.daftar_tim(request.user, q, keadaan, per=per))
    context = {
        "page": page, "baris": baca.baris_daftar(list(page), periode, per=per), "q": q,
        "keadaan": keadaan, "pilihan": KEADAAN, "periode": periode,
        "semua_periode": PeriodeKinerja.objects.all(),
        "boleh": policies.mengelola.allows(request.user, per=per),
    }  # fmt: skip
    return render_page(request, "penilaian/tim.html", context, fragment="tabel")


@GET_POST
def bentuk(request: HttpRequest) -> HttpResponse:
    """Choose the unit, then write down the paper."""
    per = timezone.localdate()
    policies.mengelola.check(request.user, per=per)
    if not (kunci := bilangan(request.GET.get("unit", ""))):
        return pilih_unit(request, "tim", per)
    unit = get_object_or_404(baca.unit_pilihan(request.user, "", per=per), pk=kunci)
    form = TimForm(request.POST or None)
    if form.is_valid():
        tim = acts.bentuk_tim(unit.pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Tim dibentuk. Tambahkan anggota dan targetnya di bawah.")
        return redirect("penilaian:tim-rincian", pk=tim.pk)
    status = 422 if form.errors else 200
    context = {"form": form, "unit": unit}
    return render_page(request, "penilaian/tim_bentuk.html", context, status=status)


UNTUK = {
    "tim": ("Bentuk tim kerja", "penilaian:tim", "Tim kerja", "Unit mana yang menaungi tim ini?"),
    "indikator": (
        "Indikator unit baru", "penilaian:indikator-unit", "Indikator unit",
        "Unit mana yang diukur?",
    ),
}  # fmt: skip


def pilih_unit(request: HttpRequest, untuk: str, per: date) -> HttpResponse:
    """The unit a team or an indicator belongs to."""
    q = request.GET.get("q", "").strip()[:100]
    judul, kembali, nama, tanya = UNTUK[untuk]
    context = {
        "page": page_of(request, baca.unit_pilihan(request.user, q, per=per)), "q": q,
        "judul": judul, "kembali": kembali, "nama": nama, "tanya": tanya,
    }  # fmt: skip
    return render_page(request, "penilaian/tim_unit.html", context, fragment="tabel")


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """Mandate, members, targets and result of one period, and what each member gets."""
    per = timezone.localdate()
    tim = tim_dari(request, pk, per)
    h = baca.halaman_tim(tim, request.GET.get("periode", ""), request.user, per=per)
    if jumlah := h.orang_lain(request.user):
        akses.lihat_daftar(
            oleh=request.user, apa="anggota dan hasil tim kerja", jumlah=jumlah,
            alasan="membuka halaman tim kerja", saringan=f"tim {tim.pk}",
        )  # fmt: skip
    return render_page(request, "penilaian/tim_rincian.html", _context(request, h, per))


def _context(request: HttpRequest, h: baca.HalamanTim, per: date) -> dict[str, Any]:
    """The page with what may be done on it and why not."""
    tim, siapa = h.tim, request.user
    target = h.periode and policies.catat_target.reasons(
        tim, h.periode, siapa, per=per, seanggota=h.seanggota(siapa)
    )
    return {
        "h": h, "tim": tim, "per": per,
        "kelola": policies.kelola_tim.allows(tim, siapa, per=per),
        "alasan_ubah": policies.ubah_tim.reasons(tim, siapa, per=per),
        "alasan_target": target,
        "berakhir": tim.selesai is not None and tim.selesai < per,
    }  # fmt: skip


@GET_POST
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct the paper of a team."""
    per = timezone.localdate()
    tim = tim_kelolaan(request, pk, per)
    form = TimForm(request.POST or None, tim=tim)
    if form.is_valid():
        acts.ubah_tim(pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Tim tersimpan.")
        return redirect("penilaian:tim-rincian", pk=pk)
    alasan = policies.ubah_tim.reasons(tim, request.user, per=per)
    context = {"form": form, "tim": tim, "alasan": alasan}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/tim_ubah.html", context, status=status)


@GET_POST
def bubarkan(request: HttpRequest, pk: int) -> HttpResponse:
    """What ending a team means, and its last day."""
    per = timezone.localdate()
    tim = tim_kelolaan(request, pk, per)
    form = BubarkanForm(request.POST or None, initial={"selesai": per})
    if form.is_valid():
        acts.bubarkan_tim(pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Tim dibubarkan. Hasilnya tetap dihitung.")
        return redirect("penilaian:tim-rincian", pk=pk)
    alasan = policies.bubarkan_tim.reasons(tim, per, request.user, per=per)
    context = {"form": form, "tim": tim, "alasan": alasan if tim.selesai else []}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/tim_bubarkan.html", context, status=status)

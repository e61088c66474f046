"""Pages of unit indicators: the list of a period, one through the periods, target and value."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from penilaian.forms.indikator_unit import CapaianForm, IndikatorForm, UbahIndikatorForm
from penilaian.models import IndikatorUnit, PeriodeKinerja, SumberIndikatorUnit
from penilaian.policies import indikator_unit as policies
from penilaian.selectors import indikator_unit as baca
from penilaian.selectors.periode import periode_pilihan
from penilaian.selectors.tim import unit_pilihan
from penilaian.services import indikator_unit as acts
from penilaian.views.tim import GET_POST, pilih_unit
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page

SARINGAN = ("q", "sumber", "keadaan")


def _satu(request: HttpRequest, pk: int, per: date) -> IndikatorUnit:
    """An indicator within reach, or 404."""
    policies.buka_indikator.check(request.user, per=per)
    satu: IndikatorUnit = get_object_or_404(baca.indikator_terlihat(request.user, per=per), pk=pk)
    return satu


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Indicators of the units within reach with target and value of a period."""
    per = timezone.localdate()
    policies.buka_indikator.check(request.user, per=per)
    periode = periode_pilihan(request.GET.get("periode", ""))
    saring = baca.Saring(*(request.GET.get(n, "").strip()[:100] for n in SARINGAN))
    page = page_of(request, baca.daftar_indikator(request.user, periode, saring, per=per))
    context = {
        "page": page, "baris": baca.baris_indikator(page.object_list, per=per), "s": saring,
        "periode": periode, "semua_periode": PeriodeKinerja.objects.all(),
        "sumber": SumberIndikatorUnit.choices,
        "belum": baca.belum_bernilai(request.user, periode, per=per) if periode else 0,
        "boleh": policies.mencatat.allows(request.user, per=per),
    }  # fmt: skip
    return render_page(request, "penilaian/indikator_unit.html", context, fragment="tabel")


@GET_POST
def baru(request: HttpRequest) -> HttpResponse:
    """Choose the unit, then say what it is measured by."""
    per = timezone.localdate()
    policies.mencatat.check(request.user, per=per)
    if not (kunci := bilangan(request.GET.get("unit", ""))):
        return pilih_unit(request, "indikator", per)
    unit = get_object_or_404(unit_pilihan(request.user, "", per=per), pk=kunci)
    form = IndikatorForm(request.POST or None, unit=unit, initial={"mulai": date(per.year, 1, 1)})
    if form.is_valid():
        satu = acts.buat_indikator(unit.pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Indikator tersimpan. Catat target dan nilainya per periode.")
        return redirect("penilaian:indikator-unit-rincian", pk=satu.pk)
    context = {"form": form, "unit": unit}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/indikator_unit_baru.html", context, status=status)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One indicator through the periods, drawn and as a table."""
    per = timezone.localdate()
    satu = _satu(request, pk, per)
    h = baca.halaman_indikator(satu, per=per)
    alasan = policies.catat_indikator.reasons(satu.unit, request.user, per=per)
    context = {"h": h, "i": satu, "per": per, "alasan": alasan}
    return render_page(request, "penilaian/indikator_unit_rincian.html", context)


@GET_POST
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct its name, or end it."""
    per = timezone.localdate()
    satu = _satu(request, pk, per)
    policies.catat_indikator.check(satu.unit, request.user, per=per)
    form = UbahIndikatorForm(request.POST or None, satu=satu)
    if form.is_valid():
        acts.ubah_indikator(pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Indikator tersimpan.")
        return redirect("penilaian:indikator-unit-rincian", pk=pk)
    context = {"form": form, "i": satu}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/indikator_unit_ubah.html", context, status=status)


@GET_POST
def capaian(request: HttpRequest, pk: int, periode: int) -> HttpResponse:
    """Target and value of one period."""
    per = timezone.localdate()
    satu = _satu(request, pk, per)
    masa = get_object_or_404(PeriodeKinerja, pk=periode)
    policies.catat_capaian.check(satu, masa, request.user, per=per)
    ada = satu.capaian.filter(periode=masa).first()
    form = CapaianForm(request.POST or None, request.FILES or None, indikator=satu, satu=ada)
    if form.is_valid():
        acts.catat_capaian(pk, masa, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, f"Capaian {masa.nama} tersimpan.")
        return redirect("penilaian:indikator-unit-rincian", pk=pk)
    context = {"form": form, "i": satu, "periode": masa}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/indikator_unit_capaian.html", context, status=status)

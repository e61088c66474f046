"""SPMT and SIASN ids of many people from one sheet, reported per person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from mutasi.alur import Aksi
from mutasi.forms.pelaksanaan_banyak import BarisForm, SiasnBanyakForm, SpmtBanyakForm
from mutasi.policies import pelaksanaan as policies
from mutasi.selectors.pelaksanaan_layar import menunggu_menurut_nip
from mutasi.views.massal import kerjakan
from mutasi.views.meja_putusan import lapor
from mutasi.views.usulan_bersama import catat_daftar


@dataclass(frozen=True)
class Lembar:
    """One kind of sheet: its words, its form, the act it waits for; ``tunggu`` also names the act
    on pairs (``massal_latar.PERBUATAN``)."""

    judul: str
    tunggu: str
    aksi: Aksi
    form: type[BarisForm]


SPMT = Lembar("SPMT", "spmt", Aksi.CATAT_SPMT, SpmtBanyakForm)
SIASN = Lembar("pemutakhiran SIASN", "siasn", Aksi.SINKRONKAN, SiasnBanyakForm)


@require_http_methods(["GET", "HEAD", "POST"])
def spmt_banyak(request: HttpRequest) -> HttpResponse:
    """Statements of the receiving offices."""
    return _halaman(request, SPMT)


@require_http_methods(["GET", "HEAD", "POST"])
def siasn_banyak(request: HttpRequest) -> HttpResponse:
    """Ids from SIASN."""
    return _halaman(request, SIASN)


def _halaman(request: HttpRequest, lembar: Lembar) -> HttpResponse:
    per = timezone.localdate()
    policies.mencatat_banyak.check(request.user, lembar.aksi, per=per)  # type: ignore[arg-type]
    menunggu = menunggu_menurut_nip(request.user, lembar.tunggu, per=per)
    form = lembar.form(request.POST or None, initial={"tanggal": per})
    if form.is_valid():
        return _catat(request, lembar, menunggu, form, per)
    catat_daftar(request, len(menunggu))
    context = {"x": lembar, "form": form, "banyak": len(menunggu)}
    status = 422 if form.errors else 200
    return render(request, "mutasi/pelaksanaan_banyak.html", context, status=status)


def _catat(
    request: HttpRequest, lembar: Lembar, menunggu: dict[str, list[UUID]], form: BarisForm,
    per: date,
) -> HttpResponse:  # fmt: skip
    """Who does not wait for it, or waits twice, is sent back by his line."""
    pasangan: dict[UUID, str] = {}
    for nip, nilai in form.cleaned_data["baris"]:
        ada = menunggu.get(nip, [])
        if len(ada) == 1:
            pasangan[ada[0]] = nilai
        else:
            sebab = "lebih dari satu usulan; catat di halamannya" if ada else "tidak menunggu"
            form.add_error("baris", f"NIP {nip}: {sebab}.")
    if form.errors:
        context: dict[str, Any] = {"x": lembar, "form": form, "banyak": len(menunggu)}
        return render(request, "mutasi/pelaksanaan_banyak.html", context, status=422)
    return _kerjakan(request, lembar, pasangan, form.isi())


def _kerjakan(
    request: HttpRequest, lembar: Lembar, pasangan: dict[UUID, str], isi: dict[str, Any]
) -> HttpResponse:
    judul, kembali = "Pelaksanaan", "mutasi:pelaksanaan"
    nilai = {str(pk): satu for pk, satu in pasangan.items()}
    return kerjakan(
        request, lembar.tunggu, sorted(pasangan), {**isi, "nilai": nilai},
        judul=f"Pencatatan {lembar.judul}", kembali=reverse(kembali),
        lapor=lambda hasil: lapor(request, hasil, judul=judul, kembali=kembali),
    )  # fmt: skip

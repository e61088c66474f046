"""After the decree: what waits for which act, one case, SPMT, handover, SIASN, the end."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.alur import StatusUsulan
from mutasi.forms import pelaksanaan as forms
from mutasi.models import UsulanMutasi
from mutasi.policies import pelaksanaan as policies
from mutasi.selectors import pelaksanaan_layar as baca
from mutasi.services import pelaksanaan as acts
from mutasi.services import serah_terima, siasn, spmt
from mutasi.services.jalan import berkerabat
from mutasi.views.usulan_bersama import ambil_usulan, catat_daftar, catat_lihat, pintu
from toolkit.pages import page_of, render_page

masuk = pintu(policies.buka)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Cases with a decree, by what they wait for."""
    per, form = masuk(request), forms.SaringanPelaksanaan(request.GET)
    hasil = baca.daftar(request.user, per=per, **form.isi())
    page = page_of(request, hasil.rows)
    baca.beri_rincian(page.object_list, per=per)
    catat_daftar(request, len(page.object_list), saringan=hasil.tunggu)
    context = {"d": hasil, "form": form, "page": page, "per": per}
    context["larangan"] = policies.menjalankan.reasons(request.user, per=per)  # type: ignore[arg-type]
    context["lembar"] = baca.lembar_terbuka(hasil, request.user, per=per)
    return render_page(request, "mutasi/pelaksanaan.html", context, fragment="tabel")


@require_POST
def jalankan(request: HttpRequest) -> HttpResponse:
    """Start the run of the day now; its page shows how far it is."""
    per = masuk(request)
    tautan = reverse("mutasi:pelaksanaan")
    proses = acts.antrekan(oleh=request.user, per=per, tautan=tautan)  # type: ignore[arg-type]
    return redirect("organisasi:proses-rincian", pk=proses.pk)


def _satu(request: HttpRequest, pk: UUID) -> UsulanMutasi:
    masuk(request)
    usulan = ambil_usulan(request, pk)
    if usulan.status not in (*baca.SESUDAH_SK, StatusUsulan.DICABUT):
        raise Http404
    return usulan


@require_safe
def rincian(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One case: its decree, its day, what is done and what is left."""
    return _halaman(request, _satu(request, pk))


def _halaman(request: HttpRequest, usulan: UsulanMutasi, **salah: Any) -> HttpResponse:
    per = timezone.localdate()
    catat_lihat(request, usulan)
    r = baca.rincian(usulan, per=per)
    context = {
        "r": r, "u": usulan, "per": per,
        "spmt": salah.get("spmt") or forms.SpmtForm(
            auto_id="spmt-%s", initial={"tanggal": per, "mulai": r.keadaan.hari}
        ),
        "siasn": salah.get("siasn") or forms.SiasnForm(auto_id="siasn-%s"),
        "boleh": baca.perbuatan(r, request.user, kerabat=berkerabat(usulan, request.user), per=per),  # type: ignore[arg-type]
    }  # fmt: skip
    status = 422 if salah else 200
    return render(request, "mutasi/pelaksanaan_rincian.html", context, status=status)


@require_POST
def catat_spmt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The receiving head says since when the person works there."""
    usulan, form = _satu(request, pk), forms.SpmtForm(request.POST, auto_id="spmt-%s")
    if not form.is_valid():
        return _halaman(request, usulan, spmt=form)
    spmt.catat_spmt(pk, oleh=request.user, per=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]
    messages.success(request, "SPMT tercatat.")
    return redirect("mutasi:pelaksanaan-rincian", pk=pk)


@require_POST
def sinkron(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The operator has entered it in SIASN."""
    usulan, form = _satu(request, pk), forms.SiasnForm(request.POST, auto_id="siasn-%s")
    if not form.is_valid():
        return _halaman(request, usulan, siasn=form)
    siasn.sinkronkan(pk, oleh=request.user, per=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]
    messages.success(request, "Pemutakhiran SIASN tercatat.")
    return redirect("mutasi:pelaksanaan-rincian", pk=pk)


@require_POST
def selesai(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a case whose evaluations are done."""
    _satu(request, pk)
    siasn.selesaikan(pk, oleh=request.user, per=timezone.localdate())  # type: ignore[arg-type]
    messages.success(request, "Usulan selesai.")
    return redirect("mutasi:pelaksanaan-rincian", pk=pk)


@require_POST
def serah(request: HttpRequest, pk: int) -> HttpResponse:
    """Tick off one item of the handover."""
    per = masuk(request)
    butir = get_object_or_404(baca.butir_terlihat(request.user, per=per), pk=pk)
    form = forms.SerahTerimaForm(request.POST)
    catatan = form.cleaned_data["catatan"] if form.is_valid() else ""
    serah_terima.tandai_serah_terima(pk, oleh=request.user, per=per, catatan=catatan)  # type: ignore[arg-type]
    messages.success(request, f"{butir}: selesai.")
    return redirect("mutasi:pelaksanaan-rincian", pk=butir.usulan_id)

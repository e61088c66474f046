"""Excerpts: all of a decree by OPD, one of them, one's own; received."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from jejak import akses
from mutasi.forms.keputusan import TerimaForm
from mutasi.models import BarisKeputusan
from mutasi.policies import keputusan as policies
from mutasi.selectors import keputusan as baca
from mutasi.services import keputusan_petikan as acts
from mutasi.views.keputusan import ambil, masuk, pangkal
from mutasi.views.usulan_bersama import catat_daftar, catat_lihat
from organisasi.models import Proses, StatusProses
from organisasi.services.cetak import JENIS_ISI, ambil_cetakan
from toolkit.pages import page_of, render_page, unduhan

PDF = "application/pdf"


def _nama(baris: BarisKeputusan) -> str:
    return f"petikan-{baris.keputusan.kode[:8]}-{baris.urutan}.pdf"


@require_POST
def antre(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Have all of them made; the page of the work shows how far."""
    per = masuk(request)
    k = ambil(request, pk, per)
    tautan = reverse("mutasi:keputusan-rincian", args=[pk])
    proses = acts.antrekan_petikan(
        k.pk, oleh=request.user, per=per, pangkal=pangkal(request), tautan=tautan
    )
    return redirect("organisasi:proses-rincian", pk=proses.pk)


@require_safe
def ambil_paket(request: HttpRequest, pk: int) -> HttpResponse:
    """The packed file the worker made for this person."""
    per = masuk(request)
    rows = Proses.objects.for_user(request.user, semua=False).berjenis(acts.CETAK)
    satu = get_object_or_404(rows, pk=pk, status=StatusProses.SELESAI)
    hasil = satu.hasil or {}
    k = ambil(request, UUID(hasil["keputusan"]), per)
    policies.unduh_penuh.check(k, request.user, per=per)
    catat_daftar(request, hasil["orang"], saringan=f"mengunduh petikan {k}")
    berkas = ambil_cetakan(hasil["berkas"])
    return unduhan(berkas.read_bytes(), JENIS_ISI[hasil["bentuk"]], hasil["nama"])


@require_safe
def satu(request: HttpRequest, pk: UUID, nomor: int) -> HttpResponse:
    """One row's excerpt, for those who hand it over."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.cetak_petikan.check(k, request.user, per=per)
    baris = get_object_or_404(baca.baris_tampak(k, request.user, per=per), urutan=nomor)
    catat_lihat(request, baris.usulan)
    baris.keputusan = k
    return unduhan(acts.petikan_satu(baris, pangkal=pangkal(request)), PDF, _nama(baris))


@require_POST
def diterima(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down from a signed list when these were received."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.cetak_petikan.check(k, request.user, per=per)
    form = TerimaForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Isi tanggal petikan diterima.")
        return redirect("mutasi:keputusan-rincian", pk=pk)
    ids = [int(satu) for satu in request.POST.getlist("baris") if satu.isdecimal()]
    banyak = acts.catat_petikan_diterima(k.pk, ids, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"{banyak} petikan tercatat diterima.")
    return redirect("mutasi:keputusan-rincian", pk=pk)


@require_safe
def milik_saya(request: HttpRequest) -> HttpResponse:
    """The decrees that speak of oneself."""
    page = page_of(request, baca.petikan_pengguna(request.user))
    return render_page(request, "mutasi/petikan_saya.html", {"page": page}, fragment="tabel")


@require_safe
def unduh_saya(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own excerpt."""
    baris = get_object_or_404(baca.petikan_pengguna(request.user), pk=pk)
    policies.petikan_sendiri.check(baris, request.user)
    akses.lihat(
        baris.usulan.pegawai_id, oleh=request.user, apa="petikan SK", alasan="mengunduh petikan"
    )
    return unduhan(acts.petikan_satu(baris, pangkal=pangkal(request)), PDF, _nama(baris))

"""The minutes: frozen, taken back, signed, refused, closed, carried on, handed out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.forms.sidang import AlasanForm, KertasForm, TandaTanganForm, TutupForm
from mutasi.models import KehadiranSidang, SidangTPK
from mutasi.policies import sidang as policies
from mutasi.selectors import sidang as baca
from mutasi.services import sidang_berita_acara as acts
from mutasi.services import sidang_tutup as acts_tutup
from mutasi.views.sidang import FORMULIR
from mutasi.views.sidang_agenda import kabarkan
from mutasi.views.sidang_bersama import ambil, catat_lihat
from toolkit.pages import page_of, render_page, unduhan
from toolkit.policy import Refusal
from toolkit.templatetags.tampilan import waktu


@require_POST
def susun(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Freeze them."""
    per = timezone.localdate()
    policies.susun.check(ambil(request, pk, per), request.user, per=per)
    acts.susun_berita_acara(pk, oleh=request.user, per=per)
    messages.success(request, "Berita acara disusun; yang hadir diminta menandatangani.")
    return redirect("mutasi:sidang-rincian", pk=pk)


@require_POST
def perbaiki(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take them back."""
    per = timezone.localdate()
    policies.perbaiki.check(ambil(request, pk, per), request.user, per=per)
    form = AlasanForm(request.POST)
    if not form.is_valid():
        raise Refusal("Tulis apa yang diperbaiki, paling sedikit 10 huruf.", kode="tanpa_alasan")
    acts.perbaiki(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Sidang dibuka kembali; tanda tangan yang sudah ada gugur.")
    return redirect("mutasi:sidang-rincian", pk=pk)


@FORMULIR
def tanda_tangan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read what was frozen, then sign it or say why not."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.tandatangani.check(sidang, request.user, per=per)
    form = TandaTanganForm(request.POST or None, initial={"sidik": sidang.sidik})
    if not form.is_valid():
        return _baca(request, sidang, form)
    data = form.cleaned_data
    if data["jawaban"] == "tanda":
        acts.tandatangani(pk, sidik=data["sidik"], oleh=request.user, per=per)
    else:
        acts.tolak(pk, alasan=data["alasan"], oleh=request.user, per=per)
    messages.success(request, "Jawaban Anda atas berita acara tercatat.")
    return redirect("mutasi:sidang-rincian", pk=pk)


def _baca(request: HttpRequest, sidang: SidangTPK, form: TandaTanganForm) -> HttpResponse:
    kursi = baca.kursi_sidang(sidang)
    page = page_of(request, baca.butir_saring(sidang, "", ""))
    siapa: Any = request.user
    page.object_list = baca.tampilkan(page.object_list, sidang, kursi, siapa)
    catat_lihat(request, sidang, len(page.object_list))
    context = {
        "s": sidang, "page": page, "form": form, "kursi": kursi, "jumlah": baca.ringkas(sidang),
        "kuorum": baca.kuorum_kini(sidang, kursi),
        "larangan_unduh": policies.unduh.reasons(sidang, siapa, per=timezone.localdate()),
    }  # fmt: skip
    status = 422 if form.errors else 200
    return render_page(request, "mutasi/sidang_tanda.html", context, fragment="tabel",
                       status=status)  # fmt: skip


@require_POST
def kertas(request: HttpRequest, pk: UUID, kursi: int) -> HttpResponse:
    """Somebody else's answer from paper."""
    per = timezone.localdate()
    baris = get_object_or_404(
        KehadiranSidang.objects.select_related("sidang", "anggota"),
        pk=kursi, sidang=ambil(request, pk, per),
    )  # fmt: skip
    policies.wakili.check(baris, request.user, per=per)
    form = KertasForm(request.POST)
    if not form.is_valid():
        raise Refusal("Isi nomor lembarnya, atau alasan menolak.", kode="nomor")
    _catat_kertas(request, baris, form.cleaned_data, per)
    messages.success(request, f"Jawaban {baris.anggota} tercatat dari kertas.")
    return redirect("mutasi:sidang-rincian", pk=pk)


def _catat_kertas(request: HttpRequest, baris: Any, data: dict[str, str], per: date) -> None:
    siapa: Any = request.user
    if data["jawaban"] == "kertas":
        acts.catat_kertas(baris.pk, sidik=data["sidik"], nomor=data["isi"], oleh=siapa, per=per)
    else:
        acts.tolak_kertas(baris.pk, alasan=data["isi"], oleh=siapa, per=per)


@FORMULIR
def tutup(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close it for good."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.tutup.check(sidang, request.user, per=per)
    form = TutupForm(request.POST or None)
    if not form.is_valid():
        context = {"s": sidang, "form": form, "jumlah": baca.ringkas(sidang)}
        status = 422 if form.errors else 200
        return render(request, "mutasi/sidang_tutup.html", context, status=status)
    hasil = acts_tutup.tutup_sidang(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"Sidang ditutup dengan berita acara {hasil.sidang.nomor}.")
    kabarkan(request, hasil.hasil, "diteruskan")
    return redirect("mutasi:sidang-rincian", pk=pk)


@require_POST
def teruskan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Carry on what the one who closed could not."""
    per = timezone.localdate()
    policies.teruskan.check(ambil(request, pk, per), request.user, per=per)
    hasil = acts_tutup.teruskan(pk, oleh=request.user, per=per)
    kabarkan(request, hasil.hasil, "diteruskan")
    return redirect("mutasi:sidang-rincian", pk=pk)


@require_safe
def pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The minutes as a paper, DRAF until the session is closed."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.unduh.check(sidang, request.user, per=per)
    catat_lihat(request, sidang, sidang.agenda.count(), ekspor=True)
    cap = f"Dicetak oleh {request.user} {waktu(timezone.now())}"
    berkas = acts_tutup.pdf_sidang(sidang, cap=cap)
    nama = f"berita-acara-tpk-{sidang.tanggal}.pdf"
    return unduhan(berkas.isi, "application/pdf", nama)

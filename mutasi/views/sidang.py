"""Sessions of the TPK: the list, a new one, one of them, another day, cancelled."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms.sidang import AlasanForm, JadwalForm, JadwalUlangForm, PutusanForm
from mutasi.models import SidangTPK
from mutasi.policies import sidang as policies
from mutasi.selectors import sidang as baca
from mutasi.selectors.sidang_boleh import boleh
from mutasi.services import sidang as acts
from mutasi.views.sidang_bersama import ambil, catat_lihat
from toolkit.pages import page_of, render_page

FORMULIR = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Sessions in sight, and how many cases wait for one."""
    per = timezone.localdate()
    policies.buka_ruang.check(request.user, per=per)
    status = request.GET.get("status", "")
    context = {
        "page": page_of(request, baca.daftar(request.user, status, per=per)),
        "status": status, "keadaan": baca.KEADAAN,
        "menunggu": baca.menunggu_sidang(request.user, per=per).count(),
        "boleh_jadwalkan": policies.jadwalkan.allows(request.user, per=per),
    }  # fmt: skip
    return render_page(request, "mutasi/sidang.html", context, fragment="tabel")


@FORMULIR
def baru(request: HttpRequest) -> HttpResponse:
    """Call one."""
    per = timezone.localdate()
    policies.jadwalkan.check(request.user, per=per)
    tim = baca.tim_bertugas(per=per)
    form = JadwalForm(request.POST or None, tim=tim, initial={"tim": tim.first()})
    if not form.is_valid():
        status = 422 if form.errors else 200
        context = {"form": form, "ada_tim": tim.exists()}
        return render(request, "mutasi/sidang_baru.html", context, status=status)
    isi = {k: v for k, v in form.cleaned_data.items() if k != "tim"}
    sidang = acts.jadwalkan(tim_id=form.cleaned_data["tim"].pk, oleh=request.user, per=per, **isi)
    messages.success(request, "Sidang dijadwalkan; anggotanya diberi tahu. Sekarang isi agendanya.")
    return redirect("mutasi:sidang-agenda", pk=sidang.pk)


@require_safe
def rincian(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One session: quorum, agenda, what is left to do."""
    return halaman(request, ambil(request, pk))


def halaman(
    request: HttpRequest, sidang: SidangTPK, *, form: Any = None, batal: Any = None
) -> HttpResponse:
    """The session page, with what was wrong in a form sent from it."""
    per, siapa = timezone.localdate(), request.user
    saring, q = request.GET.get("putusan", ""), request.GET.get("q", "").strip()
    page = page_of(request, baca.butir_saring(sidang, saring, q, siapa))  # type: ignore[arg-type]
    kursi = baca.kursi_sidang(sidang)
    page.object_list = baca.tampilkan(page.object_list, sidang, kursi, siapa)  # type: ignore[arg-type]
    catat_lihat(request, sidang, len(page.object_list))
    context = {
        **baca.kepala(sidang, kursi, siapa), **boleh(sidang, siapa, per=per),  # type: ignore[arg-type]
        "page": page, "saring": saring, "q": q,
        "form": form or PutusanForm(initial={"rekomendasi": "direkomendasikan"}),
        "batal": batal or AlasanForm(label="Alasan membatalkan", auto_id="batal-%s"),
    }  # fmt: skip
    status = 422 if form is not None or batal is not None else 200
    return render_page(request, "mutasi/sidang_rincian.html", context, fragment="tabel",
                       status=status)  # fmt: skip


@FORMULIR
def jadwal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another day or place."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.jadwal_ulang.check(sidang, request.user, per=per)
    awal = {k: getattr(sidang, k) for k in ("tanggal", "tempat", "cara")}
    form = JadwalUlangForm(request.POST or None, initial=awal)
    if not form.is_valid():
        context = {"form": form, "s": sidang, "judul": "Jadwalkan ulang"}
        status = 422 if form.errors else 200
        return render(request, "mutasi/sidang_formulir.html", context, status=status)
    acts.jadwal_ulang(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Sidang dijadwalkan ulang; anggotanya diberi tahu.")
    return redirect("mutasi:sidang-rincian", pk=pk)


@require_POST
def batal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """No session after all."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.siapkan.check(sidang, request.user, per=per)
    form = AlasanForm(request.POST, label="Alasan membatalkan", auto_id="batal-%s")
    if not form.is_valid():
        return halaman(request, sidang, batal=form)
    acts.batalkan(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Sidang dibatalkan; usulannya tetap menunggu sidang lain.")
    return redirect("mutasi:sidang-rincian", pk=pk)

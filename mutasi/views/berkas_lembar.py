"""Meja rombongan: the sheet of one file, its lines, its consequences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jejak import akses
from mutasi.forms.berkas import UsulanForm
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.models import BerkasMutasi, UsulanMutasi
from mutasi.policies import berkas as policies
from mutasi.policies import usulan as policies_usulan
from mutasi.selectors import berkas_lembar as baca
from mutasi.selectors import rancangan_cari as cari_
from mutasi.selectors.berkas import berkas_terlihat, boleh_nama
from mutasi.selectors.lembar import terhitung
from mutasi.selectors.usulan_baris import rincian_baris
from mutasi.services import usulan as acts
from mutasi.views.berkas_massal import PILIHAN_MASSAL
from mutasi.views.rancangan_lembar import dari_lembar, salah
from mutasi.views.usulan_bersama import ambil_berkas, masuk
from toolkit.pages import render_page

PER_HALAMAN = 100


@require_safe
def lembar(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    context = _isi(request, berkas, per)
    _catat(request, berkas, len(context["page"]))
    return render_page(request, "mutasi/berkas_lembar.html", context, fragment="baris")


def _isi(request: HttpRequest, berkas: BerkasMutasi, per: date) -> dict[str, Any]:
    """The sheet, judged, and one page of its lines."""
    lembar = baca.lembar(berkas, request.user, per=per)  # type: ignore[arg-type]
    minta = {k: request.GET.get(k) or request.POST.get(k) or "" for k in ("status", "keadaan")}
    tampak = lembar.pilih(**minta)
    larangan = policies.ubah_berkas.reasons(berkas, request.user, per=per, terlihat=True)  # type: ignore[arg-type]
    return {
        "b": berkas, "s": lembar, "tampak": tampak, "per": per, "larangan": larangan,
        "kueri": "".join(f"&{k}={v}" for k, v in minta.items() if v),
        "page": Paginator(tampak, PER_HALAMAN).get_page(request.GET.get("hal")),
        "boleh_nama": boleh_nama(request.user, per=per),  # type: ignore[arg-type]
        "massal": PILIHAN_MASSAL,
    }  # fmt: skip


def _catat(request: HttpRequest, berkas: BerkasMutasi, jumlah: int) -> None:
    sampai = rahasia_sampai(berkas.tmt, per=timezone.localdate())
    akses.lihat_daftar(
        oleh=request.user, jumlah=jumlah, apa="usulan mutasi", alasan="lembar berkas mutasi",  # type: ignore[arg-type]
        rahasia_sampai=sampai,
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def tambah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a case as a draft."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    policies.ubah_berkas.check(berkas, request.user, per=per)  # type: ignore[arg-type]
    form = UsulanForm.baris_baru(request.POST, berkas, pengguna=request.user, per=per)  # type: ignore[arg-type]
    if form.is_valid() and form.cleaned_data["pegawai"]:
        usulan = acts.tulis_usulan(pk, oleh=request.user, per=per, **form.isi_baru())  # type: ignore[arg-type]
        return _jawab(request, berkas, usulan, per, baru=True)
    if dari_lembar(request):
        return salah(request, form)
    context = {"form": form, "b": berkas, "judul": "Tambah usulan"}
    return render(
        request, "mutasi/berkas_formulir.html", context, status=422 if form.errors else 200
    )


@require_safe
def baris(request: HttpRequest, pk: UUID, usulan: UUID) -> HttpResponse:
    """One line: what the rules say, reasons, and its form."""
    per, berkas, satu = _ambil_baris(request, pk, usulan)
    form = UsulanForm.usulan(None, satu, pengguna=request.user, per=per)  # type: ignore[arg-type]
    return _rincian(request, berkas, satu, form, per)


@require_POST
def ubah(request: HttpRequest, pk: UUID, usulan: UUID) -> HttpResponse:
    """Write some of its columns; what is not sent stays."""
    per, berkas, satu = _ambil_baris(request, pk, usulan)
    policies_usulan.ubah_draf.check(satu, request.user, per=per)  # type: ignore[arg-type]
    form = UsulanForm.usulan(request.POST, satu, pengguna=request.user, per=per)  # type: ignore[arg-type]
    lama = [terhitung(satu.ke), satu.ke_id]
    if form.is_valid():
        isi = form.isi()
        kini = acts.ubah_draf(satu.pk, oleh=request.user, per=per, **isi) if isi else satu  # type: ignore[arg-type]
        return _jawab(request, berkas, kini, per, lama=lama)
    if dari_lembar(request):
        return salah(request, form)
    return _rincian(request, berkas, satu, form, per, status=422)


def _ambil_baris(
    request: HttpRequest, pk: UUID, usulan: UUID
) -> tuple[date, BerkasMutasi, UsulanMutasi]:
    per = masuk(request)
    berkas = berkas_terlihat(request.user, per=per).filter(pk=pk)  # type: ignore[arg-type]
    rows = UsulanMutasi.objects.for_user(request.user, per=per).with_names()
    rows = rows.exclude(pegawai__pengguna=request.user)
    satu = get_object_or_404(rows, pk=usulan, berkas__in=berkas.order_by().values("pk"))
    return per, satu.berkas, satu


def _rincian(
    request: HttpRequest, berkas: BerkasMutasi, satu: UsulanMutasi, form: UsulanForm, per: date,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    minta: dict[str, Any] = {"per": per, "tampak": True}
    context = {
        "b": berkas, "u": satu, "form": form,
        "x": rincian_baris(satu, request.user, per=per),  # type: ignore[arg-type]
        "larangan": policies_usulan.ubah_draf.reasons(satu, request.user, **minta),  # type: ignore[arg-type]
        "larangan_alasan": policies_usulan.tulis_alasan.reasons(satu, request.user, **minta),  # type: ignore[arg-type]
    }  # fmt: skip
    _catat(request, berkas, 1)
    return render_page(
        request, "mutasi/berkas_baris.html", context, fragment="rincian", status=status
    )


def _jawab(
    request: HttpRequest, berkas: BerkasMutasi, usulan: UsulanMutasi, per: date, *,
    baru: bool = False, lama: Iterable[int | None] = (),
) -> HttpResponse:  # fmt: skip
    """After an act: the lines it touches for the sheet that asked, or back to the sheet."""
    if not dari_lembar(request):
        return redirect(f"{reverse('mutasi:berkas-lembar', args=[berkas.pk])}#b{usulan.pk}")
    context = _isi(request, berkas, per)
    kena = baca.terkait(context["s"], usulan, lama)
    context |= {
        "ubah": [b for b in context["tampak"] if b.pk in kena],
        "baru": usulan.pk if baru else None,
    }
    return render(request, "mutasi/berkas_perubahan.html", context)


@require_safe
def cari(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Options of a cell: people, or posts with need and holders."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    policies.ubah_berkas.check(berkas, request.user, per=per)  # type: ignore[arg-type]
    q = request.GET.get("q", "")
    if request.GET.get("macam") == "ke":
        context = {"jabatan": cari_.cari_jabatan(request.user, q, per=per), "q": q}  # type: ignore[arg-type]
    else:
        context = {"orang": cari_.cari_orang(request.user, q, per=per), "q": q}  # type: ignore[arg-type]
    return render(request, "mutasi/rancangan_pilihan.html", context)


@require_safe
def akibat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the whole would do: chains, seats that fall vacant, who is left without a post."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    halaman = baca.lembar(berkas, request.user, per=per)  # type: ignore[arg-type]
    _catat(request, berkas, len(halaman.baris))
    return render(request, "mutasi/berkas_akibat.html", {"b": berkas, "s": halaman})

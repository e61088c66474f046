"""Doors of the lines of a draft; each is a form of its own and a cell of the sheet as well."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from mutasi.forms.rancangan import AlasanForm, BarisForm, JudulForm
from mutasi.models import BarisRancangan, Rancangan
from mutasi.policies.rancangan import buat_rancangan, buka_ruang, ubah_rancangan
from mutasi.selectors.rancangan_baris import rincian_baris
from mutasi.selectors.rancangan_cari import jabatan_terjangkau, orang_terjangkau
from mutasi.selectors.rancangan_daftar import draf_tujuan
from mutasi.services import rancangan_baris as acts
from mutasi.views.rancangan_lembar import (
    ambil,
    ambil_baris,
    catat_lihat,
    dari_lembar,
    jawab,
    salah,
)
from toolkit.pages import render_page


def tambah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a line."""
    rancangan = ambil(request, pk)
    ubah_rancangan.check(rancangan, request.user)
    form = BarisForm(request.POST or None, pengguna=request.user, per=timezone.localdate())
    if form.is_valid():
        baris = acts.tambah_baris(pk, oleh=request.user, isi=form.isi())
        return jawab(request, rancangan, baris=baris)
    if dari_lembar(request) and form.errors:
        return salah(request, form)
    context = {"form": form, "r": rancangan, "judul": "Tambah baris"}
    return render(request, "mutasi/rancangan_formulir.html", context)


def baris(request: HttpRequest, pk: UUID, baris: int) -> HttpResponse:
    """One line: what the rules say, reasons, and its form; POST writes some of its columns."""
    rancangan = ambil(request, pk)
    satu = ambil_baris(rancangan, baris)
    form = BarisForm.untuk(request.POST, satu, pengguna=request.user, per=timezone.localdate())
    if request.method == "POST":
        return _simpan(request, rancangan, satu, form)
    return _rincian(request, rancangan, satu, form)


def _simpan(
    request: HttpRequest, rancangan: Rancangan, satu: BarisRancangan, form: BarisForm
) -> HttpResponse:
    """Written, or shown again: a line that changed meanwhile keeps what was typed beside it."""
    if form.is_valid():
        isi, versi = form.isi(), form.cleaned_data["versi"] or 0
        if dari_lembar(request) or form.tanpa(acts.bentrok(satu, versi=versi, isi=isi)):
            hasil = acts.ubah_baris(rancangan.pk, satu.pk, oleh=request.user, versi=versi, isi=isi)
            return jawab(request, rancangan, baris=hasil)
    if dari_lembar(request):
        return salah(request, form)
    return _rincian(request, rancangan, satu, form, status=409)


def _rincian(
    request: HttpRequest,
    rancangan: Rancangan,
    satu: BarisRancangan,
    form: BarisForm,
    status: int = 200,
) -> HttpResponse:
    per = timezone.localdate()
    context = {
        "r": rancangan, "form": form, "b": rincian_baris(rancangan, satu, request.user, per=per),
        "larangan": ubah_rancangan.reasons(rancangan, request.user),
    }  # fmt: skip
    catat_lihat(request, rancangan, 1)
    return render_page(
        request, "mutasi/rancangan_baris.html", context, fragment="rincian", status=status
    )


@require_POST
def hapus(request: HttpRequest, pk: UUID, baris: int) -> HttpResponse:
    """Strike a line."""
    rancangan = ambil(request, pk)
    satu = acts.hapus_baris(pk, ambil_baris(rancangan, baris).pk, oleh=request.user)
    return jawab(request, rancangan, baris=satu)


@require_POST
def pulihkan(request: HttpRequest, pk: UUID, baris: int) -> HttpResponse:
    """Bring it back."""
    rancangan = ambil(request, pk)
    satu = acts.pulihkan_baris(pk, ambil_baris(rancangan, baris).pk, oleh=request.user)
    return jawab(request, rancangan, baris=satu)


@require_POST
def urut(request: HttpRequest, pk: UUID, baris: int) -> HttpResponse:
    """One place up or down."""
    rancangan = ambil(request, pk)
    naik = request.POST.get("arah") == "naik"
    satu = acts.pindah_urutan(pk, ambil_baris(rancangan, baris).pk, oleh=request.user, naik=naik)
    return jawab(request, rancangan, baris=satu)


@require_POST
def alasan(request: HttpRequest, pk: UUID, baris: int) -> HttpResponse:
    """Say why a warning is accepted."""
    rancangan, form = ambil(request, pk), AlasanForm(request.POST)
    satu = ambil_baris(rancangan, baris)
    if not form.is_valid():
        if dari_lembar(request):
            return salah(request, form)
        messages.error(request, "Tulis alasannya.")
        return redirect("mutasi:rancangan-baris", pk=pk, baris=baris)
    per = timezone.localdate()
    acts.tulis_alasan(pk, satu.pk, oleh=request.user, per=per, **form.cleaned_data)
    return jawab(request, rancangan, baris=satu)


@require_POST
def masukkan(request: HttpRequest) -> HttpResponse:
    """Put a candidate found elsewhere into one of my drafts; first ask which."""
    buka_ruang.check(request.user)
    per, isi = timezone.localdate(), request.POST
    calon = _calon(request, per)
    tujuan = draf_tujuan(request.user, per=per)
    form = JudulForm.baru(isi if "nama" in isi else None, per=per, tmt=isi.get("tmt", ""))
    if "rancangan" in isi:
        rancangan = get_object_or_404(tujuan, pk=nomor_rancangan(isi["rancangan"]))
        acts.masukkan_calon(rancangan.pk, oleh=request.user, **calon)
    elif form.is_valid():
        rancangan = acts.mulai_dengan_calon(oleh=request.user, **calon, **form.cleaned_data)
    else:
        return _tanya_rancangan(request, calon, tujuan, form)
    messages.success(request, f"{calon['pegawai']} dimasukkan ke rancangan.")
    return redirect("mutasi:rancangan-lembar", pk=rancangan.pk)


def _calon(request: HttpRequest, per: date) -> dict[str, Any]:
    isi = request.POST
    pegawai, formasi = bilangan(isi.get("pegawai", "")), bilangan(isi.get("formasi", ""))
    return {
        "pegawai": get_object_or_404(orang_terjangkau(request.user, per=per), pk=pegawai),
        "formasi": get_object_or_404(jabatan_terjangkau(request.user, per=per), pk=formasi),
    }


def _tanya_rancangan(
    request: HttpRequest, calon: dict[str, Any], tujuan: Any, form: JudulForm
) -> HttpResponse:
    """Which of my drafts, or a new one."""
    larangan = buat_rancangan.reasons(request.user)
    context = {**calon, "tujuan": tujuan, "form": form, "larangan": larangan}
    return render(request, "mutasi/rancangan_masukkan.html", context)


def bilangan(teks: str) -> int:
    """A number as typed; 0 for anything else."""
    return int(teks) if teks.isascii() and teks.isdecimal() and len(teks) < 10 else 0


def nomor_rancangan(teks: str) -> str | None:
    """The number of a draft as typed; None for anything else."""
    return teks if len(teks) == 36 and set(teks) <= set("0123456789abcdef-") else None

"""Acts on many cases of a file at once: first what will follow, then the report per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mutasi.forms.berkas import KenaForm
from mutasi.forms.usulan import AlasanBanyakForm, PecahForm
from mutasi.models import BerkasMutasi
from mutasi.selectors.alasan_berkas import alasan_diminta
from mutasi.selectors.berkas_lembar import baris_berkas
from mutasi.services import berkas as acts
from mutasi.services import berkas_massal as acts_massal
from mutasi.services.usulan_massal import larangan_baris
from mutasi.views.massal import kerjakan
from mutasi.views.usulan_bersama import ambil_berkas, masuk
from mutasi.views.usulan_perbuatan import MENURUT_KUNCI, SEMUA, Perbuatan

PECAH, ALASAN = "pecah", "alasan"
PILIHAN_MASSAL = [
    *((p.kunci, p.judul) for p in SEMUA), (ALASAN, "Tulis alasan peringatan"),
    (PECAH, "Pecah ke berkas baru"),
]  # fmt: skip


@dataclass(frozen=True)
class Kata:
    """What the pages say of an act that moves no case."""

    judul: str
    akibat: str


KATA_ALASAN = Kata(
    "Tulis alasan peringatan",
    "Alasan yang sama dicatat pada setiap usulan yang memintanya dan belum beralasan; TPK "
    "membacanya di lembar tiap usulan.",
)


@require_POST
def massal(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which act on which lines; asked back once, then done."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    rows = list(baris_berkas(berkas, request.user, per=per))  # type: ignore[arg-type]
    pilih = KenaForm(request.POST, ids=[str(u.pk) for u in rows], aksi=PILIHAN_MASSAL)
    if not pilih.is_valid():
        context = {"b": berkas, "pilih": pilih}
        return render(request, "mutasi/berkas_massal.html", context, status=422)
    kena = set(pilih.cleaned_data["usulan"])
    terpilih = [u for u in rows if str(u.pk) in kena]
    if pilih.cleaned_data["aksi"] == PECAH:
        return _pecah(request, berkas, terpilih, per)
    if pilih.cleaned_data["aksi"] == ALASAN:
        return _alasan(request, berkas, terpilih, per)
    return _tindak(request, berkas, terpilih, MENURUT_KUNCI[pilih.cleaned_data["aksi"]], per)


def _tindak(
    request: HttpRequest, berkas: BerkasMutasi, rows: list[Any], p: Perbuatan, per: date
) -> HttpResponse:
    yakin = request.POST.get("yakin") == "ya"
    form = p.form(request.POST if yakin else None)
    if not (yakin and form.is_valid()):
        context: dict[str, Any] = {
            "b": berkas, "p": p, "form": form, "rows": rows, "aksi": p.kunci,
        }  # fmt: skip
        context["baris"] = larangan_baris(rows, p.aksi, request.user, per=per)  # type: ignore[arg-type]
        context["lolos"] = sum(not larangan for _, larangan in context["baris"])
        return render(
            request, "mutasi/berkas_massal.html", context, status=422 if form.errors else 200
        )
    return _kerjakan(request, berkas, rows, p, form.isi())


def _kerjakan(
    request: HttpRequest, berkas: BerkasMutasi, rows: list[Any], p: Perbuatan, isi: dict[str, Any]
) -> HttpResponse:
    ids = [u.pk for u in rows]
    return kerjakan(
        request, "berkas", ids, {"aksi": p.aksi.value, **isi}, judul=p.judul,
        kembali=reverse("mutasi:berkas-lembar", args=[berkas.pk]),
        lapor=lambda hasil: _lapor(request, berkas, rows, p, hasil),
    )  # fmt: skip


def _alasan(request: HttpRequest, berkas: BerkasMutasi, rows: list[Any], per: date) -> HttpResponse:
    yakin, diminta = request.POST.get("yakin") == "ya", alasan_diminta(rows, per=per)
    form = AlasanBanyakForm(request.POST if yakin else None, diminta=diminta)
    if yakin and form.is_valid():
        ids = [u.pk for u in rows]
        hasil = acts_massal.tulis_alasan(ids, oleh=request.user, per=per, **form.isi())  # type: ignore[arg-type]
        return _lapor(request, berkas, rows, KATA_ALASAN, hasil)
    context = {
        "b": berkas, "p": KATA_ALASAN, "form": form, "rows": rows, "aksi": ALASAN,
        "baris": [(u, []) for u in rows], "lolos": len(rows), "tanpa": not diminta,
    }  # fmt: skip
    return render(request, "mutasi/berkas_massal.html", context, status=422 if form.errors else 200)


def _lapor(
    request: HttpRequest,
    berkas: BerkasMutasi,
    rows: list[Any],
    p: Perbuatan | Kata,
    hasil: list[Any],
) -> HttpResponse:
    """What became of each row."""
    menurut = {u.pk: u for u in rows}
    context = {
        "b": berkas, "p": p, "hasil": [(menurut[h.usulan], h) for h in hasil],
        "berhasil": sum(h.berhasil for h in hasil),
        "gagal": sum(not h.berhasil for h in hasil),
    }  # fmt: skip
    return render(request, "mutasi/berkas_laporan.html", context)


def _pecah(request: HttpRequest, berkas: BerkasMutasi, rows: list[Any], per: date) -> HttpResponse:
    yakin = request.POST.get("yakin") == "ya"
    form = PecahForm(request.POST if yakin else None)
    if yakin and form.is_valid():
        ids = [u.pk for u in rows]
        nama = form.cleaned_data["nama"]
        baru = form.laku(
            lambda: acts.pecah(berkas.pk, ids, oleh=request.user, per=per, nama=nama)  # type: ignore[arg-type]
        )
        if baru is not None:
            return redirect("mutasi:berkas-lembar", pk=baru.pk)
    context = {"b": berkas, "form": form, "rows": rows, "baris": [(u, []) for u in rows],
               "lolos": len(rows), "aksi": PECAH}  # fmt: skip
    return render(request, "mutasi/berkas_massal.html", context, status=422 if form.errors else 200)

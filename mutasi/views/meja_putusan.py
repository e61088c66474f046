"""What the desks of the PyB and the PPK share: the list, the question, the decision, the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from mutasi.alur import ALUR, Aksi, StatusUsulan
from mutasi.forms.meja import PutusanForm, aksi_dari, dibaca
from mutasi.selectors import meja_putusan as baca
from mutasi.services.jalan import HasilBaris
from mutasi.services.putusan import Putusan
from mutasi.views.massal import kerjakan
from mutasi.views.usulan_bersama import catat_daftar
from toolkit.pages import render_page

PER_HALAMAN = 100


@dataclass(frozen=True)
class Meja:
    """Which desk: its words, its state, its acts, its addresses."""

    judul: str
    sebutan: str
    status: StatusUsulan
    aksi: Sequence[Aksi]
    alamat: str
    putuskan: str


def daftar(
    request: HttpRequest, meja: Meja, *, per: date, lain: dict[str, Any] | None = None
) -> HttpResponse:
    """What waits there, filtered, a hundred to the page."""
    saring = baca.Saring.dari(request.GET)
    d = baca.meja_putusan(request.user, meja.status, saring, per=per)  # type: ignore[arg-type]
    page = Paginator(d.rows, PER_HALAMAN).get_page(request.GET.get("hal"))
    baris = baca.lengkapi(list(page.object_list), request.user)  # type: ignore[arg-type]
    catat_daftar(request, len(baris), saringan=saring.q)
    context = {"meja": meja, "d": d, "page": page, "baris": baris, **(lain or {})}
    return render_page(request, "mutasi/meja_putusan.html", context, fragment="tabel")


def putuskan(request: HttpRequest, meja: Meja, *, per: date) -> HttpResponse:
    """Asked back once with everything that follows, then done, with a report per row."""
    aksi = aksi_dari(request.POST.get("aksi", ""), meja.aksi)
    versi = _terpilih(request, meja, per)
    t = baca.tanya(request.user, versi, aksi, meja.status, per=per)  # type: ignore[arg-type]
    yakin = request.POST.get("yakin") == "ya"
    form = _form(request.POST if yakin else None, t)
    if not (yakin and versi and form.is_valid()):
        catat_daftar(request, len(t.baris))
        context = {"meja": meja, "t": t, "form": form, "aksi": aksi}
        status = 422 if form.errors else 200
        return render(request, "mutasi/meja_tanya.html", context, status=status)
    return _kerjakan(request, meja, sorted(versi), form.putusan(aksi, versi))


def _kerjakan(
    request: HttpRequest, meja: Meja, ids: Sequence[UUID], putusan: Putusan
) -> HttpResponse:
    isi = {
        "aksi": putusan.aksi.value, "alasan": putusan.alasan, "rantai": putusan.rantai_disadari,
        "versi": {str(pk): n for pk, n in putusan.versi.items()},
    }  # fmt: skip
    return kerjakan(
        request, "putusan", ids, isi, judul=meja.judul,
        kembali=reverse(meja.alamat),
        lapor=lambda hasil: lapor(request, hasil, judul=meja.judul, kembali=meja.alamat),
    )  # fmt: skip


def _form(data: Any, t: baca.Tanya) -> PutusanForm:
    """What this decision asks of its reason."""
    return PutusanForm(
        data, wajib=ALUR[t.aksi].beralasan, panjang=t.panjang, menyimpang=bool(t.menyimpang),
        menunggu=bool(t.menunggu),
    )  # fmt: skip


def _terpilih(request: HttpRequest, meja: Meja, per: date) -> dict[UUID, int]:
    """The ticked cases, or all that the filters leave."""
    if request.POST.get("semua") != "ya":
        return dibaca(request.POST.getlist("pilih"))
    saring = baca.Saring.dari(request.POST)
    return baca.tersaring(request.user, meja.status, saring, per=per)  # type: ignore[arg-type]


def lapor(
    request: HttpRequest, hasil: Sequence[HasilBaris], *, judul: str, kembali: str
) -> HttpResponse:
    """What became of each case; those that were refused on top."""
    ids = [h.usulan for h in hasil]
    nama = baca.bernama(request.user, ids, per=timezone.localdate())  # type: ignore[arg-type]
    baris = [(nama.get(h.usulan), h) for h in sorted(hasil, key=lambda h: h.berhasil)]
    catat_daftar(request, len(nama))
    context = {
        "baris": baris, "judul": judul, "kembali": kembali,
        "berhasil": sum(h.berhasil for h in hasil),
        "gagal": sum(not h.berhasil for h in hasil),
    }  # fmt: skip
    return render(request, "mutasi/meja_hasil.html", context)

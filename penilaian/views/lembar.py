"""Screens of an office's own needs sheet: bring it, see how it is read, match names, apply."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pegawai.models import MacamPadanan
from penilaian.forms.lembar import PolaForm, PutusanForm, UnggahLembarForm
from penilaian.models import LembarAbk
from penilaian.policies import lembar as policies
from penilaian.selectors import lembar as reads
from penilaian.selectors import lembar_layar as layar
from penilaian.services import lembar as acts
from penilaian.services.buku_lembar import buku_baris, buku_templat
from penilaian.services.lembar_baca import intip_lembar
from toolkit.pages import page_of, render_page


def _lembar(request: HttpRequest, pk: int) -> LembarAbk:
    policies.baca.check(request.user)
    return get_object_or_404(reads.daftar(), pk=pk)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Workbooks brought so far, with what of them is matched."""
    policies.baca.check(request.user)
    page = page_of(request, reads.daftar())
    reads.rapikan(page)
    context = {"page": page}
    return render_page(request, "penilaian/lembar.html", context, fragment="tabel")


@require_http_methods(["GET", "POST"])
def unggah(request: HttpRequest) -> HttpResponse:
    """Bring a workbook."""
    policies.baca.check(request.user)
    form = UnggahLembarForm(
        request.POST or None, request.FILES or None, hari_ini=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        berkas, per = form.cleaned_data["berkas"], form.cleaned_data["per"]
        lembar = acts.baca_lembar(berkas, per=per, nama_berkas=berkas.name, oleh=request.user)
        return redirect("penilaian:lembar-pola", pk=lembar.pk)
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/lembar_unggah.html", {"form": form}, status=status)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """The answer about one sheet: the balance, the contradictions, what to do next."""
    lembar = _lembar(request, pk)
    context = layar.rincian(lembar, request.user)
    return render(request, "penilaian/lembar_rincian.html", context)


@require_http_methods(["GET", "POST"])
def pola(request: HttpRequest, pk: int) -> HttpResponse:
    """How the sheet is read, with its first rows as they are understood; GET tries another way."""
    lembar = _lembar(request, pk)
    data = request.POST or (request.GET if "lembar" in request.GET else None)
    form = PolaForm(data, initial=lembar.pola, lembar=layar.semua_lembar(lembar))
    if request.method == "POST" and form.is_valid():
        acts.baca_ulang(pk, pola=form.pola(), oleh=request.user)
        return redirect("penilaian:lembar-unit", pk=pk)
    coba = form.pola() if form.is_valid() else None
    contoh = intip_lembar(lembar, coba)
    isi = {"form": form, "contoh": contoh, "coba": coba}
    context = {**layar.kepala(lembar, request.user, "pola"), **isi}
    status = 422 if form.errors or contoh.galat else 200
    return render(request, "penilaian/lembar_pola.html", context, status=status)


@require_http_methods(["GET", "POST"])
def padan(request: HttpRequest, pk: int, macam: str) -> HttpResponse:
    """Names that wait, with proposals; many are decided at once."""
    lembar = _lembar(request, pk)
    alasan = f"Padanan nama pada {lembar.nama_berkas[:200]}"
    form = PutusanForm(request.POST or None, macam=MacamPadanan(macam), alasan=alasan)
    if request.method == "POST" and form.is_valid():
        _putuskan(request, lembar, form)
        return redirect(request.path)
    antrean = layar.antrean(lembar, request.user, macam, request.POST or request.GET)
    page = page_of(request, antrean.semua)
    antrean.usulkan(list(page))
    context = {**antrean.context, "form": form, "page": page, "macam": macam}
    status = 422 if form.errors else 200
    return render(request, "penilaian/lembar_padan.html", context, status=status)


def _putuskan(request: HttpRequest, lembar: LembarAbk, form: PutusanForm) -> None:
    hasil = acts.putuskan_nama(
        lembar.pk, form.keputusan, per=timezone.localdate(),
        alasan=form.cleaned_data["alasan"], oleh=request.user,
    )  # fmt: skip
    for tolak in hasil.tolak[:5]:
        messages.error(request, tolak.kalimat)
    if hasil.banyak:
        messages.success(
            request, f"{hasil.banyak} nama diputuskan; {hasil.baris} baris ikut berubah."
        )


@require_safe
def cari(request: HttpRequest, pk: int, macam: str) -> HttpResponse:
    """Another target for one name, by what a person types."""
    lembar = _lembar(request, pk)
    context = layar.pencarian(
        lembar, request.user, macam,
        teks=request.GET.get("teks", ""), kata=request.GET.get("q", ""),
    )  # fmt: skip
    alasan = f"Padanan nama pada {lembar.nama_berkas[:200]}"
    context["form"] = PutusanForm(None, macam=MacamPadanan(macam), alasan=alasan)
    return render(request, "penilaian/lembar_cari.html", context)


def _saring(request: HttpRequest) -> dict[str, str]:
    return {nama: request.GET.get(nama, "") for nama in ("keadaan", "bagian")}


@require_safe
def baris(request: HttpRequest, pk: int) -> HttpResponse:
    """Rows with their seats: the remainder, or any other part of the balance."""
    lembar = _lembar(request, pk)
    saring = _saring(request)
    rows = reads.baris_lembar(lembar, **saring)
    context: dict[str, Any] = {
        **layar.kepala(lembar, request.user, "baris"),
        **layar.pilihan_baris(saring),
        "page": page_of(request, rows),
        "jumlah": reads.jumlah_baris(rows),
    }
    return render_page(request, "penilaian/lembar_baris.html", context, fragment="tabel")


@require_safe
def unduh(request: HttpRequest, pk: int) -> FileResponse:
    """Exactly the rows the list shows, as a workbook."""
    lembar = _lembar(request, pk)
    return buku_baris(lembar, reads.baris_lembar(lembar, **_saring(request)))


@require_safe
def templat(request: HttpRequest, pk: int) -> FileResponse:
    """The matched needs with ids: next time no name has to be matched."""
    return buku_templat(_lembar(request, pk))


@require_http_methods(["GET", "POST"])
def terapkan(request: HttpRequest, pk: int) -> HttpResponse:
    """What applying does, then applying."""
    lembar = _lembar(request, pk)
    if request.method == "POST":
        acts.terapkan_lembar(pk, oleh=request.user)
        messages.success(request, f"Kebutuhan dari {lembar} diterapkan.")
        return redirect("penilaian:lembar-rincian", pk=pk)
    context = layar.akibat(lembar, request.user)
    return render(request, "penilaian/lembar_terapkan.html", context)


@require_POST
def cocokkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Match the rows with the tree and the decisions of now."""
    _lembar(request, pk)
    jumlah = acts.cocokkan_ulang(pk, oleh=request.user)
    messages.success(request, f"Dicocokkan ulang; {jumlah} baris berubah.")
    return redirect("penilaian:lembar-rincian", pk=pk)


@require_POST
def buang(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw the sheet away."""
    lembar = acts.buang_lembar(_lembar(request, pk).pk, oleh=request.user)
    messages.success(request, f"{lembar} dibuang.")
    return redirect("penilaian:lembar")

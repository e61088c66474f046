"""The agenda of a session, its opening, presence, and many names decided at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from mutasi.forms.sidang import AlasanForm, HadirForm, PutusanForm, bilangan, kunci_usulan
from mutasi.models import SidangTPK
from mutasi.policies import sidang as policies
from mutasi.selectors import sidang as baca
from mutasi.services import sidang as acts
from mutasi.services.jalan import HasilBaris
from mutasi.views.massal import kerjakan
from mutasi.views.sidang import FORMULIR, halaman
from mutasi.views.sidang_bersama import ambil, catat_lihat
from toolkit.pages import page_of, render_page

SEBUT = 3


@FORMULIR
def agenda(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose from what waits, several files if need be."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.siapkan.check(sidang, request.user, per=per)
    menunggu = baca.menunggu_sidang(request.user, per=per)
    berkas = request.GET.get("berkas", "")
    if request.method == "POST":
        ids = kunci_usulan(request.POST.getlist("usulan"))
        pilih = baca.terpilih(menunggu, request.POST.get("semua_berkas", ""), ids)
        kabarkan(request, acts.masukkan_agenda(pk, pilih, oleh=request.user, per=per), "agenda")
        return redirect("mutasi:sidang-rincian", pk=pk)
    page = page_of(request, baca.dari_berkas(menunggu, berkas))
    catat_lihat(request, sidang, len(page.object_list))
    context = {"s": sidang, "page": page, "berkas": berkas, "semua": baca.per_berkas(menunggu)}
    return render_page(request, "mutasi/sidang_agenda.html", context, fragment="tabel")


def kabarkan(request: HttpRequest, hasil: list[HasilBaris], apa: str) -> None:
    """How many went through, and the reasons of those that did not."""
    jadi = sum(satu.berhasil for satu in hasil)
    if jadi:
        kata = {"agenda": "masuk agenda", "putusan": "dicatat putusannya"}.get(apa, apa)
        messages.success(request, f"{jadi} usulan {kata}.")
    gagal = list(dict.fromkeys(satu.kalimat for satu in hasil if not satu.berhasil))
    for kalimat in gagal[:SEBUT]:
        n = sum(satu.kalimat == kalimat for satu in hasil)
        messages.error(request, f"{n} usulan tidak: {kalimat}")
    if not hasil:
        messages.error(request, "Belum ada yang dipilih.")


@require_POST
def keluarkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take ticked names off."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.siapkan.check(sidang, request.user, per=per)
    butir = bilangan(request.POST.getlist("butir"))
    form = AlasanForm({"alasan": request.POST.get("alasan_keluar", "")})
    if not butir or not form.is_valid():
        messages.error(request, "Pilih butirnya dan tulis alasannya, paling sedikit 10 huruf.")
        return redirect("mutasi:sidang-rincian", pk=pk)
    n = acts.keluarkan(pk, butir, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"{n} usulan keluar dari agenda dan tetap menunggu sidang.")
    return redirect("mutasi:sidang-rincian", pk=pk)


@FORMULIR
def buka(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open it with who came."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.buka.check(sidang, request.user, per=per)
    form = HadirForm(request.POST or None, kursi=baca.kursi_sidang(sidang))
    if request.method != "POST" or not form.is_valid():
        return _hadir(request, sidang, form, "Buka sidang")
    acts.buka(pk, oleh=request.user, per=per, **form.hasil())
    messages.success(request, "Sidang dibuka; kuorum tercapai.")
    return redirect("mutasi:sidang-rincian", pk=pk)


@FORMULIR
def kehadiran(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody came later, or left."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.catat_hadir.check(sidang, request.user, per=per)
    form = HadirForm(request.POST or None, kursi=baca.kursi_sidang(sidang))
    if request.method != "POST" or not form.is_valid():
        return _hadir(request, sidang, form, "Ubah kehadiran")
    acts.catat_hadir(pk, oleh=request.user, per=per, **form.hasil())
    messages.success(request, "Kehadiran diperbarui; suara yang meninggalkan sidang gugur.")
    return redirect("mutasi:sidang-rincian", pk=pk)


def _hadir(request: HttpRequest, sidang: SidangTPK, form: HadirForm, judul: str) -> HttpResponse:
    context = {"s": sidang, "form": form, "judul": judul, "perlu": baca.kuorum_nanti(sidang)}
    status = 422 if form.errors else 200
    return render(request, "mutasi/sidang_hadir.html", context, status=status)


@require_POST
def putuskan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same recommendation and ground for the ticked names."""
    per = timezone.localdate()
    sidang = ambil(request, pk, per)
    policies.siapkan.check(sidang, request.user, per=per)
    form, butir = PutusanForm(request.POST), bilangan(request.POST.getlist("butir"))
    if not form.is_valid() or not butir:
        if not butir:
            form.add_error(None, "Centang dahulu nama yang diputuskan.")
        return halaman(request, sidang, form=form)
    return _putuskan(request, sidang, butir, form.cleaned_data)


def _putuskan(
    request: HttpRequest, sidang: SidangTPK, butir: Sequence[int], data: dict[str, Any]
) -> HttpResponse:
    """Reported on the page of the session; many names on a page of their own."""
    rows = sidang.agenda.filter(pk__in=butir).order_by("urutan")
    ids, halaman = list(rows.values_list("usulan", flat=True)), "mutasi:sidang-rincian"

    def lapor(hasil: list[HasilBaris]) -> HttpResponse:
        kabarkan(request, hasil, "putusan")
        return redirect(halaman, pk=sidang.pk)

    isi = {**data, "sidang": str(sidang.pk), "butir": list(butir)}
    kembali = reverse(halaman, args=[sidang.pk])
    return kerjakan(
        request, "sidang", ids, isi, judul="Putusan sidang", kembali=kembali, lapor=lapor
    )

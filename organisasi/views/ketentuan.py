"""Constants of law and holidays: what is in force, since when, by which regulation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisasi import policies
from organisasi import selectors_ketentuan as selectors
from organisasi.forms import HariLiburForm, KetentuanForm
from organisasi.izin import Izin
from organisasi.kernel.tabel_besaran import TABEL
from organisasi.selectors_jejak import hari_dari
from organisasi.services import ketentuan as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """In force on a day."""
    policies.memegang.check(Izin.KETENTUAN_LIHAT, request.user)
    per = hari_dari(request.GET.get("per", "")) or timezone.localdate()
    context = {
        "per": per, "baris": selectors.ketentuan_berlaku(per=per),
        "tabel": selectors.daftar_tabel(per=per),
    }  # fmt: skip
    return render(request, "organisasi/ketentuan.html", context)


def rincian(request: HttpRequest, kode: str) -> HttpResponse:
    """One constant: its history, and a new value."""
    policies.memegang.check(Izin.KETENTUAN_LIHAT, request.user)
    if kode in TABEL:
        return tabel(request, kode)
    isi = selectors.satu_ketentuan(kode, per=timezone.localdate())
    form = KetentuanForm(request.POST or None, contoh=isi.contoh)
    if form.is_valid():
        baru = acts.NilaiBaru(**form.cleaned_data)
        acts.tetapkan_ketentuan(kode, oleh=request.user, baru=baru)
        messages.success(
            request, "Nilai baru ditetapkan. Nilai lama tetap berlaku untuk hari-hari sebelumnya."
        )
        return redirect("organisasi:ketentuan-rincian", kode=kode)
    boleh = policies.ubah_ketentuan.allows(request.user)
    context = {"isi": isi, "form": form, "boleh": boleh}
    return render(request, "organisasi/ketentuan_rincian.html", context)


@require_safe
def tabel(request: HttpRequest, kode: str) -> HttpResponse:
    """A table of amounts on a day; it is filled by import."""
    per = hari_dari(request.GET.get("per", "")) or timezone.localdate()
    isi, q = selectors.satu_tabel(kode, per=per), request.GET.get("q", "").strip()
    page = page_of(request, selectors.saring_besaran(isi.isi, q))
    context = {
        "isi": isi, "per": per, "q": q, "page": page,
        "boleh": policies.mengimpor.allows(Izin.KETENTUAN_UBAH, request.user),
    }  # fmt: skip
    return render_page(request, "organisasi/ketentuan_tabel.html", context, fragment="tabel")


def hari_libur(request: HttpRequest) -> HttpResponse:
    """Holidays of a year, and a new one."""
    policies.memegang.check(Izin.KETENTUAN_LIHAT, request.user)
    tahun = selectors.tahun_dari(request.GET.get("tahun", ""), timezone.localdate().year)
    form = HariLiburForm(request.POST or None)
    if form.is_valid():
        libur = acts.tambah_hari_libur(**form.cleaned_data, oleh=request.user)
        messages.success(request, f"{libur.nama} dicatat sebagai hari libur.")
        return redirect("organisasi:hari-libur")
    boleh = policies.ubah_ketentuan.allows(request.user)
    context = {
        "tahun": tahun, "baris": selectors.hari_libur(tahun), "form": form, "boleh": boleh,
    }  # fmt: skip
    return render(request, "organisasi/hari_libur.html", context)

"""Plans of structures: the list, a new one, the two trees, the history, the paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak.selectors import riwayat as baca_riwayat
from organisasi.services.cetak import JENIS_ISI, Cap
from penilaian.forms import sotk as forms
from penilaian.models import KeadaanSotk, RencanaSotk
from penilaian.policies import sotk as policies
from penilaian.selectors import sotk as baca
from penilaian.selectors.sotk_akibat import rencana_untuk
from penilaian.services import sotk_susun as acts
from penilaian.services.cetak_sotk import CETAK
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def rencana_dari(request: HttpRequest, pk: int, per: date) -> RencanaSotk:
    """A plan within reach, for those who may read plans."""
    policies.buka_sotk.check(request.user, per=per)
    satu: RencanaSotk = get_object_or_404(rencana_untuk(request.user, per=per), pk=pk)
    return satu


def draf_dari(request: HttpRequest, pk: int, per: date) -> RencanaSotk:
    """A draft, for those who may change it."""
    satu = rencana_dari(request, pk, per)
    policies.ubah_sotk.check(satu, request.user, per=per)
    return satu


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Plans within reach, how many wait and for when."""
    per = timezone.localdate()
    policies.buka_sotk.check(request.user, per=per)
    q, keadaan = request.GET.get("q", "").strip()[:100], request.GET.get("keadaan", "")
    hasil = baca.daftar_sotk(request.user, q, keadaan, per=per)
    context = {
        "d": hasil,
        "page": page_of(request, hasil.rows),
        "q": q,
        "keadaan": keadaan,
        "pilihan": KeadaanSotk.choices,
        "boleh_susun": policies.menyusun.allows(request.user, per=per),
    }
    return render_page(request, "penilaian/sotk.html", context, fragment="tabel")


@GET_POST
def baru(request: HttpRequest) -> HttpResponse:
    """Choose the branch, then say what the plan is called and when it begins."""
    per = timezone.localdate()
    policies.menyusun.check(request.user, per=per)
    if not (kunci := bilangan(request.GET.get("cabang", ""))):
        return _pilih_cabang(request, per)
    cabang = get_object_or_404(baca.cabang_semua(request.user, per=per), pk=kunci)
    awal = {"nama": f"Penataan {cabang.nama}"[:255]}
    form = forms.RencanaForm(request.POST or None, initial=awal)
    if form.is_valid():
        satu = acts.buat_sotk(cabang.pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Rencana dibuat; semua kotak masih seperti sekarang.")
        return redirect("penilaian:sotk-rencana", pk=satu.pk)
    context = {"form": form, "cabang": cabang, "jumlah": baca.jumlah_unit(cabang, per=per)}
    status = 422 if form.errors else 200
    return render(request, "penilaian/sotk_baru.html", context, status=status)


def _pilih_cabang(request: HttpRequest, per: date) -> HttpResponse:
    q = request.GET.get("q", "").strip()[:100]
    context = {"q": q, "page": page_of(request, baca.cabang_untuk(request.user, q, per=per))}
    return render_page(request, "penilaian/sotk_pilih.html", context, fragment="tabel")


@require_safe
def rencana(request: HttpRequest, pk: int) -> HttpResponse:
    """The present and the plan side by side, what is still wrong, what can be done."""
    per = timezone.localdate()
    satu = rencana_dari(request, pk, per)
    return render_page(
        request, "penilaian/sotk_rencana.html", _pohon(request, satu, per), fragment="pohon"
    )


def _pohon(request: HttpRequest, satu: RencanaSotk, per: date) -> dict[str, Any]:
    isi, saring = baca.baca_rencana(satu, per=per), forms.saringan(request.GET)
    temuan = isi.hasil.temuan if isi.hasil else ()
    tampak = baca.SEMUA_TEMUAN if "temuan" in request.GET else baca.SEDIKIT_TEMUAN
    pohon = {"lama": isi.gambar.pohon_lama(saring), "baru": isi.gambar.pohon_baru(saring)}
    return pohon | {
        "r": satu,
        "g": isi.gambar,
        "hasil": isi.hasil,
        "jumlah": isi.gambar.jumlah,
        "saring": saring,
        "tampil": forms.TAMPIL,
        "temuan": temuan[:tampak],
        "jumlah_temuan": len(temuan),
        "larangan": policies.ubah_sotk.reasons(satu, request.user, per=per),
    }


@GET_POST
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, day and legal basis of a draft."""
    per = timezone.localdate()
    satu = draf_dari(request, pk, per)
    form = forms.UbahRencanaForm(request.POST or None, rencana=satu)
    if form.is_valid():
        acts.ubah_sotk(pk, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, "Rencana tersimpan.")
        return redirect("penilaian:sotk-rencana", pk=pk)
    status = 422 if form.errors else 200
    return render(request, "penilaian/sotk_ubah.html", {"form": form, "r": satu}, status=status)


@require_safe
def riwayat(request: HttpRequest, pk: int) -> HttpResponse:
    """Who changed what of this plan, newest first."""
    satu = rencana_dari(request, pk, timezone.localdate())
    sebelum = bilangan(request.GET.get("sebelum", ""))
    context = {"r": satu, "halaman_jejak": baca_riwayat(satu, sebelum=sebelum, jumlah=30)}
    return render(request, "penilaian/sotk_riwayat.html", context)


@require_safe
def cetak(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    """The comparison of old and new as a file."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    satu = rencana_dari(request, pk, per)
    if bentuk not in CETAK:
        raise Http404
    hasil = CETAK[bentuk](baca.baca_rencana(satu, per=per), cap=Cap(request.user, kini))
    response = HttpResponse(hasil.isi, content_type=JENIS_ISI[bentuk])
    response["Content-Disposition"] = f'attachment; filename="{hasil.nama}"'
    return response

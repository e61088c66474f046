"""Placement by hand: posts that wait for a place, one post with its holders."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jejak import akses
from pegawai.models import Formasi
from penilaian.forms import sotk as forms
from penilaian.models import Nasib, RencanaSotk
from penilaian.policies import sotk as policies
from penilaian.selectors import sotk as baca
from penilaian.services import sotk_tempat as acts
from penilaian.views.sotk import GET_POST, draf_dari, rencana_dari
from toolkit.pages import page_of, render_page


@require_safe
def penempatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Posts by what becomes of their holders, those without a place first."""
    per = timezone.localdate()
    rencana = rencana_dari(request, pk, per)
    return _daftar(request, rencana, _form_banyak(request, rencana), per)


def _form_banyak(request: HttpRequest, rencana: RencanaSotk) -> forms.BanyakForm:
    cari = request.GET.get("kotak", "").strip()[:100]
    return forms.BanyakForm(request.POST or None, kotak=baca.pilihan_kotak(rencana, cari))


def _daftar(request: HttpRequest, rencana: RencanaSotk, form: Any, per: date) -> HttpResponse:
    isi = baca.baca_rencana(rencana, per=per)
    nasib, q = request.GET.get("nasib", Nasib.BELUM), request.GET.get("q", "").strip()[:100]
    rows = baca.pos_menurut_nasib(isi.hasil, nasib, q) if isi.hasil else []
    context: dict[str, Any] = {"r": rencana, "hasil": isi.hasil, "nasib": nasib, "q": q}
    context |= {"page": page_of(request, rows), "pilihan": Nasib.choices, "form": form}
    context["cari_kotak"] = request.GET.get("kotak", "")[:100]
    context["larangan"] = policies.ubah_sotk.reasons(rencana, request.user, per=per)
    name, status = "penilaian/sotk_penempatan.html", 422 if form.errors else 200
    return render_page(request, name, context, fragment="tabel", status=status)


@require_POST
def banyak(request: HttpRequest, pk: int) -> HttpResponse:
    """Place every checked post at once."""
    per = timezone.localdate()
    rencana = draf_dari(request, pk, per)
    form = _form_banyak(request, rencana)
    if not form.is_valid():
        return _daftar(request, rencana, form, per)
    isi = form.cleaned_data
    tempat = acts.Tempat(form.nasib, isi["kotak_id"], alasan=isi["alasan"])
    jumlah = acts.tempatkan_banyak(pk, isi["pos"], tempat=tempat, per=per, oleh=request.user)
    messages.success(request, f"{jumlah} jabatan ditempatkan: {form.nasib.label.lower()}.")
    return redirect("penilaian:sotk-penempatan", pk=pk)


def _pos(rencana: RencanaSotk, formasi: int) -> Formasi:
    satu: Formasi = get_object_or_404(baca.pos_rencana(rencana), pk=formasi)
    return satu


@GET_POST
def tempatkan(request: HttpRequest, pk: int, formasi: int) -> HttpResponse:
    """One post: where the map sends it, where somebody decides it goes, whole or by holder."""
    per = timezone.localdate()
    rencana = draf_dari(request, pk, per)
    dari = _pos(rencana, formasi)
    form = _form(request, rencana, dari)
    if not form.is_valid():
        return _halaman(request, rencana, dari, form, per)
    isi = dict(form.cleaned_data)
    orang = isi.pop("orang")
    jumlah = acts.tempatkan(
        pk, formasi, tempat=acts.Tempat(**isi), orang=orang, per=per, oleh=request.user
    )
    siapa = f"{jumlah} pemangku" if orang else "Seluruh jabatan"
    messages.success(request, f"{siapa} ditempatkan: {Nasib(isi['nasib']).label.lower()}.")
    return redirect("penilaian:sotk-tempatkan", pk=pk, formasi=formasi)


def _form(request: HttpRequest, rencana: RencanaSotk, dari: Formasi) -> forms.TempatForm:
    tujuan = [k.pk for k in baca.kotak_dari_unit(rencana, dari.unit_id)]
    terkirim = forms.bilangan(request.POST.get("kotak_id", ""))
    utama = [*tujuan, *([terkirim] if terkirim else [])]
    kotak = baca.pilihan_kotak(rencana, request.GET.get("kotak", "").strip()[:100], utama)
    jf = baca.cari_jf(request.GET.get("jf", "")[:100], request.POST.get("jabatan_id", ""))
    awal = {"kotak_id": tujuan[0] if len(tujuan) == 1 else None}
    return forms.TempatForm(request.POST or None, kotak=kotak, jf=jf, initial=awal)


def _halaman(
    request: HttpRequest, rencana: RencanaSotk, dari: Formasi, form: Any, per: date
) -> HttpResponse:
    context: dict[str, Any] = {"r": rencana, "f": dari, "form": form}
    context["p"] = baca.nasib_pos(rencana, dari, per=per)
    context["tangan"] = baca.penempatan_pos(rencana, dari)
    context["boleh_nama"] = baca.boleh_nama(rencana, request.user, per=per)
    if context["boleh_nama"]:
        page = page_of(request, baca.pemangku(dari, request.user, per=per))
        baca.tandai_penempatan(page.object_list, context["tangan"])
        context["page"] = page
        akses.lihat_daftar(
            oleh=request.user, apa="Pemangku jabatan", alasan="penempatan rencana SOTK",
            jumlah=len(page.object_list), saringan=str(dari),
        )  # fmt: skip
    context["cari_kotak"] = request.GET.get("kotak", "")[:100]
    context["cari_jf"] = request.GET.get("jf", "")[:100]
    status = 422 if form.errors else 200
    return render_page(
        request, "penilaian/sotk_tempatkan.html", context, fragment="isian", status=status
    )


@require_POST
def lepas(request: HttpRequest, pk: int, formasi: int) -> HttpResponse:
    """Take decisions by hand back: the map of the boxes decides again."""
    per = timezone.localdate()
    draf_dari(request, pk, per)
    orang = [n for satu in request.POST.getlist("orang") if (n := forms.bilangan(satu))]
    acts.lepas_penempatan(pk, formasi, orang=orang, per=per, oleh=request.user)
    messages.success(request, "Penempatan dilepas; peta kotak yang menentukan lagi.")
    return redirect("penilaian:sotk-tempatkan", pk=pk, formasi=formasi)

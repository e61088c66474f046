"""Placement by hand: posts that wait for a place, one post with its holders."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jejak import akses
from penilaian.forms import sotk as forms
from penilaian.models import Nasib, RencanaSotk
from penilaian.policies import sotk as policies
from penilaian.selectors import sotk as baca
from penilaian.selectors.sotk_akibat import HasilSotk
from penilaian.services import sotk_tempat as acts
from penilaian.services.sotk_peta import sidik_tempat
from penilaian.views.sotk import GET_POST, draf_dari, rencana_dari
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page


@require_safe
def penempatan(request: HttpRequest, pk: int) -> HttpResponse:
    """Posts by what becomes of their holders, those without a place first."""
    per = timezone.localdate()
    rencana = rencana_dari(request, pk, per)
    hasil = baca.hasil_menunggu(rencana, per=per)
    return _daftar(request, rencana, hasil, _form_banyak(request, rencana, hasil), per)


def _form_banyak(
    request: HttpRequest, rencana: RencanaSotk, hasil: HasilSotk | None
) -> forms.BanyakForm:
    cari = request.GET.get("kotak", "").strip()[:100]
    pilihan = baca.pilihan_kotak(hasil.bahan.kotak if hasil else {}, cari)
    return forms.BanyakForm(
        request.POST or None, rencana=rencana, apa="Penempatan", kini=sidik_tempat(rencana),
        kotak=pilihan,
    )  # fmt: skip


def _daftar(
    request: HttpRequest, rencana: RencanaSotk, hasil: HasilSotk | None, form: Any, per: date
) -> HttpResponse:
    nasib, q = request.GET.get("nasib", Nasib.BELUM), request.GET.get("q", "").strip()[:100]
    rows = baca.pos_menurut_nasib(hasil, nasib, q) if hasil else []
    context: dict[str, Any] = {"r": rencana, "hasil": hasil, "nasib": nasib, "q": q}
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
    hasil = baca.hasil_menunggu(rencana, per=per)
    form = _form_banyak(request, rencana, hasil)
    if not form.is_valid():
        return _daftar(request, rencana, hasil, form, per)
    isi = form.cleaned_data
    tempat = acts.Tempat(form.nasib, isi["kotak_id"], alasan=isi["alasan"])
    jumlah = acts.tempatkan_banyak(
        pk, isi["pos"], tempat=tempat, versi=isi["versi"], per=per, oleh=request.user
    )
    messages.success(request, f"{jumlah} jabatan ditempatkan: {form.nasib.label.lower()}.")
    return redirect("penilaian:sotk-penempatan", pk=pk)


@GET_POST
def tempatkan(request: HttpRequest, pk: int, formasi: int) -> HttpResponse:
    """One post: where the map sends it, where somebody decides it goes, whole or by holder."""
    per = timezone.localdate()
    rencana = draf_dari(request, pk, per)
    hasil = baca.hasil_sotk(rencana, per=per)
    if (pos := baca.pos_satu(hasil, formasi)) is None:
        raise Http404
    form = _form(request, hasil, pos)
    if not form.is_valid():
        return _halaman(request, hasil, pos, form, per)
    isi = dict(form.cleaned_data)
    lain = {"orang": isi.pop("orang"), "versi": isi.pop("versi")}
    acts.tempatkan(pk, formasi, tempat=acts.Tempat(**isi), per=per, oleh=request.user, **lain)
    siapa = f"{len(lain['orang'])} pemangku" if lain["orang"] else "Seluruh jabatan"
    messages.success(request, f"{siapa} ditempatkan: {Nasib(isi['nasib']).label.lower()}.")
    return redirect("penilaian:sotk-tempatkan", pk=pk, formasi=formasi)


def _form(request: HttpRequest, hasil: HasilSotk, pos: baca.BarisTunggu) -> forms.TempatForm:
    tujuan = baca.kotak_dari_unit(hasil, pos.pos.unit.pk)
    # A search swaps the two choices only; what was chosen in them before comes along.
    asal = request.POST or request.GET
    terpilih = {nama: bilangan(asal.get(nama, "")) for nama in ("kotak_id", "jabatan_id")}
    utama = [*tujuan, *([terpilih["kotak_id"]] if terpilih["kotak_id"] else [])]
    cari = request.GET.get("kotak", "").strip()[:100]
    kotak = baca.pilihan_kotak(hasil.bahan.kotak, cari, utama)
    jf = baca.cari_jf(request.GET.get("jf", "")[:100], terpilih["jabatan_id"])
    if terpilih["kotak_id"] is None and len(tujuan) == 1:
        terpilih["kotak_id"] = tujuan[0]
    return forms.TempatForm(
        request.POST or None, kotak=kotak, jf=jf, initial=terpilih, rencana=hasil.rencana,
        apa="Penempatan jabatan ini", kini=sidik_tempat(hasil.rencana, pos.pos.pk),
    )  # fmt: skip


def _halaman(
    request: HttpRequest, hasil: HasilSotk, pos: baca.BarisTunggu, form: Any, per: date
) -> HttpResponse:
    context: dict[str, Any] = {"r": hasil.rencana, "b": pos, "p": pos.pos, "form": form}
    context["boleh_nama"] = baca.boleh_nama(hasil.rencana, request.user, per=per)
    context["cari_kotak"] = request.GET.get("kotak", "")[:100]
    context["cari_jf"] = request.GET.get("jf", "")[:100]
    if context["boleh_nama"]:
        context["orang"] = baca.pemangku(pos.pos.pk, request.user, hasil, per=per)
        akses.lihat_daftar(
            oleh=request.user, apa="Pemangku jabatan", alasan="penempatan rencana SOTK",
            jumlah=len(context["orang"]), saringan=f"{pos.pos.jabatan} · {pos.pos.unit}",
        )  # fmt: skip
    name, status = "penilaian/sotk_tempatkan.html", 422 if form.errors else 200
    return render_page(request, name, context, fragment="pilihan", status=status)


@require_POST
def lepas(request: HttpRequest, pk: int, formasi: int) -> HttpResponse:
    """Take decisions by hand back: the map of the boxes decides again."""
    per = timezone.localdate()
    draf_dari(request, pk, per)
    orang = [n for satu in request.POST.getlist("orang") if (n := bilangan(satu))]
    acts.lepas_penempatan(pk, formasi, orang=orang, per=per, oleh=request.user)
    messages.success(request, "Penempatan dilepas; peta kotak yang menentukan lagi.")
    return redirect("penilaian:sotk-tempatkan", pk=pk, formasi=formasi)

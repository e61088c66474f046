"""The list of people, its export, its saved views, and search while typing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from organisasi.services import tampilan as acts
from pegawai.columns_daftar import TERURUT, kolom_pegawai
from pegawai.filters import baca_kolom, baca_saringan, kueri_tampilan
from pegawai.forms.orang import TampilanForm
from pegawai.policies import orang as policies
from pegawai.selectors import daftar as baca
from pegawai.selectors.pilihan import pilihan_saringan
from pegawai.selectors.saringan import Saringan
from pegawai.services.unduh import unduh
from pegawai.views.tabel import Tabel, susun_tabel
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """People within reach, filtered by the address."""
    per = timezone.localdate()
    policies.lihat_daftar.check(request.user, per=per)
    s = baca_saringan(request.GET)
    hasil = baca.daftar(request.user, s, per=per)
    page = page_of(request, hasil.rows, total=hasil.total)
    context = {"s": s, "page": page, "tabel": _tabel(request, page, s, per)}
    if not getattr(request, "htmx", False):
        context |= _sekeliling(request, s, per)
    return render_page(request, "pegawai/daftar.html", context, fragment="tabel")


def _tabel(request: HttpRequest, page: Any, s: Saringan, per: date) -> Tabel:
    semua = kolom_pegawai(per=per)
    kolom = [semua[k] for k in baca_kolom(request.GET, per=per)]
    return susun_tabel("Daftar pegawai", kolom, page, url=_url, urut=s.urut, terurut=TERURUT)


def _url(orang: Any) -> str:
    return reverse("pegawai:rincian", args=[orang.pk])


def _sekeliling(request: HttpRequest, s: Saringan, per: date) -> dict[str, Any]:
    """What stands around the table: totals, filters, columns, saved views."""
    jangkauan = Jangkauan.milik(request.user, Izin.PEGAWAI_LIHAT, per=per)
    dipilih = baca_kolom(request.GET, per=per)
    pilihan = pilihan_saringan(s, jangkauan)
    return {
        "jumlah": baca.jumlah(request.user, per=per),
        "pilihan": pilihan,
        "lebih_terbuka": any(p.lebih and p.kini for p in pilihan),
        "kolom": [(k.key, k.header, k.key in dipilih) for k in kolom_pegawai(per=per).values()],
        "tampilan": baca.tampilan(request.user),
        "kueri_tampilan": kueri_tampilan(request.GET),
        "tanpa_ekspor": policies.ekspor.reasons(request.user, per=per),
    }


@require_safe
def ekspor(request: HttpRequest) -> FileResponse:
    """Exactly what the list shows, all pages, as a workbook or CSV."""
    per = timezone.localdate()
    policies.ekspor.check(request.user, per=per)
    s = baca_saringan(request.GET)
    rows = baca.daftar(request.user, s, per=per, izin=Izin.PEGAWAI_EKSPOR).rows
    semua = kolom_pegawai(per=per)
    return unduh(
        rows,
        [semua[k] for k in baca_kolom(request.GET, per=per)],
        oleh=request.user,
        per=per,
        nama="pegawai",
        judul="Daftar pegawai",
        saringan=s.kalimat,
        bentuk=request.GET.get("bentuk", "xlsx"),
    )


@require_safe
def cari(request: HttpRequest) -> HttpResponse:
    """People, units and posts by a few letters."""
    temuan = baca.temukan(request.user, request.GET.get("q", ""), per=timezone.localdate())
    return render_page(request, "pegawai/cari.html", {"t": temuan}, fragment="temuan")


@require_POST
def simpan_tampilan(request: HttpRequest) -> HttpResponse:
    """Keep the filters of the list under a name."""
    form = TampilanForm(request.POST)
    if form.is_valid():
        acts.simpan_tampilan(oleh=request.user, halaman=baca.HALAMAN, **form.cleaned_data)
    else:
        messages.error(request, "Beri nama tampilan itu terlebih dahulu.")
    return redirect(f"{reverse(baca.HALAMAN)}?{request.POST.get('kueri', '')[:2000]}")


@require_POST
def hapus_tampilan(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a saved view."""
    return redirect(acts.hapus_tampilan(pk, oleh=request.user))

"""The sheet of task rows of a post: typed, moved, copied in, saved as its draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from penilaian.forms.uraian import ALAT, LembarUraian
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.policies.perhitungan import penyusun
from penilaian.selectors import perhitungan_susun as selectors
from penilaian.selectors.perhitungan_bantuan import bantuan as isi_bantuan
from penilaian.services import uraian as acts
from penilaian.services.uraian_hitung import hitung_ketikan
from toolkit.pages import render_page

NAMA = "penilaian/uraian.html"


@require_http_methods(["GET", "HEAD", "POST"])
def uraian(request: HttpRequest, pk: int) -> HttpResponse:
    """The tasks of one post; every button but saving only changes what is on the page."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    s = selectors.baca_susunan(request.user, pk, per=per)
    if s is None:
        raise Http404
    penyusun.check(s.posisi, request.user, per=per)
    lembar = _lembar(request, s)
    hasil = acts.HasilSusun()
    if lembar.disimpan:
        hasil = acts.coba_susun(
            pk, baris=lembar.baris, stempel=lembar.stempel, per=per, oleh=request.user
        )
    return _jawab(request, s, lembar, hasil)


def _lembar(request: HttpRequest, s: selectors.Susunan) -> LembarUraian:
    """The rows as sent, or those of the draft (else of the version in force)."""
    kiriman = request.POST if request.method == "POST" else None
    awal = [] if kiriman else selectors.isi_awal(s.asal)
    return LembarUraian.dari(kiriman, awal=awal, stempel=s.stempel)


def _jawab(
    request: HttpRequest, s: selectors.Susunan, lembar: LembarUraian, hasil: acts.HasilSusun
) -> HttpResponse:
    """On to the saved draft; else the page again, with everything typed."""
    if hasil.draf is not None:
        messages.success(request, f"Draf versi {hasil.draf.versi} tersimpan.")
        return redirect("penilaian:perhitungan", hasil.draf.pk)
    per = timezone.localdate()
    sumber = selectors.baca_sumber(request.user, s, per=per)
    disalin = None if lembar.ambil is None else lembar.tambahkan(sumber.tugas(lembar.ambil))
    context = {"s": s, "p": s.posisi, "hasil": hasil, "sumber": sumber, "disalin": disalin}
    context["alat"] = ALAT
    context |= _hitung(lembar, s.posisi, kursi=s.kursi)
    status = 409 if hasil.kalimat else 422 if lembar.diperiksa and lembar.galat else 200
    return render_page(request, NAMA, context, fragment="lembar", status=status)


def _hitung(lembar: LembarUraian, posisi: Any, *, kursi: bool) -> dict[str, Any]:
    """What the rows come to now."""
    h = hitung_ketikan(
        lembar.terbaca, belum=lembar.belum, posisi=posisi, kursi=kursi, per=timezone.localdate()
    )
    return {"lembar": lembar.lengkapi(h.menit_baris, {t.nomor for t in h.patut}), "h": h}


@require_POST
def hitung(request: HttpRequest, pk: int) -> HttpResponse:
    """What the rows as typed come to: nothing is saved, by this door or behind it."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    posisi, kursi = selectors.posisi_susun(request.user, pk, per=per)
    if posisi is None:
        raise Http404
    penyusun.check(posisi, request.user, per=per)
    lembar = LembarUraian.dari(request.POST, awal=[], stempel="")
    context = {"p": posisi, "langsung": True, **_hitung(lembar, posisi, kursi=kursi)}
    return render(request, "penilaian/_uraian_ringkas.html", context)


@require_safe
def bantuan(request: HttpRequest) -> HttpResponse:
    """What a norm is, how the working year comes about, examples by kind of work."""
    lihat_kebutuhan.check(request.user)
    isi = isi_bantuan(per=timezone.localdate())
    return render(request, "penilaian/uraian_bantuan.html", isi)

"""One's own score: no address here names a person, so nobody can ask for somebody else's."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi.services.cetak import JENIS_ISI, Cap
from pegawai.models import Pegawai
from pegawai.selectors.orang import milik_sendiri
from penilaian.selectors.nilai_saya import Pilihan, periode_terakhir, pilih
from penilaian.selectors.nilai_saya_layar import halaman_nilai
from penilaian.selectors.nilai_saya_sekitar import halaman_kompetensi_saya, halaman_tim_saya
from penilaian.services.cetak_akun import CETAK
from penilaian.services.pengakuan import akui as nyatakan_terima
from toolkit.pages import unduhan


@require_safe
def nilai_saya(request: HttpRequest) -> HttpResponse:
    """The last delivered result, or why there is none."""
    per = timezone.localdate()
    orang = milik_sendiri(request.user)
    pilihan = None if orang is None else pilih(orang)
    if orang is None or pilihan is None:
        context = {"p": orang, "periode": periode_terakhir(per)}
        return render(request, "penilaian/nilai_saya_kosong.html", context)
    return _halaman(request, orang, pilihan)


@require_safe
def hasil(request: HttpRequest, periode: str, nomor: int | None = None) -> HttpResponse:
    """What counts for a period, or one of its runs."""
    orang, pilihan = _milik(request, periode, nomor)
    return _halaman(request, orang, pilihan)


def _milik(request: HttpRequest, periode: str, nomor: int | None) -> tuple[Pegawai, Pilihan]:
    """One's own delivered result; 404 for whoever has none."""
    orang = milik_sendiri(request.user)
    pilihan = None if orang is None else pilih(orang, periode, nomor)
    if orang is None or pilihan is None:
        raise Http404
    return orang, pilihan


def _halaman(request: HttpRequest, orang: Pegawai, pilihan: Pilihan) -> HttpResponse:
    per = timezone.localdate()
    isi = halaman_nilai(pilihan, request.user, per=per)
    context: dict[str, Any] = {"n": isi, "h": isi.hasil, "a": isi.akun, "p": orang, "per": per}
    return render(request, "penilaian/nilai_saya.html", context)


@require_safe
def tim(request: HttpRequest) -> HttpResponse:
    """What my teams added in a period."""
    orang = milik_sendiri(request.user)
    if orang is None:
        return render(request, "penilaian/nilai_saya_kosong.html", {"p": None})
    isi = halaman_tim_saya(orang, request.GET.get("periode", ""), per=timezone.localdate())
    return render(request, "penilaian/nilai_saya_tim.html", {"p": orang, "n": isi})


@require_safe
def kompetensi(request: HttpRequest) -> HttpResponse:
    """My competences against my post, and my last box."""
    orang = milik_sendiri(request.user)
    if orang is None:
        return render(request, "penilaian/nilai_saya_kosong.html", {"p": None})
    isi = halaman_kompetensi_saya(orang, per=timezone.localdate())
    return render(request, "penilaian/nilai_saya_kompetensi.html", {"p": orang, "n": isi})


@require_POST
def akui(request: HttpRequest, periode: str, nomor: int) -> HttpResponse:
    """Say that one received it."""
    _, pilihan = _milik(request, periode, nomor)
    nyatakan_terima(pilihan.hasil.pk, oleh=request.user, per=timezone.localdate())
    messages.success(request, "Tercatat: Anda menerima hasil ini hari ini.")
    return redirect("penilaian:nilai-saya-hasil", periode=periode, nomor=nomor)


@require_safe
def unduh(request: HttpRequest, periode: str, nomor: int, bentuk: str) -> HttpResponse:
    """The same account on paper or as data."""
    if bentuk not in CETAK:
        raise Http404
    orang, pilihan = _milik(request, periode, nomor)
    kini = timezone.now()
    isi = halaman_nilai(pilihan, request.user, per=timezone.localdate(kini))
    hasil = CETAK[bentuk](orang, isi, cap=Cap(request.user, kini))
    return unduhan(hasil.isi, JENIS_ISI[bentuk], hasil.nama)

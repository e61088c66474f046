"""Cari calon: choose a post, see who can fill it, set a few people beside each other."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from mutasi.forms.calon import baca_orang_dibandingkan, baca_saringan, pilihan_saringan
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.policies import calon as policies
from mutasi.selectors import calon as baca
from mutasi.selectors.calon_banding import bandingkan
from mutasi.selectors.calon_jabatan import jabatan_dicari
from mutasi.services.calon_buku import SEBUTAN, buku_calon
from penilaian.kernel.verdik import Verdik
from toolkit.pages import page_of, render_page


@require_safe
def jabatan(request: HttpRequest) -> HttpResponse:
    """The post to look for people for: the vacant first, or by a few words."""
    per = timezone.localdate()
    policies.cari.check(request.user, per=per)
    q, macam = request.GET.get("q", "").strip()[:100], request.GET.get("macam", "")
    hasil = jabatan_dicari(request.user, per=per, macam=macam, q=q)
    page = page_of(request, hasil.rows, total=hasil.jumlah[hasil.macam])
    context = {"per": per, "d": hasil, "page": page, "q": q}
    return render_page(request, "mutasi/calon.html", context, fragment="tabel")


@require_safe
def formasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody before one post: counts first, then the people of the open part."""
    per = timezone.localdate()
    policies.cari.check(request.user, per=per)
    hasil, s = _cari(request, pk, per)
    kelompok = _terbuka(hasil, s)
    page = page_of(request, _nomor(hasil, s, kelompok))
    baris = hasil.baris(list(page.object_list), kelompok)
    akses.lihat_daftar(
        oleh=request.user, apa="daftar calon", alasan="Cari calon", jumlah=len(baris)
    )
    context = {"per": per, "h": hasil, "s": s, "page": page, "baris": baris, "k": kelompok}
    context |= _bagian(hasil, kelompok)
    if not getattr(request, "htmx", False):
        context |= _sekeliling(request, hasil, s, per)
    return render_page(request, "mutasi/calon_formasi.html", context, fragment="tabel")


def _cari(request: HttpRequest, pk: int, per: date) -> tuple[Any, Any]:
    s = baca_saringan(request.GET, per=per)
    hasil = baca.cari_calon(pk, request.user, per=per, s=s)
    if hasil is None:
        raise Http404
    return hasil, s


def _terbuka(hasil: baca.Pencarian, s: baca.SaringanCalon) -> Verdik:
    """The part asked for, else the first that has anybody."""
    ada = (v for v in Verdik if hasil.jumlah[v.value])
    return s.kelompok or next(ada, Verdik.MEMENUHI)


def _nomor(hasil: baca.Pencarian, s: baca.SaringanCalon, kelompok: Verdik) -> list[int]:
    """The refused are counted; their names come only when asked for by rule or by name."""
    if kelompok is Verdik.TIDAK_MEMENUHI and not (s.aturan or s.q):
        return []
    return hasil.pilih(kelompok, aturan=s.aturan, penyedia=s.penyedia)


def _bagian(hasil: baca.Pencarian, kelompok: Verdik) -> dict[str, Any]:
    belum = kelompok is Verdik.TIDAK_DAPAT_DIPERIKSA
    return {
        "tab": [(v.value, judul, hasil.jumlah[v.value]) for v, judul in SEBUTAN.items()],
        "rinci": hasil.yang_kurang() if belum else hasil.per_aturan(kelompok),
        "urutan": baca.URUTAN,
    }


def _sekeliling(
    request: HttpRequest, hasil: baca.Pencarian, s: baca.SaringanCalon, per: date
) -> dict[str, Any]:
    pilihan = pilihan_saringan(hasil, s)
    return {
        "pilihan": pilihan,
        "lebih_terbuka": any(p.lebih and p.kini for p in pilihan) or s.umur_maks or s.lewat,
        "tanpa_ekspor": policies.ekspor.reasons(request.user, per=per),
    }


@require_safe
def ekspor(request: HttpRequest, pk: int) -> FileResponse:
    """Exactly the open part, all pages, as a workbook."""
    per = timezone.localdate()
    policies.ekspor.check(request.user, per=per)
    hasil, s = _cari(request, pk, per)
    kelompok = _terbuka(hasil, s)
    nomor = _nomor(hasil, s, kelompok)
    return buku_calon(hasil, nomor, kelompok, oleh=request.user, per=per)


@require_safe
def banding(request: HttpRequest, pk: int) -> HttpResponse:
    """A few people beside each other; one alone shows every rule: why, or why not."""
    per = timezone.localdate()
    policies.cari.check(request.user, per=per)
    s = baca_saringan(request.GET, per=per)
    dicari = baca_orang_dibandingkan(request.GET)
    tmt = s.tmt or per
    hasil = bandingkan(pk, dicari, request.user, per=per, tmt=tmt, kosong=s.kosong)
    if hasil is None or len(hasil.orang) < len(dicari):
        raise Http404
    for satu in hasil.orang:
        _catat_lihat(request, satu.orang.pk, rahasia_sampai(tmt, per=per))
    return render_page(request, "mutasi/calon_banding.html", {"per": per, "h": hasil, "s": s})


def _catat_lihat(request: HttpRequest, pegawai_id: int, sampai: date) -> None:
    """A search would betray a plan: whoever was compared learns of it when the plan is known."""
    akses.lihat(
        pegawai_id,
        oleh=request.user,
        apa="perbandingan calon",
        alasan="Cari calon",
        rahasia_sampai=sampai,
    )

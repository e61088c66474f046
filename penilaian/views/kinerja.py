"""The overview of performance, completeness with its work list, and the spread of scores."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from penilaian.forms.kelengkapan import SaringanKerjaForm
from penilaian.policies import kinerja_ringkas as policies
from penilaian.selectors import kelengkapan as baca
from penilaian.selectors import sebaran_nilai as sebar
from penilaian.selectors.kinerja_ringkas import keadaan, menunggu
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.services.kelengkapan_buku import buku_kerja
from toolkit.pages import page_of, render_page


def _bingkai(request: HttpRequest) -> tuple[baca.Bingkai | None, dict[str, Any]]:
    """The period of the address with its criteria, and what every page here shows of it."""
    per = timezone.localdate()
    policies.lihat_ringkasan.check(request.user, per=per)
    satu, semua = baca.periode_diukur(request.GET.get("periode", ""), per=per)
    return baca.bingkai(satu, request.user, per=per), {
        "periode": satu, "semua_periode": semua, "per": per,
    }  # fmt: skip


@require_safe
def ringkasan(request: HttpRequest) -> HttpResponse:
    """Where the period stands within reach, what waits, and the doors."""
    b, context = _bingkai(request)
    per = context["per"]
    context["b"] = b
    context["k"] = keadaan(b, request.user, per=per) if b else None
    context["tunggu"] = menunggu(request.user, per=per)
    return render_page(request, "penilaian/kinerja.html", context)


@require_safe
def kelengkapan(request: HttpRequest) -> HttpResponse:
    """Per office, or per unit of one office: complete, missing, wrong, and by source."""
    b, context = _bingkai(request)
    opd = request.GET.get("opd", "")
    context["b"] = b
    if b is not None:
        nomor = int(opd) if opd.isdecimal() and len(opd) < 10 else None
        context["h"] = baca.kelengkapan(b, opd=nomor)
    return render_page(request, "penilaian/kelengkapan.html", context, fragment="tabel")


@require_safe
def pekerjaan(request: HttpRequest) -> HttpResponse:
    """Person by person: what is missing, and who fills it."""
    b, context = _bingkai(request)
    context["b"] = b
    if b is not None:
        form = SaringanKerjaForm(request.GET, bingkai=b)
        page = page_of(request, baca.daftar_kerja(b, form.isi()))
        baca.pekerjaan(b, page.object_list)
        context |= {"form": form, "page": page}
        _catat(request, len(page))
    return render_page(request, "penilaian/kelengkapan_orang.html", context, fragment="tabel")


def _catat(request: HttpRequest, jumlah: int) -> None:
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa="kelengkapan data kinerja", jumlah=jumlah,
            alasan="membuka daftar kerja kelengkapan", saringan=request.GET.urlencode(),
        )  # fmt: skip


@require_safe
def unduh(request: HttpRequest) -> FileResponse:
    """The work list as filtered, all pages."""
    b, context = _bingkai(request)
    if b is None:
        raise Http404
    form = SaringanKerjaForm(request.GET, bingkai=b)
    berkas, jumlah = buku_kerja(b, form.isi(), per=context["per"])
    akses.lihat_ekspor(oleh=request.user, apa="kelengkapan data kinerja", jumlah=jumlah,
                       alasan="mengunduh daftar kerja kelengkapan",
                       saringan=request.GET.urlencode())  # fmt: skip
    return berkas


@require_safe
def sebaran(request: HttpRequest) -> HttpResponse:
    """Scores of one run in baskets, medians, and every assessor beside the others."""
    per = timezone.localdate()
    policies.lihat_nilai.check(request.user, per=per)
    semua = sebar.daftar_penilaian()
    satu = sebar.pilih_penilaian(request.GET.get("penilaian", ""), semua)
    menurut = request.GET.get("menurut", "opd")
    menurut = menurut if menurut in sebar.MENURUT else "opd"
    minimal = tetapan_penilaian(per=per).kelompok_minimal
    context: dict[str, Any] = {"semua": semua, "satu": satu, "menurut": menurut}
    context["minimal"] = minimal
    context["pilihan"] = [(kunci, isi[0]) for kunci, isi in sebar.MENURUT.items()]
    if satu is not None:
        context["h"] = sebar.sebaran_nilai(
            satu, request.user, menurut=menurut, minimal=minimal, per=per
        )
    return render_page(request, "penilaian/sebaran.html", context, fragment="tabel")

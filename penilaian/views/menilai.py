"""The assessor's own people, and one page per person for him and the head who gives."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from pegawai.models import Pegawai
from penilaian.policies import kinerja_ringkas as policies
from penilaian.policies.tindak_lanjut import memutus
from penilaian.selectors import kelengkapan as baca
from penilaian.selectors import menilai as selectors
from penilaian.selectors import menilai_orang as per_orang
from penilaian.selectors.umpan import umpan_tentang
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Whom one assesses today: who waits, what is missing, the last score."""
    per = timezone.localdate()
    policies.lihat_nilai.check(request.user, per=per)
    saya = selectors.saya_pegawai(request.user)
    context: dict[str, Any] = {"saya": saya, "per": per, "belum": "belum" in request.GET}
    if saya is not None:
        context |= _isi(request, saya, belum=context["belum"])
    return render_page(request, "penilaian/menilai.html", context, fragment="tabel")


def _isi(request: HttpRequest, saya: int, *, belum: bool) -> dict[str, Any]:
    per = timezone.localdate()
    satu, _ = baca.periode_diukur(request.GET.get("periode", ""), per=per)
    b = baca.bingkai(satu, request.user, per=per)
    _, rows, semua = selectors.orang_saya(saya, request.user, per=per)
    n = selectors.jumlah_dinilai(saya, rows, semua, b)
    total = n.kurang + n.rusak if belum and b else n.orang
    page = page_of(request, selectors.daftar_orang(rows, b, belum=belum), total=total)
    selectors.lengkapi(list(page), b, per=per)
    if page.object_list:
        akses.lihat_daftar(oleh=request.user, apa="nilai kinerja", jumlah=len(page),
                           alasan="membuka daftar pegawai yang dinilai")  # fmt: skip
    return {"n": n, "page": page, "periode": satu, "b": b}


@require_safe
def sebaran(request: HttpRequest) -> HttpResponse:
    """One's own scores beside those of the others: figures, no judgement."""
    per = timezone.localdate()
    policies.lihat_nilai.check(request.user, per=per)
    saya = selectors.saya_pegawai(request.user)
    s = selectors.sebaran_saya(saya, per=per) if saya is not None else None
    return render(request, "penilaian/menilai_sebaran.html", {"saya": saya, "s": s})


@require_safe
def orang(request: HttpRequest, pk: int) -> HttpResponse:
    """One person, to those who see results over his unit; to a receiving head there is no page."""
    per, pegawai = timezone.localdate(), per_orang.pegawai_dinilai(pk)
    if pegawai is None:
        raise Http404
    policies.lihat_nilai.check(request.user, per=per)
    policies.lihat_orang.check(pegawai, request.user, per=per)
    bagian = request.GET.get("bagian", "")
    bagian = bagian if bagian in per_orang.BAGIAN else "ringkas"
    akses.lihat(pk, oleh=request.user, apa="nilai kinerja", alasan="membuka halaman penilaian")
    context = {"p": pegawai, "bagian": bagian, "semua_bagian": per_orang.BAGIAN.items()}
    context |= _bagian(request, pegawai, bagian)
    return render_page(request, "penilaian/menilai_orang.html", context, fragment="isi_bagian")


def _bagian(request: HttpRequest, pegawai: Pegawai, bagian: str) -> dict[str, Any]:
    per = timezone.localdate()
    if bagian == "kerja":
        boleh = memutus.allows(request.user, per=per)
        return {"k": per_orang.kerja_orang(pegawai, per=per), "boleh_putus": boleh}
    if bagian == "umpan":
        return {"u": umpan_tentang(pegawai, request.user, per=per)}
    satu, _ = baca.periode_diukur(request.GET.get("periode", ""), per=per)
    b = baca.bingkai(satu, request.user, per=per)
    return {"h": per_orang.ringkas_orang(pegawai, b)}

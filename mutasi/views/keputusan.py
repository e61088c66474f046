"""Decrees: the list, drafting one, its page, its papers."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from mutasi.forms import keputusan as forms
from mutasi.models import BerkasMutasi, Keputusan, StatusKeputusan
from mutasi.policies import keputusan as policies
from mutasi.policies import lambang as policies_lambang
from mutasi.policies.tampak import tandai_tampak
from mutasi.selectors import keputusan as baca
from mutasi.selectors.keputusan_isi import bunyi_bawaan, tentang_bawaan
from mutasi.services import keputusan as acts
from mutasi.services.keputusan_latar import TETAP
from mutasi.services.keputusan_naskah import pdf_keputusan
from mutasi.services.keputusan_petikan import CETAK
from mutasi.views.usulan_bersama import catat_daftar, pintu
from toolkit.pages import page_of, render_page, unduhan

BUKAN = ("ubah", "batal", "nomor", "lepas", "tetap", "kertas", "unggah", "petikan", "baru")
GET_POST = require_http_methods(["GET", "HEAD", "POST"])
masuk = pintu(policies.buka)


def ambil(request: HttpRequest, pk: UUID, per: date) -> Keputusan:
    """A decree in sight."""
    k = get_object_or_404(baca.terlihat(request.user, per=per), pk=pk)
    tandai_tampak(k, request.user, per=per)
    return k


def pangkal(request: HttpRequest) -> str:
    """Scheme and host, as printed codes name this installation."""
    return request.build_absolute_uri("/").rstrip("/")


def salah(*form: Any) -> int:
    """422 for a form sent wrongly."""
    return 422 if any(satu.errors for satu in form) else 200


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """What waits first, then the list."""
    per = masuk(request)
    status, q = request.GET.get("status", ""), request.GET.get("q", "").strip()[:100]
    page = page_of(request, baca.daftar(request.user, status, q, per=per))
    context = {
        "page": page, "status": status, "q": q, "keadaan": baca.KEADAAN,
        "r": baca.ringkasan(request.user, per=per),
        "berkas": baca.berkas_menunggu(request.user, per=per)[:20],
        "boleh_susun": policies.memegang(request.user, policies.Izin.KEPUTUSAN_SUSUN, per=per),
    }  # fmt: skip
    return render_page(request, "mutasi/keputusan.html", context, fragment="tabel")


@GET_POST
def susun(request: HttpRequest, berkas: UUID) -> HttpResponse:
    """Draft one: choose a signer's share of the file, then the words."""
    per = masuk(request)
    satu = get_object_or_404(BerkasMutasi.objects.for_user(request.user, per=per), pk=berkas)
    policies.susun.check(satu, request.user, per=per)
    bagian = baca.pembagian(satu, request.user, per=per)
    form = forms.KeputusanForm(request.POST or None, per=per, initial=_awal(satu, bagian, request))
    if form.is_valid():
        ids = baca.usulan_dipilih(request.POST.getlist("usulan"))
        isi = {"oleh": request.user, "per": per, **form.isian()}
        k = acts.susun_keputusan(satu.pk, usulan_ids=ids, **isi)
        messages.success(request, f"Draf keputusan untuk {len(ids)} orang disusun.")
        return redirect("mutasi:keputusan-rincian", pk=k.pk)
    catat_daftar(request, sum(len(b.usulan) for b in bagian))
    pilih = {u.pk for u in _bagian(bagian, request.GET.get("penanda", ""))}
    context = {"form": form, "b": satu, "bagian": bagian, "pilih": pilih}
    return render(request, "mutasi/keputusan_susun.html", context, status=salah(form))


def _bagian(bagian: tuple[baca.Bagian, ...], penanda: str) -> tuple[Any, ...]:
    for b in bagian:
        if not penanda or (b.penanda and str(b.penanda.pk) == penanda):
            return b.usulan
    return ()


def _awal(
    berkas: BerkasMutasi, bagian: tuple[baca.Bagian, ...], request: HttpRequest
) -> dict[str, Any]:
    dipilih = _bagian(bagian, request.GET.get("penanda", ""))
    pertama = next((b.penanda for b in bagian if b.usulan == dipilih), None)
    return {
        **forms.awal_bunyi(bunyi_bawaan(dipilih)),
        "tentang": tentang_bawaan(dipilih), "tmt": berkas.tmt,
        "penandatangan": pertama.pk if pertama else None,
    }  # fmt: skip


@require_safe
def rincian(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One decree: where it stands, what can be done, its rows by the page."""
    per = masuk(request)
    k = ambil(request, pk, per)
    h = baca.halaman(k, request.user, per=per, jenis_cetak=CETAK, jenis_tetap=TETAP)
    page = page_of(request, baca.baris_tampak(k, request.user, per=per), total=h.tampak)
    catat_daftar(request, len(page.object_list), saringan=str(k))
    context = {"k": k, "h": h, "page": page, "p": _larangan(k, request, h, per)}
    context |= {"unggah": forms.UnggahForm(), "terima": forms.TerimaForm()}
    return render_page(request, "mutasi/keputusan_rincian.html", context, fragment="tabel")


def _larangan(
    k: Keputusan, request: HttpRequest, h: baca.HalamanKeputusan, per: date
) -> dict[str, list[str]]:
    """Per button why it may not be pressed; only those of its state are asked."""
    hasil = dict.fromkeys(BUKAN, ["Tidak pada keadaan ini."])
    hasil["penuh"] = [] if h.penuh else ["Lampirannya memuat orang di luar jangkauan Anda."]
    if k.status == StatusKeputusan.DRAF:
        return hasil | _larangan_draf(k, request.user, h, per)
    return hasil if k.status == StatusKeputusan.BATAL else hasil | _larangan_tetap(
        k, request.user, per
    )  # fmt: skip


def _larangan_draf(
    k: Keputusan, oleh: Any, h: baca.HalamanKeputusan, per: date
) -> dict[str, list[str]]:
    return {
        "ubah": policies.ubah_draf.reasons(k, oleh, per=per),
        "batal": policies.batalkan_draf.reasons(k, oleh, per=per),
        "lambang": policies_lambang.kelola.reasons(oleh, per=per),
        "nomor": policies.nomori.reasons(k, oleh, per=per, cara=h.cara),
        "lepas": policies.lepas_nomor.reasons(k, oleh, per=per),
        "tetap": policies.tetapkan.reasons(k, oleh, per=per, cara=h.cara),
        "kertas": policies.mencatat_kertas.reasons(k, oleh, per=per),
    }


def _larangan_tetap(k: Keputusan, oleh: Any, per: date) -> dict[str, list[str]]:
    return {
        "unggah": policies.unggah_bertanda.reasons(k, oleh, per=per),
        "petikan": policies.cetak_petikan.reasons(k, oleh, per=per),
        "baru": policies.ubah_dengan_baru.reasons(k, oleh, per=per, apa="diubah"),
    }


@GET_POST
def ubah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Other words, day or signer for a draft."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.ubah_draf.check(k, request.user, per=per)
    form = forms.KeputusanForm(
        request.POST or None, per=per, initial=forms.awal_dari(k, acts.bunyi_dari(k))
    )
    if form.is_valid():
        acts.ubah_draf(k.pk, oleh=request.user, per=per, **form.isian())
        messages.success(request, "Draf diperbarui.")
        return redirect("mutasi:keputusan-rincian", pk=pk)
    return render(request, "mutasi/keputusan_ubah.html", {"k": k, "form": form}, status=salah(form))


@require_POST
def segarkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read the rows of a draft afresh."""
    per = masuk(request)
    acts.segarkan_draf(ambil(request, pk, per).pk, oleh=request.user, per=per)
    messages.success(request, "Isi draf dibaca ulang dari data terakhir.")
    return redirect("mutasi:keputusan-rincian", pk=pk)


@GET_POST
def batalkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give a draft up, with a reason."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.batalkan_draf.check(k, request.user, per=per)
    form = forms.AlasanForm(request.POST or None)
    if form.is_valid():
        acts.batalkan_draf(k.pk, oleh=request.user, per=per, **form.cleaned_data)
        messages.success(request, "Draf dibatalkan; usulannya dapat masuk draf lain.")
        return redirect("mutasi:keputusan")
    context = {"k": k, "form": form, "judul": "Batalkan draf", "tombol": "Batalkan draf"}
    return render(request, "mutasi/keputusan_alasan.html", context, status=salah(form))


@require_safe
def naskah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The PDF with its annex: a draft with its watermark, a set one as it was frozen."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.unduh_penuh.check(k, request.user, per=per)
    catat_daftar(request, k.baris.count(), saringan=f"mengunduh {k}")
    nama = "".join(h if h.isalnum() else "-" for h in k.nomor) or "draf"
    return unduhan(pdf_keputusan(k, pangkal(request)), "application/pdf", f"sk-{nama}.pdf")


@require_safe
def bertanda(request: HttpRequest, pk: UUID) -> FileResponse:
    """The signed file, byte by byte."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.unduh_penuh.check(k, request.user, per=per)
    policies.ada_bertanda.check(k)
    catat_daftar(request, k.baris.count(), saringan=f"mengunduh {k} bertanda tangan")
    nama = f"sk-bertanda-{k.bertanda_sha256[:12]}.pdf"
    return FileResponse(
        k.bertanda.open("rb"), as_attachment=True, filename=nama, content_type="application/pdf"
    )

"""What is done to a decree: numbered, set, signed, revoked, replaced, corrected."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from mutasi.forms import keputusan as forms
from mutasi.models import Keputusan
from mutasi.policies import keputusan as policies
from mutasi.selectors import keputusan as baca
from mutasi.selectors.keputusan_aturan import akibat
from mutasi.selectors.tetapan_jalan import jalan_dari, tetapan_jalan
from mutasi.services import keputusan as acts
from mutasi.services import keputusan_baru as acts_baru
from mutasi.services.keputusan_bertanda import unggah_bertanda
from mutasi.services.keputusan_latar import BATAS_LANGSUNG, antrekan_tetapkan
from mutasi.services.keputusan_tetap import tetapkan as tetapkan_
from mutasi.services.keputusan_tetap import tetapkan_dari_kertas
from mutasi.views.keputusan import GET_POST, ambil, masuk, pangkal, salah
from penilaian.snapshots import ketentuan_hari


def _kembali(pk: UUID) -> HttpResponse:
    return redirect("mutasi:keputusan-rincian", pk=pk)


@GET_POST
def nomor(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bagian Hukum enters number and day."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.nomori.check(k, request.user, per=per, cara=tetapan_jalan(per=per).nomor_sk_cara)
    form = forms.NomorForm(request.POST or None, initial={"tanggal": per})
    if form.is_valid():
        acts.nomori(k.pk, oleh=request.user, per=per, **form.cleaned_data)
        messages.success(request, "Nomor dan tanggal tersimpan; penanda tangan diberi tahu.")
        return _kembali(pk)
    return render(
        request, "mutasi/keputusan_nomor.html", {"k": k, "form": form}, status=salah(form)
    )


@GET_POST
def lepas_nomor(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the number off a draft, with a reason."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.lepas_nomor.check(k, request.user, per=per)
    form = forms.AlasanForm(request.POST or None)
    if form.is_valid():
        acts.lepas_nomor(k.pk, oleh=request.user, per=per, **form.cleaned_data)
        messages.success(request, "Nomor dilepas; draf dapat diperbaiki.")
        return _kembali(pk)
    context = {"k": k, "form": form, "judul": "Lepas nomor", "tombol": "Lepas nomor"}
    return render(request, "mutasi/keputusan_alasan.html", context, status=salah(form))


@GET_POST
def tetapkan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What follows, then the signer's yes; many rows are set in the background."""
    per = masuk(request)
    k = ambil(request, pk, per)
    aturan = ketentuan_hari(per=per)
    policies.tetapkan.check(k, request.user, per=per, cara=jalan_dari(aturan).nomor_sk_cara)
    form = forms.TetapkanForm(request.POST or None, initial={"sidik": k.sidik})
    if not form.is_valid():
        context = {"k": k, "form": form, "a": akibat(k, per=per, aturan=aturan)}
        return render(request, "mutasi/keputusan_tetapkan.html", context, status=salah(form))
    _laksanakan(k, request, oleh=request.user, per=per, sidik=form.cleaned_data["sidik"])
    return _kembali(pk)


def _laksanakan(k: Keputusan, request: HttpRequest, **isi: Any) -> None:
    """At once, or in the background where a browser would not wait."""
    isi["pangkal"] = pangkal(request)
    if k.baris.count() > BATAS_LANGSUNG:
        antrekan_tetapkan(k.pk, tautan=reverse("mutasi:keputusan-rincian", args=[k.pk]), **isi)
        messages.info(request, "Keputusan sedang ditetapkan; kemajuannya terlihat di bawah.")
        return
    k = tetapkan_(k.pk, **isi)
    messages.success(request, f"Keputusan Nomor {k.nomor} ditetapkan.")


@GET_POST
def kertas(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that the signer set it on paper."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.mencatat_kertas.check(k, request.user, per=per)
    form = forms.KertasForm(request.POST or None, k=k)
    if form.is_valid():
        disposisi = form.cleaned_data["disposisi"]
        isi: dict[str, Any] = {"oleh": request.user, "per": per, "pangkal": pangkal(request)}
        tetapkan_dari_kertas(k.pk, disposisi.pk, **isi)
        messages.success(request, "Penetapan dari kertas tercatat.")
        return _kembali(pk)
    context = {"k": k, "form": form, "a": akibat(k, per=per)}
    return render(request, "mutasi/keputusan_kertas.html", context, status=salah(form))


@require_POST
def unggah(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring the signed file back."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.unggah_bertanda.check(k, request.user, per=per)
    form = forms.UnggahForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, "Pilih berkas PDF bertanda tangan.")
        return _kembali(pk)
    berkas = form.cleaned_data["berkas"]
    hasil = unggah_bertanda(k.pk, oleh=request.user, per=per, berkas=berkas)
    messages.success(request, f"Berkas bertanda tangan tersimpan. {hasil.kalimat}")
    return _kembali(pk)


def _baru(
    request: HttpRequest, k: Keputusan, form: Any, judul: str, tombol: str, ket: str
) -> HttpResponse:
    context = {"k": k, "form": form, "judul": judul, "tombol": tombol, "ket": ket}
    context["baris"] = baca.baris_tampak(k, request.user, per=masuk(request))[:300]
    return render(request, "mutasi/keputusan_baru.html", context, status=salah(form))


@GET_POST
def cabut(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draft a revocation, of all rows or of some."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.ubah_dengan_baru.check(k, request.user, per=per, apa="dicabut")
    form = forms.CabutForm(request.POST or None, per=per, initial={"berlaku": per})
    if not form.is_valid():
        ket = "Keputusan pencabutan disusun sebagai draf, diberi nomor, lalu ditetapkan seperti SK."
        return _baru(request, k, form, "Cabut keputusan", "Susun pencabutan", ket)
    ids = baca.usulan_dipilih(request.POST.getlist("usulan")) or None
    baru = acts_baru.susun_pencabutan(
        k.pk, oleh=request.user, per=per, usulan_ids=ids, **form.isian()
    )
    messages.success(request, "Draf pencabutan disusun.")
    return _kembali(baru.pk)


@GET_POST
def ganti(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draft a replacement."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.ubah_dengan_baru.check(k, request.user, per=per, apa="diganti")
    awal = {"tentang": k.tentang, "tmt": k.tmt}
    form = forms.GantiForm(request.POST or None, per=per, initial=awal)
    if not form.is_valid():
        ket = "Orang dan jabatannya tetap; jabatan lain memerlukan usulan baru."
        return _baru(request, k, form, "Ganti keputusan", "Susun pengganti", ket)
    baru = acts_baru.susun_pengganti(k.pk, oleh=request.user, per=per, **form.isian())
    messages.success(request, "Draf pengganti disusun.")
    return _kembali(baru.pk)


@GET_POST
def ralat(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draft a correction."""
    per = masuk(request)
    k = ambil(request, pk, per)
    policies.ubah_dengan_baru.check(k, request.user, per=per, apa="diralat")
    form = forms.RalatForm(request.POST or None, per=per)
    if not form.is_valid():
        ket = "Hanya untuk salah tulis. Jabatan atau TMT yang keliru diperbaiki dengan SK baru."
        return _baru(request, k, form, "Ralat keputusan", "Susun ralat", ket)
    baru = acts_baru.susun_ralat(k.pk, oleh=request.user, per=per, **form.isian())
    messages.success(request, "Draf ralat disusun.")
    return _kembali(baru.pk)

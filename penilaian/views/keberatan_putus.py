"""Rulings on objections, from one's own account or from a letter; letters recorded."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from penilaian.forms import keberatan as forms
from penilaian.forms.keberatan_putus import PutusanSuratForm, PutusForm
from penilaian.models import HasilPenilaian, Keberatan
from penilaian.policies import keberatan as policies
from penilaian.selectors import keberatan as baca
from penilaian.selectors import keberatan_jam as jam
from penilaian.services import keberatan as acts
from penilaian.services import keberatan_putus as putusan
from penilaian.views.keberatan import GET_POST, halaman, satu_keberatan
from toolkit.pages import page_of, render_page


@GET_POST
def putus(request: HttpRequest, pk: int) -> HttpResponse:
    """The account and both sides beside the form of the ruling."""
    per = timezone.localdate()
    satu = satu_keberatan(request, pk, per)
    isi = baca.perkara(satu, per=per)
    keluarga = jam.keluarga(satu, satu.pemutus)
    policies.memutus.check(satu, request.user, keluarga, isi.tunggu, per=per)
    form = PutusForm(request.POST or None, baris=isi.baris)
    if not form.is_valid():
        return _formulir(request, satu, isi, form)
    putusan.putus(pk, isi=form.isi(), oleh=request.user, per=per)
    messages.success(request, "Keberatan diputus. Kedua pihak diberi tahu.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


@GET_POST
def catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a ruling that came on paper."""
    per = timezone.localdate()
    satu = satu_keberatan(request, pk, per)
    isi = baca.perkara(satu, per=per)
    menunggu = putusan.surat_menunggu(satu)
    keluarga = jam.keluarga(satu, satu.pemutus)
    policies.catat_putusan.check(satu, request.user, keluarga, isi.tunggu, menunggu, per=per)
    form = PutusanSuratForm(request.POST or None, request.FILES or None, baris=isi.baris)
    if not form.is_valid():
        return _formulir(request, satu, isi, form, surat=True)
    putusan.catat_putusan(pk, isi=form.isi(), oleh=request.user, per=per, **form.surat)
    messages.success(request, "Putusan dicatat. Minta orang lain mengesahkannya.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


def _formulir(
    request: HttpRequest, satu: Keberatan, isi: baca.Perkara, form: PutusForm, surat: bool = False
) -> HttpResponse:
    context = {"k": satu, "p": isi, "form": form, "surat": surat}
    status = 422 if form.errors else 200
    return render(request, "penilaian/keberatan_putus.html", context, status=status)


@require_POST
def sahkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a recorded ruling."""
    per = timezone.localdate()
    satu_keberatan(request, pk, per)
    putusan.sahkan_putusan(pk, oleh=request.user, per=per)
    messages.success(request, "Putusan disahkan dan berlaku.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


@require_POST
def kembalikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a recorded ruling back."""
    per = timezone.localdate()
    satu = satu_keberatan(request, pk, per)
    form = forms.KembalikanForm(request.POST, auto_id="kembali-%s")
    if not form.is_valid():
        return halaman(request, satu, per, 422, kembalikan=form)
    putusan.kembalikan_putusan(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Catatan putusan dikembalikan kepada pencatatnya.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


@GET_POST
def tunjuk(request: HttpRequest, pk: int) -> HttpResponse:
    """Appoint who decides."""
    per = timezone.localdate()
    satu = satu_keberatan(request, pk, per)
    halangan = jam.berhalangan(satu, per=per)
    policies.tunjuk_pemutus.check(satu, None, request.user, halangan, False, per=per)
    form = forms.PemutusForm(request.POST or None)
    if not form.is_valid():
        return _tunjuk(request, satu, form)
    alasan, calon = form.cleaned_data["alasan"], form.cleaned_data["nip"]
    acts.tunjuk_pemutus(pk, calon=calon, alasan=alasan, oleh=request.user, per=per)
    messages.success(request, "Pejabat yang memutus ditunjuk dan diberi tahu.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


def _tunjuk(request: HttpRequest, satu: Keberatan, form: forms.PemutusForm) -> HttpResponse:
    context = {
        "form": form,
        "k": satu,
        "judul": "Tunjuk pejabat yang memutus",
        "akibat": "Atasan pejabat penilai tidak ada atau tidak dapat memutus perkara ini.",
    }
    status = 422 if form.errors else 200
    return render(request, "penilaian/keberatan_formulir.html", context, status=status)


@require_safe
def pilih_hasil(request: HttpRequest) -> HttpResponse:
    """Find the result a letter is about."""
    per = timezone.localdate()
    policies.mencatat.check(request.user, per=per)
    q = request.GET.get("q", "").strip()[:100].replace("\x00", "")
    page = page_of(request, baca.cari_hasil(request.user, q, per=per))
    context = {"q": q, "page": page}
    return render_page(request, "penilaian/keberatan_pilih.html", context, fragment="tabel")


@GET_POST
def catat_surat(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a letter of objection down."""
    per = timezone.localdate()
    policies.mencatat.check(request.user, per=per)
    hasil = get_object_or_404(baca.hasil_tercatat(request.user, per=per), pk=pk)
    baris = baca.baris_hasil(hasil)
    form = forms.SuratForm(request.POST or None, request.FILES or None, baris=baris)
    if not form.is_valid():
        return _surat(request, hasil, form, per)
    satu = acts.catat_surat(pk, isi=form.isi(), surat=form.surat(), oleh=request.user, per=per)
    messages.success(request, "Surat keberatan dicatat atas nama pegawai.")
    return redirect("penilaian:keberatan-rincian", pk=satu.pk)


def _surat(
    request: HttpRequest, hasil: HasilPenilaian, form: forms.SuratForm, per: date
) -> HttpResponse:
    waktu = jam.ketepatan(hasil, per)
    context = {"form": form, "h": hasil, "waktu": waktu, "surat": True, "alasan": []}
    status = 422 if form.errors else 200
    return render(request, "penilaian/keberatan_ajukan.html", context, status=status)

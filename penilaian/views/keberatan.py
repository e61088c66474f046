"""Objections: one's own, those that wait for one, the list of the office, one case."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jejak import akses
from organisasi.izin import Izin
from organisasi.models import Jangkauan
from organisasi.services.cetak import JENIS_ISI, Cap
from penilaian.forms import keberatan as forms
from penilaian.models import HasilPenilaian, Keberatan
from penilaian.policies import keberatan as policies
from penilaian.selectors import keberatan as baca
from penilaian.selectors import keberatan_jam as jam
from penilaian.services import keberatan as acts
from penilaian.services.keberatan_cetak import putusan_pdf
from toolkit.pages import page_of, render_page, unduhan

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def satu_keberatan(request: HttpRequest, pk: int, per: date) -> Keberatan:
    """A case one may see; to anybody else it does not exist."""
    rows = Keberatan.objects.terlihat(request.user, per=per).with_names()
    satu: Keberatan = get_object_or_404(rows.select_related("hasil__penilaian__perangkat"), pk=pk)
    if satu.pegawai.pengguna_id != request.user.pk:
        akses.lihat(
            satu.pegawai_id, oleh=request.user, apa="keberatan atas penilaian",
            alasan="membuka keberatan",
        )  # fmt: skip
    return satu


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The list of the office: what runs, what is overdue, what waits to be computed again."""
    per = timezone.localdate()
    policies.buka_daftar.check(request.user, per=per)
    saring = forms.saringan(request.GET)
    hasil = baca.daftar(request.user, saring, per=per)
    page = page_of(request, hasil.rows)
    _catat_daftar(request, page)
    context = {"d": hasil, "page": page, "saring": saring, "per": per, "keadaan": forms.KEADAAN}
    context["boleh_catat"] = policies.mencatat.allows(request.user, per=per)
    return render_page(request, "penilaian/keberatan.html", context, fragment="tabel")


def _catat_daftar(request: HttpRequest, page: Any) -> None:
    akses.lihat_daftar(
        oleh=request.user, apa="daftar keberatan", alasan="membuka daftar keberatan",
        jumlah=len(page.object_list), saringan=request.GET.urlencode(),
    )  # fmt: skip


@require_safe
def saya(request: HttpRequest) -> HttpResponse:
    """One's own objections."""
    rows = baca.milik(request.user)
    context = {"rows": rows, "per": timezone.localdate()}
    return render(request, "penilaian/keberatan_saya.html", context)


@require_safe
def menunggu(request: HttpRequest) -> HttpResponse:
    """Cases that wait for one's statement or ruling."""
    context = {"rows": baca.menunggu(request.user), "per": timezone.localdate()}
    return render(request, "penilaian/keberatan_menunggu.html", context)


@GET_POST
def ajukan(request: HttpRequest, pk: int) -> HttpResponse:
    """Object to one's own result."""
    per = timezone.localdate()
    hasil = get_object_or_404(baca.hasil_sendiri(request.user), pk=pk)
    form = forms.AjukanForm(
        request.POST or None, request.FILES or None, baris=baca.baris_hasil(hasil),
        initial={"kriteria": request.GET.getlist("kriteria")},
    )  # fmt: skip
    if not form.is_valid():
        return _isian_ajukan(request, hasil, form, per)
    satu = acts.ajukan(hasil.pk, isi=form.isi(), oleh=request.user, per=per)
    messages.success(request, "Keberatan diajukan. Pejabat penilai dan atasannya diberi tahu.")
    return redirect("penilaian:keberatan-rincian", pk=satu.pk)


def _isian_ajukan(
    request: HttpRequest, hasil: HasilPenilaian, form: forms.AjukanForm, per: date
) -> HttpResponse:
    waktu, halangan = jam.ketepatan(hasil, per), jam.halangan_mengajukan(hasil, per)
    alasan = policies.ajukan.reasons(hasil, request.user, waktu, halangan)
    context = {"form": form, "h": hasil, "waktu": waktu, "alasan": alasan}
    status = 422 if form.errors else 200
    return render(request, "penilaian/keberatan_ajukan.html", context, status=status)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: where it stands, who must act next, both sides, what can be done."""
    per = timezone.localdate()
    return halaman(request, satu_keberatan(request, pk, per), per)


def halaman(
    request: HttpRequest, satu: Keberatan, per: date, status: int = 200, **salah: Any
) -> HttpResponse:
    """The page of one case; ``salah``: the form that was sent back."""
    isi = baca.perkara(satu, per=per)
    tersentuh, jumlah = baca.orang_tersentuh(satu, request.user, per=per)
    context = {
        "p": isi,
        "k": satu,
        "per": per,
        "tersentuh": tersentuh,
        "jumlah_tersentuh": jumlah,
        "sebagai": policies.pihak_dari(satu, request.user),
        **_pintu(request, satu, isi, per),
        **_formulir(request, satu, per),
        **salah,
    }
    return render(request, "penilaian/keberatan_rincian.html", context, status=status)


def _pintu(request: HttpRequest, satu: Keberatan, isi: baca.Perkara, per: date) -> dict[str, Any]:
    """What this reader may do: shown only to whom it belongs."""
    siapa = request.user
    keluarga = jam.keluarga(satu, satu.pemutus) if satu.berjalan else False
    halangan = satu.berjalan and (keluarga or jam.tanpa_pemutus(satu, per=per))
    return {
        "boleh_cabut": policies.cabut.allows(satu, siapa, per=per),
        "boleh_terangkan": policies.beri_keterangan.allows(satu, siapa, per=per),
        "boleh_periksa": policies.mulai_periksa.allows(satu, siapa, keluarga, per=per),
        "boleh_tunjuk": policies.tunjuk_pemutus.allows(satu, None, siapa, halangan, False, per=per),
        "boleh_hitung": Jangkauan.milik(siapa, Izin.NILAI_HITUNG, per=per).semua,
        **_pintu_putusan(request, satu, isi, keluarga, per),
    }


def _pintu_putusan(
    request: HttpRequest, satu: Keberatan, isi: baca.Perkara, keluarga: bool, per: date
) -> dict[str, Any]:
    siapa, tunggu = request.user, isi.tunggu
    surat = isi.surat if isi.surat and not isi.surat.disahkan_pada else None
    sahkan = policies.sahkan_putusan
    return {
        "menunggu": surat,
        "putus": policies.memutus.refusals(satu, siapa, keluarga, tunggu, per=per),
        "catat": policies.catat_putusan.refusals(satu, siapa, keluarga, tunggu, surat, per=per),
        "sahkan": sahkan.refusals(satu, siapa, keluarga, tunggu, surat, per=per),
        # A relative's letter may not be confirmed, and is given back all the same.
        "boleh_kembalikan": sahkan.allows(satu, siapa, False, tunggu, surat, per=per),
    }


def _formulir(request: HttpRequest, satu: Keberatan, per: date) -> dict[str, Any]:
    mencatat = policies.pihak_dari(satu, request.user) is None
    return {
        "terangkan": forms.KeteranganForm(mencatat=mencatat, auto_id="terang-%s"),
        "cabut": forms.CabutForm(auto_id="cabut-%s"),
        "kembalikan": forms.KembalikanForm(auto_id="kembali-%s"),
    }


@require_POST
def keterangan(request: HttpRequest, pk: int) -> HttpResponse:
    """Say one's side, or record a written statement."""
    per = timezone.localdate()
    satu = satu_keberatan(request, pk, per)
    policies.beri_keterangan.check(satu, request.user, per=per)
    mencatat = policies.pihak_dari(satu, request.user) is None
    form = forms.KeteranganForm(request.POST, request.FILES, mencatat=mencatat, auto_id="terang-%s")
    if not form.is_valid():
        return halaman(request, satu, per, 422, terangkan=form)
    acts.beri_keterangan(pk, oleh=request.user, per=per, **form.data_isi)
    messages.success(request, "Keterangan tersimpan; pihak lain diberi tahu.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


@require_POST
def periksa(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin to examine."""
    per = timezone.localdate()
    satu_keberatan(request, pk, per)
    acts.mulai_periksa(pk, oleh=request.user, per=per)
    messages.success(request, "Pemeriksaan dimulai; keterangan pejabat penilai diminta.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


@require_POST
def cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw one's own."""
    per = timezone.localdate()
    satu_keberatan(request, pk, per)
    form = forms.CabutForm(request.POST, auto_id="cabut-%s")
    alasan = form.cleaned_data["alasan"] if form.is_valid() else ""
    acts.cabut(pk, alasan=alasan, oleh=request.user, per=per)
    messages.success(request, "Keberatan dicabut.")
    return redirect("penilaian:keberatan-rincian", pk=pk)


@require_safe
def cetak(request: HttpRequest, pk: int) -> HttpResponse:
    """The ruling as PDF."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    isi = baca.perkara(satu_keberatan(request, pk, per), per=per)
    hasil = putusan_pdf(isi, cap=Cap(request.user, kini))
    return unduhan(hasil.isi, JENIS_ISI["pdf"], hasil.nama)

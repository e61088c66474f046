"""The file of one person, one's own file, and the acts on a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from pegawai.forms import orang as forms
from pegawai.forms import riwayat as forms_riwayat
from pegawai.models import Pegawai, Penugasan
from pegawai.policies import orang as policies
from pegawai.selectors import orang as baca
from pegawai.selectors.daftar import temukan
from pegawai.services import register, sertifikat, tmt
from toolkit.templatetags.tampilan import tanggal

GET_POST = require_http_methods(["GET", "HEAD", "POST"])
# The acts on a file, in the order of their buttons.
TINDAKAN: tuple[tuple[str, str, Any], ...] = (
    ("Koreksi data", "pegawai:koreksi", policies.ubah_data),
    ("Catat penugasan", "pegawai:penugasan-catat", policies.catat_penugasan),
    ("Koreksi TMT jabatan", "pegawai:tmt", policies.koreksi_tmt),
    ("Catat pelatihan", "pegawai:pelatihan-catat", policies.ubah_data),
    ("Catat sertifikat", "pegawai:sertifikat-catat", policies.ubah_data),
    ("Catat hukuman disiplin", "pegawai:disiplin-catat", policies.catat_disiplin),
    ("Catat pemberhentian", "pegawai:berhenti-catat", policies.catat_pemberhentian),
)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: who, where, since when, until when; then everything behind it."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    disiplin = policies.boleh_lihat_disiplin(orang, request.user, per=per)
    jejak = baca.boleh_jejak(request.user, orang, per=per)
    berkas = baca.berkas(orang, per=per, lihat_disiplin=disiplin, lihat_jejak=jejak)
    if orang.pengguna_id != request.user.pk:
        akses.lihat(pk, oleh=request.user, apa="berkas pegawai", alasan="membuka berkas pegawai")
    context = {"b": berkas, "p": orang, "per": per, "tombol": _tombol(orang, request, per)}
    return render(request, "pegawai/rincian.html", context)


def _orang(request: HttpRequest, pk: int, per: date) -> Pegawai:
    return get_object_or_404(baca.satu_orang(request.user, per=per), pk=pk)


def _tombol(orang: Pegawai, request: HttpRequest, per: date) -> list[dict[str, Any]]:
    """The acts on this file, each with the reasons against it; none for those who only read."""
    if Jangkauan.milik(request.user, Izin.PEGAWAI_UBAH, per=per).kosong:
        return []
    return [
        {
            "teks": teks,
            "url": reverse(url, args=[orang.pk]),
            "alasan": aturan.reasons(orang, request.user, per=per),
        }
        for teks, url, aturan in TINDAKAN
    ]


@require_safe
def profil_saya(request: HttpRequest) -> HttpResponse:
    """One's own file, whoever one is; and who looked at it."""
    per = timezone.localdate()
    orang = baca.milik_sendiri(request.user)
    if orang is None:
        return render(request, "pegawai/profil_kosong.html")
    berkas = baca.berkas(orang, per=per, lihat_disiplin=True)
    context = {"b": berkas, "p": orang, "per": per, "kunjungan": akses.untuk_orang(orang.pk, per)}
    return render(request, "pegawai/profil_saya.html", context)


@GET_POST
def koreksi(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct facts."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.ubah_data.check(orang, request.user, per=per)
    form = forms.KoreksiForm.untuk(request.POST or None, orang)
    if not form.is_valid():
        akibat = "Koreksi bertahan sampai berkas SIASN sendiri mencetak nilai yang baru."
        return _formulir(request, orang, form, "Koreksi data", akibat)
    alasan = form.cleaned_data["alasan"]
    register.koreksi_data(pk, oleh=request.user, per=per, alasan=alasan, isi=form.isi())
    return _selesai(request, pk, "Koreksi tersimpan.")


@GET_POST
def penugasan_catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Record an acting or additional assignment; ``?unit=`` says where."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.catat_penugasan.check(orang, request.user, per=per)
    unit = _unit_tujuan(request, orang, per)
    form = forms.PenugasanForm(request.POST or None, unit=unit)
    if not form.is_valid():
        lain = temukan(request.user, request.GET.get("cari", ""), per=per)
        context = {"unit": unit, "cari": lain.q, "unit_lain": lain.unit}
        akibat = "Penugasan berdiri di samping jabatan definitif dan tidak mengubah bezetting."
        return _formulir(request, orang, form, "Catat penugasan", akibat, **context)
    register.catat_penugasan(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "Penugasan tercatat.")


def _unit_tujuan(request: HttpRequest, orang: Pegawai, per: date) -> UnitKerja | None:
    """The unit asked for, within reach; else the person's own."""
    kunci = request.GET.get("unit", "")
    if not kunci.isdecimal():
        return orang.unit
    dalam = UnitKerja.objects.for_user(request.user, Izin.PEGAWAI_UBAH, per=per)
    return get_object_or_404(dalam, pk=int(kunci))


@GET_POST
def penugasan_akhiri(request: HttpRequest, pk: int) -> HttpResponse:
    """End an acting or additional assignment."""
    per = timezone.localdate()
    penugasan = get_object_or_404(Penugasan.objects.select_related("jabatan", "unit"), pk=pk)
    orang = _orang(request, penugasan.pegawai_id, per)
    policies.akhiri_penugasan.check(penugasan, request.user, per=per)
    form = forms.AkhiriForm(request.POST or None, mulai=penugasan.mulai, initial={"selesai": per})
    if not form.is_valid():
        akibat = f"{penugasan.get_jenis_display()}: {penugasan}."
        return _formulir(request, orang, form, "Akhiri penugasan", akibat)
    register.akhiri_penugasan(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, orang.pk, "Penugasan berakhir.")


@GET_POST
def berhenti_catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that somebody left."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.catat_pemberhentian.check(orang, request.user, per=per)
    awal = forms.PemberhentianForm.awal(orang, per)
    form = forms.PemberhentianForm(request.POST or None, initial=awal)
    if not form.is_valid():
        akibat = (
            f"Semua penugasan {orang} berakhir dan kursinya kosong: "
            f"{orang.jabatan or 'tanpa jabatan'}, {orang.unit or 'tanpa unit'}. "
            "Riwayatnya tetap tersimpan."
        )
        return _formulir(request, orang, form, "Catat pemberhentian", akibat)
    register.catat_pemberhentian(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"Pemberhentian {orang} tercatat.")
    return redirect("pegawai:daftar")


@GET_POST
def disiplin_catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a sanction."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.catat_disiplin.check(orang, request.user, per=per)
    form = forms.DisiplinForm(request.POST or None)
    if not form.is_valid():
        akibat = "Hanya peran yang berhak melihat riwayat disiplin yang dapat membacanya."
        return _formulir(request, orang, form, "Catat hukuman disiplin", akibat)
    register.catat_disiplin(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "Hukuman disiplin tercatat.")


@GET_POST
def pelatihan_catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a training."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.ubah_data.check(orang, request.user, per=per)
    form = forms.PelatihanForm(request.POST or None)
    if not form.is_valid():
        return _formulir(request, orang, form, "Catat pelatihan", "Pelatihan masuk ke riwayat.")
    register.catat_pelatihan(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "Pelatihan tercatat.")


@GET_POST
def sertifikat_catat(request: HttpRequest, pk: int) -> HttpResponse:
    """Record a certificate or a licence."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.ubah_data.check(orang, request.user, per=per)
    form = forms_riwayat.SertifikatForm(request.POST or None)
    if not form.is_valid():
        akibat = "Sertifikat masuk ke riwayat dan dibaca saat syarat jabatan diperiksa."
        return _formulir(request, orang, form, "Catat sertifikat", akibat)
    sertifikat.catat_sertifikat(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "Sertifikat tercatat.")


@GET_POST
def tmt_koreksi(request: HttpRequest, pk: int) -> HttpResponse:
    """Say from which day the present post counts."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.koreksi_tmt.check(orang, request.user, per=per)
    awal = baca.koreksi_tmt(orang)
    form = forms_riwayat.TmtForm(request.POST or None, tercetak=orang.tmt_jabatan, initial=awal)
    if not form.is_valid():
        return _formulir(request, orang, form, "Koreksi TMT jabatan", _akibat_tmt(orang))
    tmt.koreksi_tmt(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "TMT yang dihitung tersimpan.")


def _akibat_tmt(orang: Pegawai) -> str:
    return (
        f"TMT tercetak {tanggal(orang.tmt_jabatan)} tetap tersimpan. Masa jabatan dihitung dari "
        "tanggal yang Anda isi, misalnya bila SIASN mencetak TMT baru karena nama jabatan berubah. "
        "Koreksi tidak ikut bila pegawai pindah ke jabatan lain."
    )


@GET_POST
def tmt_tarik(request: HttpRequest, pk: int) -> HttpResponse:
    """Count from the printed TMT again."""
    per = timezone.localdate()
    orang = _orang(request, pk, per)
    policies.koreksi_tmt.check(orang, request.user, per=per)
    form = forms.BeralasanForm(request.POST or None)
    if not form.is_valid():
        akibat = f"Masa jabatan dihitung lagi dari TMT tercetak {tanggal(orang.tmt_jabatan)}."
        return _formulir(request, orang, form, "Tarik koreksi TMT", akibat)
    tmt.tarik_koreksi_tmt(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "Koreksi TMT ditarik.")


def _formulir(
    request: HttpRequest, orang: Pegawai, form: Any, judul: str, akibat: str, **lain: Any
) -> HttpResponse:
    context = {
        "form": form,
        "judul": judul,
        "akibat": akibat,
        "nama": orang.nama_lengkap,
        "kembali": reverse("pegawai:rincian", args=[orang.pk]),
        **lain,
    }
    return render(request, "pegawai/formulir.html", context, status=422 if form.errors else 200)


def _selesai(request: HttpRequest, pk: int, kalimat: str) -> HttpResponse:
    messages.success(request, kalimat)
    return redirect("pegawai:rincian", pk=pk)

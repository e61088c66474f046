"""Pages inside a team: its members, its targets of a period, what was reached."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from jejak import akses
from penilaian.forms.tim import AkhiriForm, AnggotaForm, UbahAnggotaForm
from penilaian.forms.tim_target import RealisasiForm, TargetForm
from penilaian.models import AnggotaTim, PeriodeKinerja, TargetTim, TimKerja
from penilaian.policies import tim as policies
from penilaian.selectors import tim as baca
from penilaian.services import tim_anggota as acts_anggota
from penilaian.services import tim_target as acts_target
from penilaian.views.tim import GET_POST, tim_kelolaan
from toolkit.pages import render_page


@GET_POST
def anggota_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """Find somebody (by POST: no address or log holds whom), then take him in."""
    per = timezone.localdate()
    tim = tim_kelolaan(request, pk, per)
    if request.method != "POST" or "cari" in request.POST or "pilih" in request.POST:
        return _cari(request, tim, per)
    form = AnggotaForm(request.POST)
    if not form.is_valid():
        return _halaman_anggota(request, tim, form, per, status=422)
    isi = form.cleaned_data
    baru = acts_anggota.tambah_anggota(
        pk, form.pegawai, masa=form.masa, tugas=isi["tugas"], porsi=isi["porsi"], per=per,
        oleh=request.user,
    )  # fmt: skip
    messages.success(request, f"{baru.pegawai.nama} menjadi {baru.get_peran_display().lower()}.")
    return redirect("penilaian:tim-rincian", pk=pk)


def _cari(request: HttpRequest, tim: TimKerja, per: date) -> HttpResponse:
    awal = {"mulai": max(per, tim.mulai), "nip": request.POST.get("pilih", "")}
    return _halaman_anggota(request, tim, AnggotaForm(initial=awal), per)


def _halaman_anggota(
    request: HttpRequest, tim: TimKerja, form: Any, per: date, status: int = 200
) -> HttpResponse:
    q = request.POST.get("cari", "").strip()[:100]
    temuan = baca.cari_calon(request.user, q, per=per)
    if temuan:
        akses.lihat_daftar(
            oleh=request.user, apa="daftar pegawai", alasan="mencari anggota tim kerja",
            jumlah=len(temuan),
        )  # fmt: skip
    alasan = policies.ubah_tim.reasons(tim, request.user, per=per)
    context = {"form": form, "tim": tim, "q": q, "temuan": temuan, "alasan": alasan}
    return render_page(request, "penilaian/tim_anggota.html", context, status=status)


def _anggota(request: HttpRequest, pk: int, anggota: int, per: date) -> AnggotaTim:
    tim = tim_kelolaan(request, pk, per)
    rows = AnggotaTim.objects.select_related("pegawai", "tim__unit")
    satu: AnggotaTim = get_object_or_404(rows, pk=anggota, tim=tim)
    return satu


@GET_POST
def anggota_ubah(request: HttpRequest, pk: int, anggota: int) -> HttpResponse:
    """Role, task and share from a day on."""
    per = timezone.localdate()
    satu = _anggota(request, pk, anggota, per)
    form = UbahAnggotaForm(request.POST or None, anggota=satu, initial={"mulai": per})
    if form.is_valid():
        isi = form.cleaned_data
        acts_anggota.ubah_anggota(
            anggota, masa=form.masa, tugas=isi["tugas"], porsi=isi["porsi"], per=per,
            oleh=request.user,
        )  # fmt: skip
        messages.success(request, "Perubahan tersimpan.")
        return redirect("penilaian:tim-rincian", pk=pk)
    return _formulir_anggota(request, satu, form, per, "Ubah peran dan porsi")


@GET_POST
def anggota_akhiri(request: HttpRequest, pk: int, anggota: int) -> HttpResponse:
    """The last day of a membership."""
    per = timezone.localdate()
    satu = _anggota(request, pk, anggota, per)
    form = AkhiriForm(request.POST or None, initial={"selesai": per})
    if form.is_valid():
        acts_anggota.akhiri_anggota(
            anggota, selesai=form.cleaned_data["selesai"], per=per, oleh=request.user
        )
        messages.success(request, "Keanggotaan diberi tanggal akhir.")
        return redirect("penilaian:tim-rincian", pk=pk)
    return _formulir_anggota(request, satu, form, per, "Akhiri keanggotaan")


def _formulir_anggota(
    request: HttpRequest, satu: AnggotaTim, form: Any, per: date, judul: str
) -> HttpResponse:
    alasan = [
        *policies.ubah_tim.reasons(satu.tim, request.user, per=per),
        *policies.bukan_sendiri.reasons(satu.pegawai, request.user),
    ]
    context = {"form": form, "a": satu, "tim": satu.tim, "judul": judul, "alasan": alasan}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/tim_anggota_ubah.html", context, status=status)


def _kembali(satu: TargetTim) -> HttpResponse:
    alamat = reverse("penilaian:tim-rincian", args=[satu.tim_id])
    return redirect(f"{alamat}?periode={satu.periode.kode}#target")


def _target(request: HttpRequest, pk: int, target: int, per: date) -> TargetTim:
    tim = tim_kelolaan(request, pk, per)
    rows = TargetTim.objects.select_related("periode", "indikator_unit", "bukti")
    satu: TargetTim = get_object_or_404(rows, pk=target, tim=tim)
    satu.tim = tim
    return satu


@GET_POST
def target_baru(request: HttpRequest, pk: int, periode: int) -> HttpResponse:
    """One more target of a period."""
    per = timezone.localdate()
    tim = tim_kelolaan(request, pk, per)
    masa = get_object_or_404(PeriodeKinerja, pk=periode)
    return _formulir_target(request, tim, masa, None, per)


@GET_POST
def target(request: HttpRequest, pk: int, target: int) -> HttpResponse:
    """Correct a target."""
    per = timezone.localdate()
    satu = _target(request, pk, target, per)
    return _formulir_target(request, satu.tim, satu.periode, satu, per)


def _formulir_target(
    request: HttpRequest, tim: TimKerja, masa: PeriodeKinerja, satu: TargetTim | None, per: date
) -> HttpResponse:
    policies.catat_target.check(tim, masa, request.user, per=per)
    sisa = 100 - baca.jumlah_bobot(tim, masa)
    form = TargetForm(
        request.POST or None, indikator=baca.indikator_pilihan(tim, masa), satu=satu,
        sisa=Decimal(sisa),
    )  # fmt: skip
    if form.is_valid():
        baru = acts_target.catat_target(
            tim.pk, masa, form.isi, target_id=satu.pk if satu else None, per=per, oleh=request.user
        )
        messages.success(request, "Target tersimpan.")
        return _kembali(baru)
    context = {"form": form, "tim": tim, "periode": masa, "satu": satu, "sisa": sisa}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/tim_target.html", context, status=status)


@require_POST
def target_hapus(request: HttpRequest, pk: int, target: int) -> HttpResponse:
    """Take back a target written by mistake."""
    per = timezone.localdate()
    satu = _target(request, pk, target, per)
    acts_target.hapus_target(pk, target, per=per, oleh=request.user)
    messages.success(request, "Target dihapus. Periksa jumlah bobotnya.")
    return _kembali(satu)


@GET_POST
def realisasi(request: HttpRequest, pk: int, target: int) -> HttpResponse:
    """What was reached, with its evidence."""
    per = timezone.localdate()
    satu = _target(request, pk, target, per)
    policies.catat_realisasi.check(satu, request.user, per=per)
    form = RealisasiForm(request.POST or None, request.FILES or None, satu=satu)
    if form.is_valid():
        isi = form.cleaned_data
        acts_target.catat_realisasi(
            pk, target, realisasi=isi["realisasi"], bukti=isi["bukti"], per=per, oleh=request.user
        )
        messages.success(request, "Realisasi tersimpan.")
        return _kembali(satu)
    context = {"form": form, "tim": satu.tim, "satu": satu, "periode": satu.periode}
    status = 422 if form.errors else 200
    return render_page(request, "penilaian/tim_realisasi.html", context, status=status)

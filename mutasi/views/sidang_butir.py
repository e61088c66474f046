"""One case before the session: comparison, votes, recommendation, standing aside."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.forms.sidang import AlasanForm, ButirForm, SuaraForm
from mutasi.models import AgendaSidang
from mutasi.policies import sidang as policies
from mutasi.selectors import sidang as baca
from mutasi.selectors import sidang_butir as baca_butir
from mutasi.selectors.sidang_boleh import rekomendasi_dari
from mutasi.services import sidang_putusan as acts
from mutasi.services.jalan import berkerabat
from mutasi.services.sidang_putusan import IsiPutusan
from mutasi.views.sidang_bersama import ambil_butir, catat_lihat_orang
from toolkit.pages import render_page


@require_safe
def butir(request: HttpRequest, pk: UUID, butir: int) -> HttpResponse:
    """What lies before the panel; who stood aside sees that, and nothing else."""
    per = timezone.localdate()
    satu = ambil_butir(request, pk, butir)
    kerabat = berkerabat(satu.usulan, request.user)  # type: ignore[arg-type]
    if not policies.lihat_bahasan.allows(satu, request.user, per=per, kerabat=kerabat):
        return _tertutup(request, satu, per, kerabat)
    return _halaman(request, satu, per, kerabat)


@require_POST
def catat(request: HttpRequest, pk: UUID, butir: int) -> HttpResponse:
    """Record what the session says of it."""
    per = timezone.localdate()
    satu = ambil_butir(request, pk, butir)
    kerabat = berkerabat(satu.usulan, request.user)  # type: ignore[arg-type]
    policies.putuskan.check(satu, request.user, per=per, kerabat=kerabat)
    form = _formulir(request, satu)
    if form.is_valid() and simpan(request, satu, form, per):
        messages.success(request, f"Putusan butir {satu.urutan} tercatat.")
        return redirect("mutasi:sidang-rincian", pk=pk)
    return _halaman(request, satu, per, kerabat, form=form)


def simpan(request: HttpRequest, satu: AgendaSidang, form: ButirForm, per: date) -> bool:
    """Record; what the kernel refuses comes back beside the form with what was typed."""
    data, siapa = form.cleaned_data, request.user
    ganti = None
    if data["nip_alternatif"]:
        ganti = baca_butir.cari_pengganti(data["nip_alternatif"], siapa, per=per)  # type: ignore[arg-type]
        if ganti is None:
            form.add_error("nip_alternatif", "Tidak ada pegawai dengan NIP itu di jangkauan Anda.")
            return False
    isi = IsiPutusan(
        data["rekomendasi"], data["alasan"], tuple(data["keterangan"]), data["syarat"], ganti,
        data["alasan_alternatif"], form.suara(), data["sepakat"],
    )  # fmt: skip
    return _coba(form, satu, isi, siapa, per)


def _coba(form: ButirForm, satu: AgendaSidang, isi: IsiPutusan, siapa: Any, per: date) -> bool:
    if kalimat := acts.coba_putusan(satu.pk, isi, oleh=siapa, per=per):
        form.add_error(None, kalimat)
        return False
    return True


def _formulir(
    request: HttpRequest, satu: AgendaSidang, awal: Any = None, tampil: Any = None
) -> ButirForm:
    tampil = tampil or _tampil(request, satu)
    pemilih = [
        k.anggota
        for k in tampil.kursi
        if k.hadir and k.anggota.bersuara and k.anggota_id not in tampil.mundur
    ]
    kata = {f"suara-{pk}": s.suara for pk, s in tampil.suara.items()}
    kata |= {f"catatan-{pk}": s.catatan for pk, s in tampil.suara.items()}
    data = request.POST if request.method == "POST" else None
    return ButirForm(data, pemilih=pemilih, initial={**kata, **(awal or {})})


def _tampil(request: HttpRequest, satu: AgendaSidang) -> Any:
    kursi = baca.kursi_sidang(satu.sidang)
    (tampil,) = baca.tampilkan([satu], satu.sidang, kursi, request.user)  # type: ignore[arg-type]
    return tampil


def _halaman(
    request: HttpRequest, satu: AgendaSidang, per: date, kerabat: bool, form: Any = None,
    **galat: Any,
) -> HttpResponse:  # fmt: skip
    """``galat``: a form of one's own that came back wrong, under its name in the page."""
    siapa: Any = request.user
    catat_lihat_orang(request, satu)
    tampil, bahan = _tampil(request, satu), baca_butir.bahan(satu, siapa, per=per)
    boleh = policies.putuskan.allows(satu, siapa, per=per, kerabat=kerabat)
    context = {
        "s": satu.sidang, "b": satu, "t": tampil, "bahan": bahan, "boleh": boleh,
        "form": form or (_form_baru(request, satu, tampil, bahan) if boleh else None),
        "boleh_suara": policies.bersuara.allows(satu, siapa, per=per, kerabat=kerabat),
        "boleh_mundur": policies.mundur.allows(satu, siapa, per=per),
        "suara": SuaraForm(auto_id="suara-%s", initial=_suara_saya(tampil, siapa)),
        "mundur": AlasanForm(label="Alasan menyingkir", auto_id="mundur-%s"),
        "sebelah": baca.sebelah(satu), **galat,
    }  # fmt: skip
    status = 422 if form or galat else 200
    return render(request, "mutasi/sidang_butir.html", context, status=status)


def _suara_saya(tampil: Any, siapa: Any) -> dict[str, str]:
    """What this member said before, so that he sees it and may change it."""
    punya = (s for s in tampil.suara.values() if s.anggota.pengguna_id == siapa.pk)
    return next(({"suara": s.suara, "catatan": s.catatan} for s in punya), {})


def _form_baru(request: HttpRequest, satu: AgendaSidang, tampil: Any, bahan: Any) -> Any:
    """The form as it stands before anybody typed: what was recorded, else what the data suggest."""
    awal = _awal(satu, baca_butir.usul_keterangan(bahan, satu), request)
    return _formulir(request, satu, awal, tampil)


@require_safe
def banding(request: HttpRequest, pk: UUID, butir: int) -> HttpResponse:
    """The candidates side by side; the page of the name asks for it as its part."""
    per = timezone.localdate()
    satu = ambil_butir(request, pk, butir)
    kerabat = berkerabat(satu.usulan, request.user)  # type: ignore[arg-type]
    policies.lihat_bahasan.check(satu, request.user, per=per, kerabat=kerabat)
    cari = request.GET.get("calon") == "1"
    context = {
        "s": satu.sidang, "b": satu,
        "bahan": baca_butir.banding(satu, request.user, per=per, cari=cari),
        "boleh": policies.putuskan.allows(satu, request.user, per=per, kerabat=kerabat),
    }  # fmt: skip
    return render_page(request, "mutasi/sidang_banding.html", context, fragment="banding")


def _awal(satu: AgendaSidang, keterangan: list[str], request: HttpRequest) -> dict[str, Any]:
    ganti = request.GET.get("pengganti", "")
    return {
        "rekomendasi": rekomendasi_dari(satu), "alasan": satu.alasan, "syarat": satu.syarat,
        "keterangan": keterangan, "alasan_alternatif": satu.alasan_alternatif,
        "nip_alternatif": ganti or (satu.alternatif.nip if satu.alternatif else ""),
        "sepakat": not satu.putusan,
    }  # fmt: skip


def _tertutup(request: HttpRequest, satu: AgendaSidang, per: date, kerabat: bool) -> HttpResponse:
    """Who stood aside sees that he did, and nothing of what is said."""
    policies.lihat.check(satu.sidang, request.user, per=per)
    alasan = policies.lihat_bahasan.reasons(satu, request.user, per=per, kerabat=kerabat)
    context = {"s": satu.sidang, "urutan": satu.urutan, "alasan": alasan}
    return render(request, "mutasi/sidang_tertutup.html", context)


def _salah(request: HttpRequest, satu: AgendaSidang, per: date, **galat: Any) -> HttpResponse:
    kerabat = berkerabat(satu.usulan, request.user)  # type: ignore[arg-type]
    return _halaman(request, satu, per, kerabat, **galat)


@require_POST
def suara(request: HttpRequest, pk: UUID, butir: int) -> HttpResponse:
    """One's own vote or dissent."""
    per = timezone.localdate()
    satu = ambil_butir(request, pk, butir)
    policies.bersuara.check(satu, request.user, per=per)
    form = SuaraForm(request.POST, auto_id="suara-%s")
    if not form.is_valid():
        return _salah(request, satu, per, suara=form)
    acts.catat_suara(satu.pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"Suara Anda atas butir {satu.urutan} tercatat.")
    return redirect("mutasi:sidang-butir", pk=pk, butir=butir)


@require_POST
def mundur(request: HttpRequest, pk: UUID, butir: int) -> HttpResponse:
    """Stand aside from this name."""
    per = timezone.localdate()
    satu = ambil_butir(request, pk, butir)
    policies.mundur.check(satu, request.user, per=per)
    form = AlasanForm(request.POST, label="Alasan menyingkir", auto_id="mundur-%s")
    if not form.is_valid():
        return _salah(request, satu, per, mundur=form)
    acts.mundur(satu.pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, f"Anda menyingkir dari butir {satu.urutan}; alasannya tercatat.")
    return redirect("mutasi:sidang-rincian", pk=pk)

"""One box of a plan, one old unit of it, and every act on them as a small form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from penilaian.forms import sotk as forms
from penilaian.models import KotakSotk
from penilaian.policies import sotk as policies
from penilaian.selectors import sotk as baca
from penilaian.selectors.sotk_pohon import eselon
from penilaian.services import sotk_bentuk, sotk_susun
from penilaian.services.sotk_peta import Kepala
from penilaian.views.sotk import GET_POST, draf_dari, rencana_dari
from toolkit.formulir import bilangan
from toolkit.pages import page_of, render_page


@dataclass(frozen=True)
class AksiKotak:
    """One thing that can be done to a box: its form, its act, and its words."""

    form: type[forms.KotakForm]
    act: Callable[..., Any]
    judul: str
    tombol: str
    kabar: str
    cari: str = ""


AKSI = {
    "nama": AksiKotak(
        forms.NamaForm, sotk_susun.ganti_nama_kotak,
        "Ganti nama atau jenis", "Simpan nama",
        "Nama kotak tersimpan. Periksa juga nama jabatan pimpinannya.",
    ),
    "pimpinan": AksiKotak(
        forms.PimpinanForm, sotk_susun.ubah_pimpinan,
        "Ubah jabatan pimpinan", "Simpan pimpinan", "Jabatan pimpinan tersimpan.",
    ),
    "pindah": AksiKotak(
        forms.PindahForm, sotk_susun.pindah_kotak,
        "Pindahkan ke bawah kotak lain", "Pindahkan", "Kotak dipindahkan.", "Cari kotak",
    ),
    "gabung": AksiKotak(
        forms.GabungForm, sotk_bentuk.gabung_kotak,
        "Gabungkan unit lain ke kotak ini", "Gabungkan", "Unit digabungkan.", "Cari unit",
    ),
    "pecah": AksiKotak(
        forms.PecahForm, sotk_bentuk.pecah_kotak,
        "Pecah menjadi beberapa kotak", "Pecah", "Kotak dipecah.",
    ),
    "hapus": AksiKotak(
        forms.HapusForm, sotk_bentuk.hapus_kotak,
        "Hapus kotak ini", "Hapus kotak", "Kotak dihapus.",
    ),
}  # fmt: skip


def _kotak(rencana: Any, pk: int) -> KotakSotk:
    rows = rencana.kotak.select_related("induk", "asal")
    satu: KotakSotk = get_object_or_404(rows, pk=pk)
    return satu


@require_safe
def kotak(request: HttpRequest, pk: int, kotak: int) -> HttpResponse:
    """One box: where it comes from, its head, who comes here, what is wrong, what can be done."""
    per = timezone.localdate()
    rencana = rencana_dari(request, pk, per)
    isi = baca.rincian_kotak(baca.baca_rencana(rencana, per=per), kotak)
    if isi is None:
        raise Http404
    context = {"r": rencana, "k": isi.kotak, "isi": isi, "aksi": AKSI}
    context["eselon"] = eselon(isi.kotak.eselon_id)
    context["page"] = page_of(request, isi.pos)
    context["larangan"] = policies.ubah_sotk.reasons(rencana, request.user, per=per)
    return render_page(request, "penilaian/sotk_kotak.html", context, fragment="tabel")


@GET_POST
def aksi(request: HttpRequest, pk: int, kotak: int, aksi: str) -> HttpResponse:
    """One act on one box."""
    per = timezone.localdate()
    rencana = draf_dari(request, pk, per)
    satu = _kotak(rencana, kotak)
    if (macam := AKSI.get(aksi)) is None:
        raise Http404
    form = macam.form(request.POST or None, rencana=rencana, kotak=satu, alamat=request.GET)
    if form.is_valid():
        macam.act(pk, kotak, per=per, oleh=request.user, **form.cleaned_data)
        messages.success(request, macam.kabar)
        return _kembali(pk, kotak, hapus=aksi == "hapus")
    context = {"r": rencana, "k": satu, "form": form, "m": macam, "kunci": aksi}
    return _formulir(request, "penilaian/sotk_kotak_aksi.html", context)


def _kembali(pk: int, kotak: int, *, hapus: bool) -> HttpResponse:
    if hapus:
        return redirect("penilaian:sotk-rencana", pk=pk)
    return redirect("penilaian:sotk-kotak", pk=pk, kotak=kotak)


def _formulir(request: HttpRequest, nama: str, context: dict[str, Any]) -> HttpResponse:
    status = 422 if context["form"].errors else 200
    return render_page(request, nama, context, fragment="isian", status=status)


@GET_POST
def kotak_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """A box that no unit of today continues."""
    per = timezone.localdate()
    rencana = draf_dari(request, pk, per)
    cari = request.GET.get("cari", "").strip()[:100]
    awal = {"induk_id": bilangan(request.GET.get("induk", ""))}
    form = forms.TambahForm(request.POST or None, rencana=rencana, cari=cari, initial=awal)
    if form.is_valid():
        isi = dict(form.cleaned_data)
        induk = isi.pop("induk_id")
        baru = sotk_susun.tambah_kotak(
            pk, kepala=Kepala(**isi), induk_id=induk, per=per, oleh=request.user
        )
        messages.success(request, f"Kotak “{baru}” ditambahkan.")
        return _kembali(pk, baru.pk, hapus=False)
    context = {"r": rencana, "form": form, "cari": cari}
    return _formulir(request, "penilaian/sotk_kotak_baru.html", context)


@require_safe
def unit(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """One old unit: what becomes of it and of its posts; the way back to the present."""
    per = timezone.localdate()
    rencana = rencana_dari(request, pk, per)
    isi = baca.rincian_unit(baca.baca_rencana(rencana, per=per), unit)
    if isi is None:
        raise Http404
    context = {"r": rencana, "isi": isi, "page": page_of(request, isi.pos)}
    context["form"] = forms.KembalikanForm()
    context["larangan"] = policies.ubah_sotk.reasons(rencana, request.user, per=per)
    return render_page(request, "penilaian/sotk_unit.html", context, fragment="tabel")


@require_POST
def kembalikan(request: HttpRequest, pk: int, unit: int) -> HttpResponse:
    """Bring an old unit back as it is today."""
    per = timezone.localdate()
    draf_dari(request, pk, per)
    bawah = "beserta_bawah" in request.POST
    satu = sotk_bentuk.kembalikan_kotak(pk, unit, beserta_bawah=bawah, per=per, oleh=request.user)
    messages.success(request, f"“{satu}” kembali seperti sekarang.")
    return _kembali(pk, satu.pk, hapus=False)

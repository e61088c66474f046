"""Papers as files: of a draft by POST (a print is a step of it), of the register by GET.

Both leave an entry of the access log; that of a draft is sealed like all looks into it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jejak import akses
from mutasi.forms.cetak import UnitCetakForm
from mutasi.policies import cetak as policies
from mutasi.selectors.cetak import cetakan
from mutasi.selectors.duk import isi_duk, ringkas_duk
from mutasi.selectors.lowong import isi_lowong, ringkas_lowong
from mutasi.selectors.rancangan import rancangan_saya
from mutasi.services import cetak_daftar
from mutasi.services.cetak_rancangan import KERTAS, cetak_rancangan
from mutasi.views.rancangan_lembar import catat_lihat
from organisasi.izin import Izin
from organisasi.services.cetak import JENIS_ISI, Cap, Cetakan
from toolkit.pages import page_of, render_page, unduhan

DUK: dict[str, Callable[..., Cetakan]] = {
    "pdf": cetak_daftar.duk_pdf, "xlsx": cetak_daftar.duk_xlsx
}  # fmt: skip
LOWONG: dict[str, Callable[..., Cetakan]] = {
    "pdf": cetak_daftar.lowong_pdf, "xlsx": cetak_daftar.lowong_xlsx
}  # fmt: skip


def berkas(hasil: Cetakan) -> HttpResponse:
    """A download that stays in no cache."""
    return unduhan(hasil.isi, JENIS_ISI[hasil.bentuk], hasil.nama)


@require_safe
def rancangan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Which papers there are, and who printed which before."""
    satu = get_object_or_404(rancangan_saya(request.user, per=timezone.localdate()), pk=pk)
    context = {"r": satu, "kertas": KERTAS, "page": page_of(request, cetakan(satu))}
    return render_page(request, "mutasi/rancangan_cetak.html", context, fragment="tabel")


@require_POST
def rancangan_berkas(request: HttpRequest, pk: UUID, jenis: str, bentuk: str) -> HttpResponse:
    """One paper of a draft, for the people named in it."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    satu = get_object_or_404(rancangan_saya(request.user, per=per), pk=pk)
    hasil = cetak_rancangan(satu.pk, jenis, bentuk, oleh=request.user, per=per, pada=kini)
    catat_lihat(request, satu, hasil.orang, ekspor=True)
    return berkas(hasil)


@require_safe
def duk(request: HttpRequest) -> HttpResponse:
    """Choose an office, see how many and what is missing, then take the list."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    policies.cetak_duk.check(request.user, per=per)
    form = UnitCetakForm(request.GET, pengguna=request.user, izin=Izin.PEGAWAI_EKSPOR, per=per)
    unit = form.unit_terpilih()
    buat = DUK.get(request.GET.get("bentuk", ""))
    if buat is None:
        r = ringkas_duk(request.user, unit, per=per)
        return _pilih(request, "mutasi/duk.html", r["pns"], form=form, unit=unit, r=r)
    isi = isi_duk(request.user, unit, per=per)
    _catat(request, "Daftar Urut Kepangkatan", len(isi.baris), unit)
    return berkas(buat(isi, cap=Cap(request.user, kini)))


@require_safe
def daftar_lowong(request: HttpRequest) -> HttpResponse:
    """The vacancies of an office, to print."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    policies.cetak_lowong.check(request.user, per=per)
    form = UnitCetakForm(request.GET, pengguna=request.user, izin=Izin.KEBUTUHAN_LIHAT, per=per)
    unit = form.unit_terpilih()
    buat = LOWONG.get(request.GET.get("bentuk", ""))
    if buat is None:
        r = ringkas_lowong(request.user, unit, per=per)
        baris = r["struktural"] + r["kurang"] + r["akan"]
        return _pilih(request, "mutasi/lowong_cetak.html", baris, form=form, unit=unit, r=r)
    isi = isi_lowong(request.user, unit, per=per)
    if isi.orang:
        _catat(request, "Daftar akan lowong", isi.orang, unit)
    return berkas(buat(isi, cap=Cap(request.user, kini)))


def _pilih(request: HttpRequest, template: str, baris: int, **context: Any) -> HttpResponse:
    context["terlalu_panjang"] = policies.muat_di_pdf.reasons(baris)
    return render(request, template, context)


def _catat(request: HttpRequest, apa: str, jumlah: int, unit: Any) -> None:
    akses.lihat_ekspor(
        oleh=request.user, apa=apa, alasan="cetak daftar", jumlah=jumlah,
        saringan=f"unit {unit.nama}" if unit else "seluruh jangkauan",
    )  # fmt: skip

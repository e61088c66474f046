"""ABK papers as files: at once, or made by the worker and fetched later. They name no employee."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi.models import Proses, StatusProses
from organisasi.services.cetak import JENIS_ISI, Cap, Cetakan, ambil_cetakan
from penilaian.forms.buku_abk import PilihUnitForm
from penilaian.policies.cetak_abk import BATAS_LANGSUNG, langsung
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import cetak_abk as selectors
from penilaian.services.cetak_abk import formulir_pdf, formulir_xlsx
from penilaian.services.cetak_abk_latar import CETAK, antrekan_cetak, cetak_langsung
from toolkit.pages import unduhan

BENTUK = {"pdf": formulir_pdf, "xlsx": formulir_xlsx}


def _berkas(hasil: Cetakan) -> HttpResponse:
    return unduhan(hasil.isi, JENIS_ISI[hasil.bentuk], hasil.nama)


def _dikenal(isi: str, bentuk: str) -> None:
    if (isi, bentuk) not in BATAS_LANGSUNG:
        raise Http404


@require_safe
def cetak(request: HttpRequest, isi: str, bentuk: str) -> HttpResponse:
    """The forms or the recap of an office, when they are made while one waits."""
    lihat_kebutuhan.check(request.user)
    _dikenal(isi, bentuk)
    kini = timezone.now()
    per = timezone.localdate(kini)
    unit = PilihUnitForm(request.GET, pengguna=request.user, per=per).unit_terpilih()
    langsung.check(isi, bentuk, selectors.banyak(isi, request.user, unit, per=per))
    return _berkas(cetak_langsung(isi, bentuk, unit, per=per, cap=Cap(request.user, kini)))


@require_POST
def antre(request: HttpRequest, isi: str, bentuk: str) -> HttpResponse:
    """Have a long one made in the background; its page shows how far it is."""
    lihat_kebutuhan.check(request.user)
    _dikenal(isi, bentuk)
    per = timezone.localdate()
    unit = PilihUnitForm(request.POST, pengguna=request.user, per=per).unit_terpilih()
    tautan = reverse("penilaian:buku-abk") + (f"?unit={unit.pk}" if unit else "")
    proses = antrekan_cetak(isi, bentuk, unit, tautan=tautan, oleh=request.user)
    return redirect("organisasi:proses-rincian", pk=proses.pk)


@require_safe
def ambil(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper the worker made for this person."""
    rows = Proses.objects.for_user(request.user, semua=False).berjenis(CETAK)
    satu = get_object_or_404(rows, pk=pk, status=StatusProses.SELESAI)
    hasil = satu.hasil or {}
    berkas = ambil_cetakan(hasil.get("berkas", ""))
    return unduhan(berkas.read_bytes(), JENIS_ISI[hasil["bentuk"]], hasil["nama"])


@require_safe
def perhitungan(request: HttpRequest, pk: int, bentuk: str) -> HttpResponse:
    """The form of one version of one post."""
    lihat_kebutuhan.check(request.user)
    kini = timezone.now()
    per = timezone.localdate(kini)
    satu = selectors.formulir_satu(request.user, pk, per=per)
    if satu is None or bentuk not in BENTUK:
        raise Http404
    unit = satu.perhitungan.formasi.unit.nama
    cap = Cap(request.user, kini)
    return _berkas(BENTUK[bentuk]([satu], nama="formulir-abk", unit=unit, per=per, cap=cap))

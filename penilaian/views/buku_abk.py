"""Buku ABK: task rows out to an office as a workbook and back, and its papers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisasi.izin import Izin
from organisasi.models import Proses
from organisasi.policies import mengimpor
from organisasi.services.cetak import JENIS_ISI
from penilaian.forms.buku_abk import PilihUnitForm
from penilaian.policies.cetak_abk import langsung
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors.buku_abk import formasi_buku, ringkasan_buku
from penilaian.selectors.cetak_abk import jumlah_formulir
from penilaian.selectors.kebutuhan import boleh
from penilaian.services.buku_abk import isi_buku_abk
from penilaian.services.cetak_abk_latar import CETAK
from toolkit.pages import render_page, unduhan

CETAKAN_TAMPIL = 5


@require_safe
def buku(request: HttpRequest) -> HttpResponse:
    """Choose an office; how far its tasks are written, and everything to take along."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = PilihUnitForm(request.GET, pengguna=request.user, per=per)
    unit = form.unit_terpilih()
    formulir = jumlah_formulir(request.user, unit, per=per)
    r = ringkasan_buku(formasi_buku(request.user, unit, per=per))
    context: dict[str, Any] = {"form": form, "unit": unit, "r": r, "formulir": formulir}
    context["lama"] = _lama(formulir=formulir, rekap=r.formasi)
    cetakan = Proses.objects.for_user(request.user, semua=False).berjenis(CETAK)
    context["cetakan"] = cetakan[:CETAKAN_TAMPIL]
    context["boleh_usul"] = boleh(request.user, Izin.KEBUTUHAN_USUL, per=per)
    context["boleh_impor"] = mengimpor.allows(Izin.IMPOR_KEBUTUHAN, request.user)
    return render_page(request, "penilaian/buku_abk.html", context)


def _lama(**banyak: int) -> dict[str, bool]:
    """Which papers take too long to wait for."""
    return {
        f"{isi}_{bentuk}": not langsung.allows(isi, bentuk, n)
        for isi, n in banyak.items()
        for bentuk in ("pdf", "xlsx")
    }


@require_safe
def unduh(request: HttpRequest) -> HttpResponse:
    """The workbook of the office, prefilled."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = PilihUnitForm(request.GET, pengguna=request.user, per=per)
    formasi = formasi_buku(request.user, form.unit_terpilih(), per=per)
    isi = isi_buku_abk(formasi, baris_kosong=form.baris_kosong)
    return unduhan(isi, JENIS_ISI["xlsx"], f"buku-abk-{per:%Y-%m-%d}.xlsx")

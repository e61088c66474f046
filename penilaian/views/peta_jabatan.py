"""Peta jabatan: the tree of an office as boxes with their posts, on screen and on paper."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisasi.services.cetak import JENIS_ISI, Cap
from penilaian.forms.buku_abk import PilihUnitForm
from penilaian.policies.cetak_abk import muat_di_peta
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import peta_jabatan as selectors
from penilaian.services.cetak_abk_peta import KERTAS, peta_pdf
from toolkit.pages import render_page, unduhan


@require_safe
def peta(request: HttpRequest) -> HttpResponse:
    """A branch as boxes; deeper ones are shut where the page would grow too large."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = PilihUnitForm(request.GET, pengguna=request.user, per=per)
    unit = selectors.akar_peta(request.user, form.unit_terpilih(), per=per)
    context = {"form": form, "per": per, "unit": unit}
    if unit is not None:
        hasil = selectors.peta(request.user, unit, per=per, hal=request.GET.get("hal"))
        jumlah = hasil.akar.jumlah["posisi"]
        context |= {"peta": hasil, "akar": hasil.akar, "page": hasil.halaman}
        context["terlalu_besar"] = muat_di_peta.reasons(jumlah)
    return render_page(request, "penilaian/peta_jabatan.html", context, fragment="peta")


@require_safe
def cetak(request: HttpRequest, kertas: str) -> HttpResponse:
    """The chart of one office to hang on the wall."""
    lihat_kebutuhan.check(request.user)
    kini = timezone.now()
    per = timezone.localdate(kini)
    form = PilihUnitForm(request.GET, pengguna=request.user, per=per)
    unit = selectors.akar_peta(request.user, form.unit_terpilih(), per=per)
    if unit is None or kertas not in KERTAS:
        raise Http404
    akar = selectors.lengkap(request.user, unit, per=per)
    muat_di_peta.check(akar.jumlah["posisi"])
    hasil = peta_pdf(akar, kertas, per=per, cap=Cap(request.user, kini))
    return unduhan(hasil.isi, JENIS_ISI[hasil.bentuk], hasil.nama)

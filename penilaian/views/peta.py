"""Pictures of needs: the heat map of offices and families, and the map of districts."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from penilaian.forms.peta import SaringanPanas, SaringanWilayah
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import peta_panas as panas
from penilaian.selectors.peta_wilayah import peta_wilayah
from penilaian.services.buku_peta import buku_peta
from toolkit.pages import render_page

BARIS = 40  # rows of one page of the heat map: a whole kabupaten, or a part of its schools


@require_safe
def peta_panas(request: HttpRequest) -> HttpResponse:
    """Where the gaps lie: offices × families of posts, each cell a door."""
    form, peta = _peta(request)
    page = Paginator(peta.baris, BARIS).get_page(request.GET.get("hal"))
    context = {"per": timezone.localdate(), "form": form, "p": peta, "page": page}
    return render_page(request, "penilaian/peta_panas.html", context, fragment="peta")


@require_safe
def ekspor_peta(request: HttpRequest) -> FileResponse:
    """The same picture, all rows, as a workbook."""
    form, peta = _peta(request)
    return buku_peta(peta, form.kata, per=timezone.localdate())


def _peta(request: HttpRequest) -> tuple[SaringanPanas, panas.PetaPanas]:
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = SaringanPanas(request.GET, pengguna=request.user, per=per)
    peta = panas.peta_panas(request.user, form, per=per)
    if peta is None:
        raise Http404
    return form, peta


@require_safe
def peta_kecamatan(request: HttpRequest) -> HttpResponse:
    """The districts where people are missing, at their coordinates."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = SaringanWilayah(request.GET, pengguna=request.user, per=per)
    context = {"per": per, "form": form, "p": peta_wilayah(request.user, form, per=per)}
    return render_page(request, "penilaian/peta_wilayah.html", context, fragment="peta")

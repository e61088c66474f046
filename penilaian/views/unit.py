"""Pages of units by their load: one unit, and all groups beside each other."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import keseimbangan as baca
from penilaian.selectors.unit_kebutuhan import halaman_unit
from toolkit.pages import page_of, render_page


@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: what it lacks and has too much of, and how evenly its work is spread."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    hasil = halaman_unit(request.user, pk, per=per)
    if hasil is None:
        raise Http404
    context = {"per": per, "h": hasil, "page": page_of(request, hasil.posisi)}
    return render_page(request, "penilaian/unit.html", context, fragment="pos")


@require_safe
def keseimbangan(request: HttpRequest) -> HttpResponse:
    """The spread of load compared between OPD, units, kinds of unit or job families."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    kelompok, urut = request.GET.get("kelompok", "opd"), request.GET.get("urut", "simpangan")
    hasil = baca.halaman_seimbang(request.user, per=per, kelompok=kelompok, urut=urut)
    context = {
        "per": per,
        "h": hasil,
        "page": page_of(request, hasil.baris),
        "kelompok": baca.KELOMPOK.items(),
        "urutan": baca.URUTAN.items(),
    }
    return render_page(request, "penilaian/keseimbangan.html", context, fragment="tabel")

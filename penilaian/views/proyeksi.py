"""Needs and holders to five years on: the years, the posts of one year, seats soon empty."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from penilaian.forms.proyeksi import SaringanProyeksi
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors import proyeksi as baca
from toolkit.pages import page_of, render_page


def _buka(request: HttpRequest) -> dict[str, Any]:
    """Who may, on which day, with which dials."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    return {"per": per, "form": SaringanProyeksi(request.GET, pengguna=request.user, per=per)}


@require_safe
def proyeksi(request: HttpRequest) -> HttpResponse:
    """Year by year, shortage and excess apart."""
    context = _buka(request)
    context["h"] = baca.proyeksi(request.user, context["form"], per=context["per"])
    return render_page(request, "penilaian/proyeksi.html", context, fragment="hasil")


@require_safe
def posisi(request: HttpRequest) -> HttpResponse:
    """The posts behind one year."""
    context = _buka(request)
    hasil = baca.proyeksi(request.user, context["form"], per=context["per"])
    tahun = baca.tahun_dipilih(hasil, request.GET.get("tahun", ""))
    keadaan = request.GET.get("keadaan", "kurang")
    keadaan = keadaan if keadaan in baca.KEADAAN else ""
    rows = baca.posisi_tahun(hasil, tahun, keadaan)
    context |= {"h": hasil, "tahun": tahun, "keadaan": keadaan, "page": page_of(request, rows)}
    context |= {"pilihan": baca.KEADAAN.items(), "t": hasil.hasil.tahun[tahun - hasil.awal.tahun]}
    return render_page(request, "penilaian/proyeksi_posisi.html", context, fragment="tabel")


@require_safe
def menjelang(request: HttpRequest) -> HttpResponse:
    """Seats somebody leaves within the months of the constant."""
    context = _buka(request)
    rows = baca.menjelang_lowong(request.user, context["form"], per=context["per"])
    context |= {"segera": sum(1 for r in rows if r.segera), "page": page_of(request, rows)}
    return render_page(request, "penilaian/proyeksi_menjelang.html", context, fragment="tabel")

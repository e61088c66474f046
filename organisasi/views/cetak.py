"""Documents as an answer: never cached, never opened inside the browser's own page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from organisasi.selectors import instansi
from organisasi.services.aktivasi import SlipTercetak
from toolkit.pdf import buat_pdf
from toolkit.templatetags.tampilan import tanggal


def lembar_slip(request: HttpRequest, slip: Sequence[SlipTercetak]) -> HttpResponse:
    """The slips as one PDF; the codes exist nowhere else."""
    kini = timezone.now()
    pdf = buat_pdf("slip_aktivasi.typ", _isi(request, slip, kini), waktu=kini)
    response = HttpResponse(pdf.isi, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="slip-aktivasi-{kini:%Y%m%d-%H%M}.pdf"'
    response["Cache-Control"] = "no-store, private"
    return response


def _isi(request: HttpRequest, slip: Sequence[SlipTercetak], kini: datetime) -> dict[str, object]:
    return {
        "instansi": str(instansi() or ""),
        "alamat": request.build_absolute_uri(reverse("organisasi:aktivasi")),
        "dicetak": tanggal(kini),
        "petugas": str(request.user),
        "slip": [
            {
                "nama": s.pengguna.nama, "nama_pengguna": s.pengguna.nama_pengguna,
                "unit": s.unit, "berlaku_sampai": tanggal(s.berlaku_sampai),
                "kode": s.kode_berkelompok,
            }
            for s in slip
        ],
    }  # fmt: skip

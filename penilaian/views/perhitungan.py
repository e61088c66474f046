"""Pages of computed needs: one version with its tasks, constants, makers and the other versions."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.selectors.perhitungan import halaman_hitung
from penilaian.selectors.perhitungan_jalan import jalan_hitung
from toolkit.pages import page_of, render_page


@require_safe
def perhitungan(request: HttpRequest, pk: int) -> HttpResponse:
    """One version, every task of it."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    hasil = halaman_hitung(request.user, pk, per=per)
    if hasil is None:
        raise Http404
    context = {"h": hasil, "r": hasil.rincian, "p": hasil.posisi}
    context["j"] = jalan_hitung(request.user, hasil, per=per)
    context["page"] = page_of(request, hasil.rincian.tugas)
    return render_page(request, "penilaian/perhitungan.html", context, fragment="tugas")

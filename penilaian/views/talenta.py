"""Pages of the nine boxes: the grid, and the list behind its numbers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from penilaian.forms.kompetensi import SaringanKotak
from penilaian.policies.kompetensi import kelola
from penilaian.policies.talenta import lihat_talenta
from penilaian.selectors import talenta as baca
from toolkit.pages import page_of, render_page


@require_safe
def papan(request: HttpRequest) -> HttpResponse:
    """How many stand in each box, with the official recommendation."""
    per = timezone.localdate()
    lihat_talenta.check(request.user, per=per)
    form = SaringanKotak(request.GET, pengguna=request.user, per=per)
    s = form.saringan
    hasil = baca.papan_talenta(request.user, per=per, tahun=s.tahun, opd=s.opd, rumpun=s.rumpun)
    _catat(request, hasil.orang, "membuka kotak talenta")
    tanpa = kelola.reasons(request.user, per=per)
    context = {"per": per, "form": form, "p": hasil, "s": s, "tanpa_kelola": tanpa}
    return render_page(request, "penilaian/talenta.html", context, fragment="tabel")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The people behind a number of the grid."""
    per = timezone.localdate()
    lihat_talenta.check(request.user, per=per)
    form = SaringanKotak(request.GET, pengguna=request.user, per=per)
    page = page_of(request, baca.daftar_talenta(request.user, form.saringan, per=per))
    _catat(request, len(page), "membuka daftar kotak talenta")
    baris = baca.periksa(list(page), per=per)
    context = {"per": per, "form": form, "s": form.saringan, "page": page, "baris": baris}
    return render_page(request, "penilaian/talenta_daftar.html", context, fragment="tabel")


def _catat(request: HttpRequest, jumlah: int, alasan: str) -> None:
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa="kotak talenta", alasan=alasan, jumlah=jumlah,
            saringan=request.GET.urlencode(),
        )  # fmt: skip

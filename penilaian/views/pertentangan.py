"""Pages of contradictions: the numbers, and the people behind each."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from organisasi.izin import Izin
from organisasi.policies import memegang
from penilaian.forms.pertentangan import AndaiForm, SaringanPertentangan
from penilaian.selectors import pertentangan as selectors
from toolkit.pages import page_of, render_page


@require_safe
def ringkasan(request: HttpRequest) -> HttpResponse:
    """How many contradict, and how the predicates of each OPD are spread."""
    memegang.check(Izin.NILAI_LIHAT, request.user)
    per = timezone.localdate()
    form = AndaiForm(request.GET, per=per)
    r = selectors.ringkasan(request.user, form.nomor_tahun, form.predikat, per=per)
    context = {"form": form, "r": r, "andai": form.predikat, "page": page_of(request, r.sebaran)}
    return render_page(request, "penilaian/pertentangan.html", context, fragment="tabel")


@require_safe
def baris(request: HttpRequest) -> HttpResponse:
    """The people behind a number, with the sentence of each contradiction."""
    memegang.check(Izin.NILAI_LIHAT, request.user)
    per = timezone.localdate()
    form = SaringanPertentangan(request.GET, pengguna=request.user, per=per)
    rows = selectors.daftar_predikat(request.user, form.nomor_tahun, form.isi(), per=per)
    page = page_of(request, rows)
    isi = selectors.sebutkan(list(page.object_list), form.nomor_tahun, per=per)
    if isi:
        akses.lihat_daftar(
            oleh=request.user, apa="predikat kinerja", alasan="memeriksa pertentangan data",
            jumlah=len(isi), saringan=request.GET.urlencode(),
        )  # fmt: skip
    context = {"form": form, "page": page, "rows": isi, "tahun": form.nomor_tahun}
    return render_page(request, "penilaian/pertentangan_baris.html", context, fragment="tabel")

"""The list of all cases one may know of, and its workbook."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mutasi.columns.usulan import USULAN
from mutasi.forms.usulan_saring import SaringanUsulan
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.selectors import usulan as baca
from mutasi.services.usulan_buku import buku
from mutasi.views.usulan_bersama import catat_daftar, masuk
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Cases by state, kind, stage, source and words."""
    per, form = masuk(request), SaringanUsulan(request.GET)
    hasil = baca.daftar(request.user, form.isi(), per=per)  # type: ignore[arg-type]
    page = page_of(request, hasil.rows)
    baca.beri_siapa(page.object_list, per=per)
    catat_daftar(request, len(page.object_list), saringan=form.kalimat())
    context = {"d": hasil, "form": form, "page": page, "tersaring": any(form.isi().values())}
    return render_page(request, "mutasi/usulan.html", context, fragment="tabel")


@require_safe
def ekspor(request: HttpRequest) -> FileResponse:
    """The same rows to take home."""
    per, form = masuk(request), SaringanUsulan(request.GET)
    rows = list(baca.tersaring(request.user, form.isi(), per=per).with_names())  # type: ignore[arg-type]
    baca.beri_siapa(rows, per=per)
    return buku(
        rows, USULAN, judul="Usulan mutasi", nama="usulan", saringan=form.kalimat(),
        oleh=request.user, per=per, rahasia_sampai=rahasia_sampai(per, per=per),
    )  # fmt: skip

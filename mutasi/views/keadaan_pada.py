"""What will be true on a later day: the page and its workbook."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mutasi.columns.keadaan_pada import KEADAAN_PADA
from mutasi.forms.pelaksanaan import SaringanKeadaan
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.policies import pelaksanaan as policies
from mutasi.selectors import keadaan_pada as baca
from mutasi.services.usulan_buku import buku
from mutasi.views.usulan_bersama import catat_daftar
from toolkit.pages import page_of, render_page


def _form(request: HttpRequest) -> SaringanKeadaan:
    per = timezone.localdate()
    policies.buka_keadaan.check(request.user, per=per)  # type: ignore[arg-type]
    return SaringanKeadaan(request.GET, per=per)


@require_safe
def halaman(request: HttpRequest) -> HttpResponse:
    """Posts that change until the day."""
    form = _form(request)
    hasil = baca.keadaan_pada(request.user, form.hari, per=form.per, **form.isi())
    page = page_of(request, hasil.pos)
    baca.beri_orang(page.object_list)
    catat_daftar(request, len(page.object_list), saringan=form.kalimat())
    context = {"k": hasil, "form": form, "page": page, "hari": form.hari, "per": form.per}
    return render_page(request, "mutasi/keadaan_pada.html", context, fragment="tabel")


@require_safe
def ekspor(request: HttpRequest) -> FileResponse:
    """The same posts, a row per person who leaves or comes."""
    form = _form(request)
    hasil = baca.keadaan_pada(request.user, form.hari, per=form.per, **form.isi())
    baca.beri_orang(hasil.pos)
    rows = [(p, g) for p in hasil.pos for g in (*p.keluar, *p.masuk)]
    return buku(
        rows, KEADAAN_PADA, judul="Keadaan pada tanggal", nama=f"keadaan-{form.hari:%Y-%m-%d}",
        saringan=form.kalimat(), oleh=request.user, per=form.per,
        rahasia_sampai=rahasia_sampai(form.hari, per=form.per),
    )  # fmt: skip

"""Ready for I-MUT: what BKN would refuse, per person of a file; and the export operators retype."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.selectors.berkas_kesiapan import boleh_kesiapan, kesiapan_berkas, pindahan_berkas
from mutasi.services.imut_buku import buku_imut
from mutasi.views.usulan_bersama import ambil_berkas, catat_daftar, masuk

PER_HALAMAN = 50
BENTUK: tuple[Literal["xlsx", "csv"], ...] = ("xlsx", "csv")


@require_safe
def kesiapan(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who could be sent today, and what the others lack."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    boleh_kesiapan.check(request.user, per=per)  # type: ignore[arg-type]
    isi = kesiapan_berkas(berkas, request.user, per=per)  # type: ignore[arg-type]
    catat_daftar(request, len(isi.baris))
    page = Paginator(isi.baris, PER_HALAMAN).get_page(request.GET.get("hal"))
    return render(request, "mutasi/berkas_kesiapan.html", {"b": berkas, "k": isi, "page": page})


@require_safe
def ekspor(request: HttpRequest, pk: UUID, bentuk: str) -> FileResponse:
    """The cases of the file by the names of SIASN."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    boleh_kesiapan.check(request.user, per=per)  # type: ignore[arg-type]
    pilih = next((satu for satu in BENTUK if satu == bentuk), None)
    if pilih is None:
        raise Http404
    baris = pindahan_berkas(berkas, request.user, per=per)  # type: ignore[arg-type]
    return buku_imut(
        baris, oleh=request.user, per=per, nama=berkas.nomor, bentuk=pilih,
        rahasia_sampai=rahasia_sampai(berkas.tmt, per=per),
    )  # fmt: skip

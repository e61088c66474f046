"""Files on their way in: the list, the upload, the preview, the report."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from jejak import akses
from organisasi import selectors_impor as reads
from organisasi.forms_impor import PemetaanForm, UnggahForm
from organisasi.impor import JENIS
from organisasi.models import Impor, StatusImpor
from organisasi.services import impor_berkas as acts
from organisasi.services.impor_unduh import buku_ditolak, buku_templat
from toolkit.pages import CappedPaginator, page_of, render_page
from toolkit.policy import NotAllowed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ORANG_PER_HALAMAN = 25


def _milik(request: HttpRequest, pk: int) -> Impor:
    return get_object_or_404(reads.impor_terlihat(request.user), pk=pk)


def _buku(isi: bytes, nama: str) -> HttpResponse:
    jawaban = HttpResponse(isi, content_type=XLSX)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}.xlsx"'
    return jawaban


def _catat_lihat(request: HttpRequest, impor: Impor, apa: str, jumlah: int) -> None:
    """Rows of a file about people are personal data, whoever brought it."""
    if JENIS[impor.jenis].izin in reads.PRIBADI and jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa=apa, alasan="memeriksa berkas impor", jumlah=jumlah,
            saringan=f"impor {impor.pk} {request.GET.urlencode()}".strip(),
        )  # fmt: skip


@require_GET
def daftar(request: HttpRequest) -> HttpResponse:
    """Kinds in the order of a first load, then the files brought so far."""
    jenis = reads.daftar_jenis(request.user)
    if not jenis:
        raise NotAllowed("Anda tidak berhak mengimpor berkas.")
    page = page_of(request, reads.impor_terlihat(request.user))
    reads.sebut_jenis(page)
    context = {"jenis": jenis, "page": page}
    return render_page(request, "organisasi/impor.html", context, fragment="riwayat")


@require_http_methods(["GET", "POST"])
def unggah(request: HttpRequest, kode: str) -> HttpResponse:
    """Bring one file of one kind."""
    jenis = reads.jenis_terlihat(kode, request.user)
    if jenis.pintu:
        return redirect(jenis.pintu)
    form = UnggahForm(
        request.POST or None, request.FILES or None, jenis=jenis, hari_ini=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        impor = acts.unggah(
            form.cleaned_data["berkas"], jenis=jenis, per=form.cleaned_data["per"],
            parameter=form.isi_parameter, oleh=request.user,
        )  # fmt: skip
        return redirect("organisasi:impor-rincian", pk=impor.pk)
    status = 422 if form.is_bound else 200
    context = {"form": form, "jenis": jenis}
    return render(request, "organisasi/impor_unggah.html", context, status=status)


@require_GET
def templat(request: HttpRequest, kode: str) -> HttpResponse:
    """Our own template of a kind."""
    jenis = reads.jenis_terlihat(kode, request.user)
    isi, jumlah = buku_templat(jenis, oleh=request.user)
    if jumlah and jenis.izin in reads.PRIBADI:
        akses.lihat_ekspor(
            oleh=request.user, apa=f"templat {jenis.label}", alasan="mengisi templat impor",
            jumlah=jumlah,
        )  # fmt: skip
    return _buku(isi, f"templat-{jenis.kode}")


@require_GET
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """Progress, preview or report, as far as the file has come."""
    impor = _milik(request, pk)
    context = reads.rincian(impor, request.user)
    response = render_page(request, "organisasi/impor_rincian.html", context, fragment="kemajuan")
    if getattr(request, "htmx", None) and (impor.proses is None or impor.proses.berakhir):
        response["HX-Refresh"] = "true"
    return response


@require_GET
def temuan(request: HttpRequest, pk: int) -> HttpResponse:
    """Refused cells and warnings, by kind."""
    impor = _milik(request, pk)
    saring = {nama: request.GET.get(nama, "") for nama in ("tingkat", "kode", "kolom")}
    page = page_of(request, reads.temuan(impor, **saring))
    _catat_lihat(request, impor, "temuan pada baris berkas", len(page))
    context = {**reads.kepala(impor), "saring": saring, "page": page}
    return render_page(request, "organisasi/impor_temuan.html", context, fragment="tabel")


@require_GET
def perubahan(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is new, changed cell by cell, or gone."""
    impor = _milik(request, pk)
    saring = {nama: request.GET.get(nama, "") for nama in ("macam", "kolom", "kunci")}
    saring["macam"] = saring["macam"] or "berubah"
    rows = reads.perubahan(impor, **saring)
    page = CappedPaginator(rows, ORANG_PER_HALAMAN).get_page(request.GET.get("hal"))
    _catat_lihat(request, impor, f"daftar {saring['macam']} menurut berkas", len(page))
    context = {**reads.kepala(impor), "saring": saring, "page": page, "maks_sel": reads.MAKS_SEL}
    return render_page(request, "organisasi/impor_perubahan.html", context, fragment="tabel")


@require_GET
def ditolak(request: HttpRequest, pk: int) -> HttpResponse:
    """The refused rows as a workbook with the reasons beside them."""
    impor = _milik(request, pk)
    isi, jumlah = buku_ditolak(impor)
    if JENIS[impor.jenis].izin in reads.PRIBADI:
        akses.lihat_ekspor(
            oleh=request.user, apa="baris impor yang ditolak", alasan="memperbaiki berkas",
            jumlah=jumlah, saringan=f"impor {impor.pk}",
        )  # fmt: skip
    return _buku(isi, f"baris-ditolak-{impor.pk}")


@require_http_methods(["GET", "POST"])
def petakan(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which column of an unknown layout is which."""
    impor = _milik(request, pk)
    if impor.status != StatusImpor.PERLU_PEMETAAN:
        return redirect("organisasi:impor-rincian", pk=pk)
    jenis = JENIS[impor.jenis]
    kepala = impor.ringkasan.get("kepala", [])
    _catat_lihat(request, impor, "contoh isi kolom", max((len(c) for _, c in kepala), default=0))
    form = PemetaanForm(request.POST or None, kepala=kepala, kolom=jenis.kolom)
    if request.method == "POST" and form.is_valid():
        acts.petakan(pk, pemetaan=form.pemetaan, oleh=request.user)
        return redirect("organisasi:impor-rincian", pk=pk)
    context = {"impor": impor, "jenis": jenis, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "organisasi/impor_petakan.html", context, status=status)


@require_POST
def periksa(request: HttpRequest, pk: int) -> HttpResponse:
    """Look at the file once more."""
    acts.minta_periksa(_milik(request, pk).pk, oleh=request.user)
    return redirect("organisasi:impor-rincian", pk=pk)


@require_POST
def terapkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Queue the applying."""
    acts.minta_terapkan(_milik(request, pk).pk, oleh=request.user)
    return redirect("organisasi:impor-rincian", pk=pk)


@require_POST
def buang(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw the file away."""
    impor = acts.buang(_milik(request, pk).pk, oleh=request.user)
    messages.success(request, f"Berkas {impor.nama_berkas} dibuang.")
    return redirect("organisasi:impor")

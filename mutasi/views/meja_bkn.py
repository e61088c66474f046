"""The desk of BKN and of permits: the heaps, and one step with the ticked cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from mutasi.forms import meja as forms
from mutasi.policies import bkn as policies
from mutasi.selectors import meja_bkn as baca
from mutasi.selectors.meja_putusan import Saring
from mutasi.views.massal import kerjakan
from mutasi.views.meja_putusan import lapor
from mutasi.views.usulan_bersama import catat_daftar
from organisasi.services.disposisi import JENIS_ISI
from toolkit.pages import render_page

PER_HALAMAN = 100


@dataclass(frozen=True)
class Langkah:
    """One step: its words and its form (None: nothing is asked); its act stands under its name in
    ``massal_latar.PERBUATAN``."""

    judul: str
    tombol: str
    form: type[forms.LangkahForm] | None
    izin: bool = False


LANGKAH: dict[str, Langkah] = {
    "usulkan": Langkah("Catat usul ke BKN", "Diusulkan ke I-MUT", forms.UsulForm),
    "pertek": Langkah("Catat pertek", "Pertek terbit", forms.PertekForm),
    "otomatis": Langkah(
        "Catat persetujuan otomatis", "Disetujui otomatis", forms.OtomatisForm
    ),
    "kembali": Langkah("Catat pengembalian BKN", "Dikembalikan BKN", forms.JawabanForm),
    "tolak": Langkah("Catat penolakan BKN", "Ditolak BKN", forms.JawabanForm),
    "surat": Langkah("Catat surat antarinstansi", "Catat surat", forms.SuratForm),
    "lengkapi": Langkah("Surat antarinstansi lengkap", "Teruskan ke BKN", None),
    "izin": Langkah("Catat izin pejabat luar", "Catat izin", forms.IzinForm, izin=True),
    "teruskan": Langkah("Semua izin sudah ada", "Teruskan ke PPK", None),
    "tolak-izin": Langkah(
        "Catat penolakan izin", "Izin ditolak", forms.TolakIzinForm, izin=True
    ),
}  # fmt: skip


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The heaps; one of them open."""
    per = timezone.localdate()
    policies.buka_meja_bkn.check(request.user, per=per)
    kode, saring = request.GET.get("bagian", ""), Saring.dari(request.GET)
    d = baca.meja_bkn(request.user, kode, saring, per=per)
    page = Paginator(d.rows, PER_HALAMAN).get_page(request.GET.get("hal"))
    baris = baca.lengkapi(d.bagian, list(page.object_list), per=per)
    catat_daftar(request, len(baris), saringan=saring.q)
    context = {"d": d, "page": page, "baris": baris, "per": per}
    context["langkah"] = [(nama, LANGKAH[nama]) for nama in d.bagian.langkah]
    context["boleh_catat"] = policies.mencatat.allows(request.user, per=per)
    return render_page(request, "mutasi/meja_bkn.html", context, fragment="tabel")


@require_POST
def langkah(request: HttpRequest, bagian: str, langkah: str) -> HttpResponse:
    """One step with the ticked cases: its form first, then the report per row."""
    per, tumpukan = timezone.localdate(), baca.MENURUT_KODE.get(bagian)
    policies.mencatat.check(request.user, per=per)
    if tumpukan is None or langkah not in tumpukan.langkah:
        raise Http404
    apa, yakin = LANGKAH[langkah], request.POST.get("yakin") == "ya"
    ids = list(forms.dibaca(request.POST.getlist("pilih")))
    rows = baca.terpilih(request.user, ids, tumpukan, per=per)
    form = _form(apa, request, rows, per=per, yakin=yakin)
    if not rows or (form is not None and not (yakin and form.is_valid())):
        return _tanya(request, tumpukan, langkah, rows, form, salah=yakin)
    isi = form.isi() if form is not None else {}
    return _kerjakan(request, langkah, ids, isi)


def _kerjakan(
    request: HttpRequest, langkah: str, ids: list[UUID], isi: dict[str, Any]
) -> HttpResponse:
    judul, kembali = "BKN dan izin luar", "mutasi:meja-bkn"
    return kerjakan(
        request, f"bkn-{langkah}", ids, isi, judul=LANGKAH[langkah].judul,
        kembali=reverse(kembali),
        lapor=lambda hasil: lapor(request, hasil, judul=judul, kembali=kembali),
    )  # fmt: skip


def _form(
    apa: Langkah, request: HttpRequest, rows: list[Any], *, per: date, yakin: bool
) -> forms.LangkahForm | None:
    if apa.form is None:
        return None
    lain: dict[str, Any] = {"izin": baca.pilihan_izin(rows, per=per)} if apa.izin else {}
    if yakin:
        return apa.form(request.POST, request.FILES, **lain)
    return apa.form(initial={"tanggal": per, "diusulkan": per}, **lain)


def _tanya(
    request: HttpRequest, tumpukan: baca.Bagian, nama: str, rows: list[Any], form: Any,
    *, salah: bool,
) -> HttpResponse:  # fmt: skip
    """The form of the step, above the cases it will touch."""
    catat_daftar(request, len(rows))
    context = {"b": tumpukan, "nama": nama, "apa": LANGKAH[nama], "rows": rows, "form": form}
    status = 422 if salah and rows else 200
    return render(request, "mutasi/meja_bkn_langkah.html", context, status=status)


@require_safe
def dokumen(request: HttpRequest, pk: int) -> FileResponse:
    """The scan of a paper, as a download: what came from outside is not opened in our page."""
    per = timezone.localdate()
    policies.buka_meja_bkn.check(request.user, per=per)
    return _unduh(get_object_or_404(baca.surat_terlihat(request.user, per=per), pk=pk).berkas)


@require_safe
def pertek(request: HttpRequest, pk: int) -> FileResponse:
    """The file of a pertek."""
    per = timezone.localdate()
    policies.buka_meja_bkn.check(request.user, per=per)
    return _unduh(get_object_or_404(baca.pertek_terlihat(request.user, per=per), pk=pk).berkas)


def _unduh(berkas: Any) -> FileResponse:
    nama = str(berkas.name).rsplit("/", 1)[-1]
    jenis = JENIS_ISI.get(nama.rsplit(".", 1)[-1], "application/octet-stream")
    return FileResponse(
        berkas.open("rb"), as_attachment=True, filename=nama, content_type=jenis
    )  # fmt: skip

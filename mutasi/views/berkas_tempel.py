"""Many lines pasted from a sheet: what they would become, then what became of each."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from jejak import akses
from mutasi.forms.berkas_tempel import TempelForm
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.models import BerkasMutasi
from mutasi.policies import berkas as policies
from mutasi.services import berkas_tempel as acts
from mutasi.services.jalan import HasilBaris
from mutasi.views.massal import kerjakan
from mutasi.views.usulan_bersama import ambil_berkas, masuk

# Lines with a list to choose from on one page: more are mended in the sheet first.
MAKS_PILIHAN = 40


@require_http_methods(["GET", "HEAD", "POST"])
def tempel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Read the lines, show what they mean, and write them once that was seen."""
    per, berkas = masuk(request), ambil_berkas(request, pk)
    policies.ubah_berkas.check(berkas, request.user, per=per)  # type: ignore[arg-type]
    form = TempelForm.tempel(request.POST, berkas, pengguna=request.user, per=per)  # type: ignore[arg-type]
    if not form.is_valid():
        return _halaman(request, berkas, form, None)
    hasil = acts.periksa(
        berkas, form.cleaned_data["baris"], form.bersama(), form.pilihan(request.POST),
        oleh=request.user, per=per,  # type: ignore[arg-type]
    )  # fmt: skip
    _catat(request, berkas, hasil)
    terbaca = request.POST.get("diperiksa") == hasil.sidik
    if request.POST.get("langkah") == "tulis" and terbaca and hasil.baik:
        return _tulis(request, berkas, form, hasil)
    return _halaman(request, berkas, form, hasil)


def _halaman(
    request: HttpRequest, berkas: BerkasMutasi, form: TempelForm, hasil: acts.Pemeriksaan | None
) -> HttpResponse:
    """422 when something was to be written and was not."""
    menulis = request.POST.get("langkah") == "tulis"
    context = {
        "b": berkas, "form": form, "x": hasil, "maks_pilihan": MAKS_PILIHAN, "gagal": menulis,
        "berubah": hasil is not None and request.POST.get("diperiksa") != hasil.sidik,
    }  # fmt: skip
    status = 422 if form.errors or menulis else 200
    return render(request, "mutasi/berkas_tempel.html", context, status=status)


def _tulis(
    request: HttpRequest, berkas: BerkasMutasi, form: TempelForm, hasil: acts.Pemeriksaan
) -> HttpResponse:
    baris = {
        str(pk): [b.t.nomor, b.orang.pk, b.ke.pk]
        for pk, b in hasil.menurut_id.items() if b.orang and b.ke
    }  # fmt: skip
    return kerjakan(
        request, "tempel", list(hasil.menurut_id),
        {"berkas": str(berkas.pk), "baris": baris, **form.bersama()},
        judul="Tempel dari Excel", kembali=reverse("mutasi:berkas-lembar", args=[berkas.pk]),
        lapor=lambda jadi: _lapor(request, berkas, hasil, jadi, form),
    )  # fmt: skip


def _lapor(
    request: HttpRequest, berkas: BerkasMutasi, hasil: acts.Pemeriksaan, jadi: list[HasilBaris],
    form: TempelForm,
) -> HttpResponse:  # fmt: skip
    """What became of each line; those left over can be mended and pasted again."""
    semua = [(hasil.menurut_id[h.usulan], h) for h in sorted(jadi, key=lambda h: h.berhasil)]
    sisa = [*hasil.kurang, *(b for b, h in semua if not h.berhasil)]
    context = {
        "b": berkas, "kurang": hasil.kurang, "hasil": semua, "sisa": len(sisa),
        "berhasil": len(hasil.baris) - len(sisa),
        "teks_sisa": "\n".join(b.t.teks for b in sorted(sisa, key=lambda b: b.t.nomor)),
        "bersama": [(nama, form.data.get(nama, "")) for nama in form.fields if nama != "baris"],
    }  # fmt: skip
    return render(request, "mutasi/berkas_tempel_hasil.html", context)


def _catat(request: HttpRequest, berkas: BerkasMutasi, hasil: acts.Pemeriksaan) -> None:
    sampai = rahasia_sampai(berkas.tmt, per=timezone.localdate())
    akses.lihat_daftar(
        oleh=request.user, jumlah=sum(b.orang is not None for b in hasil.baris),  # type: ignore[arg-type]
        apa="usulan mutasi", alasan="menempel baris ke berkas mutasi", rahasia_sampai=sampai,
    )  # fmt: skip

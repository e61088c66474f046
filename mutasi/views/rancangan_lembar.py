"""What the doors of one draft share: finding it, drawing it, answering an act in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from jejak import akses
from mutasi.kernel.rahasia import rahasia_sampai
from mutasi.models import BarisRancangan, Rancangan
from mutasi.policies import rancangan as policies
from mutasi.selectors import rancangan as bacaan
from mutasi.selectors.rancangan_langkah import dalam_kata
from mutasi.services.rancangan_langkah import tumpukan

PER_HALAMAN = 100
# Looking into a draft is noted, but neither for whom nor in words that tell of it, and shown to
# nobody before the plan is known anyway: a year after the day it is made for.
LIHAT = {"apa": "rancangan rahasia", "alasan": "rancangan rahasia"}


def ambil(request: HttpRequest, pk: UUID) -> Rancangan:
    """One's own draft; for everybody else there is none."""
    rancangan = bacaan.ambil(request.user, pk, per=timezone.localdate())  # type: ignore[arg-type]
    if rancangan is None:
        raise Http404
    return rancangan


def ambil_baris(rancangan: Rancangan, pk: int) -> BarisRancangan:
    """A line of it, struck or not."""
    baris = rancangan.baris.select_related("pegawai", "ke", "diubah_oleh").filter(pk=pk).first()
    if baris is None:
        raise Http404
    return baris


def catat_lihat(
    request: HttpRequest, rancangan: Rancangan, jumlah: int, *, ekspor: bool = False
) -> None:
    """One row of the access log, sealed for a year beyond the day of the plan."""
    sampai = rahasia_sampai(rancangan.tmt, per=timezone.localdate())
    catat = akses.lihat_ekspor if ekspor else akses.lihat_daftar
    catat(oleh=request.user, jumlah=jumlah, rahasia_sampai=sampai, **LIHAT)  # type: ignore[arg-type]


def isi_lembar(request: HttpRequest, rancangan: Rancangan) -> dict[str, Any]:
    """The sheet, judged, and one page of its lines."""
    lembar = bacaan.lembar(rancangan, per=timezone.localdate())
    status = request.GET.get("status", "") or request.POST.get("status", "")
    baris = [b for b in lembar.baris if not status or b.status.name.lower() == status]
    return {
        "r": rancangan,
        "s": lembar,
        "status": status,
        "tampak": baris,
        "page": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("hal")),
        "alat": tumpukan(rancangan, request.user),  # type: ignore[arg-type]
        "larangan": policies.ubah_rancangan.reasons(rancangan, request.user),  # type: ignore[arg-type]
    }


def jawab_perubahan(
    request: HttpRequest, rancangan: Rancangan, sejak: int, *, baru: int | None = None
) -> HttpResponse:
    """The lines that changed after ``sejak``, the answer on top, and the news by others."""
    rancangan.refresh_from_db()
    context = isi_lembar(request, rancangan)
    kena, langkah = bacaan.terkait(context["s"], sejak)
    lain = [satu for satu in langkah if satu.oleh_id != request.user.pk]
    context |= {
        "ubah": [b for b in context["tampak"] if b.pk in kena],
        "kabar": dalam_kata(lain),
        "baru": baru,
    }
    return render(request, "mutasi/rancangan_perubahan.html", context)


def dari_lembar(request: HttpRequest) -> bool:
    """Whether the sheet asks for a part, not a browser for a page."""
    return bool(getattr(request, "htmx", False))


def sejak_dari(data: Any) -> int:
    """The version a page stands at; 0 when it does not say."""
    teks = str(data.get("sejak", ""))
    return int(teks) if teks.isascii() and teks.isdecimal() and len(teks) < 10 else 0


def jawab(
    request: HttpRequest, rancangan: Rancangan, *, baris: BarisRancangan | None = None
) -> HttpResponse:
    """After an act: the changes for the sheet that asked, or back to the sheet."""
    if dari_lembar(request):
        baru = baris.pk if baris is not None else None
        return jawab_perubahan(request, rancangan, sejak_dari(request.POST), baru=baru)
    ke = reverse("mutasi:rancangan-lembar", kwargs={"pk": rancangan.pk})
    if baris is None or baris.dihapus:
        return redirect(ke)
    di_atas = rancangan.baris.filter(dihapus=False, urutan__lt=baris.urutan).count()
    return redirect(f"{ke}?hal={di_atas // PER_HALAMAN + 1}#b{baris.pk}")


def salah(request: HttpRequest, form: Any, status: int = 422) -> HttpResponse:
    """What is wrong with what was typed, as a notice for the sheet."""
    kalimat = " ".join(k for daftar in form.errors.values() for k in daftar)
    context = {"judul": "Belum tersimpan", "kalimat": kalimat}
    return render(request, "galat.html#notis", context, status=status)

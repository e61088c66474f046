"""Dispositions on paper: recorded with a scan, confirmed by a second person."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jejak.selectors import riwayat
from organisasi import policies
from organisasi import selectors_akun as selectors
from organisasi.forms import DisposisiForm
from organisasi.models import Disposisi
from organisasi.services import disposisi as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All of them; those that wait for confirmation first."""
    policies.lihat_disposisi.check(request.user)
    rows = selectors.daftar_disposisi(request.GET.get("status", ""))
    context = {
        "halaman_ini": page_of(request, rows), "menunggu": selectors.disposisi_menunggu(),
        "boleh_catat": policies.catat_disposisi.allows(request.user),
        "status": request.GET.get("status", ""),
    }  # fmt: skip
    return render_page(request, "organisasi/disposisi.html", context, fragment="tabel")


def catat(request: HttpRequest) -> HttpResponse:
    """Record one."""
    policies.catat_disposisi.check(request.user)
    per = timezone.localdate()
    form = DisposisiForm(request.POST or None, request.FILES or None, per=per)
    if form.is_valid():
        isi = form.cleaned_data | {"pindaian": form.cleaned_data["pindaian"].read()}
        baris = acts.catat_disposisi(acts.IsiDisposisi(**isi), oleh=request.user, per=per)
        messages.success(request, "Disposisi dicatat. Minta orang lain mengesahkannya.")
        return redirect("organisasi:disposisi-rincian", pk=baris.pk)
    return render(request, "organisasi/disposisi_catat.html", {"form": form})


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One of them, with who recorded and who confirmed it."""
    policies.lihat_disposisi.check(request.user)
    baris = get_object_or_404(selectors.daftar_disposisi(""), pk=pk)
    context = {
        "baris": baris, "riwayat": riwayat(baris).baris,
        "alasan": policies.sahkan_disposisi.reasons(baris, request.user),
    }  # fmt: skip
    return render(request, "organisasi/disposisi_rincian.html", context)


@require_POST
def sahkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm it."""
    policies.lihat_disposisi.check(request.user)
    baris = get_object_or_404(Disposisi, pk=pk)
    acts.sahkan_disposisi(baris.pk, oleh=request.user)
    messages.success(request, "Disposisi disahkan.")
    return redirect("organisasi:disposisi-rincian", pk=pk)


@require_safe
def pindaian(request: HttpRequest, pk: int) -> FileResponse:
    """The scan, as a download: what came from outside is not opened inside our page."""
    policies.lihat_disposisi.check(request.user)
    baris = get_object_or_404(Disposisi, pk=pk)
    nama = str(baris.pindaian.name).rsplit("/", 1)[-1]
    jenis = acts.JENIS_ISI[nama.rsplit(".", 1)[-1]]
    berkas = baris.pindaian.open("rb")
    return FileResponse(berkas, as_attachment=True, filename=nama, content_type=jenis)

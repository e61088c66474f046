"""Requests of correction: one's own, the list of who answers, one of them, the bare counts."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from organisasi.services.disposisi import JENIS_ISI
from pegawai.forms.perbaikan import KEADAAN, PerbaikanForm, TanggapanForm
from pegawai.models import PermintaanPerbaikan
from pegawai.policies import perbaikan as policies
from pegawai.selectors import perbaikan as baca
from pegawai.selectors.orang import milik_sendiri
from pegawai.services import perbaikan as acts
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


@GET_POST
def perbaikan(request: HttpRequest) -> HttpResponse:
    """What one asked and what came of it, and a form for one more."""
    orang = milik_sendiri(request.user)
    if orang is None:
        return render(request, "pegawai/profil_kosong.html")
    awal = PerbaikanForm.awal(request.GET)
    form = PerbaikanForm(request.POST or None, request.FILES or None, initial=awal)
    if not form.is_valid():
        context = {"form": form, "rows": baca.milik(orang), "kini": timezone.now()}
        status = 422 if form.errors else 200
        return render(request, "pegawai/perbaikan.html", context, status=status)
    acts.minta_perbaikan(orang.pk, isi=form.isi(), oleh=request.user, per=timezone.localdate())
    messages.success(request, "Permintaan terkirim. Jawabannya paling lambat 3 x 24 jam.")
    return redirect("pegawai:perbaikan")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Requests of one's units, the least time left first."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    policies.buka_daftar.check(request.user, per=per)
    keadaan = request.GET.get("keadaan", "")
    q = request.GET.get("q", "").strip()[:100].replace("\x00", "")
    hasil = baca.daftar(request.user, keadaan, q, kini=kini, per=per)
    page = page_of(request, hasil.rows)
    akses.lihat_daftar(
        oleh=request.user, apa="permintaan perbaikan data", alasan="membuka daftar permintaan",
        jumlah=len(page.object_list), saringan=request.GET.urlencode(),
    )  # fmt: skip
    context = {"d": hasil, "page": page, "kini": kini, "q": q, "keadaan": keadaan}
    context["pilihan"] = KEADAAN
    return render_page(request, "pegawai/perbaikan_daftar.html", context, fragment="tabel")


@require_safe
def ringkasan(request: HttpRequest) -> HttpResponse:
    """Counts and what is overdue, for who watches over personal data."""
    kini = timezone.now()
    policies.buka_ringkasan.check(request.user, per=timezone.localdate(kini))
    rows = baca.ringkasan(kini=kini)
    context = {
        "rows": rows,
        "menunggu": sum(satu.menunggu for satu in rows),
        "lewat": sum(satu.lewat for satu in rows),
        "kini": kini,
    }
    return render(request, "pegawai/perbaikan_ringkasan.html", context)


def _satu(request: HttpRequest, pk: int, per: date) -> PermintaanPerbaikan:
    """One within reach; what is looked at is noted."""
    satu = get_object_or_404(baca.untuk_ditanggapi(request.user, per=per), pk=pk)
    akses.lihat(
        satu.pegawai_id, oleh=request.user, apa="permintaan perbaikan data",
        alasan="menanggapi permintaan perbaikan",
    )  # fmt: skip
    return satu


@GET_POST
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One request and its answer."""
    kini = timezone.now()
    per = timezone.localdate(kini)
    policies.buka_daftar.check(request.user, per=per)
    satu = _satu(request, pk, per)
    form = TanggapanForm(request.POST or None)
    if not form.is_valid():
        alasan = policies.tanggapi.reasons(satu, request.user, per=per)
        context = {"m": satu, "form": form, "kini": kini, "alasan": alasan}
        status = 422 if form.errors else 200
        return render(request, "pegawai/perbaikan_rincian.html", context, status=status)
    acts.tanggapi_perbaikan(pk, oleh=request.user, per=per, **form.cleaned_data)
    messages.success(request, "Tanggapan tersimpan; pegawai diberi tahu.")
    return redirect("pegawai:perbaikan-daftar")


@require_safe
def bukti(request: HttpRequest, pk: int) -> FileResponse:
    """The proof, as a download."""
    rows = PermintaanPerbaikan.objects.select_related("pegawai__unit")
    satu = get_object_or_404(rows, pk=pk)
    policies.lihat.check(satu, request.user, per=timezone.localdate())
    if not satu.berkas:
        raise Http404
    if satu.pegawai.pengguna_id != request.user.pk:
        akses.lihat(
            satu.pegawai_id, oleh=request.user, apa="bukti perbaikan data",
            alasan="mengunduh berkas bukti",
        )  # fmt: skip
    jenis = JENIS_ISI[str(satu.berkas.name).rsplit(".", 1)[-1]]
    berkas = satu.berkas.open("rb")
    return FileResponse(berkas, as_attachment=True, filename=satu.berkas_nama, content_type=jenis)

"""Activation slips: printed by the operator, used by the person."""

from __future__ import annotations

from allauth.core import ratelimit
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from organisasi import policies
from organisasi import selectors_akun as selectors
from organisasi.forms import AktivasiForm, TatapMukaForm
from organisasi.izin import Izin
from organisasi.models import Pengguna
from organisasi.services import aktivasi as acts
from organisasi.views.cetak import lembar_slip
from toolkit.pages import page_of, render_page

TIDAK_COCOK = (
    "NIP dan kode tidak cocok, atau slip sudah dipakai, kedaluwarsa, atau lima kali salah. "
    "Periksa lagi; bila tetap gagal, minta slip baru kepada operator kepegawaian."
)


@login_not_required
def aktivasi(request: HttpRequest) -> HttpResponse:
    """The person's own side: NIP, code, new password."""
    form = AktivasiForm(request.POST or None)
    if request.method == "POST" and not ratelimit.consume(request, action="aktivasi"):
        form.add_error(None, "Terlalu banyak percobaan dari komputer ini. Tunggu satu menit.")
    elif form.is_valid():
        isi = form.cleaned_data
        if acts.pakai_slip(isi["nama_pengguna"], isi["kode"], isi["sandi"]):
            messages.success(request, "Sandi Anda sudah dibuat. Silakan masuk.")
            return redirect("account_login")
        form.add_error(None, TIDAK_COCOK)
    return render(request, "organisasi/aktivasi.html", {"form": form})


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Accounts within reach: who waits for a slip, who has one, who is inside."""
    policies.memegang.check(Izin.AKTIVASI_CETAK, request.user)
    saring = selectors.SaringanSlip.dari(request.GET)
    rows = selectors.daftar_slip(request.user, saring, per=timezone.localdate())
    context = {"halaman_ini": page_of(request, rows), "saring": saring}
    return render_page(request, "organisasi/slip.html", context, fragment="tabel")


@require_POST
def cetak(request: HttpRequest) -> HttpResponse:
    """One PDF with the slips of the chosen people, or of everyone waiting in this list."""
    policies.memegang.check(Izin.AKTIVASI_CETAK, request.user)
    saring = selectors.SaringanSlip.dari(request.POST)
    per = timezone.localdate()
    ids = selectors.yang_dicetak(request.user, saring, request.POST.getlist("pilih"), per=per)
    slip = acts.cetak_slip(ids, oleh=request.user, per=per)
    return lembar_slip(request, slip)


def atur_ulang(request: HttpRequest, pk: int) -> HttpResponse:
    """A new slip for somebody who stands here and forgot his password."""
    per = timezone.localdate()
    rows = Pengguna.objects.for_user(request.user, Izin.AKTIVASI_CETAK, per=per)
    akun = get_object_or_404(rows, pk=pk)
    alasan = policies.atur_ulang.reasons(akun, request.user)
    form = TatapMukaForm(request.POST or None)
    if form.is_valid():
        slip = acts.atur_ulang(
            akun.pk, oleh=request.user, cara_periksa=form.cleaned_data["cara_periksa"], per=per
        )
        return lembar_slip(request, [slip])
    context = {"form": form, "akun": akun, "alasan": alasan}
    return render(request, "organisasi/slip_atur_ulang.html", context)

"""Counselling: asking for it, one's own cases, one case for the two it concerns."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from organisasi.models import Pengguna
from pegawai.selectors.orang import milik_sendiri
from penilaian.forms.umpan import CatatanForm, JadwalForm, MintaKonselingForm
from penilaian.policies.konseling import TANPA_BERKAS
from penilaian.selectors import konseling as selectors
from penilaian.services import konseling as acts


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest) -> HttpResponse:
    """One's own cases, on either side, and the form to ask."""
    per, saya = timezone.localdate(), milik_sendiri(request.user)
    boleh = selectors.konselor_bagi(saya, per=per) if saya else Pengguna.objects.none()
    form = MintaKonselingForm(request.POST or None, boleh=boleh)
    if request.method == "POST" and saya is not None and form.is_valid():
        isi = form.cleaned_data
        satu = acts.minta_konseling(isi["konselor"].pk, isi["hal"], per=per, oleh=request.user)
        messages.success(request, "Permintaan konseling dikirim.")
        return redirect("penilaian:konseling-rincian", satu.pk)
    semua = selectors.milik(request.user)[:100]
    context = {"form": form, "semua": semua, "p": saya, "alasan": TANPA_BERKAS}
    status = 422 if request.method == "POST" else 200
    return render(request, "penilaian/konseling.html", context, status=status)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One case; to anybody but the two it does not exist."""
    return _halaman(request, pk, {})


def _halaman(request: HttpRequest, pk: int, isi: dict[str, Any], status: int = 200) -> HttpResponse:
    h = selectors.halaman_konseling(pk, request.user, per=timezone.localdate())
    context = {"h": h, "k": h.satu, "jadwal": JadwalForm(), "catatan": CatatanForm()} | isi
    return render(request, "penilaian/konseling_rincian.html", context, status=status)


@require_POST
def langkah(request: HttpRequest, pk: int, aksi: str) -> HttpResponse:
    """One step: the day, the note, or calling it off."""
    if aksi == "batal":
        acts.batalkan(pk, oleh=request.user)
        return redirect("penilaian:konseling-rincian", pk)
    nama, kelas = LANGKAH.get(aksi, ("", None))
    if kelas is None:
        raise Http404
    form = kelas(request.POST)
    if not form.is_valid():
        return _halaman(request, pk, {nama: form}, status=422)
    isi, per = form.cleaned_data[nama], timezone.localdate()
    act: Any = acts.jadwalkan if nama == "jadwal" else acts.selesaikan
    act(pk, isi, per=per, oleh=request.user)
    messages.success(request, "Tersimpan.")
    return redirect("penilaian:konseling-rincian", pk)


LANGKAH: dict[str, tuple[str, type[JadwalForm] | type[CatatanForm]]] = {
    "jadwal": ("jadwal", JadwalForm),
    "selesai": ("catatan", CatatanForm),
}

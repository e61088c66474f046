"""Proposals of recognition and coaching: the list, computing them, deciding about one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jejak import akses
from penilaian.forms.umpan import PutusUsulForm, SaringanUsul
from penilaian.models import TindakLanjut
from penilaian.policies import tindak_lanjut as policies
from penilaian.selectors import tindak_lanjut as selectors
from penilaian.services import tindak_lanjut as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Proposals about people within reach, what waits first."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    form = SaringanUsul(request.GET)
    r = selectors.ringkas(request.user, per=per)
    rows = selectors.saring_usul(selectors.terlihat(request.user, per=per), form.isi())
    page = page_of(request, rows)
    if page.object_list:
        akses.lihat_daftar(oleh=request.user, apa="usul tindak lanjut", jumlah=len(page),
                           alasan="membuka daftar tindak lanjut",
                           saringan=request.GET.urlencode())  # fmt: skip
    context = {"r": r, "form": form, "page": page, "alasan_hitung": _alasan(request, r)}
    context["boleh_putus"] = policies.memutus.allows(request.user, per=per)
    return render_page(request, "penilaian/tindak_lanjut.html", context, fragment="tabel")


def _alasan(request: HttpRequest, r: selectors.RingkasTindakLanjut) -> list[str]:
    if r.penilaian is None:
        return ["Belum ada hasil penilaian yang disampaikan."]
    return policies.usulkan.reasons(r.penilaian, request.user, False, per=timezone.localdate())


@require_POST
def hitung(request: HttpRequest) -> HttpResponse:
    """Compute the proposals of the last delivered run."""
    per = timezone.localdate()
    policies.menghitung.check(request.user, per=per)
    r = selectors.ringkas(request.user, per=per)
    if r.penilaian is not None:
        hasil = acts.usulkan_tindak_lanjut(r.penilaian.pk, per=per, oleh=request.user)
        kata = f"{hasil.baru} usul baru, {hasil.dibuang} usul lama tidak berdasar lagi."
        messages.success(request, kata)
    return redirect("penilaian:tindak-lanjut")


@require_http_methods(["GET", "HEAD", "POST"])
def putuskan(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal with its grounds, and the decision."""
    per = timezone.localdate()
    policies.memutus.check(request.user, per=per)
    satu = selectors.satu_usul(pk, request.user, per=per)
    if satu is None:
        raise Http404
    form = PutusUsulForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = acts.terima_usul if request.POST.get("putusan") == "terima" else acts.tolak_usul
        act(pk, form.cleaned_data["alasan"], per=per, oleh=request.user)
        messages.success(request, "Keputusan tersimpan.")
        return redirect("penilaian:tindak-lanjut")
    return _halaman(request, satu, form)


def _halaman(request: HttpRequest, satu: TindakLanjut, form: PutusUsulForm) -> HttpResponse:
    akses.lihat(satu.hasil.pegawai_id, oleh=request.user, apa="usul tindak lanjut",
                alasan="membuka usul tindak lanjut")  # fmt: skip
    context = {"t": satu, "form": form}
    context["alasan"] = policies.putuskan.reasons(satu, request.user, per=timezone.localdate())
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/tindak_lanjut_putuskan.html", context, status=status)

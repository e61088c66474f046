"""Pages of measured values: who has which, one person, recording one group."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from organisasi.izin import Izin
from organisasi.policies import mengimpor
from pegawai.models import Pegawai
from penilaian.forms.indikator import NilaiForm, SaringanIndikator
from penilaian.models import PeriodeKinerja
from penilaian.policies import indikator as policies
from penilaian.policies.periode import lihat_periode
from penilaian.selectors import indikator as selectors
from penilaian.selectors.nilai_tercatat import nilai_tercatat
from penilaian.selectors.periode import periode_pilihan
from penilaian.services import indikator as acts
from toolkit.pages import page_of, render_page


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """People of the reach with their values of one period."""
    per = timezone.localdate()
    lihat_periode.check(request.user, per=per)
    form = SaringanIndikator(request.GET, pengguna=request.user, per=per)
    context = {
        "per": per, "form": form, "periode": form.masa,
        "boleh_impor": mengimpor.allows(Izin.INDIKATOR_CATAT, request.user),
    }  # fmt: skip
    if form.masa is not None:
        isi = selectors.daftar(request.user, form.masa, form.saring(), per=per)
        page = page_of(request, isi.orang, total=isi.total)
        rows = selectors.isi_baris(request.user, list(page.object_list), form.masa, per=per)
        _catat_lihat(request, len(rows))
        context |= {"d": isi, "page": page, "rows": rows}
    return render_page(request, "penilaian/indikator.html", context, fragment="tabel")


def _catat_lihat(request: HttpRequest, jumlah: int) -> None:
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa="kehadiran dan tugas", alasan="membuka daftar indikator",
            jumlah=jumlah, saringan=request.GET.urlencode(),
        )  # fmt: skip


def _orang(request: HttpRequest, pk: int) -> tuple[Pegawai, PeriodeKinerja]:
    """Whom and which period the address names; 404 out of reach."""
    rows = Pegawai.objects.select_related("unit", "jabatan")
    pegawai = get_object_or_404(rows, pk=pk)
    policies.lihat_indikator.check(pegawai, request.user, per=timezone.localdate())
    periode = periode_pilihan(request.GET.get("periode", ""))
    if periode is None:
        raise Http404
    return pegawai, periode


@require_safe
def orang(request: HttpRequest, pk: int) -> HttpResponse:
    """One person: values with source, evidence and history; attendance read for the superior."""
    per = timezone.localdate()
    pegawai, periode = _orang(request, pk)
    if pegawai.pengguna_id != request.user.pk:
        akses.lihat(pk, oleh=request.user, apa="kehadiran dan tugas", alasan="membuka indikator")
    context = {
        "o": selectors.orang_indikator(pegawai, periode, request.user, per=per),
        "p": pegawai, "periode": periode, "per": per,
        "alasan": policies.catat_indikator.reasons(pegawai, periode, request.user, per=per),
    }  # fmt: skip
    return render_page(request, "penilaian/indikator_orang.html", context)


@require_http_methods(["GET", "POST"])
def catat(request: HttpRequest, pk: int, kelompok: str) -> HttpResponse:
    """Record or correct one group of values."""
    per = timezone.localdate()
    pegawai, periode = _orang(request, pk)
    policies.catat_indikator.check(pegawai, periode, request.user, per=per)
    form = _formulir(request, pegawai, periode, kelompok)
    if request.method == "POST" and form.is_valid():
        jumlah = acts.catat_nilai(pk, periode.pk, form.isi(), per=per, oleh=request.user)
        return _selesai(request, form, jumlah, pk)
    context = {"form": form, "p": pegawai, "periode": periode, "k": form.kelompok}
    status = 422 if form.is_bound else 200
    return render_page(request, "penilaian/indikator_catat.html", context, status=status)


def _formulir(
    request: HttpRequest, pegawai: Pegawai, periode: PeriodeKinerja, kelompok: str
) -> NilaiForm:
    if kelompok not in selectors.KELOMPOK:
        raise Http404
    tercatat = nilai_tercatat(periode, [pegawai.pk]).get(pegawai.pk, {})
    return NilaiForm(
        request.POST or None, request.FILES or None, kelompok=selectors.KELOMPOK[kelompok],
        periode=periode, tercatat=tercatat,
    )  # fmt: skip


def _selesai(request: HttpRequest, form: NilaiForm, jumlah: int, pk: int) -> HttpResponse:
    if jumlah:
        messages.success(request, f"{jumlah} nilai {form.kelompok.sebutan} tersimpan.")
    else:
        messages.info(request, "Tidak ada nilai yang berubah.")
    for kalimat in form.peringatan if jumlah else ():
        messages.warning(request, kalimat)
    alamat = reverse("penilaian:indikator-orang", args=[pk])
    return redirect(f"{alamat}?periode={form.periode.kode}")

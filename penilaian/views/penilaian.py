"""Runs, their results and differences, one person's account, who assesses somebody."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from jejak import akses
from organisasi.izin import Izin
from pegawai.models import Pegawai
from penilaian.forms import penilaian as forms
from penilaian.models import Penilaian
from penilaian.policies import penilaian as policies
from penilaian.selectors import penilaian_beda as selisih
from penilaian.selectors import penilaian_layar as selectors
from penilaian.selectors.penilai import penilai_bernama
from penilaian.selectors.penilaian_json import isi_hasil
from penilaian.services.penilai import tetapkan_penilai
from penilaian.services.penilaian import Permintaan
from penilaian.services.penilaian_buku import buku_beda, buku_hasil
from penilaian.services.penilaian_latar import antrekan_nilai
from penilaian.services.penilaian_sampaikan import sampaikan as sampaikan_hasil
from toolkit.pages import page_of, render_page

GET_POST = require_http_methods(["GET", "HEAD", "POST"])


def _penilaian(request: HttpRequest, pk: int) -> Penilaian:
    """The run, to those who see scores at all."""
    policies.lihat.check(request.user, per=timezone.localdate())
    satu = selectors.satu_penilaian(pk)
    if satu is None:
        raise Http404
    return satu


def _hasil(request: HttpRequest, pk: int) -> selectors.HalamanHasil:
    """One account, to those who see scores over the person's unit."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    h = selectors.halaman_hasil(pk, request.user, per=per)
    if h is None:
        raise Http404
    return h


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """Every run of every period; what has none yet stands above."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    context = {
        "per": per,
        "page": page_of(request, selectors.daftar_penilaian()),
        "belum": selectors.belum_dihitung(per=per),
        "alasan": policies.menghitung.reasons(request.user, per=per),
    }
    return render_page(request, "penilaian/penilaian.html", context, fragment="tabel")


@GET_POST
def hitung(request: HttpRequest) -> HttpResponse:
    """Queue the computation of a period; its page shows how far it is."""
    per = timezone.localdate()
    policies.menghitung.check(request.user, per=per)
    form = forms.HitungForm(request.POST or None, initial=request.GET.dict())
    if form.is_valid():
        minta = Permintaan(per=per, oleh=request.user, sebab=None, **form.cleaned_data)
        tautan = reverse("penilaian:penilaian")
        proses = antrekan_nilai(minta, tautan=tautan)
        return redirect("organisasi:proses-rincian", pk=proses.pk)
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/penilaian_hitung.html", {"form": form}, status=status)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One run: how complete, how spread, the people within reach."""
    satu, per = _penilaian(request, pk), timezone.localdate()
    form = forms.SaringanHasil(request.GET, pengguna=request.user, per=per)
    semua = selectors.hasil_terlihat(satu, request.user, per=per)
    rows = form.saring(semua)
    page = page_of(request, selectors.dengan_nama(rows))
    akses.lihat_daftar(oleh=request.user, apa="nilai kinerja", alasan=f"membuka {satu}",
                       jumlah=len(page.object_list), saringan=request.GET.urlencode())  # fmt: skip
    context = {"satu": satu, "form": form, "page": page, "r": selectors.ringkasan(semua)}
    kini = selectors.terakhir(satu.periode)
    context |= {"kini": kini, "seinstansi": selectors.seinstansi(request.user, per=per)}
    context["alasan"] = selectors.alasan_sampaikan(satu, request.user, kini, per=per)
    return render_page(request, "penilaian/penilaian_rincian.html", context, fragment="tabel")


@require_safe
def unduh(request: HttpRequest, pk: int) -> FileResponse:
    """Exactly the filtered list, all pages, as a workbook."""
    satu, per = _penilaian(request, pk), timezone.localdate()
    form = forms.SaringanHasil(request.GET, pengguna=request.user, per=per)
    rows = form.saring(selectors.hasil_terlihat(satu, request.user, per=per))
    akses.lihat_ekspor(oleh=request.user, apa="nilai kinerja", alasan=f"mengunduh {satu}",
                       jumlah=rows.count(), saringan=request.GET.urlencode())  # fmt: skip
    return buku_hasil(satu, selectors.dengan_nama(rows))


@GET_POST
def sampaikan(request: HttpRequest, pk: int) -> HttpResponse:
    """Deliver a run, after seeing whom it reaches."""
    satu, per = _penilaian(request, pk), timezone.localdate()
    policies.menyampaikan.check(request.user, per=per)
    if request.method == "POST":
        tautan = reverse("penilaian:nilai-saya")
        sampaikan_hasil(satu, oleh=request.user, per=per, tautan=tautan)
        messages.success(request, f"Hasil {satu} disampaikan.")
        return redirect("penilaian:penilaian-rincian", pk)
    halaman = selectors.halaman_sampaikan(satu, request.user, per=per)
    return render(request, "penilaian/penilaian_sampaikan.html", {"satu": satu, "s": halaman})


@require_safe
def beda(request: HttpRequest, pk: int) -> HttpResponse:
    """Two runs of a period: totals, and per person what changed and why."""
    satu, per = _penilaian(request, pk), timezone.localdate()
    lama = selisih.pembanding(satu, request.GET.get("dengan", ""))
    if lama is None:
        raise Http404
    form = forms.SaringanBeda(request.GET)
    semua = selisih.baris_beda(satu, lama, request.user, per=per)
    page = page_of(request, selisih.urutkan(form.saring(semua)))
    page.object_list = selisih.jelaskan(page.object_list)
    akses.lihat_daftar(oleh=request.user, apa="nilai kinerja", alasan=f"membandingkan {satu}",
                       jumlah=len(page.object_list), saringan=request.GET.urlencode())  # fmt: skip
    context = {"satu": satu, "lama": lama, "form": form, "page": page}
    context["jumlah"] = selisih.jumlah_beda(semua)
    return render_page(request, "penilaian/penilaian_beda.html", context, fragment="tabel")


@require_safe
def beda_unduh(request: HttpRequest, pk: int) -> FileResponse:
    """The filtered changes with their reasons, as a workbook."""
    satu, per = _penilaian(request, pk), timezone.localdate()
    lama = selisih.pembanding(satu, request.GET.get("dengan", ""))
    if lama is None:
        raise Http404
    rows = forms.SaringanBeda(request.GET).saring(
        selisih.baris_beda(satu, lama, request.user, per=per)
    )
    akses.lihat_ekspor(oleh=request.user, apa="nilai kinerja", alasan=f"mengunduh beda {satu}",
                       jumlah=rows.count(), saringan=request.GET.urlencode())  # fmt: skip
    return buku_beda(satu, lama, selisih.jelaskan_semua(selisih.urutkan(rows)))


@require_safe
def hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """The account of one person, for those who see scores over his unit."""
    h, per = _hasil(request, pk), timezone.localdate()
    akses.lihat(h.hasil.pegawai_id, oleh=request.user, apa="nilai kinerja",
                alasan="membuka rincian nilai")  # fmt: skip
    boleh = selectors.boleh_tetapkan_penilai(request.user, h.hasil.pegawai, per=per)
    return render(request, "penilaian/hasil.html", {"h": h, "a": h.akun, "boleh_penilai": boleh})


@require_safe
def hasil_json(request: HttpRequest, pk: int) -> HttpResponse:
    """The same account as the interface prints it."""
    h = _hasil(request, pk)
    akses.lihat_ekspor(oleh=request.user, apa="nilai kinerja", alasan="mengunduh rincian nilai",
                       jumlah=1)  # fmt: skip
    response = JsonResponse(isi_hasil(h.hasil), json_dumps_params={"ensure_ascii": False})
    nama = f"nilai-{h.hasil.penilaian.periode.kode}-{h.hasil.pegawai.nip}.json"
    response["Content-Disposition"] = f'attachment; filename="{nama}"'
    response["Cache-Control"] = "no-store, private"
    return response


@GET_POST
def penilai(request: HttpRequest, pk: int) -> HttpResponse:
    """Who assesses somebody, and on which paper somebody else does from now on."""
    per = timezone.localdate()
    policies.menghitung.check(request.user, per=per)
    rows = Pegawai.objects.for_user(request.user, Izin.NILAI_HITUNG, per=per)
    orang = get_object_or_404(rows.select_related("unit"), pk=pk)
    form = forms.PenilaiForm(request.POST or None, initial={"mulai": per})
    if form.is_valid():
        isi = form.cleaned_data
        tetapkan_penilai(pk, isi["nip"].pk, mulai=isi["mulai"], dasar=isi["dasar"], per=per,
                         oleh=request.user)  # fmt: skip
        messages.success(request, "Pejabat penilai ditetapkan.")
        return redirect("penilaian:penilai-tetapkan", pk)
    context = {"orang": orang, "form": form, "p": penilai_bernama(orang.pk, per=per)}
    status = 422 if form.is_bound else 200
    return render(request, "penilaian/penilaian_penilai.html", context, status=status)

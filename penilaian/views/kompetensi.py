"""Pages of competences: needed against held, the people and diplomas behind it, one person."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from organisasi.selectors import semua_ketentuan
from penilaian.forms.kompetensi import NipForm, SaringanDaftar, SaringanPendidikan, SaringanUnit
from penilaian.kernel.ketentuan import Ketentuan
from penilaian.policies import kompetensi as policies
from penilaian.selectors.kebutuhan_kompetensi import kebutuhan_kompetensi
from penilaian.selectors.kompetensi_daftar import daftar_orang, tampilkan
from penilaian.selectors.kompetensi_orang import (
    HalamanOrang,
    halaman_orang,
    kecocokan_orang,
    kursi_menerima,
)
from penilaian.selectors.pendidikan_jabatan import daftar_pasangan, jumlahkan
from toolkit.pages import page_of, render_page


@require_safe
def unit(request: HttpRequest) -> HttpResponse:
    """Competence and education needed against held, of the whole reach or of one OPD."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    form = SaringanUnit(request.GET, pengguna=request.user, per=per)
    isi, lingkup = form.isi, form.lingkup
    hasil = kebutuhan_kompetensi(
        lingkup, kelompok=isi["kelompok"] or "opd", jenis=isi["jenis"] or ""
    )
    tanpa = policies.kelola.reasons(request.user, per=per)
    context = {"per": per, "form": form, "k": hasil, "l": lingkup, "tanpa_kelola": tanpa}
    return render_page(request, "penilaian/kompetensi.html", context, fragment="tabel")


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The people behind a number."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    form = SaringanDaftar(request.GET, pengguna=request.user, per=per)
    s, lingkup = form.saringan, form.lingkup
    page = page_of(request, daftar_orang(lingkup, s))
    _catat_daftar(request, len(page), "kompetensi pegawai")
    baris = tampilkan(page, s, lingkup)
    context = {"per": per, "form": form, "s": s, "page": page, "baris": baris}
    return render_page(request, "penilaian/kompetensi_daftar.html", context, fragment="tabel")


def _catat_daftar(request: HttpRequest, jumlah: int, apa: str) -> None:
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user, apa=apa, alasan="membuka daftar kompetensi", jumlah=jumlah,
            saringan=request.GET.urlencode(),
        )  # fmt: skip


@require_safe
def pendidikan(request: HttpRequest) -> HttpResponse:
    """Posts and diplomas, pair by pair: what is met, what is not, what somebody must judge."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    form = SaringanPendidikan(request.GET, pengguna=request.user, per=per)
    isi, lingkup = form.isi, form.lingkup
    ketentuan = Ketentuan.dari(semua_ketentuan(per=per))
    semua = daftar_pasangan(lingkup, ketentuan, keadaan=isi["keadaan"] or "", q=isi["q"] or "")
    jumlah = {satu.value: n for satu, n in jumlahkan(semua).items()}
    page = page_of(request, semua)
    context = {"per": per, "form": form, "l": lingkup, "page": page, "jumlah": jumlah}
    return render_page(request, "penilaian/kompetensi_pendidikan.html", context, fragment="tabel")


@require_safe
def orang(request: HttpRequest, pk: int) -> HttpResponse:
    """One person against his post, or against another (``?formasi=``), to those above him."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    hasil = halaman_orang(request.user, pk, _nomor(request.GET.get("formasi", "")), per=per)
    if hasil is None:
        raise Http404
    _catat_orang(request, hasil)
    context: dict[str, Any] = {"per": per, "h": hasil, "p": hasil.p, "o": hasil.p.pegawai}
    return render_page(request, "penilaian/kompetensi_orang.html", context)


@require_safe
def kecocokan(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether the person whose number a receiving head types fits a free seat of his."""
    per = timezone.localdate()
    policies.lihat_kompetensi.check(request.user, per=per)
    kursi = kursi_menerima(request.user, pk, per=per)
    if kursi is None:
        raise Http404
    form = NipForm(request.GET if "nip" in request.GET else None)
    nip = form.cleaned_data["nip"] if form.is_valid() else ""
    hasil = kecocokan_orang(request.user, nip, kursi, per=per) if nip else None
    if hasil is not None:
        _catat_orang(request, hasil)
    context = {"per": per, "kursi": kursi, "form": form, "nip": nip, "h": hasil}
    return render_page(request, "penilaian/kompetensi_kecocokan.html", context)


def _nomor(teks: str) -> int | None:
    return int(teks) if teks.isascii() and teks.isdecimal() and len(teks) < 10 else None


def _catat_orang(request: HttpRequest, hasil: HalamanOrang) -> None:
    """One's own page is nobody's look."""
    if hasil.p.pegawai.pengguna_id == request.user.pk:
        return
    alasan = "membuka kompetensi pegawai" if hasil.penuh else "mencocokkan dengan formasi kosong"
    akses.lihat(hasil.p.pegawai.pk, oleh=request.user, apa="kompetensi", alasan=alasan)

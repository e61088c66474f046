"""Letters: the room, what a file can have, making one, its PDF and Word file."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from mutasi.forms.surat import SuratForm
from mutasi.models import BerkasMutasi, Surat
from mutasi.policies import surat as policies
from mutasi.selectors import surat as baca
from mutasi.selectors.keputusan_isi import pejabat
from mutasi.selectors.surat_tunjangan import BERTUNJANGAN, tentang, tunjangan_surat
from mutasi.services import surat as acts
from mutasi.views.keputusan import GET_POST, pangkal, salah
from mutasi.views.usulan_bersama import catat_daftar, catat_lihat, pintu
from organisasi.izin import Peran
from organisasi.services.cetak import JENIS_ISI, Cap
from toolkit.pages import page_of, render_page, unduhan

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
masuk = pintu(policies.buka)


def _berkas(request: HttpRequest, pk: UUID, per: date) -> BerkasMutasi:
    return get_object_or_404(BerkasMutasi.objects.for_user(request.user, per=per), pk=pk)


def _surat(request: HttpRequest, pk: UUID, per: date) -> Surat:
    """A letter in sight, with the look noted."""
    satu = get_object_or_404(baca.surat_terlihat(request.user, per=per), pk=pk)
    policies.unduh.check(satu, request.user, per=per)
    if satu.usulan is not None:
        catat_lihat(request, satu.usulan)
    elif satu.berkas is not None:
        catat_daftar(request, satu.berkas.usulan.count(), saringan=f"mengunduh {satu}")
    return satu


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """The letters made so far, and the files one can write for."""
    per = masuk(request)
    berkas = BerkasMutasi.objects.for_user(request.user, per=per).filter(ditutup_pada__isnull=True)
    context = {
        "page": page_of(request, baca.surat_terlihat(request.user, per=per)),
        "berkas": berkas.order_by("-dibuat_pada")[:20],
    }
    return render_page(request, "mutasi/surat.html", context, fragment="tabel")


@require_safe
def berkas(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One file: what can be made, what was."""
    per = masuk(request)
    satu = _berkas(request, pk, per)
    rows = baca.surat_terlihat(request.user, per=per).filter(berkas=satu)
    context = {
        "b": satu, "page": page_of(request, rows), "larangan": policies.buat.reasons(
            satu, request.user, per=per
        ),
        "pilihan": baca.pilihan(satu, request.user, per=per),
    }  # fmt: skip
    return render_page(request, "mutasi/surat_berkas.html", context, fragment="tabel")


@GET_POST
def buat(request: HttpRequest, pk: UUID, jenis: str) -> HttpResponse:
    """Write one."""
    per = masuk(request)
    b = _berkas(request, pk, per)
    policies.buat.check(b, request.user, per=per)
    satu = next((p for p in baca.pilihan(b, request.user, per=per) if p.jenis == jenis), None)
    if satu is None or satu.alasan:
        raise Http404
    orang, satu = satu.usulan, tentang(satu, request.GET.get("usulan", ""))
    form = SuratForm(request.POST or None, pilihan=satu, tunjangan=tunjangan_surat(satu),
                     initial=_awal(per))  # fmt: skip
    if form.is_valid():
        _tulis(request, b, jenis, form, per)
        messages.success(request, f"{satu.jenis.label} dibuat; PDF-nya ada di daftar di bawah.")
        return redirect("mutasi:surat-berkas", pk=pk)
    context = {"b": b, "form": form, "p": satu, "orang": orang if jenis in BERTUNJANGAN else ()}
    return render(request, "mutasi/surat_buat.html", context, status=salah(form))


def _tulis(request: HttpRequest, b: BerkasMutasi, jenis: str, form: SuratForm, per: date) -> None:
    isi: dict[str, Any] = {"oleh": request.user, "per": per, "pangkal": pangkal(request)}
    isi |= {"usulan_id": _uuid(form), "pelantikan_id": form.cleaned_data.get("pelantikan")}
    acts.buat_surat(b.pk, jenis, form.isian(), **isi)


def _uuid(form: SuratForm) -> UUID | None:
    teks = form.cleaned_data.get("usulan")
    return UUID(teks) if teks else None


def _awal(per: date) -> dict[str, Any]:
    kepala = pejabat(Peran.KEPALA_BKPSDM, per=per)
    awal: dict[str, Any] = {"tanggal": per}
    if kepala is not None:
        awal |= {"jabatan": kepala.jabatan, "nama": kepala.nama, "nip": kepala.nip,
                 "pangkat": kepala.pangkat}  # fmt: skip
    return awal


@require_safe
def pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The kept PDF."""
    satu = _surat(request, pk, masuk(request))
    return unduhan(acts.pdf_surat(satu), "application/pdf", f"{satu.jenis}-{satu.kode[:8]}.pdf")


@require_safe
def word(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same content as a Word file."""
    satu = _surat(request, pk, masuk(request))
    return unduhan(acts.word_surat(satu), DOCX, f"{satu.jenis}-{satu.kode[:8]}.docx")


@require_safe
def nominatif(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The list of the file as it stands."""
    per = masuk(request)
    b = _berkas(request, pk, per)
    policies.buat.check(b, request.user, per=per)
    catat_daftar(request, b.usulan.count(), saringan=f"nominatif {b}")
    hasil = acts.nominatif(b, cap=Cap(request.user, timezone.now(), rahasia=False))
    return unduhan(hasil.isi, JENIS_ISI[hasil.bentuk], hasil.nama)

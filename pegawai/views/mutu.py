"""The quality board, the people behind each of its counts, and what to take home and mend."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak import akses
from organisasi.izin import Izin
from organisasi.selectors import hak
from pegawai.columns_daftar import kolom_pegawai
from pegawai.columns_mutu import bernilai, nilai_kini
from pegawai.policies import mutu as policies
from pegawai.policies.orang import ekspor as ekspor_pegawai
from pegawai.selectors import mutu as baca
from pegawai.services.unduh import unduh
from pegawai.services.unduh_mutu import unduh_perbaikan
from pegawai.views.tabel import Kepala, susun_tabel
from toolkit.pages import page_of, render_page
from toolkit.tabular import Column

KOLOM_OPD = (
    ("nama", "OPD"),
    ("orang", "Pegawai"),
    ("cela", "Dengan data keliru"),
    ("indeks", "Indeks"),
)
KOLOM = ("nama", "nip", "status", "jabatan", "unit", "opd")


@require_safe
def papan(request: HttpRequest) -> HttpResponse:
    """The index, what would raise it most, every indicator, every OPD."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    opd, urut = _opd(request), request.GET.get("urut", "")
    p = baca.papan(request.user, per=per, opd=opd, urut=urut)
    context = {"p": p, "opd": opd, "kepala": _kepala(urut), "terbesar": p.indeks.paling_menaikkan()}
    context |= _sekeliling(request, per)
    return render_page(request, "pegawai/mutu.html", context, fragment="opd")


@require_safe
def indikator(request: HttpRequest, kode: str) -> HttpResponse:
    """One indicator: what it asks, how to mend it, and who fails."""
    per = timezone.localdate()
    policies.lihat.check(request.user, per=per)
    r, opd = _rincian(request, kode, per), _opd(request)
    page = page_of(request, r.rows, total=r.keliru)
    kolom = _kolom(r, per=per)
    tabel = susun_tabel("Pegawai yang datanya keliru", kolom, page, url=_url)
    _catat(request, r, len(page.object_list))
    context = {"r": r, "page": page, "tabel": tabel, "opd": opd}
    context |= _sekeliling(request, per)
    return render_page(request, "pegawai/mutu_indikator.html", context, fragment="tabel")


@require_safe
def ekspor(request: HttpRequest, kode: str) -> FileResponse:
    """The people behind one indicator as a file."""
    per = timezone.localdate()
    ekspor_pegawai.check(request.user, per=per)
    r = _rincian(request, kode, per, izin=Izin.PEGAWAI_EKSPOR)
    return unduh(
        r.rows,
        _kolom(r, per=per),
        oleh=request.user,
        per=per,
        nama=f"mutu-{r.indikator.kode.lower()}",
        judul=f"Mutu data {r.indikator.kode}",
        saringan=_saringan(request, r),
        bentuk=request.GET.get("bentuk", "xlsx"),
    )


@require_safe
def buku(request: HttpRequest) -> FileResponse:
    """Everything to be mended, one row per person and fault."""
    per = timezone.localdate()
    ekspor_pegawai.check(request.user, per=per)
    return unduh_perbaikan(oleh=request.user, per=per, opd=_opd(request))


def _kepala(urut: str) -> list[Kepala]:
    """The headers of the table of OPD; a click sorts, another turns it round."""
    urut = urut if urut in baca.URUTAN_OPD else "indeks"
    hasil = []
    for kunci, judul in KOLOM_OPD:
        arah = {kunci: "ascending", f"-{kunci}": "descending"}.get(urut, "")
        berikut = f"-{kunci}" if arah == "ascending" else kunci
        hasil.append(Kepala(judul, kunci != "nama", berikut, arah))
    return hasil


def _opd(request: HttpRequest) -> str:
    """The OPD the address names, if it can be one."""
    teks = request.GET.get("opd", "")
    return teks if baca.sah(teks) else ""


def _rincian(
    request: HttpRequest, kode: str, per: date, *, izin: str = Izin.MUTU_LIHAT
) -> baca.Rincian:
    if kode not in baca.SEMUA:
        raise Http404("Indikator ini tidak ada.")
    return baca.rincian(request.user, kode, per=per, opd=_opd(request), izin=izin)


def _kolom(r: baca.Rincian, *, per: date) -> list[Column]:
    """Who and where, and what stands in the column the indicator looks at."""
    semua, apa = kolom_pegawai(per=per), r.indikator.kolom
    kolom = [semua[k] for k in KOLOM]
    if bernilai(apa):
        kolom.append(Column(f"{apa} sekarang", "kini", ambil=lambda p: nilai_kini(apa, p)))
    return kolom


def _url(orang: Any) -> str:
    return reverse("pegawai:rincian", args=[orang.pk])


def _saringan(request: HttpRequest, r: baca.Rincian) -> str:
    opd = _opd(request)
    return f"indikator={r.indikator.kode}" + (f"; opd={opd}" if opd else "")


def _catat(request: HttpRequest, r: baca.Rincian, jumlah: int) -> None:
    if jumlah:
        akses.lihat_daftar(
            oleh=request.user,
            apa=f"Pegawai pada indikator {r.indikator.kode}",
            alasan="mutu data",
            jumlah=jumlah,
            saringan=_saringan(request, r),
        )


def _sekeliling(request: HttpRequest, per: date) -> dict[str, Any]:
    return {
        "tanpa_ekspor": ekspor_pegawai.reasons(request.user, per=per),
        "boleh_padanan": Izin.PADANAN_PUTUSKAN in hak(request.user).izin,
    }

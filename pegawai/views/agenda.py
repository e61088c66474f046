"""Retirements, five years in a post, acting and additional assignments; each with its export."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisasi.izin import Izin
from pegawai.columns_daftar import TERURUT, kolom_masa, kolom_pegawai, kolom_penugasan
from pegawai.filters import baca_saringan
from pegawai.models import JenisPenugasan
from pegawai.policies import orang as policies
from pegawai.selectors import agenda as baca
from pegawai.selectors import daftar as orang
from pegawai.selectors.saringan import Saringan
from pegawai.selectors.sementara import papan
from pegawai.services.unduh import unduh
from pegawai.views.tabel import Tabel, susun_tabel
from toolkit.pages import page_of, render_page
from toolkit.tabular import Column

KOLOM_PENSIUN = ("nama", "nip", "status", "jabatan", "unit", "opd", "bup", "tmt_pensiun", "tanda")
PILIHAN_JENIS = [c for c in JenisPenugasan.choices if c[0] != JenisPenugasan.DEFINITIF]
MACAM = {"": "Lewat batas", "dekat": "Mendekati batas"}


def _kolom_pensiun(per: date) -> list[Column]:
    semua = kolom_pegawai(per=per)
    return [semua[k] for k in KOLOM_PENSIUN]


def _tabel(judul: str, kolom: list[Column], page: Any, urut: str) -> Tabel:
    return susun_tabel(judul, kolom, page, url=_url, urut=urut, terurut=TERURUT)


def _url(p: Any) -> str:
    return reverse("pegawai:rincian", args=[getattr(p, "pegawai_id", p.pk)])


def _ekspor(
    request: HttpRequest, rows: Any, kolom: list[Column], nama: str, judul: str, s: Saringan
) -> FileResponse:
    return unduh(
        rows,
        kolom,
        oleh=request.user,
        per=timezone.localdate(),
        nama=nama,
        judul=judul,
        saringan=s.kalimat,
        bentuk=request.GET.get("bentuk", "xlsx"),
    )


def _pensiun(request: HttpRequest, ringkas: baca.Pensiun) -> Saringan:
    """The filters of the address within the horizon; a month or an OPD narrows it."""
    s = baca_saringan(request.GET, urut="tmt_pensiun")
    dari, sampai = ringkas.dari, ringkas.sampai
    return replace(
        s,
        data="",
        pensiun_dari=max(s.pensiun_dari or dari, dari),
        pensiun_sampai=min(s.pensiun_sampai or sampai, sampai),
    )


@require_safe
def pensiun(request: HttpRequest) -> HttpResponse:
    """Who retires within the horizon: by month, by OPD, by name."""
    per = timezone.localdate()
    policies.lihat_daftar.check(request.user, per=per)
    ringkas = baca.pensiun(request.user, per=per)
    s = _pensiun(request, ringkas)
    hasil = orang.daftar(request.user, s, per=per)
    page = page_of(request, hasil.rows, total=hasil.total)
    tabel = _tabel("Pegawai yang akan pensiun", _kolom_pensiun(per), page, s.urut)
    context = {"r": ringkas, "s": s, "page": page, "tabel": tabel}
    context["tanpa_ekspor"] = policies.ekspor.reasons(request.user, per=per)
    return render_page(request, "pegawai/pensiun.html", context, fragment="tabel")


@require_safe
def ekspor_pensiun(request: HttpRequest) -> FileResponse:
    """The same as a file."""
    per = timezone.localdate()
    policies.ekspor.check(request.user, per=per)
    s = _pensiun(request, baca.pensiun(request.user, per=per))
    rows = orang.daftar(request.user, s, per=per, izin=Izin.PEGAWAI_EKSPOR).rows
    return _ekspor(request, rows, _kolom_pensiun(per), "pensiun", "Akan pensiun", s)


@require_safe
def lima_tahun(request: HttpRequest) -> HttpResponse:
    """Who has been in a post longer than the term, or nearly."""
    per = timezone.localdate()
    policies.lihat_daftar.check(request.user, per=per)
    s, macam = baca_saringan(request.GET, urut="tmt_hitung"), request.GET.get("macam", "")
    r = baca.lima_tahun(request.user, s, macam, per=per)
    page = page_of(request, r.rows, total=r.total)
    context = {"r": r, "s": s, "page": page, "macam": macam, "pilihan": MACAM.items()}
    context["tabel"] = _tabel("Lama menduduki jabatan", kolom_masa(per=per), page, s.urut)
    context["tanpa_ekspor"] = policies.ekspor.reasons(request.user, per=per)
    return render_page(request, "pegawai/lima_tahun.html", context, fragment="tabel")


@require_safe
def ekspor_lima_tahun(request: HttpRequest) -> FileResponse:
    """The same as a file."""
    per = timezone.localdate()
    policies.ekspor.check(request.user, per=per)
    s, macam = baca_saringan(request.GET, urut="tmt_hitung"), request.GET.get("macam", "")
    izin = Izin.PEGAWAI_EKSPOR
    rows = baca.lima_tahun(request.user, s, macam, per=per, izin=izin).rows
    judul = "Lama menduduki jabatan"
    return _ekspor(request, rows, kolom_masa(per=per), "lama-jabatan", judul, s)


@require_safe
def sementara(request: HttpRequest) -> HttpResponse:
    """Acting and additional assignments by when they end."""
    per = timezone.localdate()
    policies.lihat_daftar.check(request.user, per=per)
    jenis = request.GET.get("jenis", "")
    r = papan(request.user, per=per, kelompok=request.GET.get("kelompok", ""), jenis=jenis)
    page = page_of(request, r.rows, total=r.jumlah[r.kelompok])
    kolom = kolom_penugasan(per=per, paling_lama=r.paling_lama)
    context = {"r": r, "page": page, "jenis": jenis, "pilihan_jenis": PILIHAN_JENIS}
    context["tabel"] = susun_tabel("Penugasan sementara dan tambahan", kolom, page, url=_url)
    context["tanpa_ekspor"] = policies.ekspor.reasons(request.user, per=per)
    return render_page(request, "pegawai/sementara.html", context, fragment="tabel")


@require_safe
def ekspor_sementara(request: HttpRequest) -> FileResponse:
    """The same as a file."""
    per = timezone.localdate()
    policies.ekspor.check(request.user, per=per)
    kelompok, jenis = request.GET.get("kelompok", ""), request.GET.get("jenis", "")
    izin = Izin.PEGAWAI_EKSPOR
    r = papan(request.user, per=per, kelompok=kelompok, jenis=jenis, izin=izin)
    return unduh(
        r.rows,
        kolom_penugasan(per=per, paling_lama=r.paling_lama),
        oleh=request.user,
        per=per,
        nama="penugasan-sementara",
        judul="Penugasan sementara",
        saringan=f"kelompok={r.kelompok or 'semua'}; jenis={jenis or 'semua'}",
        bentuk=request.GET.get("bentuk", "xlsx"),
    )

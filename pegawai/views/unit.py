"""Units with their posts and people, the acts on units, and the nomenclature."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from jejak.selectors import riwayat
from organisasi import policies_unit
from organisasi.izin import Izin
from organisasi.models import Jangkauan, UnitKerja
from organisasi.selectors import instansi
from organisasi.services import unit as acts
from pegawai.columns_daftar import kolom_pegawai
from pegawai.forms import orang as forms
from pegawai.models import JenisJabatan
from pegawai.policies import orang as policies
from pegawai.selectors import jabatan as baca_jabatan
from pegawai.selectors import unit as baca
from pegawai.services.akun import siapkan_akun_unit
from pegawai.views.orang import GET_POST
from pegawai.views.tabel import susun_tabel
from toolkit.pages import page_of, render_page

KOLOM = ("nama", "nip", "status", "golongan", "jabatan", "tmt_jabatan", "tanda")


@require_safe
def pohon(request: HttpRequest) -> HttpResponse:
    """The tree with totals, or groups of units, or units by name."""
    per = timezone.localdate()
    policies.lihat_unit.check(request.user, per=per)
    q, menurut = request.GET.get("q", "").strip(), request.GET.get("kelompok", "")
    context: dict[str, Any] = {"q": q, "menurut": menurut, "kelompok": baca.KELOMPOK.items()}
    if q:
        context["page"] = page_of(request, baca.cari_unit(request.user, q, per=per))
    elif menurut in baca.KELOMPOK:
        context["baris"] = baca.kelompok(request.user, menurut, per=per)
        context["judul_kelompok"] = baca.KELOMPOK[menurut]
    else:
        kunci = request.GET.get("buka", "")
        buka = int(kunci) if kunci.isdecimal() else None
        context["pohon"] = baca.pohon(request.user, per=per, buka=buka)
    return render_page(request, "pegawai/unit.html", context, fragment="isi-unit")


def _unit(request: HttpRequest, pk: int, per: date) -> UnitKerja:
    terlihat = UnitKerja.objects.for_user(request.user, Izin.UNIT_LIHAT, per=per)
    return get_object_or_404(terlihat.select_related("opd", "wilayah", "induk"), pk=pk)


@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: its head, posts, people, what lies below, and what was changed."""
    per = timezone.localdate()
    unit = _unit(request, pk, per)
    lihat = Jangkauan.milik(request.user, Izin.PEGAWAI_LIHAT, per=per).memuat(unit.kiri)
    jejak = Jangkauan.milik(request.user, Izin.JEJAK_LIHAT, per=per).memuat(unit.kiri)
    r = baca.rincian(unit, request.user, per=per, lihat_orang=lihat)
    ekspor = Jangkauan.milik(request.user, Izin.PEGAWAI_EKSPOR, per=per).memuat(unit.kiri)
    context = {"u": unit, "per": per, "r": r, "lihat_orang": lihat, "boleh_ekspor": ekspor}
    context["jejak"] = riwayat(unit, jumlah=10).baris if jejak else ()
    calon = Jangkauan.milik(request.user, Izin.CALON_CARI, per=per)
    context["boleh_calon"] = calon.memuat(unit.kiri)
    context["tombol"] = _tombol(unit, r.anak_terbuka, request, per)
    context |= _orang(request, unit, per) if lihat else {}
    return render_page(request, "pegawai/unit_rincian.html", context, fragment="orang")


def _orang(request: HttpRequest, unit: UnitKerja, per: date) -> dict[str, Any]:
    rows, total = baca.orang_di(unit, request.user, per=per)
    page = page_of(request, rows, total=total)
    semua = kolom_pegawai(per=per)
    kolom = [semua[k] for k in KOLOM]
    return {"page": page, "tabel": susun_tabel("Pegawai di unit ini", kolom, page, url=_url)}


def _url(orang: Any) -> str:
    return reverse("pegawai:rincian", args=[orang.pk])


def _tombol(unit: UnitKerja, anak: int, request: HttpRequest, per: date) -> list[dict[str, Any]]:
    """The acts on this unit, each with the reasons against it; none for those who only read."""
    akun = _tombol_akun(unit, request, per)
    if Jangkauan.milik(request.user, Izin.UNIT_UBAH, per=per).kosong:
        return akun
    ubah = policies_unit.ubah_unit.reasons(unit, request.user, per=per)
    tutup = policies_unit.tutup_unit.reasons(unit, request.user, per=per, anak=anak)
    semua = [
        ("Ubah atribut", "pegawai:unit-ubah", ubah),
        ("Buka unit di bawahnya", "pegawai:unit-buka", ubah),
        ("Tutup unit", "pegawai:unit-tutup", tutup),
    ]
    return [
        {"teks": teks, "url": reverse(url, args=[unit.pk]), "alasan": alasan}
        for teks, url, alasan in semua
    ] + akun


def _tombol_akun(unit: UnitKerja, request: HttpRequest, per: date) -> list[dict[str, Any]]:
    if not Jangkauan.milik(request.user, Izin.AKTIVASI_CETAK, per=per).memuat(unit.kiri):
        return []
    alasan = policies.siapkan_akun.reasons(unit, request.user, per=per)
    url = reverse("pegawai:unit-akun", args=[unit.pk])
    return [{"teks": "Siapkan akun pegawai", "url": url, "alasan": alasan}]


@GET_POST
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is known of a unit."""
    per = timezone.localdate()
    unit = _unit(request, pk, per)
    policies_unit.ubah_unit.check(unit, request.user, per=per)
    kantor = instansi()
    form = forms.AtributUnitForm.untuk(request.POST or None, unit, kantor.wilayah if kantor else "")
    if not form.is_valid():
        akibat = "Jumlah menurut jenis, urusan, dan kecamatan ikut berubah."
        return _formulir(request, unit, form, "Ubah atribut unit", akibat)
    alasan = form.cleaned_data["alasan"]
    acts.ubah_atribut_unit(pk, oleh=request.user, per=per, alasan=alasan, isi=form.isi())
    return _selesai(request, pk, "Atribut unit tersimpan.")


@GET_POST
def tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a unit."""
    per = timezone.localdate()
    unit = _unit(request, pk, per)
    r = baca.rincian(unit, request.user, per=per, lihat_orang=False)
    policies_unit.tutup_unit.check(unit, request.user, per=per, anak=r.anak_terbuka)
    form = forms.TutupUnitForm(request.POST or None, initial={"ditutup": per})
    if not form.is_valid():
        akibat = (
            f"{r.isi_sendiri} pegawai tetap tercatat di unit ini dan ditandai sampai dipindahkan."
        )
        return _formulir(request, unit, form, "Tutup unit", akibat)
    acts.tutup_unit(pk, oleh=request.user, per=per, **form.cleaned_data)
    return _selesai(request, pk, "Unit ditutup.")


@GET_POST
def buka(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a unit below this one."""
    per = timezone.localdate()
    induk = _unit(request, pk, per)
    policies_unit.ubah_unit.check(induk, request.user, per=per)
    form = forms.BukaUnitForm(request.POST or None, initial={"mulai": per})
    if not form.is_valid():
        akibat = "Impor hierarki berikutnya harus memuat unit ini dengan ID SIASN yang sama."
        return _formulir(request, induk, form, "Buka unit", akibat)
    baru = acts.buka_unit(oleh=request.user, per=per, induk=induk, **form.cleaned_data)
    return _selesai(request, baru.pk, "Unit dibuka.")


@GET_POST
def akun(request: HttpRequest, pk: int) -> HttpResponse:
    """Accounts for the people of this unit and below who have none."""
    per = timezone.localdate()
    unit = _unit(request, pk, per)
    policies.siapkan_akun.check(unit, request.user, per=per)
    if request.method == "POST":
        banyak = siapkan_akun_unit(pk, oleh=request.user, per=per)
        return _selesai(request, pk, f"{banyak} akun disiapkan. Cetak slipnya di Slip aktivasi.")
    akibat = (
        f"{baca.tanpa_akun(unit)} pegawai di unit ini dan di bawahnya mendapat akun dengan NIP, "
        "tanpa sandi. Mereka baru dapat masuk setelah menerima slip aktivasi."
    )
    return _formulir(request, unit, forms.KosongForm(), "Siapkan akun pegawai", akibat)


def _formulir(
    request: HttpRequest, unit: UnitKerja, form: Any, judul: str, akibat: str
) -> HttpResponse:
    context = {
        "form": form,
        "judul": judul,
        "akibat": akibat,
        "nama": unit.nama,
        "kembali": reverse("pegawai:unit-rincian", args=[unit.pk]),
    }
    return render(request, "pegawai/formulir.html", context, status=422 if form.errors else 200)


def _selesai(request: HttpRequest, pk: int, kalimat: str) -> HttpResponse:
    messages.success(request, kalimat)
    return redirect("pegawai:unit-rincian", pk=pk)


@require_safe
def jabatan(request: HttpRequest) -> HttpResponse:
    """The nomenclature."""
    per = timezone.localdate()
    policies.lihat_unit.check(request.user, per=per)
    q, jenis = request.GET.get("q", "").strip(), request.GET.get("jenis", "")
    semua = request.GET.get("semua") == "1"
    rows = baca_jabatan.daftar(request.user, per=per, q=q, jenis=jenis, semua=semua)
    context = {
        "page": page_of(request, rows),
        "q": q,
        "jenis": jenis,
        "semua": semua,
        "pilihan": JenisJabatan.choices,
    }
    return render_page(request, "pegawai/jabatan.html", context, fragment="tabel")


@require_safe
def jabatan_rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One name of the nomenclature: what it asks, its gates, where it is held."""
    per = timezone.localdate()
    policies.lihat_unit.check(request.user, per=per)
    r = baca_jabatan.rincian(pk, request.user, per=per)
    if r is None:
        raise Http404
    page = page_of(request, baca_jabatan.per_unit(pk, request.user, per=per))
    context = {"r": r, "j": r.jabatan, "page": page}
    return render_page(request, "pegawai/jabatan_rincian.html", context, fragment="tabel")

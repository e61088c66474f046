"""Pages of needs and gaps: totals, posts, one post, vacancies, people no post counts."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from organisasi.izin import Izin
from pegawai.kernel.masa import tambah_bulan
from penilaian.forms.kebutuhan import SaringanPosisi
from penilaian.policies.kebutuhan import lihat_kebutuhan
from penilaian.policies.kompetensi import lihat_kecocokan
from penilaian.policies.perhitungan import penyusun
from penilaian.selectors import kebutuhan as selectors
from penilaian.selectors.perhitungan import beban_formasi, perhitungan_terbuka
from penilaian.selectors.perubahan import PILIHAN_HARI, perubahan, pilihan_hari
from penilaian.services.buku import buku_posisi
from toolkit.pages import page_of, render_page


@require_safe
def kebutuhan(request: HttpRequest) -> HttpResponse:
    """Where people are missing and where there are too many: totals, then groups."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    kelompok = request.GET.get("kelompok", "opd")
    ringkasan = selectors.ringkasan(request.user, per=per, kelompok=kelompok)
    context = {
        "per": per,
        "r": ringkasan,
        "kelompok": [(kunci, isi[0]) for kunci, isi in selectors.KELOMPOK.items()],
        "tak_terhitung": selectors.tak_terhitung(request.user, per=per),
        "pilihan_hari": PILIHAN_HARI,
        "u": perubahan(request.user, per=per, hari=pilihan_hari(request.GET.get("hari", ""))),
    }
    return render_page(request, "penilaian/kebutuhan.html", context, fragment="tabel")


@require_safe
def daftar_formasi(request: HttpRequest) -> HttpResponse:
    """The posts behind the totals, filtered by the address."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = SaringanPosisi(request.GET, pengguna=request.user, per=per)
    daftar = selectors.daftar_posisi(request.user, form, per=per)
    page = page_of(request, daftar.posisi, total=daftar.total["posisi"])
    selectors.tandai(list(page.object_list), per=per, aturan=daftar.aturan)
    context = {"per": per, "form": form, "page": page, "total": daftar.total}
    return render_page(request, "penilaian/daftar_formasi.html", context, fragment="tabel")


@require_safe
def ekspor_formasi(request: HttpRequest) -> FileResponse:
    """Exactly what the list shows, all pages, as a workbook."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    form = SaringanPosisi(request.GET, pengguna=request.user, per=per)
    daftar = selectors.daftar_posisi(request.user, form, per=per)
    return buku_posisi(daftar, per=per)


@require_safe
def formasi(request: HttpRequest, pk: int) -> HttpResponse:
    """One post: every source of its need, its holders, how far to trust the number."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    rincian = selectors.rincian_posisi(request.user, pk, per=per)
    if rincian is None:
        raise Http404
    page = page_of(request, rincian.pemangku)
    context = {"per": per, "r": rincian, "p": rincian.posisi, "page": page}
    context["boleh_calon"] = selectors.boleh(request.user, Izin.CALON_CARI, per=per)
    context["boleh_susun"] = penyusun.allows(rincian.posisi, request.user, per=per)
    kosong = (rincian.posisi.beda or 0) < 0
    context["boleh_cocok"] = lihat_kecocokan.allows(rincian.posisi, kosong, request.user, per=per)
    context["terbuka"] = perhitungan_terbuka(pk)
    context["beban"] = beban_formasi(rincian.posisi, rincian.kebutuhan, nilai=rincian.aturan.nilai)
    return render_page(request, "penilaian/formasi.html", context, fragment="pemangku")


@require_safe
def lowong(request: HttpRequest) -> HttpResponse:
    """Vacant now, and vacant soon by retirement."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    bulan = selectors.horizon_pensiun(per=per)
    hasil = selectors.lowong(request.user, per=per, sampai=tambah_bulan(per, bulan))
    macam, rows, jumlah = hasil.pilih(request.GET.get("macam", ""))
    context = {
        "per": per,
        "bulan": bulan,
        "macam": macam,
        "r": hasil,
        "page": page_of(request, rows, total=jumlah),
        "boleh_orang": selectors.boleh(request.user, Izin.PEGAWAI_LIHAT, per=per),
        "boleh_calon": selectors.boleh(request.user, Izin.CALON_CARI, per=per),
    }
    return render_page(request, "penilaian/lowong.html", context, fragment="tabel")


@require_safe
def tak_terhitung(request: HttpRequest) -> HttpResponse:
    """People whom no post counts: closed units and rows typed in by hand."""
    lihat_kebutuhan.check(request.user)
    per = timezone.localdate()
    izin = Izin.PEGAWAI_LIHAT
    rows = selectors.penugasan_tak_terhitung(request.user, per=per, izin=izin)
    context = {
        "per": per,
        "page": page_of(request, rows),
        "jumlah": selectors.tak_terhitung(request.user, per=per),
        "boleh_orang": selectors.boleh(request.user, izin, per=per),
    }
    return render_page(request, "penilaian/tak_terhitung.html", context, fragment="tabel")

"""What a plan of a structure does, and the steps from draft to present."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from jejak import akses
from penilaian.forms import sotk_putus as forms
from penilaian.models import KeadaanSotk, RencanaSotk
from penilaian.policies import sotk_putus as policies
from penilaian.selectors import sotk_akibat as baca
from penilaian.selectors import sotk_putus as putus
from penilaian.selectors.sotk import MENUNGGU, boleh_nama
from penilaian.services import sotk_putus as acts
from penilaian.services.sotk_berlaku import berlakukan_sotk
from penilaian.views.sotk import rencana_dari
from toolkit.pages import page_of, render_page


@require_safe
def akibat(request: HttpRequest, pk: int) -> HttpResponse:
    """Who falls where, and needs and gaps before and after, box by box."""
    per = timezone.localdate()
    rencana = rencana_dari(request, pk, per)
    form = forms.SaringanAkibat(request.GET)
    context: dict[str, Any] = {"r": rencana, "per": per, "form": form}
    context["boleh_nama"] = boleh_nama(rencana, request.user, per=per)
    if rencana.keadaan == KeadaanSotk.BERLAKU:
        return _sejarah(request, context, per)
    if rencana.keadaan in MENUNGGU:
        _rencana_kelak(request, context, per)
    return render_page(request, "penilaian/sotk_akibat.html", context, fragment="tabel")


def _rencana_kelak(request: HttpRequest, context: dict[str, Any], per: date) -> None:
    hasil = baca.hasil_sotk(context["r"], per=per)
    lihat = request.GET.get("lihat", "")
    lihat = lihat if lihat in dict(forms.LIHAT) else forms.LIHAT[not context["boleh_nama"]][0]
    context |= {"hasil": hasil, "lihat": lihat, "pilihan": forms.LIHAT}
    form = context["form"]
    if lihat == "kotak":
        context["page"] = page_of(request, hasil.baris_kotak(form.nilai("q")))
    elif lihat == "unit":
        context["page"] = page_of(request, hasil.baris_lama(form.nilai("q")))
    elif context["boleh_nama"]:
        isi = {"nasib": form.nilai("nasib"), "q": form.nilai("q")}
        context["page"] = page_of(request, baca.orang_sotk(request.user, hasil, per=per, **isi))
        context["baris"] = baca.tandai_orang(context["page"].object_list, hasil)
        _catat_akses(request, context["baris"], isi)


def _sejarah(request: HttpRequest, context: dict[str, Any], per: date) -> HttpResponse:
    """A plan in force: what was kept of its day."""
    form = context["form"]
    context["catatan"] = putus.catatan_sotk(context["r"])
    if context["boleh_nama"]:
        isi = {"nasib": form.nilai("nasib"), "q": form.nilai("q")}
        rows = putus.orang_tercatat(context["r"], request.user, per=per, **isi)
        context["page"] = page_of(request, rows)
        _catat_akses(request, context["page"].object_list, isi)
    return render_page(request, "penilaian/sotk_akibat_tercatat.html", context, fragment="tabel")


def _catat_akses(request: HttpRequest, baris: Any, isi: dict[str, Any]) -> None:
    akses.lihat_daftar(
        oleh=request.user, apa="Akibat rencana SOTK", alasan="akibat rencana SOTK",
        jumlah=len(baris), saringan="; ".join(f"{k}={v}" for k, v in isi.items() if v) or "semua",
    )  # fmt: skip


@dataclass(frozen=True)
class _Langkah:
    """A step: who may, what is asked, the act, what is said afterwards."""

    hak: Any
    form: type[Any]
    act: Callable[..., RencanaSotk]
    pesan: str


LANGKAH = {
    "tetapkan": _Langkah(
        policies.memutus_sotk, forms.TetapkanForm, acts.tetapkan_sotk,
        "Rencana ditetapkan dan menunggu tanggal berlakunya.",
    ),
    "kembalikan": _Langkah(
        policies.memutus_sotk, forms.AlasanForm, acts.kembalikan_sotk,
        "Rencana kembali menjadi draf; struktur sekarang tidak berubah.",
    ),
    "batalkan": _Langkah(
        policies.membatalkan_sotk, forms.AlasanForm, acts.batalkan_sotk, "Rencana dibatalkan.",
    ),
    "berlakukan": _Langkah(
        policies.memutus_sotk, forms.BerlakukanForm, berlakukan_sotk,
        "Struktur baru berlaku.",
    ),
}  # fmt: skip


@require_safe
def penetapan(request: HttpRequest, pk: int) -> HttpResponse:
    """The consequences once more, and the step that comes next."""
    per = timezone.localdate()
    return _halaman(request, rencana_dari(request, pk, per), per, {})


@require_POST
def putuskan(request: HttpRequest, pk: int, aksi: str) -> HttpResponse:
    """Decide, take back, give up or put into force."""
    per = timezone.localdate()
    rencana = rencana_dari(request, pk, per)
    if (langkah := LANGKAH.get(aksi)) is None:
        raise Http404
    langkah.hak.check(rencana, request.user, per=per)
    form = langkah.form(request.POST)
    if not form.is_valid():
        return _halaman(request, rencana, per, {aksi: form})
    isi = {k: v for k, v in form.cleaned_data.items() if k != "setuju"}
    langkah.act(pk, per=per, oleh=request.user, **isi)
    messages.success(request, langkah.pesan)
    return redirect("penilaian:sotk-rencana", pk=pk)


def _halaman(
    request: HttpRequest, rencana: RencanaSotk, per: date, terisi: dict[str, Any]
) -> HttpResponse:
    context: dict[str, Any] = {"r": rencana, "per": per}
    if rencana.keadaan in MENUNGGU:
        isi = putus.penetapan(rencana, request.user, per=per)
        awal = {"dasar": rencana.dasar}
        context |= {"p": isi, "hasil": isi.hasil, "terisi": next(iter(terisi.values()), None)}
        context["form"] = {
            aksi: terisi.get(aksi) or LANGKAH[aksi].form(initial=awal, prefix=None)
            for aksi in isi.larangan
        }
    status = 422 if terisi else 200
    return render(request, "penilaian/sotk_tetapkan.html", context, status=status)

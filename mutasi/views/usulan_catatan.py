"""What is written down beside the acts of the table: papers, talks, answers by letter, grounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from mutasi.forms import usulan as bentuk
from mutasi.models import AlasanKesediaan, Kesediaan, UsulanMutasi
from mutasi.policies import bkn as policies_bkn
from mutasi.policies import kesediaan as policies
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.selectors.usulan_catatan import dapat_dicatat
from mutasi.selectors.usulan_rincian import RincianUsulan
from mutasi.services import kesediaan as acts
from mutasi.services import penyampaian as acts_kabar
from mutasi.services.jalan import berkerabat
from mutasi.services.surat_luar import catat_surat, ganti_surat
from mutasi.views.usulan_bersama import ambil_usulan, masuk
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, WrongMoment


@dataclass(frozen=True)
class Catatan:
    """``larangan`` asks the policy; ``form`` builds the form; ``tindak`` calls the act with it."""

    kunci: str
    judul: str
    akibat: str
    larangan: Callable[[UsulanMutasi, Pengguna, date], list[str]]
    form: Callable[[Any, Any, date], Any]
    tindak: Callable[[UUID, Pengguna, date, Any], object]


def _percakapan(u: UsulanMutasi, oleh: Pengguna, per: date) -> list[str]:
    kabar = u.penyampaian.select_related("usulan__pegawai__unit", "usulan__dari__unit").first()
    if kabar is None:
        return ["Pegawai belum diberitahu."]
    return policies.percakapan.reasons(kabar, oleh, per=per)


def belum_dialog(u: UsulanMutasi) -> Kesediaan | None:
    """The answer *merasa belum mampu* nobody has talked about yet."""
    akhir = u.kesediaan.filter(versi=u.versi).select_related("dialog").first()
    mampu = akhir is None or akhir.alasan != AlasanKesediaan.BELUM_MAMPU
    return None if mampu or hasattr(akhir, "dialog") else akhir


def _dialog(u: UsulanMutasi, oleh: Pengguna, per: date) -> list[str]:
    jawaban = belum_dialog(u)
    if jawaban is None:
        return ["Tidak ada jawaban “merasa belum mampu” yang menunggu dialog."]
    jawaban.usulan = u
    return policies.dialog.reasons(jawaban, oleh, per=per)


def _catat_dialog(pk: UUID, oleh: Pengguna, per: date, form: Any) -> object:
    jawaban = belum_dialog(UsulanMutasi.objects.get(pk=pk))
    if jawaban is None:
        raise OutOfReach
    return acts.catat_dialog(jawaban.pk, oleh=oleh, per=per, **form.isi())


def _catat_surat(pk: UUID, oleh: Pengguna, per: date, form: Any) -> object:
    satu = catat_surat([pk], form.surat(), oleh=oleh, per=per)[0]
    if not satu.berhasil:
        raise WrongMoment(satu.kalimat)
    return satu


def _sedia(data: Any, files: Any, per: date) -> Any:
    huruf = tetapan_jalan(per=per).min_huruf_alasan
    return bentuk.KesediaanSuratForm(data, files, min_huruf=huruf)


SEMUA: tuple[Catatan, ...] = (
    Catatan(
        "dokumen", "Catat dokumen",
        "Dokumen yang lebih lama dengan guna yang sama diganti, tidak dihapus.",
        lambda u, oleh, per: policies_bkn.catat_surat.reasons(
            u, oleh, per=per, kerabat=berkerabat(u, oleh)
        ),
        lambda data, files, per: bentuk.SuratForm(data, files), _catat_surat,
    ),
    Catatan(
        "keadaan", "Nyatakan keadaan khusus",
        "Yang mana tidak dicatat; bila ada, alasan tetap memindahkan wajib ditulis.",
        lambda u, oleh, per: policies.keadaan.reasons(
            u, oleh, kerabat=berkerabat(u, oleh), per=per
        ),
        lambda data, files, per: bentuk.KeadaanForm(data),
        lambda pk, oleh, per, form: acts.nyatakan_keadaan(pk, oleh=oleh, per=per, **form.isi()),
    ),
    Catatan(
        "percakapan", "Catat percakapan atasan",
        "Dibaca TPK bersama usulannya.", _percakapan,
        lambda data, files, per: bentuk.PercakapanForm(data),
        lambda pk, oleh, per, form: acts_kabar.catat_percakapan(
            pk, oleh=oleh, per=per, **form.isi()
        ),
    ),
    Catatan(
        "kesediaan-surat", "Catat jawaban dari surat",
        "Nama Anda terlihat sebagai yang mencatat; pegawai membaca catatan ini di halamannya.",
        lambda u, oleh, per: policies.catat_surat.reasons(
            u, oleh, kerabat=berkerabat(u, oleh), per=per
        ),
        _sedia,
        lambda pk, oleh, per, form: acts.catat_kesediaan_surat(
            pk, oleh=oleh, per=per, **form.isi()
        ),
    ),
    Catatan(
        "dialog", "Catat dialog dan tawaran pelatihan",
        "Pegawai diberi tahu dan dapat menjawab sekali lagi.", _dialog,
        lambda data, files, per: bentuk.DialogForm(data), _catat_dialog,
    ),
    Catatan(
        "dasar-sepihak", "Sebut dasar tanpa kesediaan",
        "Dasarnya diperiksa saat usulan diteruskan, dan perpindahan tanpa kesediaan dihitung.",
        lambda u, oleh, per: policies.dasar_sepihak.reasons(
            u, oleh, kerabat=berkerabat(u, oleh), per=per
        ),
        lambda data, files, per: bentuk.DasarForm(data),
        lambda pk, oleh, per, form: acts.catat_dasar_tanpa_kesediaan(
            pk, oleh=oleh, per=per, **form.isi()
        ),
    ),
)  # fmt: skip
_GANTI = "Yang lama tidak dihapus, hanya tidak dipakai lagi."
MENURUT_KUNCI: dict[str, Catatan] = {c.kunci: c for c in SEMUA}


@require_http_methods(["GET", "HEAD", "POST"])
def catat(request: HttpRequest, pk: UUID, kunci: str) -> HttpResponse:
    """One thing written down: its form, and writing it."""
    per, usulan = masuk(request), ambil_usulan(request, pk)
    if (c := MENURUT_KUNCI.get(kunci)) is None:
        raise Http404
    form = c.form(request.POST or None, request.FILES or None, per)
    siap = form.is_bound and form.is_valid()
    if siap and form.laku(lambda: c.tindak(pk, request.user, per, form)) is not None:  # type: ignore[arg-type]
        messages.success(request, f"{c.judul}: tersimpan.")
        return redirect("mutasi:usulan-rincian", pk=pk)
    alasan = c.larangan(usulan, request.user, per)  # type: ignore[arg-type]
    context = {"u": usulan, "form": form, "alasan": alasan, "judul": c.judul, "akibat": c.akibat}
    return render(request, "mutasi/usulan_aksi.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def ganti_dokumen(request: HttpRequest, pk: UUID, dokumen: int) -> HttpResponse:
    """Another paper in the place of one."""
    per, usulan = masuk(request), ambil_usulan(request, pk)
    lama = get_object_or_404(usulan.dokumen_masuk, pk=dokumen)
    form = bentuk.SuratForm.pengganti(request.POST or None, request.FILES or None, lama)
    oleh: Any = request.user
    ganti = partial(ganti_surat, dokumen, oleh=oleh, per=per)
    if form.is_bound and form.is_valid() and form.laku(lambda: ganti(form.surat())) is not None:
        messages.success(request, "Dokumen diganti; yang lama tetap tersimpan.")
        return redirect("mutasi:usulan-rincian", pk=pk)
    kerabat = berkerabat(usulan, oleh)
    context = {"u": usulan, "form": form, "judul": f"Ganti {lama}", "akibat": _GANTI}
    context["alasan"] = policies_bkn.ganti_surat.reasons(lama, oleh, per=per, kerabat=kerabat)
    return render(request, "mutasi/usulan_aksi.html", context, status=422 if form.errors else 200)


def catatan_mungkin(r: RincianUsulan, pengguna: Pengguna, *, per: date) -> list[Catatan]:
    """What this state and this person's rights let be written down; its page asks the policy."""
    return [MENURUT_KUNCI[kunci] for kunci in dapat_dicatat(r, pengguna, per=per)]

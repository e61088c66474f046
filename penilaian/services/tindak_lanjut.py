"""Proposals of recognition and coaching: made by the rule, decided by a person with a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from penilaian import tindakan_nilai as tindakan
from penilaian.kernel.tindak_lanjut import usul
from penilaian.models import KeadaanTindakLanjut, Penilaian, PeriodeKinerja, TindakLanjut
from penilaian.policies import tindak_lanjut as policies
from penilaian.policies.tindak_lanjut import MIN_ALASAN
from penilaian.selectors.bahan_nilai import tersampaikan
from penilaian.selectors.tetapan import tetapan_penilaian
from penilaian.selectors.tindak_lanjut import bahan_usul
from toolkit.policy import WrongMoment

MAKS_DASAR = 500


@dataclass(frozen=True)
class HasilUsul:
    """What computing the proposals changed."""

    baru: int
    dibuang: int  # undecided ones whose ground is gone


@transaction.atomic
def usulkan_tindak_lanjut(penilaian_id: int, *, per: date, oleh: Pengguna) -> HasilUsul:
    """Propose by the published rule; asked again it changes nothing.

    What somebody decided in this period stays and is not proposed once more; undecided proposals
    of earlier runs, and those whose ground is gone, give way.
    """
    penilaian = Penilaian.objects.select_related("periode").get(pk=penilaian_id)
    PeriodeKinerja.objects.select_for_update().get(pk=penilaian.periode_id)
    terakhir = tersampaikan(penilaian.periode)
    lebih_baru = terakhir is not None and terakhir.pk != penilaian.pk
    policies.usulkan.check(penilaian, oleh, lebih_baru, per=per)
    seperiode = TindakLanjut.objects.filter(hasil__penilaian__periode=penilaian.periode_id)
    diputus = set(
        seperiode.exclude(keadaan=KeadaanTindakLanjut.DIUSULKAN)
        .order_by()
        .values_list("hasil__pegawai_id", "jenis")
    )
    harus = _harus(penilaian, diputus)
    ada = {
        (hasil, jenis, dasar): pk
        for pk, hasil, jenis, dasar in seperiode.filter(keadaan=KeadaanTindakLanjut.DIUSULKAN)
        .order_by()
        .values_list("pk", "hasil_id", "jenis", "dasar")
    }
    buang = [pk for isi, pk in ada.items() if isi not in harus]
    for awal in range(0, len(buang), 900):
        TindakLanjut.objects.filter(pk__in=buang[awal : awal + 900]).delete()
    baru = [isi for isi in harus if isi not in ada]
    _sisipkan(baru)
    if baru or buang:
        isi_jejak = {"baru": len(baru), "dibuang": len(buang)}
        catat(tindakan.TINDAK_LANJUT_DIUSULKAN, penilaian, oleh=oleh, sesudah=isi_jejak)
    return HasilUsul(len(baru), len(buang))


def _harus(penilaian: Penilaian, diputus: set[tuple[int, str]]) -> dict[tuple[int, str, str], None]:
    k = tetapan_penilaian(per=penilaian.periode.selesai)
    return {
        (hasil, satu.jenis.value, satu.bunyi[:MAKS_DASAR]): None
        for hasil, pegawai, bahan in bahan_usul(penilaian)
        for satu in usul(bahan, k)
        if (pegawai, satu.jenis.value) not in diputus
    }


def _sisipkan(baru: list[tuple[int, str, str]]) -> None:
    kini = timezone.now()
    TindakLanjut.objects.bulk_create(
        (
            TindakLanjut(hasil_id=hasil, jenis=jenis, dasar=dasar, dibuat_pada=kini)
            for hasil, jenis, dasar in baru
        ),
        batch_size=100,
    )


@transaction.atomic
def terima_usul(usul_id: int, alasan: str, *, per: date, oleh: Pengguna) -> TindakLanjut:
    """Accept: the person is told, and sees it."""
    satu = _putuskan(usul_id, KeadaanTindakLanjut.DITERIMA, alasan, per=per, oleh=oleh)
    pengguna = satu.hasil.pegawai.pengguna
    if pengguna is not None and pengguna.is_active:
        beri_tahu(
            pengguna, kunci=f"tindak-lanjut:{satu.pk}", judul="Ada tindak lanjut atas hasil Anda",
            tautan=reverse("penilaian:umpan-saya"),
        )  # fmt: skip
    return satu


@transaction.atomic
def tolak_usul(usul_id: int, alasan: str, *, per: date, oleh: Pengguna) -> TindakLanjut:
    """Do not accept: it stays on record with its reason, and is not proposed again."""
    return _putuskan(usul_id, KeadaanTindakLanjut.TIDAK_DITERIMA, alasan, per=per, oleh=oleh)


def _putuskan(
    usul_id: int, keadaan: KeadaanTindakLanjut, alasan: str, *, per: date, oleh: Pengguna
) -> TindakLanjut:
    rows = TindakLanjut.objects.select_related(
        "hasil__pegawai__unit", "hasil__pegawai__pengguna", "hasil__penilaian__periode"
    )
    satu = rows.select_for_update(of=("self",)).get(pk=usul_id)
    policies.putuskan.check(satu, oleh, per=per)
    if len(alasan.strip()) < MIN_ALASAN:
        raise WrongMoment(f"Tulis alasan sedikitnya {MIN_ALASAN} huruf.", kode="alasan")
    satu.keadaan, satu.alasan = keadaan, alasan.strip()
    satu.diputuskan_pada, satu.diputuskan_oleh = timezone.now(), oleh
    satu.save(update_fields=["keadaan", "alasan", "diputuskan_pada", "diputuskan_oleh"])
    catat(tindakan.TINDAK_LANJUT_DIPUTUSKAN, satu, oleh=oleh, alasan=satu.alasan,
          sesudah={"keadaan": keadaan})  # fmt: skip
    return satu

"""A plan of a structure is decided, taken back to a draft, or given up. The present stays as is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from penilaian import tindakan
from penilaian.kernel.sotk_periksa import TemuanSotk
from penilaian.models import KeadaanSotk, RencanaSotk
from penilaian.policies import sotk_putus as policies
from penilaian.selectors.sotk_akibat import HasilSotk, hasil_sotk, tumpang_tindih
from penilaian.services.sotk_susun import kunci_sotk


@transaction.atomic
def tetapkan_sotk(pk: int, *, dasar: str, per: date, oleh: Pengguna) -> RencanaSotk:
    """Decide the plan by its regulation; it waits for its day."""
    rencana = kunci_sotk(pk)
    dasar = dasar.strip()[:255]
    hasil = hasil_sotk(rencana, per=per)
    menghalangi = [*hasil.menghalangi, *_tumpang(rencana, hasil, per)]
    policies.tetapkan_sotk.check(rencana, oleh, dasar, menghalangi, per=per)
    rencana.keadaan, rencana.dasar = KeadaanSotk.DITETAPKAN, dasar
    rencana.ditetapkan_pada, rencana.ditetapkan_oleh = timezone.now(), oleh
    rencana.save(update_fields=["keadaan", "dasar", "ditetapkan_pada", "ditetapkan_oleh"])
    catat(tindakan.SOTK_DITETAPKAN, rencana, oleh=oleh, sesudah=ringkas(hasil))
    return rencana


@transaction.atomic
def kembalikan_sotk(pk: int, *, alasan: str, per: date, oleh: Pengguna) -> RencanaSotk:
    """Make it a draft again, with everything that was drafted."""
    rencana = kunci_sotk(pk)
    menghalangi: list[TemuanSotk] = []
    if rencana.keadaan == KeadaanSotk.DITETAPKAN and rencana.berlaku <= per:
        menghalangi = halangan_berlaku(hasil_sotk(rencana, per=per))
    policies.kembalikan_sotk.check(rencana, oleh, alasan, menghalangi, per=per)
    rencana.keadaan = KeadaanSotk.DRAF
    rencana.ditetapkan_pada = rencana.ditetapkan_oleh = None
    rencana.save(update_fields=["keadaan", "ditetapkan_pada", "ditetapkan_oleh"])
    catat(tindakan.SOTK_DIKEMBALIKAN, rencana, oleh=oleh, alasan=alasan)
    return rencana


@transaction.atomic
def batalkan_sotk(pk: int, *, alasan: str, per: date, oleh: Pengguna) -> RencanaSotk:
    """Give the draft up; it stays readable."""
    rencana = kunci_sotk(pk)
    policies.batalkan_sotk.check(rencana, oleh, alasan, per=per)
    rencana.keadaan = KeadaanSotk.BATAL
    rencana.save(update_fields=["keadaan"])
    catat(tindakan.SOTK_DIBATALKAN, rencana, oleh=oleh, alasan=alasan)
    return rencana


def halangan_berlaku(hasil: HasilSotk) -> list[TemuanSotk]:
    """What stops a decided plan on its day; that the day has come does not."""
    return [t for t in hasil.menghalangi if t.kode != "tanggal_lewat"]


def _tumpang(rencana: RencanaSotk, hasil: HasilSotk, per: date) -> list[TemuanSotk]:
    return [
        TemuanSotk("tumpang_tindih", f"{lain} sudah ditetapkan dan menyangkut unit yang sama.")
        for lain in tumpang_tindih(rencana, hasil, per=per)
    ]


def ringkas(hasil: HasilSotk) -> dict[str, Any]:
    """What the trail keeps of a plan: figures, never names."""
    return {
        "berlaku": hasil.rencana.berlaku,
        "dasar": hasil.rencana.dasar,
        "unit": dict(hasil.unit),
        "orang": dict(hasil.orang),
    }

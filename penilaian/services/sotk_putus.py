"""A plan of a structure is decided, taken back to a draft, or given up. The present stays as is."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.impor import bergiliran
from penilaian import tindakan
from penilaian.models import KeadaanSotk, RencanaSotk
from penilaian.policies import sotk_putus as policies
from penilaian.selectors.sotk_akibat import HasilSotk, hasil_sotk
from penilaian.selectors.sotk_putus import halangan_berlaku, halangan_tetapkan
from penilaian.services.sotk_susun import kunci_sotk


@transaction.atomic
def tetapkan_sotk(pk: int, *, dasar: str, per: date, oleh: Pengguna) -> RencanaSotk:
    """Decide the plan by its regulation; it waits for its day."""
    rencana = kunci_sotk(pk)
    bergiliran()  # of two plans about the same offices only one is decided
    dasar = dasar.strip()[:255]
    hasil = hasil_sotk(rencana, per=per)
    menghalangi = halangan_tetapkan(hasil, per=per)
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
    menghalangi = halangan_berlaku(hasil_sotk(rencana, per=per)) if rencana.berlaku <= per else []
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


def ringkas(hasil: HasilSotk) -> dict[str, Any]:
    """What the trail keeps of a plan: figures, never names."""
    return {
        "berlaku": hasil.rencana.berlaku,
        "dasar": hasil.rencana.dasar,
        "unit": dict(hasil.unit),
        "orang": dict(hasil.orang),
    }

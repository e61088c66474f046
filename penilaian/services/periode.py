"""Periods of performance: opened by their code, closed once they are over."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from penilaian import tindakan_nilai
from penilaian.kernel.masa_periode import baca_kode
from penilaian.models import PeriodeKinerja
from penilaian.policies import periode as policies
from toolkit.policy import WrongMoment

BENTUK_KODE = "Tulis kode periode seperti 2025, 2025-TW1, atau 2025-03."


@transaction.atomic
def buka_periode(kode: str, *, per: date, oleh: Pengguna) -> PeriodeKinerja:
    """Open the period of this code; its name and days follow from the code."""
    masa = baca_kode(kode)
    if masa is None:
        raise WrongMoment(BENTUK_KODE, kode="kode_periode")
    policies.buka_periode.check(masa, oleh, per=per)
    if PeriodeKinerja.objects.filter(kode=masa.kode).exists():
        raise WrongMoment(f"{masa.nama} sudah dibuka.", kode="sudah_dibuka")
    baru = PeriodeKinerja.objects.create(
        kode=masa.kode, nama=masa.nama, jenis=masa.jenis, mulai=masa.mulai, selesai=masa.selesai
    )
    isi = {"kode": masa.kode, "mulai": masa.mulai, "selesai": masa.selesai}
    catat(tindakan_nilai.PERIODE_DIBUKA, baru, oleh=oleh, sesudah=isi)
    return baru


def kunci_periode(periode_id: int) -> PeriodeKinerja:
    """The period as it is now, held until the end: it closes before an act that asks or after."""
    return PeriodeKinerja.objects.select_for_update().get(pk=periode_id)


@transaction.atomic
def tutup_periode(periode_id: int, *, per: date, oleh: Pengguna) -> PeriodeKinerja:
    """Close it: from then on its values change only by the ruling on an objection."""
    periode = kunci_periode(periode_id)
    policies.tutup_periode.check(periode, oleh, per=per)
    periode.ditutup_pada, periode.ditutup_oleh = timezone.now(), oleh
    periode.save(update_fields=["ditutup_pada", "ditutup_oleh"])
    catat(tindakan_nilai.PERIODE_DITUTUP, periode, oleh=oleh)
    return periode

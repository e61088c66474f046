"""Say who assesses somebody where the structure does not say it, or says it wrongly."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from penilaian import tindakan_nilai as tindakan
from penilaian.models import PejabatPenilai
from penilaian.policies import penilaian as policies


@transaction.atomic
def tetapkan_penilai(
    pegawai_id: int, penilai_id: int, *, mulai: date, dasar: str, per: date, oleh: Pengguna
) -> PejabatPenilai:
    """From ``mulai`` on this person is assessed by that one; what was said before ends then."""
    pegawai = Pegawai.objects.select_related("unit").locked(pegawai_id)
    penilai = Pegawai.objects.get(pk=penilai_id)
    policies.tetapkan_penilai.check(pegawai, penilai, oleh, dasar, per=per)
    lama = PejabatPenilai.objects.filter(pegawai=pegawai, selesai__isnull=True)
    # A row that would end before it began said something that never came to be.
    lama.filter(mulai__gte=mulai).delete()
    lama.update(selesai=mulai)
    baru = PejabatPenilai.objects.create(
        pegawai=pegawai, penilai=penilai, mulai=mulai, dasar=dasar.strip()[:255],
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    catat(
        tindakan.PENILAI_DITETAPKAN,
        pegawai,
        oleh=oleh,
        alasan=baru.dasar,
        sesudah={"penilai": str(penilai), "mulai": mulai},
    )
    return baru

"""Acts on the targets of a team: what it is to reach in a period, and what it reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from penilaian import tindakan_nilai as tindakan
from penilaian.models import IndikatorUnit, MacamBukti, PeriodeKinerja, TargetTim
from penilaian.policies import tim as policies
from penilaian.policies.indikator_unit import pakai_indikator
from penilaian.services.bukti import simpan_bukti
from penilaian.services.periode import kunci_periode
from penilaian.services.tim import kunci_tim
from toolkit.policy import OutOfReach, WrongMoment


@dataclass(frozen=True)
class IsiTarget:
    """A target as it was typed; with an indicator of a unit its numbers come from there."""

    uraian: str
    satuan: str
    arah: str
    bobot: Decimal
    target: Decimal
    indikator_unit: IndikatorUnit | None = None


@transaction.atomic
def catat_target(
    tim_id: int, periode: PeriodeKinerja, isi: IsiTarget, *, target_id: int | None = None,
    per: date, oleh: Pengguna,
) -> TargetTim:  # fmt: skip
    """Add a target to the period, or correct one of it. The result waits for weights of 100."""
    tim, periode = kunci_tim(tim_id), kunci_periode(periode.pk)
    policies.catat_target.check(tim, periode, oleh, per=per)
    if isi.indikator_unit is not None:
        pakai_indikator.check(isi.indikator_unit, tim.unit)
    sebelum: dict[str, object] | None = None
    if target_id is None:
        akhir = TargetTim.objects.filter(tim=tim, periode=periode).aggregate(n=Max("urutan"))["n"]
        satu = TargetTim(tim=tim, periode=periode, urutan=(akhir or 0) + 1)
    else:
        satu = _ambil(tim.pk, target_id, periode)
        sebelum = _isi(satu)
    satu.uraian, satu.satuan, satu.arah = isi.uraian.strip(), isi.satuan.strip(), isi.arah
    satu.bobot, satu.target, satu.indikator_unit = isi.bobot, isi.target, isi.indikator_unit
    if isi.indikator_unit is not None:
        # Its numbers are read from the indicator; nothing of its own may stand beside them.
        satu.satuan, satu.arah = isi.indikator_unit.satuan, isi.indikator_unit.arah
        satu.target, satu.realisasi, satu.bukti = Decimal(0), None, None
    satu.dicatat_pada, satu.dicatat_oleh = timezone.now(), oleh
    satu.save()
    if sebelum != _isi(satu):
        catat(tindakan.TARGET_TIM_DICATAT, tim, oleh=oleh, sebelum=sebelum, sesudah=_isi(satu))
    return satu


@transaction.atomic
def hapus_target(tim_id: int, target_id: int, *, per: date, oleh: Pengguna) -> None:
    """Take back a target written by mistake; the trail keeps it."""
    tim = kunci_tim(tim_id)
    satu = _ambil(tim.pk, target_id, None)
    satu.periode = kunci_periode(satu.periode_id)
    policies.catat_target.check(tim, satu.periode, oleh, per=per)
    catat(tindakan.TARGET_TIM_DICATAT, tim, oleh=oleh, sebelum=_isi(satu), sesudah=None)
    satu.delete()


@transaction.atomic
def catat_realisasi(
    tim_id: int, target_id: int, *, realisasi: Decimal | None, bukti: UploadedFile | None = None,
    per: date, oleh: Pengguna,
) -> TargetTim:  # fmt: skip
    """What was reached, with its evidence; None says again that it is not known."""
    tim = kunci_tim(tim_id)
    satu = _ambil(tim.pk, target_id, None)
    satu.tim, satu.periode = tim, kunci_periode(satu.periode_id)
    policies.catat_realisasi.check(satu, oleh, per=per)
    if realisasi is not None and realisasi < 0:
        raise WrongMoment("Realisasi tidak dapat kurang dari nol.", kode="negatif")
    sebelum = _isi(satu)
    satu.realisasi = realisasi
    if bukti is not None:
        satu.bukti = simpan_bukti(bukti, macam=MacamBukti.TIM, unit=tim.unit, oleh=oleh)
    satu.dicatat_pada, satu.dicatat_oleh = timezone.now(), oleh
    satu.save(update_fields=["realisasi", "bukti", "dicatat_pada", "dicatat_oleh"])
    if sebelum != _isi(satu):
        catat(tindakan.TARGET_TIM_DICATAT, tim, oleh=oleh, sebelum=sebelum, sesudah=_isi(satu))
    return satu


def _ambil(tim_id: int, target_id: int, periode: PeriodeKinerja | None) -> TargetTim:
    """The target of this team (and period)."""
    rows = TargetTim.objects.filter(tim=tim_id, pk=target_id)
    if periode is not None:
        rows = rows.filter(periode=periode)
    satu = rows.select_related("periode", "indikator_unit").first()
    if satu is None:
        raise OutOfReach()
    return satu


def _isi(satu: TargetTim) -> dict[str, object]:
    return {
        "periode": satu.periode.kode, "uraian": satu.uraian, "bobot": satu.bobot,
        "target": satu.target, "realisasi": satu.realisasi, "arah": str(satu.arah),
        "indikator unit": satu.indikator_unit.nama if satu.indikator_unit else None,
        "bukti": satu.bukti_id,
    }  # fmt: skip

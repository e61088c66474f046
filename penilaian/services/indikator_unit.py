"""Acts on what a unit is measured by, and on what it reached."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna, UnitKerja
from penilaian import tindakan_nilai as tindakan
from penilaian.models import CapaianUnit, IndikatorUnit, MacamBukti, PeriodeKinerja
from penilaian.policies import indikator_unit as policies
from penilaian.services.bukti import simpan_bukti
from penilaian.services.periode import kunci_periode
from toolkit.policy import OutOfReach, WrongMoment


@transaction.atomic
def buat_indikator(
    unit_id: int, *, kode: str, nama: str, sumber: str, satuan: str, arah: str, mulai: date,
    dasar: str = "", per: date, oleh: Pengguna,
) -> IndikatorUnit:  # fmt: skip
    """A new measure of a unit; its code is one in the unit."""
    unit = UnitKerja.objects.filter(pk=unit_id).first()
    if unit is None:
        raise OutOfReach()
    policies.catat_indikator.check(unit, oleh, per=per)
    kode = kode.strip().upper()
    if IndikatorUnit.objects.filter(unit=unit, kode=kode).exists():
        raise WrongMoment(f"Kode {kode} sudah dipakai unit ini.", kode="kode_ganda")
    baru = IndikatorUnit.objects.create(
        unit=unit, kode=kode, nama=nama.strip(), sumber=sumber, satuan=satuan.strip(), arah=arah,
        mulai=mulai, dasar=dasar.strip(),
    )  # fmt: skip
    isi = {"unit": unit.nama, "kode": kode, **isi_indikator(baru)}
    catat(tindakan.INDIKATOR_UNIT_DICATAT, baru, oleh=oleh, sesudah=isi)
    return baru


@transaction.atomic
def ubah_indikator(
    indikator_id: int, *, nama: str, dasar: str, selesai: date | None, per: date, oleh: Pengguna
) -> IndikatorUnit:
    """Name, basis and last day; unit of measure and direction stay, past values rest on them."""
    satu = kunci_indikator(indikator_id)
    policies.catat_indikator.check(satu.unit, oleh, per=per)
    if selesai is not None and selesai < satu.mulai:
        raise WrongMoment("Indikator berakhir sebelum mulai.", kode="tanggal")
    sebelum = isi_indikator(satu)
    satu.nama, satu.dasar, satu.selesai = nama.strip(), dasar.strip(), selesai
    satu.save(update_fields=["nama", "dasar", "selesai"])
    if sebelum != isi_indikator(satu):
        catat(
            tindakan.INDIKATOR_UNIT_DICATAT, satu, oleh=oleh, sebelum=sebelum,
            sesudah=isi_indikator(satu),
        )  # fmt: skip
    return satu


@transaction.atomic
def catat_capaian(
    indikator_id: int, periode: PeriodeKinerja, *, target: Decimal, nilai: Decimal | None,
    sumber: str, bukti: UploadedFile | None = None, per: date, oleh: Pengguna,
) -> CapaianUnit:  # fmt: skip
    """Target and value of one period; without a value it is not complete, never zero."""
    indikator, periode = kunci_indikator(indikator_id), kunci_periode(periode.pk)
    policies.catat_capaian.check(indikator, periode, oleh, per=per)
    for angka in (target, nilai):
        if mustahil := policies.angka_mustahil(indikator.sumber, angka):
            raise WrongMoment(mustahil, kode="mustahil")
    satu = CapaianUnit.objects.filter(indikator=indikator, periode=periode).first()
    sebelum = isi_capaian(satu) if satu else None
    satu = satu or CapaianUnit(indikator=indikator, periode=periode)
    satu.target, satu.nilai, satu.sumber = target, nilai, sumber.strip()
    if bukti is not None:
        satu.bukti = simpan_bukti(bukti, macam=MacamBukti.UNIT, unit=indikator.unit, oleh=oleh)
    satu.dicatat_pada, satu.dicatat_oleh = timezone.now(), oleh
    satu.save()
    sesudah = isi_capaian(satu)
    if sebelum != sesudah:
        catat(
            tindakan.INDIKATOR_UNIT_DICATAT, indikator, oleh=oleh, sebelum=sebelum, sesudah=sesudah
        )
    return satu


def kunci_indikator(indikator_id: int) -> IndikatorUnit:
    """The indicator with its unit, held until the end."""
    rows = IndikatorUnit.objects.select_for_update(of=("self",)).select_related("unit")
    satu = rows.filter(pk=indikator_id).first()
    if satu is None:
        raise OutOfReach()
    return satu


def isi_indikator(satu: IndikatorUnit) -> dict[str, object]:
    """For the trail."""
    return {
        "nama": satu.nama, "sumber": str(satu.sumber), "satuan": satu.satuan,
        "arah": str(satu.arah), "dasar": satu.dasar, "mulai": satu.mulai, "selesai": satu.selesai,
    }  # fmt: skip


def isi_capaian(satu: CapaianUnit) -> dict[str, object]:
    """For the trail."""
    return {
        "periode": satu.periode.kode, "target": satu.target, "nilai": satu.nilai,
        "sumber": satu.sumber, "bukti": satu.bukti_id,
    }  # fmt: skip

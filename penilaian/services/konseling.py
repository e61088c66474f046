"""Counselling: asked for, scheduled, held, called off. The trail says that, never about what."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from pegawai.models import Pegawai
from penilaian import tindakan_nilai as tindakan
from penilaian.models import KeadaanKonseling, Konseling
from penilaian.policies import konseling as policies
from penilaian.policies.konseling import MIN_CATATAN
from penilaian.selectors.konseling import konselor_bagi
from toolkit.policy import OutOfReach, WrongMoment
from toolkit.sandi import sandikan


@transaction.atomic
def minta_konseling(konselor_id: int, hal: str, *, per: date, oleh: Pengguna) -> Konseling:
    """Ask for counselling about oneself; one open request per counsellor."""
    pegawai = Pegawai.objects.select_for_update().filter(pengguna=oleh).first()
    boleh = set(konselor_bagi(pegawai, per=per).values_list("pk", flat=True)) if pegawai else set()
    berjalan = Konseling.objects.filter(
        pegawai=pegawai, konselor=konselor_id,
        keadaan__in=(KeadaanKonseling.DIMINTA, KeadaanKonseling.DIJADWALKAN),
    )  # fmt: skip
    policies.minta.check(pegawai, konselor_id, boleh, pegawai is not None and berjalan.exists())
    if pegawai is None or not hal.strip():
        raise WrongMoment("Sebutkan hal yang ingin dibicarakan.", kode="hal")
    satu = Konseling.objects.create(
        pegawai=pegawai, konselor_id=konselor_id, hal=hal.strip(), diminta_pada=timezone.now()
    )
    _kabari(satu, satu.konselor, "Ada permintaan konseling untuk Anda")
    catat(tindakan.KONSELING_DIMINTA, satu, oleh=oleh)
    return satu


@transaction.atomic
def jadwalkan(konseling_id: int, hari: date, *, per: date, oleh: Pengguna) -> Konseling:
    """Set the day, or another one."""
    satu = _terkunci(konseling_id)
    policies.jadwalkan.check(satu, oleh, hari, per=per)
    satu.jadwal, satu.keadaan = hari, KeadaanKonseling.DIJADWALKAN
    satu.save(update_fields=["jadwal", "keadaan"])
    _kabari(satu, satu.pegawai.pengguna, "Konseling Anda dijadwalkan")
    catat(tindakan.KONSELING_DIUBAH, satu, oleh=oleh, sesudah={"keadaan": satu.keadaan})
    return satu


@transaction.atomic
def selesaikan(konseling_id: int, catatan: str, *, per: date, oleh: Pengguna) -> Konseling:
    """It took place; the note is kept encrypted."""
    satu = _terkunci(konseling_id)
    policies.selesaikan.check(satu, oleh, per=per)
    if len(catatan.strip()) < MIN_CATATAN:
        raise WrongMoment(f"Tulis catatan sedikitnya {MIN_CATATAN} huruf.", kode="catatan")
    satu.catatan_sandi = sandikan(catatan.strip())
    satu.keadaan, satu.selesai_pada = KeadaanKonseling.SELESAI, timezone.now()
    satu.save(update_fields=["catatan_sandi", "keadaan", "selesai_pada"])
    _kabari(satu, satu.pegawai.pengguna, "Catatan konseling Anda sudah ada")
    catat(tindakan.KONSELING_DIUBAH, satu, oleh=oleh, sesudah={"keadaan": satu.keadaan})
    return satu


@transaction.atomic
def batalkan(konseling_id: int, *, oleh: Pengguna) -> Konseling:
    """Call it off."""
    satu = _terkunci(konseling_id)
    policies.batalkan.check(satu, oleh)
    satu.keadaan = KeadaanKonseling.DIBATALKAN
    satu.save(update_fields=["keadaan"])
    lain = satu.pegawai.pengguna if satu.konselor_id == oleh.pk else satu.konselor
    _kabari(satu, lain, "Konseling dibatalkan")
    catat(tindakan.KONSELING_DIUBAH, satu, oleh=oleh, sesudah={"keadaan": satu.keadaan})
    return satu


def _terkunci(pk: int) -> Konseling:
    rows = Konseling.objects.select_related("pegawai__pengguna", "konselor")
    satu = rows.select_for_update(of=("self",)).filter(pk=pk).first()
    if satu is None:
        raise OutOfReach
    return satu


def _kabari(satu: Konseling, untuk: Pengguna | None, judul: str) -> None:
    """The title goes out by mail and names nobody; a new day is new news."""
    if untuk is not None and untuk.is_active:
        kunci = f"konseling:{satu.pk}:{satu.keadaan}:{satu.jadwal or ''}:{untuk.pk}"
        url = reverse("penilaian:konseling-rincian", args=[satu.pk])
        beri_tahu(untuk, kunci=kunci, judul=judul, tautan=url)

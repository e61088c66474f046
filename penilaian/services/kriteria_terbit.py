"""The road of a version: checked by a second person, published by a third, then never again.

``pada`` is the moment of the act; its local day is the day rights and constants are asked for.
"""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse

from jejak.catat import catat
from organisasi.models import Pengguna
from organisasi.services.pemberitahuan import beri_tahu
from penilaian import tindakan_nilai as tindakan
from penilaian.kernel import kriteria as kernel
from penilaian.models import KeadaanKriteria, SetKriteria
from penilaian.policies import kriteria as policies
from penilaian.selectors.kriteria_draf import mulai_terakhir, paling_awal, penyusun_draf
from penilaian.services.kriteria import hari, kunci_set
from penilaian.snapshots.perangkat import perangkat_dari


@transaction.atomic
def periksa_kriteria(pk: int, *, stempel: int, pada: datetime, oleh: Pengguna) -> SetKriteria:
    """Confirm a draft as it was read: whoever publishes may now do so."""
    satu = kunci_set(pk)
    cela = kernel.cela(perangkat_dari(satu))
    policies.periksa.check(satu, oleh, penyusun_draf(satu), cela, per=hari(pada), stempel=stempel)
    satu.keadaan = KeadaanKriteria.DIPERIKSA
    satu.diperiksa_pada, satu.diperiksa_oleh = pada, oleh
    satu.save(update_fields=["keadaan", "diperiksa_pada", "diperiksa_oleh"])
    _kabari(satu, "diperiksa", "Kriteria yang Anda susun sudah diperiksa")
    catat(tindakan.KRITERIA_DIPERIKSA, satu, oleh=oleh)
    return satu


@transaction.atomic
def kembalikan_kriteria(pk: int, *, alasan: str, pada: datetime, oleh: Pengguna) -> SetKriteria:
    """Make a checked version a draft again; who drafted it is told."""
    satu = kunci_set(pk)
    policies.kembalikan.check(satu, oleh, alasan, per=hari(pada))
    satu.keadaan = KeadaanKriteria.DRAF
    satu.diperiksa_pada = satu.diperiksa_oleh = None
    satu.stempel += 1
    satu.save(update_fields=["keadaan", "diperiksa_pada", "diperiksa_oleh", "stempel"])
    _kabari(satu, "kembali", "Kriteria yang Anda susun dikembalikan", alasan.strip())
    catat(tindakan.KRITERIA_DIKEMBALIKAN, satu, oleh=oleh, alasan=alasan.strip())
    return satu


@transaction.atomic
def terbitkan_kriteria(
    pk: int, *, mulai: date, stempel: int, pada: datetime, oleh: Pengguna
) -> SetKriteria:
    """Publish a checked version, in force from ``mulai``; its text and hash are frozen now."""
    satu = kunci_set(pk)
    # Versions of one code are published one after the other.
    list(SetKriteria.objects.filter(kode=satu.kode).select_for_update().order_by("pk"))
    per = hari(pada)
    satu.berlaku_mulai = mulai
    perangkat = perangkat_dari(satu)
    isi = policies.Terbitan(
        mulai=mulai, paling_awal=paling_awal(per=per), terakhir=mulai_terakhir(satu.kode),
        cela=kernel.cela(perangkat),
    )  # fmt: skip
    policies.terbitkan.check(satu, oleh, penyusun_draf(satu), isi, per=per, stempel=stempel)
    satu.keadaan = KeadaanKriteria.TERBIT
    satu.teks, satu.sha256 = kernel.kanonik(perangkat), kernel.sha256(perangkat)
    satu.diterbitkan_pada, satu.diterbitkan_oleh = pada, oleh
    satu.save(
        update_fields=[
            "keadaan", "berlaku_mulai", "teks", "sha256", "diterbitkan_pada", "diterbitkan_oleh",
        ]
    )  # fmt: skip
    _kabari(satu, "terbit", "Kriteria yang Anda susun sudah terbit")
    sesudah = {"berlaku_mulai": mulai, "sha256": satu.sha256}
    catat(tindakan.KRITERIA_DITERBITKAN, satu, oleh=oleh, sesudah=sesudah)
    return satu


def _kabari(satu: SetKriteria, kata: str, judul: str, isi: str = "") -> None:
    tautan = reverse("penilaian:kriteria-rincian", args=[satu.pk])
    kunci = f"kriteria.{kata}:{satu.pk}:{satu.stempel}"
    beri_tahu(satu.dibuat_oleh, kunci=kunci, judul=judul, isi=isi, tautan=tautan)

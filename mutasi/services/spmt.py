"""SPMT: the receiving head says since when the person works there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from mutasi.alur import Aksi
from mutasi.kernel.pelaksanaan import hari_berlaku
from mutasi.models import Spmt, Surat, UsulanMutasi
from mutasi.policies import pelaksanaan as policies
from mutasi.selectors.pelaksanaan import hari_dilantik
from mutasi.services import jalan
from organisasi.models import Pengguna
from toolkit.policy import WrongMoment


@transaction.atomic
def catat_spmt(
    usulan_id: UUID, *, oleh: Pengguna, per: date, nomor: str, tanggal: date, mulai: date,
    surat: Surat | None = None,
) -> UsulanMutasi:  # fmt: skip
    """Record the statement. Work does not begin before the TMT, nor the letter's day in future."""
    usulan = jalan.mulai(usulan_id, Aksi.CATAT_SPMT, oleh=oleh, per=per)
    policies.catat_spmt.check(usulan, oleh, per=per)
    hari = hari_berlaku(usulan.tmt, hari_dilantik([usulan.pk]).get(usulan.pk))
    if not nomor.strip():
        raise WrongMoment("Tulis nomor SPMT.", kode="nomor")
    if mulai < hari:
        raise WrongMoment(
            f"Melaksanakan tugas paling awal pada TMT, {hari:%d-%m-%Y}.", kode="sebelum_tmt"
        )
    if tanggal > per or mulai > per:
        raise WrongMoment("SPMT dicatat sesudah pegawai melaksanakan tugas.", kode="masa_depan")
    Spmt.objects.create(
        usulan=usulan, nomor=nomor.strip(), tanggal=tanggal, mulai=mulai, surat=surat,
        dicatat_pada=timezone.now(), dicatat_oleh=oleh,
    )  # fmt: skip
    return jalan.maju(usulan, Aksi.CATAT_SPMT, oleh=oleh, catatan={"mulai": mulai})


def catat_banyak(
    nomor: Mapping[UUID, str], *, oleh: Pengguna, per: date, tanggal: date, mulai: date
) -> list[jalan.HasilBaris]:
    """Statements of one day for many people: each its own number, each its own answer."""
    return jalan.tiap_baris(
        sorted(nomor),
        lambda pk: catat_spmt(
            pk, oleh=oleh, per=per, nomor=nomor[pk], tanggal=tanggal, mulai=mulai
        ),
        berhasil="SPMT tercatat.", oleh=oleh, per=per,
    )  # fmt: skip

"""The end of the road: what SIASN knows by which id, and the closing of a case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from mutasi.alur import Aksi
from mutasi.models import JadwalEvaluasi, UsulanMutasi
from mutasi.policies import pelaksanaan as policies
from mutasi.services import jalan
from organisasi.models import Pengguna
from toolkit.policy import WrongMoment


@transaction.atomic
def sinkronkan(usulan_id: UUID, *, oleh: Pengguna, per: date, siasn_id: str) -> UsulanMutasi:
    """The operator has entered the new post in SIASN; its id there is kept."""
    usulan = jalan.mulai(usulan_id, Aksi.SINKRONKAN, oleh=oleh, per=per)
    if not siasn_id.strip():
        raise WrongMoment("Tulis id riwayat jabatan dari SIASN.", kode="siasn_id")
    usulan.siasn_id = siasn_id.strip()
    return jalan.maju(usulan, Aksi.SINKRONKAN, oleh=oleh, kolom=["siasn_id"])


def sinkronkan_banyak(
    siasn_id: Mapping[UUID, str], *, oleh: Pengguna, per: date
) -> list[jalan.HasilBaris]:
    """The ids of many people as SIASN listed them; each its own answer."""
    return jalan.tiap_baris(
        sorted(siasn_id),
        lambda pk: sinkronkan(pk, oleh=oleh, per=per, siasn_id=siasn_id[pk]),
        berhasil="Pemutakhiran SIASN tercatat.",
        oleh=oleh,
        per=per,
    )


@transaction.atomic
def selesaikan(usulan_id: UUID, *, oleh: Pengguna, per: date) -> UsulanMutasi:
    """Close a case whose evaluations are all done."""
    usulan = jalan.mulai(usulan_id, Aksi.SELESAIKAN, oleh=oleh, per=per)
    policies.selesaikan.check(evaluasi_belum(usulan))
    return jalan.maju(usulan, Aksi.SELESAIKAN, oleh=oleh)


def evaluasi_belum(usulan: UsulanMutasi) -> list[str]:
    """Evaluations that are still to be done, in words."""
    rows = JadwalEvaluasi.objects.filter(usulan=usulan, dilakukan_pada__isnull=True)
    return [f"{satu} (jatuh tempo {satu.jatuh_tempo:%d-%m-%Y})" for satu in rows]

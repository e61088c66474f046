"""Before a bulk act: which of the chosen cases the table would let through, and why not the rest.

Asked in a constant number of queries; the act itself asks each case once more under its lock.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from mutasi.alur import Aksi
from mutasi.models import Persetujuan, UsulanMutasi
from mutasi.policies import jalan as policies
from mutasi.policies.pengganti import PENGGANTI
from organisasi.models import Pengguna
from pegawai.selectors.keluarga import yang_berhubungan


def larangan_baris(
    usulan: Sequence[UsulanMutasi], aksi: Aksi, oleh: Pengguna, *, per: date
) -> list[tuple[UsulanMutasi, list[str]]]:
    """Each case with the sentences against; they are all in sight of ``oleh`` already."""
    pernah = _pernah(usulan, oleh)
    kerabat = _kerabat(usulan, oleh)
    return [
        (
            satu,
            policies.langkah.reasons(
                satu, aksi, oleh, per=per, kerabat=satu.pegawai_id in kerabat,
                hadapan=policies.Hadapan(True, tuple(pernah[satu.pk])),
            ),
        )
        for satu in usulan
    ]  # fmt: skip


def _pernah(usulan: Sequence[UsulanMutasi], oleh: Pengguna) -> dict[UUID, list[Aksi]]:
    hasil: dict[UUID, list[Aksi]] = defaultdict(list)
    sah = Persetujuan.objects.sah().filter(usulan__in=usulan, diputus_oleh=oleh)
    for pk, aksi in sah.exclude(peran=PENGGANTI).values_list("usulan_id", "aksi"):
        hasil[pk].append(Aksi(aksi))
    for satu in usulan:
        if satu.diajukan_oleh_id == oleh.pk:
            hasil[satu.pk].append(Aksi.AJUKAN)
    return hasil


def _kerabat(usulan: Sequence[UsulanMutasi], oleh: Pengguna) -> set[int]:
    """Which of the people are kin of the actor, in one query."""
    sendiri = policies.pegawai_dari(oleh)
    if sendiri is None:
        return set()
    return yang_berhubungan(sendiri.pk, {satu.pegawai_id for satu in usulan})

"""Before a bulk act: which of the chosen cases the table would let through, and why not the rest.

Asked in a constant number of queries; the act itself asks each case once more under its lock.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mutasi.alur import Aksi
from mutasi.models import UsulanMutasi
from mutasi.policies import jalan as policies
from organisasi.models import Pengguna


def larangan_baris(
    usulan: Sequence[UsulanMutasi], aksi: Aksi, oleh: Pengguna, *, per: date
) -> list[tuple[UsulanMutasi, list[str]]]:
    """Each case with the sentences against; they are all in sight of ``oleh`` already."""
    pernah = policies.pernah_banyak(usulan, oleh)
    kerabat = policies.tersangkut({satu.pegawai_id for satu in usulan}, oleh)
    return [
        (
            satu,
            policies.langkah.reasons(
                satu, aksi, oleh, per=per, kerabat=satu.pegawai_id in kerabat,
                hadapan=policies.Hadapan(True, pernah[satu.pk]),
            ),
        )
        for satu in usulan
    ]  # fmt: skip

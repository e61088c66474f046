"""Who may take home a receipt about an act on a case: whom it concerns, once it is announced."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.kernel.jenis import Tahap
from mutasi.models import UsulanMutasi
from mutasi.policies.jalan import terlihat
from organisasi.models import Pengguna
from toolkit.policy import OutOfReach, Policy, Refusal

BELUM = "Tanda terima tersedia sesudah mutasi ini diumumkan."


@Policy
def ambil(usulan: UsulanMutasi, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """One's own case, and announced; to all others it does not exist, whatever role they hold."""
    if usulan.pegawai.pengguna_id != pengguna.pk or not terlihat(usulan, pengguna, per=per):
        yield OutOfReach()
    if usulan.tahap != Tahap.DIUMUMKAN:
        yield BELUM

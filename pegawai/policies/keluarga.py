"""Who may speak of family ties: the person himself, of his own, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator

from organisasi.models import Pengguna
from pegawai.models import Pegawai
from toolkit.policy import OutOfReach, Policy, Refusal


@Policy
def atas_nama_sendiri(orang: Pegawai, pengguna: Pengguna) -> Iterator[Refusal]:
    """Declare or withdraw; to others the declarations of a person do not exist."""
    if orang.pengguna_id != pengguna.pk:
        yield OutOfReach()

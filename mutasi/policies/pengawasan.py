"""Who oversees moves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def awasi(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Open the rooms of oversight."""
    if not memegang(pengguna, Izin.USULAN_AWASI, per=per):
        yield NotAllowed("Ruang pengawasan mutasi untuk Inspektorat.")

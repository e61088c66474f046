"""The desk of the PyB."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def buka_meja_pyb(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See what waits for the PyB."""
    if not memegang(pengguna, Izin.USULAN_SETUJUI_PYB, per=per):
        yield NotAllowed("Anda tidak berhak membuka meja PyB.")

"""The desk of the PPK, and what he must have seen before he refuses."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def buka_meja_ppk(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See what waits for the PPK."""
    if not memegang(pengguna, Izin.USULAN_PUTUSKAN, per=per):
        yield NotAllowed("Anda tidak berhak membuka meja PPK.")


@Policy
def putuskan_rantai(menunggu: Collection[object], *, disadari: bool) -> Iterator[Refusal]:
    """Refuse a move whose seat others wait for only after having seen that (H22)."""
    if menunggu and not disadari:
        yield Refusal(
            f"{len(menunggu)} usulan lain menunggu kursi yang ditinggalkan usulan ini (H22). "
            "Nyatakan bahwa Anda sudah melihat akibatnya.",
            kode="rantai",
        )

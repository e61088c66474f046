"""Who writes down that an outsider asked for something about a named person, and who reads it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.policies.jalan import memegang
from organisasi.izin import Izin
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

DIRI = "Permintaan tentang Anda sendiri dicatat oleh orang lain."


@Policy
def buka(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Open the list: those who write and those who read."""
    if not memegang(pengguna, Izin.TITIPAN_CATAT, Izin.TITIPAN_LIHAT, per=per):
        yield NotAllowed("Catatan titipan untuk yang menerimanya, TPK, pimpinan, dan Inspektorat.")


@Policy
def mencatat(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Write one down at all."""
    if not memegang(pengguna, Izin.TITIPAN_CATAT, per=per):
        yield NotAllowed("Peran Anda tidak mencatat titipan.")


@Policy
def catat(orang: Pegawai, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Write one down about this person: within sight, and not oneself."""
    yield from mencatat.refusals(pengguna, per=per)
    if orang.pengguna_id is not None and orang.pengguna_id == pengguna.pk:
        yield NotYours(DIRI)
    elif not Pegawai.objects.for_user(pengguna, Izin.PEGAWAI_LIHAT, per=per).filter(
        pk=orang.pk
    ).exists():  # fmt: skip
        yield OutOfReach()

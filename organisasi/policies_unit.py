"""Who may change, open and close offices, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja
from toolkit.policy import NotAllowed, OutOfReach, Policy, Refusal


@Policy
def ubah_unit(unit: UnitKerja, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Correct what is known of an office, or open one below it."""
    if not Jangkauan.milik(pengguna, Izin.UNIT_LIHAT, per=per).memuat(unit.kiri):
        yield OutOfReach()
    elif not Jangkauan.milik(pengguna, Izin.UNIT_UBAH, per=per).memuat(unit.kiri):
        yield NotAllowed("Anda tidak berhak mengubah unit ini.")


@Policy
def tutup_unit(
    unit: UnitKerja, pengguna: Pengguna, *, per: date, anak: int
) -> Iterator[Refusal | str]:
    """Close an office: not the agency itself, not twice, not above open ones (``anak`` of them)."""
    yield from ubah_unit.refusals(unit, pengguna, per=per)
    if unit.induk_id is None:
        yield "Instansi sendiri tidak dapat ditutup."
    if unit.ditutup is not None:
        yield "Unit ini sudah ditutup."
    if anak:
        yield "Masih ada unit di bawahnya yang terbuka. Tutup unit itu lebih dahulu."

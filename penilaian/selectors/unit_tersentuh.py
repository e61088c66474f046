"""An office as somebody may name it who holds the right over a part of it."""

from __future__ import annotations

from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna, UnitKerja


def unit_tersentuh(pengguna: Pengguna, pk: int, *, per: date) -> UnitKerja | None:
    """The office when the reach over needs lies in it, above it or meets it; else None."""
    unit = UnitKerja.objects.filter(pk=pk).first()
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per)
    if unit is None or jangkauan.semua:
        return unit
    sentuh = any(kiri <= unit.kanan and unit.kiri <= kanan for kiri, kanan in jangkauan.rentang)
    return unit if sentuh else None

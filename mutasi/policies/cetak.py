"""Who prints the lists of the register."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def cetak_duk(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """The DUK takes names home: the right to export people."""
    if Jangkauan.milik(pengguna, Izin.PEGAWAI_EKSPOR, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak mengekspor daftar pegawai.")


@Policy
def cetak_lowong(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Vacancies are needs and gaps; names are bound by their own right."""
    if Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak mencakup kebutuhan dan kesenjangan pegawai.")

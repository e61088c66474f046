"""Who may search for people to fill a post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def cari(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """The right over any unit opens the search; posts and people are bound by the reach."""
    if Jangkauan.milik(pengguna, Izin.CALON_CARI, per=per).kosong:
        yield NotAllowed("Peran Anda tidak mencakup pencarian calon untuk jabatan.")


@Policy
def ekspor(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Who takes the list home also needs the right to export lists of people."""
    yield from cari.refusals(pengguna, per=per)  # type: ignore[misc]
    if Jangkauan.milik(pengguna, Izin.PEGAWAI_EKSPOR, per=per).kosong:
        yield NotAllowed("Peran Anda tidak mencakup ekspor daftar pegawai.")

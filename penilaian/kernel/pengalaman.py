"""Months of experience: whole months per post, and the days left over added up.

Those days make a month by thirty-one, so that one post alone never gains by them.

What the history does not show cannot be held against anybody: a sum from an incomplete history is a
lower bound, and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pegawai.kernel.masa import bulan_penuh, tambah_bulan
from penilaian.kernel.perkara import Calon, Jabatan
from penilaian.kernel.tingkat import PELAKSANA_KE_ATAS, jpt, tingkat

HARI_SEBULAN = 31


@dataclass(frozen=True)
class Masa:
    """Months up to a day; ``pasti`` False: there may be more."""

    bulan: int
    pasti: bool


def masa_setingkat(calon: Calon, paling_rendah: int, tmt: date) -> Masa:
    """Months in posts of this tier or above, up to the TMT.

    On the lowest tier every post counts, and a PNS has always held one since his TMT PNS.
    """
    if paling_rendah == PELAKSANA_KE_ATAS and calon.tmt_pns is not None:
        return Masa(max(0, bulan_penuh(calon.tmt_pns, tmt)), pasti=True)
    return _jumlah(calon, tmt, lambda jabatan: _paling_rendah(tingkat(jabatan), paling_rendah))


def masa_serumpun(calon: Calon, rumpun: str, tmt: date) -> Masa:
    """Months in posts of this JF, whatever the level, up to the TMT."""
    return _jumlah(
        calon, tmt, lambda jabatan: None if jabatan.jenis is None else jabatan.rumpun == rumpun
    )


def _paling_rendah(satu: int | None, paling_rendah: int) -> bool | None:
    return None if satu is None else satu >= paling_rendah


def _jumlah(calon: Calon, tmt: date, termasuk: Callable[[Jabatan], bool | None]) -> Masa:
    bulan = hari = 0
    pasti = calon.riwayat_lengkap
    for jabatan, mulai, selesai in _semua(calon, tmt):
        masuk = termasuk(jabatan)
        if masuk is None or mulai is None or selesai is None:
            pasti = False
        elif masuk and mulai < selesai:
            penuh = bulan_penuh(mulai, selesai)
            bulan += penuh
            hari += (selesai - tambah_bulan(mulai, penuh)).days
    return Masa(bulan + hari // HARI_SEBULAN, pasti)


def masa_kerja(calon: Calon, tmt: date) -> Masa | None:
    """Months as a PNS; None when the TMT PNS is not known."""
    if calon.tmt_pns is None:
        return None
    return Masa(max(0, bulan_penuh(calon.tmt_pns, tmt)), pasti=True)


def pernah_jpt(calon: Calon) -> bool:
    """Whether the history shows a jabatan pimpinan tinggi; the present post is not looked at."""
    return any(jpt(satu.jabatan) for satu in calon.riwayat)


def kali_pindah(calon: Calon, sejak: date) -> Masa:
    """How often a new post began after that day (``bulan`` counts posts here, not months).

    The first post of a complete history is an appointment, not a move. A present post that began
    earlier leaves no room for others.
    """
    if calon.tmt_jabatan is not None and calon.tmt_jabatan <= sejak:
        return Masa(0, pasti=True)
    semua = [satu.mulai for satu in calon.riwayat] + [calon.tmt_jabatan]
    mulai = sorted(hari for hari in semua if hari is not None)
    pasti = calon.riwayat_lengkap and len(mulai) == len(semua)
    return Masa(sum(hari > sejak for hari in (mulai[1:] if pasti else mulai)), pasti)


def _semua(calon: Calon, tmt: date) -> Iterator[tuple[Jabatan, date | None, date | None]]:
    for satu in calon.riwayat:
        selesai = None if satu.selesai is None else min(satu.selesai, tmt)
        yield satu.jabatan, satu.mulai, selesai
    yield calon.jabatan, calon.tmt_jabatan, tmt

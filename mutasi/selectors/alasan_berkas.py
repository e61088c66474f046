"""Which written reasons the chosen cases of a file still want, gathered by rule.

What many lines share (a chain, one paper about all) is answered once for all of them; what is about
discipline is answered on the page of its own case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from mutasi.kernel.aturan.daftar import MENURUT_KODE
from mutasi.kernel.aturan.dasar import Titik
from mutasi.models import UsulanMutasi
from mutasi.selectors.aturan_usulan import TITIK_STATUS, nilai_usulan
from mutasi.selectors.rancangan_baris import PEKA
from penilaian.selectors.putusan import ATURAN


@dataclass(frozen=True)
class Diminta:
    """One rule that wants words, and how many of the cases it speaks about."""

    kode: str
    judul: str
    banyak: int


def kode_diminta(usulan: Sequence[UsulanMutasi], *, per: date) -> dict[UUID, tuple[str, ...]]:
    """The codes each case wants answered before the act its state waits for."""
    menurut: dict[Titik, list[UsulanMutasi]] = defaultdict(list)
    for satu in usulan:
        menurut[TITIK_STATUS.get(satu.status, Titik.SIDANG)].append(satu)
    return {
        pk: tuple(p.kode for p in nilai.belum_beralasan if p.kode not in PEKA)
        for titik, rows in menurut.items()
        for pk, nilai in nilai_usulan(rows, titik, per=per).items()
    }


def alasan_diminta(usulan: Sequence[UsulanMutasi], *, per: date) -> list[Diminta]:
    """The same by rule, H before W."""
    hitung: dict[str, int] = defaultdict(int)
    for kode in kode_diminta(usulan, per=per).values():
        for satu in kode:
            hitung[satu] += 1
    return [Diminta(kode, _judul(kode), hitung[kode]) for kode in sorted(hitung)]


def _judul(kode: str) -> str:
    aturan = ATURAN.get(kode) or MENURUT_KODE.get(kode)
    return aturan.judul if aturan else ""

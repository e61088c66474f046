"""From the answers of all pair rules to the one word under which a person stands."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.putusan import Hasil, Putusan


class Verdik(StrEnum):
    """Whom a search lists, and under which head; the last is only counted, by rule."""

    MEMENUHI = "memenuhi"
    HAMPIR = "hampir"
    TIDAK_DAPAT_DIPERIKSA = "tidak_dapat_diperiksa"
    TIDAK_MEMENUHI = "tidak_memenuhi"


def verdik(putusan: Iterable[Putusan], ketentuan: Ketentuan) -> Verdik:
    """Nearly: every failure can be cured, and there are no more of them than the constant allows.

    Someone nearly eligible may have unknowns beside his one failure; they stand with it. What needs
    a permission (H12, H18) does not count against anybody.
    """
    semua = list(putusan)
    gagal = [satu for satu in semua if satu.putusan is Hasil.TIDAK_LOLOS]
    if gagal:
        pulih = all(satu.dapat_diperbaiki for satu in gagal)
        hampir = pulih and len(gagal) <= ketentuan.hampir_maks_aturan
        return Verdik.HAMPIR if hampir else Verdik.TIDAK_MEMENUHI
    if any(satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA for satu in semua):
        return Verdik.TIDAK_DAPAT_DIPERIKSA
    return Verdik.MEMENUHI


def penentu(putusan: Iterable[Putusan]) -> tuple[Putusan, ...]:
    """What a list shows beside the name: all but the rules simply met."""
    return tuple(satu for satu in putusan if satu.putusan is not Hasil.LOLOS)

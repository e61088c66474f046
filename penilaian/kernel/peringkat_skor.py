"""Places among complete scores; ties by the published chain, then a shared place."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

from penilaian.kernel.akun import Akun
from penilaian.kernel.kriteria import Perangkat

K = TypeVar("K", bound=Hashable)

# A criterion of the chain that was not measured stands behind every measured one.
TANPA_NILAI = Decimal(-1)


def kunci_peringkat(akun: Akun, perangkat: Perangkat) -> tuple[Decimal, ...] | None:
    """What decides the place, the better the larger; None without a score."""
    if akun.skor is None:
        return None
    nilai = {satu.kriteria: satu.nilai for satu in akun.baris}
    seri = (nilai.get(kode) for kode in perangkat.urutan_seri)
    return (akun.skor, *(TANPA_NILAI if satu is None else satu for satu in seri))


def peringkat(akun: Mapping[K, Akun], perangkat: Perangkat) -> dict[K, int]:
    """Place of everyone with a score; nobody has one where the set asks for none."""
    if not perangkat.peringkat:
        return {}
    return peringkat_dari({k: kunci_peringkat(satu, perangkat) for k, satu in akun.items()})


def peringkat_dari(kunci: Mapping[K, tuple[Decimal, ...] | None]) -> dict[K, int]:
    """Places from the deciding values: equal ones share a place and the next is skipped."""
    ada = [(satu, k) for k, satu in kunci.items() if satu is not None]
    ada.sort(key=lambda pasangan: pasangan[0], reverse=True)
    hasil: dict[K, int] = {}
    lalu: tuple[Decimal, ...] | None = None
    tempat = 0
    for nomor, (satu, k) in enumerate(ada, start=1):
        if satu != lalu:
            tempat, lalu = nomor, satu
        hasil[k] = tempat
    return hasil

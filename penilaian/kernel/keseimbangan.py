"""Balance of workload: how far EJ spreads between the posts of a unit, a sector, a whole office.

The spread is measured among posts with holders, each weighted by them: it says how far the load of
an average person lies from the load all would have if the work were spread evenly.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from penilaian.kernel.efektivitas import (
    BebanPosisi,
    EfektivitasUnit,
    efektivitas,
    efektivitas_unit,
)
from penilaian.kernel.tetapan import KetentuanKebutuhan


@dataclass(frozen=True)
class Keseimbangan:
    """The spread of one group. Values are EJ, exact; None where nobody holds a measured post."""

    kelompok: str
    posisi: int
    tanpa_pemangku: int
    terendah: Fraction | None
    tengah: Fraction | None
    tertinggi: Fraction | None
    rata: Fraction | None  # load over capacity of the held posts
    simpangan: Fraction | None  # mean distance from `rata`, per holder
    beban_berpindah: Fraction  # people's worth of work that would have to move to be even
    per_kelas: Mapping[str, int]
    unit: EfektivitasUnit

    @property
    def jarak(self) -> Fraction | None:
        """Between the lightest and the heaviest post."""
        if self.tertinggi is None or self.terendah is None:
            return None
        return self.tertinggi - self.terendah


def keseimbangan(
    baris: Iterable[tuple[str, BebanPosisi]], k: KetentuanKebutuhan
) -> dict[str, Keseimbangan]:
    """(group, post) to the spread of each group: call once with units, once with sectors."""
    kelompok: dict[str, list[BebanPosisi]] = defaultdict(list)
    for nama, posisi in baris:
        kelompok[nama].append(posisi)
    return {nama: _satu(nama, isi, k) for nama, isi in kelompok.items()}


def _satu(nama: str, posisi: list[BebanPosisi], k: KetentuanKebutuhan) -> Keseimbangan:
    terisi = [p for p in posisi if p.pemangku]
    hasil = [(p, efektivitas(p.menit, p.pemangku, k)) for p in terisi]
    ej = [(p.pemangku, e.nilai) for p, e in hasil if e.nilai is not None]
    orang = sum(n for n, _ in ej)
    rata = sum((n * nilai for n, nilai in ej), Fraction()) / orang if orang else None
    jauh = sum((n * abs(nilai - rata) for n, nilai in ej), Fraction()) if rata is not None else None
    urut = [nilai for _, nilai in ej]
    kelas = Counter(e.kelas for _, e in hasil)
    return Keseimbangan(
        kelompok=nama,
        posisi=len(posisi),
        tanpa_pemangku=len(posisi) - len(terisi),
        terendah=min(urut, default=None),
        tengah=median(urut) if urut else None,
        tertinggi=max(urut, default=None),
        rata=rata,
        simpangan=None if jauh is None else jauh / orang,
        beban_berpindah=Fraction() if jauh is None else jauh / 2,
        per_kelas={satu.kelas: kelas[satu.kelas] for satu in k.kelas_ej},
        unit=efektivitas_unit(posisi, k),
    )

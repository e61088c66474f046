"""The nine boxes: numbers and recommendations as printed; nobody's potential is computed here.

Boxes are imported from SIMATA. Where its axes are known too, both are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from penilaian.kernel.hitungan import angka
from penilaian.kernel.kinerja import NilaiMustahil, Rating
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian


class Potensial(StrEnum):
    """The three levels of the potential axis."""

    TINGGI = "TINGGI"
    MENENGAH = "MENENGAH"
    RENDAH = "RENDAH"


def sumbu_kinerja(nilai: Decimal, k: KetentuanPenilaian) -> Rating:
    """The status of a number from 0 to 100 on the performance axis; limits belong upwards."""
    return (Rating.DI_ATAS, Rating.SESUAI, Rating.DI_BAWAH)[_turun(nilai, k.talenta_batas_kinerja)]


def sumbu_potensial(nilai: Decimal, k: KetentuanPenilaian) -> Potensial:
    """The level of a number from 0 to 100 on the potential axis; limits belong upwards."""
    letak = _turun(nilai, k.talenta_batas_potensial)
    return (Potensial.TINGGI, Potensial.MENENGAH, Potensial.RENDAH)[letak]


def _turun(nilai: Decimal, batas: tuple[Decimal, Decimal]) -> int:
    """How many of the two falling limits the unrounded number misses."""
    if not 0 <= nilai <= 100:
        raise NilaiMustahil(f"Nilai sumbu {angka(Fraction(nilai))} di luar 0 sampai 100.")
    return sum(nilai < satu for satu in batas)


def kotak(kinerja: str, potensial: str, k: KetentuanPenilaian) -> int | None:
    """The number of the box; None when one of the axes is not known."""
    return k.talenta_kotak.get((kinerja, potensial))


def rekomendasi(nomor: int, k: KetentuanPenilaian) -> tuple[str, ...]:
    """The official phrases of a box, in their order; KeyError for a number that is no box."""
    return k.talenta_rekomendasi[nomor]


@dataclass(frozen=True)
class BandingKotak:
    """An imported box beside the one its axes give. ``sepadan`` None: the axes are not known."""

    tercatat: int
    menurut_sumbu: int | None
    sepadan: bool | None
    kalimat: str


def periksa_kotak(
    tercatat: int, kinerja: str, potensial: str, k: KetentuanPenilaian
) -> BandingKotak:
    """A contradiction is shown with both and left to a person."""
    if tercatat not in k.talenta_rekomendasi:
        raise NilaiMustahil(f"Kotak {tercatat} tidak ada; kotak talenta 1 sampai 9.")
    menurut = kotak(kinerja, potensial, k)
    if menurut is None:
        return BandingKotak(
            tercatat, None, None, f"Kotak {tercatat}; sumbunya tidak tercatat, tidak diperiksa."
        )
    if menurut == tercatat:
        return BandingKotak(tercatat, menurut, True, f"Kotak {tercatat}, sesuai kedua sumbunya.")
    return BandingKotak(
        tercatat, menurut, False,
        f"Tercatat kotak {tercatat}, sedangkan kinerja {kinerja.lower()} dan potensial "
        f"{potensial.lower()} adalah kotak {menurut}. Mintakan pemeriksaan kepada pengelola "
        "SIMATA.",
    )  # fmt: skip

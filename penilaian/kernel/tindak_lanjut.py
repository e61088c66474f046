"""What may follow from a result: grounds for recognition and for coaching, as a published rule.

A ground is no decision: a named person accepts it or not, and says why. Scores of two periods are
compared only when the same version of the criteria computed both; otherwise the predicates speak.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from penilaian.kernel.angka_kata import bunyi_angka
from penilaian.kernel.kinerja import Predikat
from penilaian.kernel.tetapan_nilai import KetentuanPenilaian

_URUT = tuple(reversed(Predikat))  # from the worst to the best


class Jenis(StrEnum):
    """What may follow."""

    PENGHARGAAN = "penghargaan"
    PEMBINAAN = "pembinaan"


@dataclass(frozen=True)
class Bahan:
    """One person's period and the one before; None and "" are not known, and are no ground.

    ``skor_lalu`` only where the same criteria computed it. ``absen`` names the band of PP 94/2021
    that days of absence reached, with its days.
    """

    skor: Decimal | None = None
    skor_lalu: Decimal | None = None
    predikat: str = ""
    predikat_lalu: str = ""
    inovasi: int = 0  # verified ones
    absen_hari: int = 0
    absen_tingkat: str = ""


@dataclass(frozen=True)
class Usul:
    """One proposal: its kind, and every ground for it as a sentence."""

    jenis: Jenis
    dasar: tuple[str, ...]

    @property
    def bunyi(self) -> str:
        """The grounds as one text."""
        return " ".join(self.dasar)


def usul(bahan: Bahan, k: KetentuanPenilaian) -> tuple[Usul, ...]:
    """At most one of each kind. Both may stand beside each other: people are not one number."""
    semua = (
        Usul(Jenis.PENGHARGAAN, _penghargaan(bahan, k)),
        Usul(Jenis.PEMBINAAN, _pembinaan(bahan, k)),
    )
    return tuple(satu for satu in semua if satu.dasar)


def _penghargaan(b: Bahan, k: KetentuanPenilaian) -> tuple[str, ...]:
    dasar = []
    cukup = b.inovasi >= k.penghargaan_inovasi_minimal
    if b.predikat in k.penghargaan_predikat and cukup:
        dasar.append(
            f"Predikat {b.predikat.title()} dengan {b.inovasi} inovasi yang terverifikasi."
        )
    naik = _selisih(b)
    if naik is not None and naik >= k.penghargaan_kenaikan_skor:
        dasar.append(
            f"Skor naik {bunyi_angka(naik)} poin dari periode sebelumnya "
            f"({_tulis(b.skor_lalu)} menjadi {_tulis(b.skor)})."
        )
    if _langkah(b) > 0 and b.predikat not in k.pembinaan_predikat:
        dasar.append(f"Predikat naik dari {b.predikat_lalu.title()} menjadi {b.predikat.title()}.")
    return tuple(dasar)


def _pembinaan(b: Bahan, k: KetentuanPenilaian) -> tuple[str, ...]:
    dasar = []
    if b.predikat in k.pembinaan_predikat:
        dasar.append(f"Predikat {b.predikat.title()}.")
    turun = _selisih(b)
    if turun is not None and -turun >= k.pembinaan_penurunan_skor:
        dasar.append(
            f"Skor turun {bunyi_angka(-turun)} poin dari periode sebelumnya "
            f"({_tulis(b.skor_lalu)} menjadi {_tulis(b.skor)})."
        )
    if b.absen_tingkat:
        dasar.append(
            f"Tidak masuk tanpa alasan yang sah {b.absen_hari} hari kerja dalam setahun; PP "
            f"94/2021 menyebutnya tingkat {b.absen_tingkat}. Ini peringatan, bukan hukuman."
        )
    return tuple(dasar)


def _tulis(skor: Decimal | None) -> str:
    return "" if skor is None else bunyi_angka(skor)


def _selisih(b: Bahan) -> Decimal | None:
    if b.skor is None or b.skor_lalu is None:
        return None
    return b.skor - b.skor_lalu


def _langkah(b: Bahan) -> int:
    """Steps between the two predicates; 0 when one of them is not known."""
    if b.predikat not in _URUT or b.predikat_lalu not in _URUT:
        return 0
    return _URUT.index(Predikat(b.predikat)) - _URUT.index(Predikat(b.predikat_lalu))

"""What a rule of the road is: a numbered rule about a file, a case, an act or a paper.

The verdict, its sentence, its basis and its cure are those of the pair rules
(``penilaian.kernel.putusan``); what is looked at differs, and the moment by which it must hold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from penilaian.kernel.putusan import Putusan, Temuan

T = TypeVar("T")


class Lingkup(StrEnum):
    """What a rule looks at."""

    BERKAS = "seluruh berkas"
    KASUS = "satu usulan"
    LANGKAH = "satu perbuatan"
    DOKUMEN = "satu dokumen"


class Titik(StrEnum):
    """The acts before which rules are asked, in the order of the road."""

    SIDANG = "sidang TPK"
    PYB = "persetujuan PyB"
    BKN = "usul ke BKN"
    PPK = "keputusan PPK"
    SK = "penetapan SK"
    PELANTIKAN = "pelantikan"


SEMUA_TITIK: tuple[Titik, ...] = tuple(Titik)
SEBELUM_SK: tuple[Titik, ...] = (Titik.SIDANG, Titik.PYB, Titik.BKN, Titik.PPK, Titik.SK)


@dataclass(frozen=True)
class Aturan(Generic[T]):
    """A numbered rule of the road.

    ``sebelum``: the acts before which it must hold; empty where no such act exists (every act,
    every paper). ``peka``: its words are for those who decide, not for lists.
    """

    kode: str
    judul: str
    dasar: str
    memeriksa: str
    lingkup: Lingkup
    uji: Callable[[T], Temuan]
    sebelum: tuple[Titik, ...] = ()
    ketentuan: tuple[str, ...] = ()
    peka: bool = False

    def __call__(self, perihal: T) -> Putusan:
        """The verdict."""
        return self.uji(perihal).sebagai(self.kode, self.dasar)


def aturan(
    kode: str,
    lingkup: Lingkup,
    *,
    judul: str,
    dasar: str,
    memeriksa: str,
    sebelum: tuple[Titik, ...] = (),
    ketentuan: tuple[str, ...] = (),
    peka: bool = False,
) -> Callable[[Callable[[T], Temuan]], Aturan[T]]:
    """A function becomes a rule; the one list of rules stands in ``daftar.py``."""

    def jadikan(uji: Callable[[T], Temuan]) -> Aturan[T]:
        return Aturan(
            kode, judul, dasar, memeriksa, lingkup, uji, sebelum, ketentuan, peka
        )  # fmt: skip

    return jadikan

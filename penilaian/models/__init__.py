"""Everything other rooms may import from here."""

from penilaian.models.kebutuhan import Kebutuhan, SumberKebutuhan
from penilaian.models.lembar import (
    BarisLembar,
    KeadaanBaris,
    LembarAbk,
    MacamBaris,
    StatusLembar,
)
from penilaian.models.posisi import Posisi

__all__ = [
    "BarisLembar",
    "KeadaanBaris",
    "Kebutuhan",
    "LembarAbk",
    "MacamBaris",
    "Posisi",
    "StatusLembar",
    "SumberKebutuhan",
]

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
from penilaian.models.uraian import (
    CaraBulat,
    JalurHitung,
    KeadaanHitung,
    MetodeHitung,
    PerhitunganKebutuhan,
    PeriodeVolume,
    UraianTugas,
)

__all__ = [
    "BarisLembar",
    "CaraBulat",
    "JalurHitung",
    "KeadaanBaris",
    "KeadaanHitung",
    "Kebutuhan",
    "LembarAbk",
    "MacamBaris",
    "MetodeHitung",
    "PerhitunganKebutuhan",
    "PeriodeVolume",
    "Posisi",
    "StatusLembar",
    "SumberKebutuhan",
    "UraianTugas",
]

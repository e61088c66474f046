"""Everything other rooms may import from here."""

from penilaian.models.faskes import Faskes, KategoriPuskesmas, TenagaKesehatan
from penilaian.models.kebutuhan import Kebutuhan, SumberKebutuhan
from penilaian.models.lembar import (
    BarisLembar,
    KeadaanBaris,
    LembarAbk,
    MacamBaris,
    StatusLembar,
)
from penilaian.models.posisi import Posisi
from penilaian.models.sekolah import Pembelajaran, Rombel, TugasGuru, TugasTambahan
from penilaian.models.sotk import (
    Hubungan,
    KeadaanSotk,
    KotakSotk,
    Nasib,
    PenempatanSotk,
    PetaKotak,
    RencanaSotk,
)
from penilaian.models.uraian import (
    CaraBulat,
    JalurHitung,
    KeadaanHitung,
    MacamTugas,
    MetodeHitung,
    PerhitunganKebutuhan,
    PeriodeVolume,
    TemplatUraian,
    UraianTugas,
)

__all__ = [
    "BarisLembar",
    "CaraBulat",
    "Faskes",
    "Hubungan",
    "JalurHitung",
    "KategoriPuskesmas",
    "KeadaanBaris",
    "KeadaanHitung",
    "KeadaanSotk",
    "Kebutuhan",
    "KotakSotk",
    "LembarAbk",
    "MacamBaris",
    "MacamTugas",
    "MetodeHitung",
    "Nasib",
    "Pembelajaran",
    "PenempatanSotk",
    "PerhitunganKebutuhan",
    "PeriodeVolume",
    "PetaKotak",
    "Posisi",
    "RencanaSotk",
    "Rombel",
    "StatusLembar",
    "SumberKebutuhan",
    "TemplatUraian",
    "TenagaKesehatan",
    "TugasGuru",
    "TugasTambahan",
    "UraianTugas",
]

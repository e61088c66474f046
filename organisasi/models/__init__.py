"""Everything other rooms may import from here."""

from organisasi.models.impor import (
    Impor,
    PemetaanKolom,
    PerubahanImpor,
    StatusImpor,
    TemuanImpor,
)
from organisasi.models.ketentuan import Disposisi, HariLibur, NilaiKetentuan, SlipAktivasi
from organisasi.models.pengguna import Pengguna
from organisasi.models.penugasan import Jangkauan, PenugasanPeran, SifatPeran
from organisasi.models.proses import (
    BERAKHIR,
    Pemberitahuan,
    Proses,
    StatusProses,
    TampilanTersimpan,
)
from organisasi.models.riwayat_unit import RiwayatUnit
from organisasi.models.unit import Instansi, JenisUnit, UnitKerja, Wilayah

__all__ = [
    "BERAKHIR",
    "Disposisi",
    "HariLibur",
    "Impor",
    "Instansi",
    "Jangkauan",
    "JenisUnit",
    "NilaiKetentuan",
    "Pemberitahuan",
    "PemetaanKolom",
    "Pengguna",
    "PenugasanPeran",
    "PerubahanImpor",
    "Proses",
    "RiwayatUnit",
    "SifatPeran",
    "SlipAktivasi",
    "StatusImpor",
    "StatusProses",
    "TampilanTersimpan",
    "TemuanImpor",
    "UnitKerja",
    "Wilayah",
]

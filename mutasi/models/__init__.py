"""Everything other rooms may import from here."""

from mutasi.models.kritis import Cadangan, JabatanKritis
from mutasi.models.permintaan import PermintaanPegawai, StatusPermintaan
from mutasi.models.rancangan import (
    AlasanPeringatan,
    AnggotaRancangan,
    BarisRancangan,
    LangkahRancangan,
    MacamLangkah,
    Rancangan,
)

__all__ = [
    "AlasanPeringatan",
    "AnggotaRancangan",
    "BarisRancangan",
    "Cadangan",
    "JabatanKritis",
    "LangkahRancangan",
    "MacamLangkah",
    "PermintaanPegawai",
    "Rancangan",
    "StatusPermintaan",
]

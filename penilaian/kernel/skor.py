"""The one door to scores: the account, its computation, places, differences, what would raise it.

Each matter stands in its own file; whoever uses scores imports them from here.
"""

from __future__ import annotations

from penilaian.kernel.akun import (
    Akun,
    Baris,
    Keadaan,
    Mentah,
    akun_dari,
    rincian,
    rincian_simpan,
    teks_simpan,
)
from penilaian.kernel.beda_skor import Beda, SebabBeda, beda
from penilaian.kernel.hitung_skor import BobotTidakSeratus, hitung
from penilaian.kernel.mesin_skor import HasilMesin, Mesin
from penilaian.kernel.pengungkit import Kendali, Pengungkit, pengungkit
from penilaian.kernel.peringkat_skor import kunci_peringkat, peringkat, peringkat_dari

__all__ = [
    "Akun", "Baris", "Beda", "BobotTidakSeratus", "HasilMesin", "Keadaan", "Kendali", "Mentah",
    "Mesin", "Pengungkit", "SebabBeda", "akun_dari", "beda", "hitung", "kunci_peringkat",
    "pengungkit", "peringkat", "peringkat_dari", "rincian", "rincian_simpan", "teks_simpan",
]  # fmt: skip

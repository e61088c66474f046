"""What the register knows, in the shape the rules read: people, posts, the law of the day.

A fixed number of queries, whatever the number of people. What the register does not know stays
unknown here; the rules say so to the reader.
"""

from penilaian.snapshots.ketentuan import KetentuanHari, ketentuan_hari
from penilaian.snapshots.kursi import Kursi, baca_kursi
from penilaian.snapshots.orang import Bacaan, Orang, baca_orang
from penilaian.snapshots.pasangan import Pasangan, perkara_pasangan
from penilaian.snapshots.sasaran import Pemangku, baca_posisi, baca_sasaran
from penilaian.snapshots.tempat import Tempat, baca_tempat

__all__ = [
    "Bacaan",
    "Pemangku",
    "baca_posisi",
    "KetentuanHari",
    "Kursi",
    "Orang",
    "Pasangan",
    "Tempat",
    "baca_kursi",
    "baca_orang",
    "baca_sasaran",
    "baca_tempat",
    "ketentuan_hari",
    "perkara_pasangan",
]

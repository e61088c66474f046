"""The kinds of background work of this room: what the worker calls by name."""

from __future__ import annotations

from organisasi.services.proses import Pekerjaan
from penilaian.services.cetak_abk_latar import CETAK, cetak_latar

PEKERJAAN = (Pekerjaan(CETAK, cetak_latar),)

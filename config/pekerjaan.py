"""The one list of all kinds of background work."""

from __future__ import annotations

from mutasi import tasks as mutasi
from organisasi import tasks as organisasi
from organisasi.services.proses import Pekerjaan
from penilaian import tasks as penilaian

SEMUA: tuple[Pekerjaan, ...] = (
    *organisasi.PEKERJAAN,
    *penilaian.PEKERJAAN,
    *mutasi.PEKERJAAN,
)

"""The one list of all kinds of background work."""

from __future__ import annotations

from organisasi import tasks as organisasi
from organisasi.services.proses import Pekerjaan

SEMUA: tuple[Pekerjaan, ...] = (*organisasi.PEKERJAAN,)

"""The one list of all kinds of import, in the order of a first load."""

from __future__ import annotations

from organisasi.impor import JenisImpor
from organisasi.services.impor_unor import IMPOR_UNOR

SEMUA: tuple[JenisImpor, ...] = (IMPOR_UNOR,)

"""The one list of all kinds of import, in the order of a first load."""

from __future__ import annotations

from organisasi.impor import JenisImpor

SEMUA: tuple[JenisImpor, ...] = ()

"""Ids of offices and seats that exist here before SIASN has given them one.

They cannot be mistaken for SIASN's (hex digits only), and an import of the hierarchy knows by them
which offices still wait for theirs.
"""

from __future__ import annotations

AWALAN = "serasi-"
_PENSIUN = "serasi-lama-"


def id_lokal(nomor: int) -> str:
    """For something new; ``nomor`` is unique among those who ask."""
    return f"{AWALAN}{nomor}"


def id_pensiun(nomor: int) -> str:
    """For a seat that is over and hands its id on to the one that follows it."""
    return f"{_PENSIUN}{nomor}"


def menunggu_siasn(siasn_id: str) -> bool:
    """Whether SIASN's own id is still awaited."""
    return siasn_id.startswith(AWALAN) and not siasn_id.startswith(_PENSIUN)

"""Who sees boxes of talent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def lihat_talenta(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """The grid and its lists; rows are bound by the reach. One's own box needs no right."""
    if Jangkauan.milik(pengguna, Izin.TALENTA_LIHAT, per=per).kosong:
        yield NotAllowed("Kotak talenta hanya terlihat oleh BKD, TPK, pimpinan, dan Inspektorat.")

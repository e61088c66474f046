"""Who may read needs and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils import timezone

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from toolkit.policy import NotAllowed, Policy, Refusal


@Policy
def lihat_kebutuhan(pengguna: Any) -> Iterator[Refusal | str]:
    """The right over any unit opens the page; the rows are bound by the reach."""
    jangkauan = Jangkauan.milik(pengguna, Izin.KEBUTUHAN_LIHAT, per=timezone.localdate())
    if jangkauan.kosong:
        yield NotAllowed("Peran Anda tidak mencakup kebutuhan dan kesenjangan pegawai.")

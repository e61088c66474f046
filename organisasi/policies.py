"""Who may do what with offices, roles and files, and why not."""

from __future__ import annotations

from collections.abc import Iterator

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from toolkit.policy import NotAllowed, Policy


@Policy
def mengimpor(izin: Izin, pengguna: Pengguna) -> Iterator[NotAllowed]:
    """Bring a file into the register: the right over the whole agency, for a file knows no borders.

    The technical account acts from the command line only; it cannot log in.
    """
    if not pengguna.teknis and not Jangkauan.milik(pengguna, izin).semua:
        yield NotAllowed("Anda tidak berhak mengimpor berkas ini untuk seluruh instansi.")

"""Who may see how good the data are, and take home what is to be mended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from organisasi.izin import Izin
from organisasi.models import Jangkauan, Pengguna
from pegawai.models import Pegawai
from toolkit.policy import NotAllowed, NotYours, Policy, Refusal


@Policy
def lihat(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See the board and the people behind its counts, within one's reach."""
    if Jangkauan.milik(pengguna, Izin.MUTU_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak melihat mutu data pegawai.")


@Policy
def perbaiki(orang: Pegawai, pengguna: Pengguna) -> Iterator[Refusal | str]:
    """Correct somebody's data by a file; the machine has asked for the right over the agency."""
    if orang.pengguna_id is not None and orang.pengguna_id == pengguna.pk:
        yield NotYours("Data Anda sendiri dicatat oleh orang lain.")
    if orang.berhenti is not None:
        yield "Pegawai ini sudah dicatat berhenti."

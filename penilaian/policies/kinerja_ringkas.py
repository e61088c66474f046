"""Who opens the overview of performance, completeness, and the spread of scores."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from penilaian.policies.indikator import jangkauan_ukur
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal


@Policy
def lihat_ringkasan(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Overview and completeness: those who record values or see results, of some unit."""
    if jangkauan_ukur(pengguna, per=per).kosong:
        yield NotAllowed("Peran Anda tidak mencakup pengukuran kinerja.")


@Policy
def lihat_nilai(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Scores of others: those who see results, of some unit."""
    if Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).kosong:
        yield NotAllowed("Peran Anda tidak memuat hak melihat nilai pegawai.")


@Policy
def lihat_orang(pegawai: Pegawai, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """One person's page: his assessor and the head who gives, by the right over his unit.

    A head who would receive him does not learn that the page exists.
    """
    if pegawai.pengguna_id is not None and pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Nilai Anda sendiri ada di halaman Nilai saya.")
        return
    kiri = pegawai.unit.kiri if pegawai.unit is not None else None
    if not Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).memuat(kiri):
        yield OutOfReach()

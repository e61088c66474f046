"""Who opens and closes periods of performance, who sees them, and when they take values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from penilaian.kernel.masa_periode import MasaPeriode
from penilaian.models import PeriodeKinerja
from toolkit.policy import NotAllowed, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal

_PALING_DINI = timedelta(days=366)  # targets of a coming year are written before it begins


@Policy
def lihat_periode(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """Open the pages of measuring: who records values or sees results, over any unit."""
    izin = (Izin.NILAI_LIHAT, Izin.INDIKATOR_CATAT)
    if all(Jangkauan.milik(pengguna, satu, per=per).kosong for satu in izin):
        yield NotAllowed("Halaman ini untuk yang mencatat indikator atau melihat nilai kinerja.")


@Policy
def kelola_periode(pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """A period is one for the whole agency."""
    if not Jangkauan.milik(pengguna, Izin.NILAI_HITUNG, per=per).semua:
        yield NotAllowed("Periode kinerja dibuka dan ditutup oleh BKPSDM.")


@Policy
def buka_periode(masa: MasaPeriode, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Begin to measure a period, at most a year ahead."""
    yield from kelola_periode.refusals(pengguna, per=per)
    if masa.mulai > per + _PALING_DINI:
        yield (
            f"{masa.nama} baru mulai {tanggal(masa.mulai)}; dibuka paling dini setahun sebelumnya."
        )


@Policy
def tutup_periode(periode: PeriodeKinerja, pengguna: Any, *, per: date) -> Iterator[Refusal | str]:
    """Close an ended period; it stays closed, for results rest on it."""
    yield from kelola_periode.refusals(pengguna, per=per)
    if periode.ditutup_pada is not None:
        yield f"{periode.nama} sudah ditutup."
    elif per <= periode.selesai:
        yield f"{periode.nama} belum berakhir; dapat ditutup sesudah {tanggal(periode.selesai)}."


@Policy
def terbuka(periode: PeriodeKinerja) -> Iterator[str]:
    """Values of a period change only while it is open."""
    if periode.ditutup_pada is not None:
        yield (
            f"{periode.nama} sudah ditutup pada {tanggal(periode.ditutup_pada)}; nilainya hanya "
            "berubah lewat putusan atas keberatan."
        )

"""Who sees and who records what is measured of a person, and when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from organisasi.izin import Izin
from organisasi.models import Jangkauan
from pegawai.models import Pegawai
from penilaian.models import PeriodeKinerja
from penilaian.policies.periode import terbuka
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal
from toolkit.templatetags.tampilan import tanggal

ALASAN_MINIMAL = 5


def jangkauan_ukur(pengguna: Any, *, per: date) -> Jangkauan:
    """Whose measured values this person sees: who records them or sees results."""
    catat = Jangkauan.milik(pengguna, Izin.INDIKATOR_CATAT, per=per)
    return catat.atau(Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per))


def _kiri(pegawai: Pegawai) -> int | None:
    return pegawai.unit.kiri if pegawai.unit is not None else None


@Policy
def lihat_indikator(pegawai: Pegawai, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """His own values, or those of somebody in a unit one records or sees."""
    if pegawai.pengguna_id == pengguna.pk:
        return
    if not jangkauan_ukur(pengguna, per=per).memuat(_kiri(pegawai)):
        yield OutOfReach()


@Policy
def lihat_peringatan(pegawai: Pegawai, pengguna: Any, *, per: date) -> Iterator[Refusal]:
    """The band of PP 94/2021 speaks to the superior: not to operators, nor to the person."""
    if not Jangkauan.milik(pengguna, Izin.NILAI_LIHAT, per=per).memuat(_kiri(pegawai)):
        yield NotAllowed("Peringatan kehadiran hanya untuk yang melihat nilai kinerja unit ini.")


@Policy
def catat_indikator(
    pegawai: Pegawai, periode: PeriodeKinerja, pengguna: Any, *, per: date
) -> Iterator[Refusal | str]:
    """Record or correct values: of others, in a period that has begun and is not closed.

    Nobody records values about himself, whatever his role: also the only operator of a unit asks
    his head or BKPSDM.
    """
    yield from lihat_indikator.refusals(pegawai, pengguna, per=per)
    if pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Nilai Anda sendiri dicatat oleh orang lain: atasan, operator lain, "
                       "atau BKPSDM.")  # fmt: skip
    elif not Jangkauan.milik(pengguna, Izin.INDIKATOR_CATAT, per=per).memuat(_kiri(pegawai)):
        yield NotAllowed("Anda dapat melihat nilai ini, tetapi tidak mencatatnya.")
    yield from terbuka.refusals(periode)
    if periode.mulai > per:
        yield f"{periode.nama} baru mulai {tanggal(periode.mulai)}."
    if pegawai.berhenti is not None and pegawai.berhenti <= periode.mulai:
        yield f"Pegawai ini berhenti sejak {tanggal(pegawai.berhenti)}, sebelum {periode.nama}."

"""The one word under which a line of a draft stands."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from penilaian.kernel.putusan import Hasil


class Status(StrEnum):
    """From the gravest to the best; the words are those of the screen."""

    GAGAL = "tidak lolos"
    TAK_TAHU = "belum dapat diperiksa"
    ALASAN = "butuh alasan"
    IZIN = "butuh izin"
    LOLOS = "lolos"
    BELUM = "belum lengkap"


def status_baris(
    *, lengkap: bool, hasil: Collection[Hasil], cacat: bool, tanpa_alasan: int
) -> Status:
    """``cacat``: the whole draft speaks against the line (the same person twice, a seat too many).

    One failure decides; what nobody can check comes before what only needs words or a permission.
    """
    if cacat or Hasil.TIDAK_LOLOS in hasil:
        return Status.GAGAL
    if not lengkap:
        return Status.BELUM
    if Hasil.TIDAK_DAPAT_DIPERIKSA in hasil:
        return Status.TAK_TAHU
    if tanpa_alasan:
        return Status.ALASAN
    return Status.IZIN if Hasil.BUTUH_IZIN in hasil else Status.LOLOS

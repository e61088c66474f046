"""Who writes feedback about somebody and who reads it; to others there is no conversation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pegawai.models import Pegawai
from toolkit.policy import OutOfReach, Policy, Refusal

MIN_ISI = 10


@dataclass(frozen=True)
class Hubungan:
    """What a reader is to the person; ``tim`` the teams he heads in which the person works."""

    sendiri: bool = False
    penilai: bool = False
    atasan: bool = False
    tim: tuple[int, ...] = ()

    @property
    def membaca_semua(self) -> bool:
        """The whole conversation: the person, his assessor, the assessor's superior."""
        return self.sendiri or self.penilai or self.atasan

    @property
    def menulis(self) -> bool:
        """The person himself, his assessor, the head of a team he works in."""
        return self.sendiri or self.penilai or bool(self.tim)


@Policy
def baca(hubungan: Hubungan, ikut: bool) -> Iterator[Refusal]:
    """Open the conversation; ``ikut``: whether one has written in it oneself."""
    if not (hubungan.membaca_semua or hubungan.menulis or ikut):
        yield OutOfReach()


@Policy
def tulis(pegawai: Pegawai, hubungan: Hubungan, ikut: bool = False) -> Iterator[Refusal | str]:
    """Add a message."""
    yield from baca.refusals(hubungan, ikut)
    if not hubungan.menulis:
        yield (
            "Umpan balik ditulis oleh pegawai itu sendiri, pejabat penilainya, dan ketua timnya."
        )
    elif pegawai.berhenti is not None:
        yield "Pegawai ini sudah berhenti."

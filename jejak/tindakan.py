"""The names of acts: a code and a sentence each, declared once in the app that acts."""

from __future__ import annotations

from dataclasses import dataclass

TINDAKAN: dict[str, Tindakan] = {}


def kode_rahasia() -> list[str]:
    """The acts whose entries no page of the trail shows."""
    return sorted(t.kode for t in TINDAKAN.values() if t.rahasia)


@dataclass(frozen=True)
class Tindakan:
    """An act that leaves a trace: ``bunyi`` follows the actor's name, ``{objek}`` is its object.

    The entries of a ``rahasia`` act stand in the chain like all others, so that nothing can vanish,
    but no page shows them: their own room does, to the people named there.
    """

    kode: str
    bunyi: str
    rahasia: bool = False

    def __post_init__(self) -> None:
        if self.kode in TINDAKAN:
            raise ValueError(f"Tindakan {self.kode} sudah dinyatakan.")
        TINDAKAN[self.kode] = self

    def kalimat(self, objek: str) -> str:
        """The act upon this object, in words."""
        return self.bunyi.replace("{objek}", objek)


ISI_DIHAPUS = Tindakan("jejak.dihapus", "menghapus {objek}")
AKSES_DITUTUP = Tindakan("jejak.akses_ditutup", "menutup {objek}")
AKSES_DIPANGKAS = Tindakan("jejak.akses_dipangkas", "memangkas {objek}")

"""The names of acts: a code and a sentence each, declared once in the app that acts."""

from __future__ import annotations

from dataclasses import dataclass

TINDAKAN: dict[str, Tindakan] = {}


@dataclass(frozen=True)
class Tindakan:
    """An act that leaves a trace: ``bunyi`` follows the actor's name, ``{objek}`` is its object."""

    kode: str
    bunyi: str

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

"""Everything other rooms may import from here."""

from penilaian.models.kebutuhan import Kebutuhan, SumberKebutuhan
from penilaian.models.posisi import Posisi

__all__ = ["Kebutuhan", "Posisi", "SumberKebutuhan"]

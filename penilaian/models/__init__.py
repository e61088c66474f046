"""Everything other rooms may import from here."""

from penilaian.models.kebutuhan import Kebutuhan, SumberKebutuhan

__all__ = ["Kebutuhan", "SumberKebutuhan"]

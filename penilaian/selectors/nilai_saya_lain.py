"""What stands beside one's score: teams, competences, the box, what was said about one's work."""

from __future__ import annotations

from datetime import date
from typing import Any

from pegawai.models import Pegawai


def lain_saya(orang: Pegawai, *, per: date) -> dict[str, Any]:
    """The parts of the page, by the name each template knows."""
    return {"per": per}

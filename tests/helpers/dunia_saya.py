"""Addresses of one's own score: they name a period, and nobody's person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.helpers.dunia import Dunia


def nilai_sendiri(dunia: Dunia) -> None:
    """Of a period in which none of the roles was judged: to everybody it does not exist."""
    satu = {"periode": "2025", "nomor": 1}
    dunia.catat("penilaian", "nilai-saya-periode", periode="2025")
    dunia.catat("penilaian", "nilai-saya-hasil", "nilai-saya-akui", **satu)
    dunia.catat("penilaian", "nilai-saya-unduh", bentuk="pdf", **satu)

"""Who may stop background work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from organisasi.models import Proses
from toolkit.policy import NotYours, Policy, Refusal


@Policy
def hentikan(proses: Proses, pengguna: Any) -> Iterator[Refusal | str]:
    """Whoever started the work may stop it while it waits or runs."""
    if proses.untuk_id != pengguna.pk:
        yield NotYours("Hanya yang memulai pekerjaan ini yang dapat menghentikannya.")
    if proses.berakhir:
        yield "Pekerjaan ini sudah berakhir."
    elif proses.batal_diminta:
        yield "Permintaan berhenti sudah diterima; pekerjaan segera berakhir."

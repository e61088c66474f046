"""What changed while a case ran, as it was marked."""

from __future__ import annotations

from mutasi.models import UsulanMutasi


def fakta_kata(usulan: UsulanMutasi) -> list[str]:
    """The sentences, without their full stop."""
    return [str(satu["bunyi"]).rstrip(".") for satu in usulan.fakta_berubah]

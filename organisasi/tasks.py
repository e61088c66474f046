"""The kinds of background work of this room: what the worker calls by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from organisasi.models import Pengguna
from organisasi.services import impor_berkas
from organisasi.services.proses import Pekerjaan


def periksa_impor(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Look at an uploaded file."""
    impor = impor_berkas.periksa(parameter["impor_id"], oleh=oleh, kemajuan=kemajuan)
    return {"status": impor.status}


def terapkan_impor(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Apply an uploaded file."""
    impor = impor_berkas.terapkan(parameter["impor_id"], oleh=oleh, kemajuan=kemajuan)
    return {"status": impor.status}


PEKERJAAN = (
    Pekerjaan(impor_berkas.PERIKSA, periksa_impor),
    Pekerjaan(impor_berkas.TERAPKAN, terapkan_impor),
)

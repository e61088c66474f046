"""The kinds of background work of this room: what the worker calls by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from mutasi.services.keputusan_latar import TETAP, tetapkan_latar
from mutasi.services.keputusan_petikan import CETAK, cetak_petikan
from mutasi.services.massal_latar import MASSAL, jalankan_massal
from mutasi.services.pelaksanaan import LAKSANAKAN, laksanakan_jatuh_tempo, ringkas
from organisasi.models import Pengguna
from organisasi.services.proses import Pekerjaan


def laksanakan(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Carry out what is due today; run twice it finds nothing left."""
    return ringkas(laksanakan_jatuh_tempo(per=timezone.localdate(), kemajuan=kemajuan))


def tetapkan(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Set a decree of many people as of today."""
    return tetapkan_latar(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


def petikan(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Print all excerpts of a decree."""
    return cetak_petikan(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


def massal(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """One act on many cases, as of today."""
    return jalankan_massal(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


PEKERJAAN = (
    Pekerjaan(LAKSANAKAN, laksanakan, bertahap=True),
    Pekerjaan(TETAP, tetapkan),
    Pekerjaan(CETAK, petikan),
    Pekerjaan(MASSAL, massal, bertahap=True),
)

"""The kinds of background work of this room: what the worker calls by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from organisasi.models import Pengguna
from organisasi.services.proses import Pekerjaan
from penilaian.selectors.simulasi_kriteria import SIMULASI
from penilaian.services.cetak_abk_latar import CETAK, cetak_latar
from penilaian.services.penilaian_latar import NILAI, nilai_latar
from penilaian.services.simulasi_kriteria import jalankan_simulasi


def cetak_abk(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, str]:
    """Make a long ABK paper as of today."""
    return cetak_latar(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


def nilai(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Compute the scores of a period as its data stand today."""
    return nilai_latar(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


def simulasi_kriteria(
    parameter: Mapping[str, Any], *, oleh: Pengguna, kemajuan: Callable[[int, str], None]
) -> dict[str, Any]:
    """Score everybody twice and count what a draft of criteria would change."""
    return jalankan_simulasi(parameter, per=timezone.localdate(), oleh=oleh, kemajuan=kemajuan)


PEKERJAAN = (
    Pekerjaan(CETAK, cetak_abk),
    Pekerjaan(NILAI, nilai),
    Pekerjaan(SIMULASI, simulasi_kriteria),
)

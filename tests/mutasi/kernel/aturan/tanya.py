"""Asking one rule about one case."""

from __future__ import annotations

from typing import Any

from mutasi.kernel.aturan.daftar import MENURUT_KODE
from penilaian.kernel.putusan import Hasil, Putusan
from tests.helpers.jalan import kasus


def putusan(kode: str, **isi: Any) -> Putusan:
    return MENURUT_KODE[kode](kasus(**isi))


def lolos(kode: str, **isi: Any) -> bool:
    return putusan(kode, **isi).putusan is Hasil.LOLOS


def ditahan(kode: str, **isi: Any) -> Putusan:
    """The verdict, which must stop the act, name its basis and what would cure it."""
    satu = putusan(kode, **isi)
    assert satu.putusan is Hasil.TIDAK_LOLOS, satu.bunyi
    assert satu.bunyi.endswith(".")
    assert satu.dasar
    assert satu.perbaikan
    return satu


def tak_tahu(kode: str, **isi: Any) -> Putusan:
    satu = putusan(kode, **isi)
    assert satu.putusan is Hasil.TIDAK_DAPAT_DIPERIKSA, satu.bunyi
    assert satu.penyedia
    return satu

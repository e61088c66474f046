"""A run as the interface prints it (ANTARMUKA section 5): from the stored text, digit for digit."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from penilaian.models import HasilPenilaian, KeadaanNilai, Penilaian

KUNCI = ("kriteria", "bobot", "mentah", "nilai", "sumbangan", "dasar", "alasan")


def isi_penilaian(satu: Penilaian) -> dict[str, Any]:
    """The whole run; people in order of their numbers, so the same input gives the same bytes."""
    return {
        "periode": satu.periode.kode,
        "perangkat": perangkat(satu),
        "hasil": list(_semua(satu)),
    }


def isi_hasil(hasil: HasilPenilaian) -> dict[str, Any]:
    """One person's account in the same form, with the run it stands in."""
    satu = hasil.penilaian
    return {
        "periode": satu.periode.kode,
        "perangkat": perangkat(satu),
        "hasil": [_satu(hasil.pegawai.nip, hasil.skor, hasil.keadaan, hasil.rincian)],
    }


def perangkat(satu: Penilaian) -> dict[str, Any]:
    """Which criteria, and the fingerprint of their published text."""
    p = satu.perangkat
    return {"kode": p.kode, "versi": p.versi, "sha256": p.sha256}


def _semua(satu: Penilaian) -> Iterator[dict[str, Any]]:
    rows = HasilPenilaian.objects.filter(penilaian=satu).order_by("pegawai__nip")
    kolom = ("pegawai__nip", "skor", "keadaan", "rincian")
    for baris in rows.values_list(*kolom).iterator(chunk_size=1_000):
        yield _satu(*baris)


def _satu(nip: str, skor: Any, keadaan: str, teks: str) -> dict[str, Any]:
    return {
        "nip": nip,
        "skor": None if skor is None else str(skor),
        "lengkap": keadaan == KeadaanNilai.ANGKA,
        "rincian": [rincian_dari(baris) for baris in json.loads(teks)],
    }


def rincian_dari(simpan: dict[str, Any]) -> dict[str, Any]:
    """A stored line as printed: ``bobot`` is the weight as it counted."""
    return {k: simpan["bobot_pakai" if k == "bobot" else k] for k in KUNCI}

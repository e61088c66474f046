"""What a rule answers: a verdict of five words, with its sentence, its figures and its cure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Hasil(StrEnum):
    """The verdict of one rule on one person and one post."""

    LOLOS = "lolos"
    TIDAK_LOLOS = "tidak_lolos"
    TIDAK_DAPAT_DIPERIKSA = "tidak_dapat_diperiksa"
    BUTUH_IZIN = "butuh_izin"  # H12, H18: allowed once somebody outside has agreed
    PERINGATAN = "peringatan"  # W: allowed with a written reason


class Penyedia(StrEnum):
    """Who supplies what is not known."""

    BKD = "BKD/BKPSDM"
    SIASN = "SIASN (lewat BKD/BKPSDM)"
    OPD = "OPD"
    PEGAWAI = "pegawai yang bersangkutan"
    KINERJA = "e-Kinerja (lewat BKD/BKPSDM)"
    ORGANISASI = "Bagian Organisasi"
    PEMBINA = "instansi pembina JF (lewat BKD/BKPSDM)"
    INSPEKTORAT = "Inspektorat"


@dataclass(frozen=True)
class Putusan:
    """One rule's answer. ``angka`` is plain JSON: numbers, texts, ISO dates, None.

    ``perbaikan`` says what would cure it; for what is not known it names who supplies the fact,
    and ``penyedia`` says so once more for counting. ``dapat_diperbaiki`` is about a refusal: time,
    an act or a document may cure it.
    """

    kode: str
    putusan: Hasil
    bunyi: str
    angka: Mapping[str, Any] = field(default_factory=dict)
    perbaikan: str = ""
    dasar: str = ""
    dapat_diperbaiki: bool = False
    penyedia: Penyedia | None = None

    def json(self) -> dict[str, Any]:
        """As the search prints it (antarmuka, section 4)."""
        return {
            "kode": self.kode,
            "putusan": self.putusan.value,
            "angka": dict(self.angka),
            "bunyi": self.bunyi,
            "perbaikan": self.perbaikan,
        }

"""Education of a person against a post: level and field as H04 judges them, and the family.

Unlike H04 this asks of everybody, also of the holder: what the post needs against what is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from penilaian.kernel.ketentuan import Ketentuan
from penilaian.kernel.perkara import Sasaran
from penilaian.kernel.putusan import Hasil, Temuan, gabung
from penilaian.kernel.rumpun_ilmu import keluarga, serumpun
from penilaian.kernel.syarat_kursi import bidang, tingkat_pendidikan


class KeadaanPendidikan(StrEnum):
    """Met, not met, or for somebody to find out."""

    MEMENUHI = "memenuhi"
    TIDAK = "tidak"
    PERIKSA = "periksa"

    @property
    def kata(self) -> str:
        """As a page writes it."""
        return {"memenuhi": "memenuhi", "tidak": "tidak memenuhi", "periksa": "perlu diperiksa"}[
            self.value
        ]


_DARI = {
    Hasil.LOLOS: KeadaanPendidikan.MEMENUHI,
    Hasil.TIDAK_LOLOS: KeadaanPendidikan.TIDAK,
    Hasil.TIDAK_DAPAT_DIPERIKSA: KeadaanPendidikan.PERIKSA,
}


@dataclass(frozen=True)
class PendidikanTerhadap:
    """Level and field against one post. ``serumpun`` is a hint for who judges the field."""

    keadaan: KeadaanPendidikan
    tingkat: Temuan
    bidang: Temuan
    keluarga: tuple[str, ...]  # of the programme
    diminta: tuple[str, ...]  # of the sentence of the post
    serumpun: bool | None

    @property
    def perbaikan(self) -> str:
        """Who supplies what, or what would cure it."""
        return gabung(self.tingkat, self.bidang).perbaikan

    @property
    def bunyi(self) -> str:
        """The sentences that decide."""
        return gabung(self.tingkat, self.bidang).bunyi


def pendidikan_terhadap(
    kode: str | None, program_studi: str | None, sasaran: Sasaran, ketentuan: Ketentuan
) -> PendidikanTerhadap:
    """``kode`` of the level as SIASN writes it, ``program_studi`` the name on the diploma."""
    jenjang = tingkat_pendidikan(kode, sasaran, ketentuan)
    ilmu = bidang(program_studi, sasaran)
    return PendidikanTerhadap(
        _DARI[gabung(jenjang, ilmu).putusan],
        jenjang,
        ilmu,
        keluarga(program_studi or ""),
        keluarga(sasaran.bidang_pendidikan),
        serumpun(sasaran.bidang_pendidikan, program_studi),
    )

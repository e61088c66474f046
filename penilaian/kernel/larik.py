"""The pair rules over columns of people: masks, one bit per rule, in the order of ``SYARAT``.

For counting among thousands and for building the options of a plan; words come from the row form,
for those who are shown. Both forms agree on every pair, and a test compares them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from penilaian.kernel.larik_aturan import GAGAL, IZIN, LARIK, PULIH, TAK_TAHU, Keadaan
from penilaian.kernel.larik_kolom import Benar, Kode, KolomCalon, kolom_calon
from penilaian.kernel.perkara import Calon, Perkara
from penilaian.kernel.syarat import SYARAT
from penilaian.kernel.verdik import Verdik

__all__ = ["BIT", "Larik", "kolom_calon", "periksa_larik", "periksa_semua"]

Topeng = NDArray[np.uint32]
BIT: dict[str, int] = {satu.kode: 1 << nomor for nomor, satu in enumerate(SYARAT)}


@dataclass(frozen=True)
class Larik:
    """Masks per person; over several posts: posts by people.

    ``gagal`` rules not met, ``pulih`` those of them that can be cured, ``tak_tahu`` rules that
    could not be checked, ``izin`` rules that ask for a permission.
    """

    gagal: Topeng
    tak_tahu: Topeng
    pulih: Topeng
    izin: Topeng

    def kena(self, verdik: Verdik, hampir_maks: int) -> Benar:
        """Who stands under that verdict."""
        bersih: Benar = self.gagal == 0
        if verdik is Verdik.MEMENUHI:
            bersih &= self.tak_tahu == 0
            return bersih
        if verdik is Verdik.TIDAK_DAPAT_DIPERIKSA:
            bersih &= self.tak_tahu != 0
            return bersih
        sedikit = np.bitwise_count(self.gagal) <= hampir_maks
        hampir: Benar = ~bersih & (self.gagal == self.pulih) & sedikit
        return hampir if verdik is Verdik.HAMPIR else ~bersih & ~hampir

    def per_aturan(self, topeng: Topeng, siapa: Benar) -> dict[str, int]:
        """How many of these people carry each rule's bit (one person may carry several)."""
        dipilih = topeng[siapa]
        hitung = {kode: int(np.count_nonzero(dipilih & bit)) for kode, bit in BIT.items()}
        return {kode: n for kode, n in hitung.items() if n}

    def tidak_memenuhi(self, hampir_maks: int) -> dict[str, int]:
        """The refused by rule: they are counted, never listed."""
        return self.per_aturan(self.gagal, self.kena(Verdik.TIDAK_MEMENUHI, hampir_maks))


def periksa_larik(kolom: KolomCalon, perkara: Perkara) -> Larik:
    """All rules for all people on one post; the ``calon`` of the case is not looked at."""
    keadaan = Keadaan.dari(kolom, replace(perkara, calon=Calon()))
    return _topeng([LARIK[satu.kode](keadaan) for satu in SYARAT], kolom.banyak)


def periksa_semua(kolom: KolomCalon, perkara: Sequence[Perkara]) -> Larik:
    """The same over several posts: posts by people."""
    baris = [periksa_larik(kolom, satu) for satu in perkara]
    kosong = np.zeros((0, kolom.banyak), dtype=np.uint32)
    ambil: list[Callable[[Larik], Topeng]] = [
        lambda satu: satu.gagal,
        lambda satu: satu.tak_tahu,
        lambda satu: satu.pulih,
        lambda satu: satu.izin,
    ]
    return Larik(*(np.stack([f(satu) for satu in baris]) if baris else kosong for f in ambil))


def _topeng(kode: Sequence[Kode], banyak: int) -> Larik:
    gagal, tak_tahu, pulih, izin = (np.zeros(banyak, dtype=np.uint32) for _ in range(4))
    for nomor, satu in enumerate(kode):
        bit = np.uint32(1 << nomor)
        gagal |= bit * (satu == GAGAL) | bit * (satu == PULIH)
        pulih |= bit * (satu == PULIH)
        tak_tahu |= bit * (satu == TAK_TAHU)
        izin |= bit * (satu == IZIN)
    return Larik(gagal, tak_tahu, pulih, izin)
